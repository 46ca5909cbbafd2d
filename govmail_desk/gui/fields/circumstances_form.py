"""What stands around a handover, as rows of a form: the decision, a giver who cannot sign and who signs for them, witness, place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from govmail_desk import wording
from govmail_desk.domain.handover import Circumstances
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.handover import Absence, Handover


class CircumstancesForm(Form):
    """The rows; who signs in the giver's place is asked where the giver cannot."""

    def __init__(self, around: Circumstances | Handover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = TextField(around.document, hint=self.tr("Số, ngày quyết định"))
        self.absence = ChoiceField(wording.ABSENCES.items())
        self.in_place_of = TextField(
            around.in_place_of, hint=self.tr("Hội đồng bàn giao, hoặc họ tên và chức vụ cấp trên")
        )
        self.witness = TextField(around.witness, hint=self.tr("Họ tên, chức vụ; để trống nếu không có"))
        self.place = TextField(around.place, hint=self.tr("Để trống: trụ sở đơn vị"))
        self.note = LongTextField(around.note, lines=2)
        self.add("document", self.tr("Văn bản"), self.document)
        self.add("absence", self.tr("Bên giao"), self.absence)
        self.add("in_place_of", self.tr("Người ký thay bên giao"), self.in_place_of, is_needed=True)
        self.add("witness", self.tr("Người chứng kiến"), self.witness)
        self.add("place", self.tr("Nơi bàn giao"), self.place)
        self.put_side_by_side("witness", "place")
        self.add("note", self.tr("Ghi chú"), self.note, hint=self.tr("Không bao giờ ghi mật khẩu ở đây."))
        self.absence.picked.connect(self._follow)
        self.show_absence(around.giver_absence)

    def show_absence(self, absence: Absence) -> None:
        """Say whether the giver is there."""
        self.absence.choose(absence)
        self._follow()

    def around(self) -> Circumstances:
        """Return what was typed."""
        return Circumstances(
            document=self.document.typed(),
            giver_absence=cast("Absence", self.absence.choice()),
            in_place_of=self.in_place_of.typed(),
            witness=self.witness.typed(),
            place=self.place.typed(),
            note=self.note.typed(),
        )

    def problems(self) -> dict[str, str]:
        """Say what is missing."""
        if self.absence.choice() and not self.in_place_of.typed():
            return {"in_place_of": self.tr("Chưa có người ký thay. Hãy ghi hội đồng bàn giao hoặc cấp trên ký thay.")}
        return {}

    def _follow(self) -> None:
        self.rows["in_place_of"].setVisible(bool(self.absence.choice()))
