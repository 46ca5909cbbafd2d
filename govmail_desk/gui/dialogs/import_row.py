"""The pane of one row of the preview: why it stands as it does, what it would change, and its facts to mend in place.

Here: `RowCard`. What is typed is taken with Enter or with "Xem lại dòng này", and kept while another row is looked at. Not here: the
table beside it (`gui.dialogs.import_preview`), the planning (`gui.dialogs.import_planning`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from govmail_desk import wording
from govmail_desk.gui.dialogs.import_lines import difference_words, is_of_the_list
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import FormRow
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.days import birth_words
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import OUTCOME_MARKS
from govmail_desk.gui.panes.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govmail_desk.operations.intake_plan import IntakeRow

_WORDS: Final = {
    "full_name": "Họ và tên",
    "post": "Chức vụ",
    "department": "Phòng, bộ phận",
    "custodian": "Người được giao theo dõi",
    "birth_on": "Ngày sinh",
    "phone": "Số điện thoại",
    "office_phone": "Điện thoại cơ quan",
    "id_number": "Số CCCD",
    "address": "Địa chỉ hộp thư",
    "note": "Ghi chú",
}
_OF_PEOPLE: Final = (
    "full_name",
    "address",
    "post",
    "department",
    "birth_on",
    "phone",
    "office_phone",
    "id_number",
    "note",
)
_OF_UNITS: Final = ("full_name", "address", "department", "custodian", "post", "phone", "office_phone", "note")
_ALWAYS: Final = frozenset({"full_name", "address"})
_UNIT_WORDS: Final = {"full_name": "Tên cơ quan, đơn vị", "department": "Cơ quan chủ quản"}
_LETTERS_WIDE: Final = 42
_MOST_OFFERS: Final = 5


class RowCard(Pane):
    """One row of the list."""

    mended = Signal(object, object)
    """Facts of a row are typed by hand: its place, and the facts by name."""
    all_mended = Signal(object)
    """Facts of several rows are accepted as offered: by place, the facts by name."""
    unmended = Signal(object)
    """A row is to be read as it stands in the file again."""
    left_out = Signal(object, bool)
    """A row is to be left out, or taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dòng đang chọn"), parent)
        self.fields: dict[str, TextField] = {}
        self.who: ChoiceField | None = None
        self._row: IntakeRow | None = None
        self._many: Sequence[IntakeRow] = ()
        self._shown: dict[str, str] = {}
        self._again = act(self, "again", self.tr("Xem lại dòng này"), self._take, icon_name="refresh", shortcut="F6")
        self._confirm = act(self, "confirm", self.tr("Đúng như vậy"), self.confirm, icon_name="check", shortcut="F7")
        self._leave = act(self, "leave", self.tr("Bỏ dòng này ra"), self._leave_out, icon_name="close")
        self._take_offers = act(self, "offers", "", self._accept_offers, icon_name="check")
        self._leave_many = act(self, "leave_many", self.tr("Bỏ các dòng này ra"), self._leave_out, icon_name="close")
        self._unmend = act(self, "unmend", self.tr("Đọc lại như trong tệp"), self._read_again, icon_name="undo")
        self._take_in_again = act(self, "back", self.tr("Lấy lại dòng này"), self._take_back, icon_name="undo")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._forget()
        self.begin(self.tr("Chưa chọn dòng nào"))
        self.say(self.tr("Chọn một dòng để xem lý do và sửa ngay tại đây. F2 sửa, Delete bỏ dòng ra."))
        self.offer(())

    def show_row(
        self,
        row: IntakeRow,
        *,
        is_left_out: bool,
        is_mended: bool,
        file_texts: Mapping[str, str],
        people: Sequence[tuple[str, str]],
    ) -> None:
        """Show one row.

        `file_texts` are the facts its sheet has columns for, as the file says them; `people` those of the register it may mean, as
        number and words.
        """
        self._forget()
        self._row = row
        self.begin(
            row.full_name or self.tr("Dòng {}").format(row.row),
            self.tr("Dòng {}, trang «{}»").format(row.row, row.sheet),
        )
        self.show_state(wording.OUTCOMES[row.outcome], OUTCOME_MARKS[row.outcome])
        for reason in row.reasons:
            self.say(reason, "" if row.outcome == "doubtful" else "soft")
        self._tell_differences(row)
        has_facts = is_of_the_list(row) and not is_left_out
        if has_facts:
            self._offer_mending(row, file_texts, people)
        self._again.setVisible(has_facts)
        self._confirm.setVisible(has_facts and row.outcome == "doubtful")
        self._leave.setVisible(has_facts)
        self._unmend.setVisible(has_facts and is_mended)
        self._take_in_again.setVisible(is_left_out)
        acts = (self._again, self._confirm, self._leave, self._unmend, self._take_in_again)
        self.offer([offered for offered in acts if offered.isVisible()])

    def show_many(self, rows: Sequence[IntakeRow]) -> None:
        """Say how many rows are chosen together, and what can be done with all of them."""
        self._forget()
        self._many = rows
        self.begin(self.tr("Đã chọn {} dòng").format(len(rows)))
        offers = [offer for row in rows for offer in row.offers]
        for _, text in offers[:_MOST_OFFERS]:
            self.say(self.tr("Gợi ý sửa: «{}»").format(text))
        if len(offers) > _MOST_OFFERS:
            self.say(self.tr("… và {} gợi ý khác").format(len(offers) - _MOST_OFFERS))
        self._take_offers.setVisible(bool(offers))
        self._take_offers.setText(self.tr("Dùng {} gợi ý sửa").format(len(offers)))
        self._leave_many.setVisible(True)
        self.offer([offered for offered in (self._take_offers, self._leave_many) if offered.isVisible()])

    @property
    def typed(self) -> dict[str, str]:
        """The facts that are typed otherwise than they were shown, by name."""
        return {fact: field.typed() for fact, field in self.fields.items() if field.typed() != self._shown[fact]}

    def take_typed(self) -> bool:
        """Take what was typed; False where nothing was."""
        typed = self.typed
        if self._row is None or not typed:
            return False
        self._shown.update(typed)
        self.mended.emit(self._row.place, typed)
        return True

    def confirm(self) -> None:
        """Say that the row is right as it stands: each of its facts counts as typed by hand."""
        if self._row is not None:
            self.mended.emit(
                self._row.place, {fact: field.typed() for fact, field in self.fields.items() if field.typed()}
            )

    def edit(self, fact: str = "full_name") -> None:
        """Put the focus on a fact."""
        field = self.fields.get(fact) or next(iter(self.fields.values()), None)
        if field is not None:
            field.setFocus()
            field.selectAll()

    def has_line(self, focus: QWidget | None) -> bool:
        """Say whether the focus stands in one of the facts."""
        return isinstance(focus, QLineEdit) and focus in self.fields.values()

    def _forget(self) -> None:
        self.fields, self._shown, self._row, self._many, self.who = {}, {}, None, (), None

    def _tell_differences(self, row: IntakeRow) -> None:
        if row.differences:
            self.head(self.tr("Sẽ thay đổi trong sổ"))
        for difference in row.differences:
            self.say(difference_words(difference), "")

    def _offer_mending(self, row: IntakeRow, file_texts: Mapping[str, str], people: Sequence[tuple[str, str]]) -> None:
        for fact, text in row.offers:
            words = self.tr("Dùng «{}»").format(text)
            self.add(LinkButton(words, partial(self._take_offer, fact, text)))
        if people:
            self._offer_people(row, people)
        for fact in _OF_UNITS if row.kind == "unit" else _OF_PEOPLE:
            text = _text(row, fact) or file_texts.get(fact, "")
            if fact in _ALWAYS or fact in file_texts or text:
                self._add_field(row, fact, text)

    def _offer_people(self, row: IntakeRow, people: Sequence[tuple[str, str]]) -> None:
        choices = [("", self.tr("Để chương trình xét")), ("new", self.tr("Người mới, chưa có trong sổ")), *people]
        self.who = ChoiceField(choices)
        self.who.choose(row.answer)
        not_an_input(self.who)
        self.who.picked.connect(self._take_answer)
        self.add(FormRow(self.tr("Dòng này là ai"), self.who))

    def _add_field(self, row: IntakeRow, fact: str, text: str) -> None:
        field = TextField(text)
        field.returnPressed.connect(self._take)
        not_an_input(field)
        words = _UNIT_WORDS.get(fact, _WORDS[fact]) if row.kind == "unit" else _WORDS[fact]
        self.fields[fact], self._shown[fact] = field, text
        self.add(FormRow(words, field))

    def _take(self) -> None:
        self.take_typed()

    def _take_offer(self, fact: str, text: str) -> None:
        if self._row is not None:
            self.mended.emit(self._row.place, {fact: text})

    def _take_answer(self, answer: object) -> None:
        if self._row is not None:
            self.mended.emit(self._row.place, {"person": str(answer)})

    def _accept_offers(self) -> None:
        self.all_mended.emit({row.place: dict(row.offers) for row in self._many if row.offers})

    def _leave_out(self) -> None:
        rows = self._many or ([self._row] if self._row is not None else [])
        if rows:
            self.left_out.emit({row.place for row in rows}, True)

    def _take_back(self) -> None:
        if self._row is not None:
            self.left_out.emit({self._row.place}, False)

    def _read_again(self) -> None:
        if self._row is not None:
            self.unmended.emit(self._row.place)


def _text(row: IntakeRow, fact: str) -> str:
    text = str(getattr(row, fact))
    return birth_words(text) if fact == "birth_on" else text
