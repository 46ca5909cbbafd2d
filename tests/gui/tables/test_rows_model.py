"""Rows in windows: as many as there are, held only where they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.look.marks import MAILBOX_MARKS, mark_icon
from govmail_desk.gui.tables.columns import Order
from govmail_desk.gui.tables.rows_model import MOST_PAGES, PAGE, RowsModel, RowSource
from tests.gui.sample_unit import COLUMNS, MailboxLine, Register, mailbox

Role = Qt.ItemDataRole
HOLDER, STATE, NUMBER = 1, 3, 5


def model_of(count: int) -> tuple[RowsModel[MailboxLine], Register]:
    register = Register(count)
    return RowsModel(COLUMNS, register.source()), register


@pytest.mark.parametrize("count", [0, 1, PAGE, PAGE + 1, 1000])
def test_it_is_a_model_as_qt_wants_one(qtmodeltester, count: int) -> None:
    model, _ = model_of(count)
    qtmodeltester.check(model, force_py=False)


def test_a_hundred_thousand_rows_cost_the_pages_that_are_seen() -> None:
    model, register = model_of(100_000)
    assert model.rowCount() == 100_000
    assert register.rows_asked == []
    for row in (0, 1, 99_999, 50_000, 50_199):
        assert model.index(row, HOLDER).data() == mailbox(row + 1).holder
    assert register.rows_asked == [PAGE, PAGE, PAGE]


def test_going_through_all_of_it_holds_only_so_many_pages() -> None:
    model, _ = model_of(100_000)
    for row in range(0, 100_000, PAGE):
        model.row_at(row)
    assert len(model._pages) == MOST_PAGES


def test_a_cell_answers_what_a_view_asks() -> None:
    model, _ = model_of(3)
    index = model.index(0, STATE)
    row = mailbox(1)
    assert index.data() == "Đã đề nghị"
    assert index.data(Role.AccessibleTextRole) == "Trạng thái: Đã đề nghị"
    assert index.data(Role.ToolTipRole) == "Đã đề nghị"
    assert index.data(Role.DecorationRole).cacheKey() == mark_icon(MAILBOX_MARKS[row.state]).cacheKey()
    assert index.data(RowsModel.id_role) == 1
    assert index.data(Role.FontRole) is None
    assert model.index(0, NUMBER).data(Role.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)


def test_titles_stand_over_their_columns() -> None:
    model, _ = model_of(0)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == [column.title for column in COLUMNS]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_sorting_is_the_listings_work() -> None:
    model, register = model_of(300)
    asked: list[Order] = []

    def ids(order: Order) -> list[int]:
        asked.append(order)
        return register.ids(order)

    model.show(RowSource(ids, register.rows))
    model.sort(HOLDER, Qt.SortOrder.DescendingOrder)
    assert asked[-1] == Order("holder", is_descending=True)
    assert model.index(0, HOLDER).data().startswith("Võ")


def test_a_column_without_a_key_is_not_sorted_by() -> None:
    model, _ = model_of(3)
    before = model.order
    model.sort(STATE)
    assert model.order == before


def test_ids_and_places() -> None:
    model, _ = model_of(1000)
    assert model.id_at(7) == 8
    assert model.place_of(8) == 7
    assert model.place_of(-1) is None
    assert model.places_of({3, 5, 4000, None}) == {3: 2, 5: 4}
    assert model.places_of({None}) == {}


def test_a_row_gone_meanwhile_is_blank() -> None:
    register = Register(10)
    model = RowsModel(COLUMNS, RowSource(register.ids, lambda ids: [row for row in register.rows(ids) if row.id != 3]))
    assert model.index(2, HOLDER).data() is None
    assert model.index(3, HOLDER).data() == mailbox(4).holder


def test_rows_that_cannot_be_read_leave_blanks_and_are_told_once(qtbot) -> None:
    register, failure = Register(10), StoreUnavailable("Sổ đang bị khóa.")

    def fail(_ids: object) -> list[MailboxLine]:
        raise failure

    model = RowsModel(COLUMNS, RowSource(register.ids, fail))
    told: list[object] = []
    model.failed.connect(told.append)
    assert model.index(0, HOLDER).data() is None
    assert model.index(1, HOLDER).data() is None
    assert told == []
    qtbot.waitUntil(lambda: told == [failure])


def test_ids_that_cannot_be_read_leave_what_is_shown(qtbot) -> None:
    model, register = model_of(10)

    def fail(_order: Order) -> list[int]:
        raise StoreUnavailable("Sổ đang bị khóa.")

    with qtbot.waitSignal(model.failed):
        model.show(RowSource(fail, register.rows))
    assert model.rowCount() == 10


def test_ids_found_elsewhere_are_taken() -> None:
    model, _ = model_of(10)
    model.take([9, 2])
    assert [model.index(row, 0).data(RowsModel.id_role) for row in range(model.rowCount())] == [9, 2]


def test_a_row_has_no_rows_under_it() -> None:
    model, _ = model_of(10)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
