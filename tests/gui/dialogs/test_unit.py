"""Adding and correcting units, with the address the regulation proposes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.gui.dialogs.unit import UnitDialog
from govmail_desk.listings import units
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_by_input_method, type_like_unikey
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(regulation_id="ninhbinh-2020", **about):
        window = OpenWindow(qtbot, founded(tmp_path, regulation_id), tmp_path, "people")
        opened.append(window)
        UnitDialog(window.page, window.desk, **about).open()
        return window

    yield show
    for window in opened:
        window.close()


def named(desk, name):
    return next(row for row in units.tree(desk) if row.name == name)


@pytest.mark.parametrize(
    ("regulation_id", "slug", "cite"),
    [("ninhbinh-2020", "pcds.stttt", "Đ5.1c"), ("soctrang-59-2024", "phongcds.sotttt", "Đ3.1")],
)
def test_the_local_part_is_proposed_by_the_regulation_with_its_article(regulation_id, slug, cite, qtbot, shown) -> None:
    dialog = shown(regulation_id).dialog
    type_like_unikey(dialog.name, "Phòng Chuyển đổi số")
    qtbot.waitUntil(lambda: bool(dialog.slug.candidates))
    assert [link.words for link in dialog.slug.candidates] == [slug]
    assert f"({cite})" in {label.text() for label in dialog.slug.findChildren(QLabel)}
    assert dialog.slug.typed() == ""
    dialog.slug.candidates[0].click()
    assert dialog.slug.typed() == slug


def test_everything_typed_reaches_the_register(qtbot, shown) -> None:
    window = shown()
    dialog = window.dialog
    type_by_input_method(dialog.name, "Đội Xe và Lái xe")
    type_by_input_method(dialog.short_name, "Đội Xe")
    dialog.slug.line.setText("DoiXe.stttt")
    dialog.since.show_day(date(2026, 1, 1))
    dialog.document.setText("QĐ 9/QĐ-STTTT")
    dialog.main_button.click()
    row = named(window.desk, "Đội Xe và Lái xe")
    assert (row.short_name, row.slug, row.parent_id) == ("Đội Xe", "doixe.stttt", own_unit_id(window.desk))
    (name,) = units.names(window.desk, row.id)
    assert (name.from_on, name.document) == ("2026-01-01", "QĐ 9/QĐ-STTTT")


def test_a_local_part_no_mail_system_takes_is_told(shown) -> None:
    dialog = shown().dialog
    dialog.name.setText("Đội Xe")
    dialog.slug.line.setText("đội xe")
    dialog.main_button.click()
    assert dialog.form.rows["slug"].error.startswith("Chỉ dùng chữ thường không dấu")
    assert dialog.slug.line.text() == "đội xe"


def test_a_unit_is_not_offered_itself_nor_what_stands_under_it_as_the_one_above(shown) -> None:
    window = shown()
    window.dialog._leave()
    desk = window.desk
    (above,) = add_unit(desk, name="Chi cục Số", slug="ccs", parent_id=own_unit_id(desk)).ids["unit"]
    (under,) = add_unit(desk, name="Phòng Hạ tầng", slug="", parent_id=above).ids["unit"]
    UnitDialog(window.page, desk, unit=units.unit_of(desk, above)).open()
    offered = {window.dialog.above.itemData(place) for place in range(window.dialog.above.count())}
    assert offered == {None, own_unit_id(desk)}
    assert under not in offered


def test_a_correction_changes_everything_but_the_name(shown) -> None:
    window = shown()
    window.dialog._leave()
    desk = window.desk
    (unit_id,) = add_unit(desk, name="Chi cục Số", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    UnitDialog(window.page, desk, unit=units.unit_of(desk, unit_id)).open()
    dialog = window.dialog
    assert dialog.name.isReadOnly()
    dialog.slug.line.setText("ccs")
    dialog.short_name.setText("CCS")
    dialog.main_button.click()
    row = named(desk, "Chi cục Số")
    assert (row.slug, row.short_name) == ("ccs", "CCS")


def test_every_control_has_a_name_for_a_screen_reader(qtbot, shown) -> None:
    dialog = shown().dialog
    dialog.name.setText("Phòng Chuyển đổi số")
    qtbot.waitUntil(lambda: bool(dialog.slug.candidates))
    assert unnamed_controls(dialog) == []
    assert dialog.focusWidget() is dialog.name
