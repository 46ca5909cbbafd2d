"""What the check before signing found, paper by paper: each finding with its place, its sentence and the decree's reason.

Here: `PaperFindings` (one paper) and `findings_as_text` (all of them, to be copied). Asking for them is `gui.dialogs.check_papers`,
looking a paper through `operations.paper_review`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import CLEAN_MARK, FINDING_MARKS, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govmail_desk.domain.layout import Finding
    from govmail_desk.operations.paper_review import Reviewed


class PaperFindings(QWidget):
    """One paper: its name, how to open it, and what was found in it."""

    def __init__(
        self, reviewed: Reviewed, opens: Callable[[], object], parent: QWidget | None = None, *, most: int
    ) -> None:
        super().__init__(parent)
        self.reviewed = reviewed
        self.opening = LinkButton(_translated("Mở bằng Word"), opens, self)
        self.opening.setAccessibleName(_translated("Mở bằng Word: {}").format(reviewed.name))
        self.lines = [FindingLine(finding, self) for finding in reviewed.findings[:most]]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, Space.NEAR)
        rows.setSpacing(Space.NEAR)
        rows.addLayout(self._head())
        for line in self.lines:
            rows.addWidget(line)
        if not reviewed.findings:
            rows.addWidget(_clean_line(self))
        if (rest := len(reviewed.findings) - len(self.lines)) > 0:
            words = _translated("Còn {} điểm nữa trong văn bản này. “Chép tất cả” cho danh sách đầy đủ.")
            rows.addWidget(WrappedLabel(words.format(rest), "small", self))

    def _head(self) -> QHBoxLayout:
        name = WrappedLabel(paper_name(self.reviewed), "heading", self)
        name.setToolTip(self.reviewed.name)
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        line.addWidget(name, 1)
        line.addWidget(self.opening, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


class FindingLine(QFrame):
    """One finding."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName("quietCard")
        self.why_button: WhyButton | None = None
        self.sentence = WrappedLabel(finding.sentence, parent=self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        rows.setSpacing(Space.TIGHT)
        rows.addLayout(self._head(finding))
        rows.addWidget(self.sentence)
        self.setAccessibleName(f"{wording.FINDING_SEVERITIES[finding.severity]}, {finding.where}: {finding.sentence}")

    def _head(self, finding: Finding) -> QHBoxLayout:
        state = StateLabel(self)
        state.show_state(
            f"{wording.FINDING_SEVERITIES[finding.severity]}: {finding.where}", FINDING_MARKS[finding.severity]
        )
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(state)
        cite = ElidedLabel(finding.cite, self)
        cite.setProperty("tone", "small")
        cite.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(cite, 1)
        if finding.cite:
            self.why_button = WhyButton(Why(finding.why, finding.cite), self)
            line.addWidget(self.why_button)
        return line


def paper_name(reviewed: Reviewed) -> str:
    """Name a paper by what it is and which edition, or that the clerk's copy was read; slips by their file."""
    what = wording.FILE_ROLES[reviewed.role]
    if reviewed.role == "slip":
        what = f"{what} {reviewed.name}"
    which = _translated("bản đang sửa trong Word") if reviewed.is_copy else f"bản {reviewed.edition}"
    return f"{what}, {which}"


def findings_as_text(reviews: Sequence[Reviewed]) -> str:
    """Write everything found as lines, to be sent to whoever corrects the papers."""
    return "\n".join(line for reviewed in reviews for line in _text_of(reviewed))


def _text_of(reviewed: Reviewed) -> Iterator[str]:
    yield f"{paper_name(reviewed)} ({reviewed.name})"
    for finding in reviewed.findings:
        cite = f" ({finding.cite})" if finding.cite else ""
        yield f"- {wording.FINDING_SEVERITIES[finding.severity]}: {finding.where}. {finding.sentence}{cite}"
    if not reviewed.findings:
        yield _translated("- Không có điểm nào.")


def _clean_line(parent: QWidget) -> StateLabel:
    line = StateLabel(parent)
    line.show_state(_translated("Không có điểm nào"), CLEAN_MARK)
    return line


def _translated(words: str) -> str:
    return QCoreApplication.translate("PaperFindings", words)
