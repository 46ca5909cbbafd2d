"""Fields: Vietnamese as it is really typed, cleaned at the door and never moved about while it is typed."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, SearchField, TextField
from tests.gui.vietnamese_typing import type_by_input_method, type_decomposed, type_like_unikey

NAME = "Nguyễn Thị Mỹ Phượng"


@pytest.mark.parametrize("typing", [type_by_input_method, type_like_unikey, type_decomposed])
def test_a_name_arrives_whole_however_it_is_typed(qtbot, typing) -> None:
    field = TextField()
    qtbot.addWidget(field)
    typing(field, NAME)
    assert field.typed() == NAME


@pytest.mark.parametrize("typing", [type_by_input_method, type_like_unikey, type_decomposed])
def test_a_reason_arrives_whole_however_it_is_typed(qtbot, typing) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    typing(field, NAME)
    assert field.typed() == NAME


def test_nothing_is_tidied_before_the_field_is_left(qtbot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    type_decomposed(field, "Ừng ")
    assert field.text() == normalize("NFD", "Ừng ")
    field.editingFinished.emit()
    assert field.text() == "Ừng"


def test_nothing_completes_what_is_typed(qtbot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    assert field.completer() is None


@given(text=st.text(max_size=40))
def test_what_is_read_out_is_always_composed_and_single_spaced(qapp: QApplication, text: str) -> None:
    read = TextField(text).typed()
    assert read == normalize("NFC", read)
    assert read == " ".join(read.split())


def test_lines_stay_lines(qtbot) -> None:
    field = LongTextField("  Căn cứ\u00a0Quyết định  \n\n Đề nghị \n")
    qtbot.addWidget(field)
    assert field.typed() == "Căn cứ Quyết định\n\nĐề nghị"
    assert field.tabChangesFocus()


def test_a_choice_is_known_by_its_id(qtbot) -> None:
    field = ChoiceField([(1, "Văn phòng"), (2, "Thanh tra")])
    qtbot.addWidget(field)
    field.choose(2)
    assert field.choice() == 2
    field.choose(99)
    assert field.choice() == 1


def test_other_choices_keep_the_one_that_stood(qtbot) -> None:
    field = ChoiceField([(1, "Văn phòng"), (2, "Thanh tra")])
    qtbot.addWidget(field)
    field.choose(2)
    field.offer([(3, "Phòng Nội vụ"), (2, "Thanh tra")])
    assert field.choice() == 2
    field.offer([])
    assert field.choice() is None


def test_choosing_by_hand_tells_the_id(qtbot) -> None:
    field = ChoiceField([(1, "Văn phòng"), (2, "Thanh tra")])
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert picked.args == [2]


def test_the_wheel_turns_the_page_and_not_the_choice(qtbot) -> None:
    field = ChoiceField([(1, "Văn phòng"), (2, "Thanh tra")])
    qtbot.addWidget(field)
    field.show()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.choice() == 1
    assert not wheel.isAccepted()


def test_a_search_is_asked_once_after_a_pause(qtbot) -> None:
    field = SearchField("Tìm theo tên")
    qtbot.addWidget(field)
    asked: list[str] = []
    field.asked.connect(asked.append)
    type_like_unikey(field, "Đạt")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Đạt"]


def test_enter_searches_at_once(qtbot) -> None:
    field = SearchField("Tìm theo tên")
    qtbot.addWidget(field)
    field.setText("an")
    with qtbot.waitSignal(field.asked, timeout=50):
        qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("offered", "seen"), [(2, 2), (4, 4), (12, 12), (30, 12)])
def test_choices_drop_down_in_whole_lines(qtbot, offered, seen) -> None:
    field = ChoiceField([(number, f"Phòng {number}") for number in range(offered)])
    qtbot.addWidget(field)
    field.show()
    field.showPopup()
    view = field.view()
    assert view.viewport().height() == seen * view.sizeHintForRow(0)
    assert (view.verticalScrollBar().maximum() > 0) == (offered > seen)
    field.hidePopup()
