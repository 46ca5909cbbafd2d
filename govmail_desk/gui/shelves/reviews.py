"""Rà soát: the reviews of the mailboxes, and beside the one chosen how far each department is, what was decided and what comes next.

Here: `ReviewsShelf`. Rows come from `listings.reviews` and `listings.review_pane`; the acts on the one chosen are
`gui.parts.review_acts`. An answer dropped on the shelf is read at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.gui.desktop import LIST_ENDINGS
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.review import ReviewPane
from govmail_desk.gui.parts.review_acts import ReviewActs
from govmail_desk.gui.tables.review_columns import STATE_CHIPS, review_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import review_pane, reviews
from govmail_desk.listings.reviews import Opening, ReviewLine
from govmail_desk.wording import REVIEW_STATES

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order

_OPEN: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.open_review:OpenReviewDialog")


class ReviewsShelf(LookupPage[ReviewLine]):
    """Reviews of the mailboxes."""

    reads = frozenset({
        "review", "review_sheet", "review_row", "review_reminder", "review_paper",
        "request", "unit_name", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "reviews"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = ReviewPane()
        super().__init__(
            columns=review_columns(self._today),
            name="Rà soát",
            search_words="Tìm theo tên đợt, văn bản",
            chips=STATE_CHIPS,
            icon_name="review",
            kept_as="reviews",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.review_acts = ReviewActs(self)
        self._make = self.add_act(
            "open", self.tr("Mở đợt rà soát"), self.open_review, icon_name="add", shortcut="Ctrl+N", is_main=True
        )
        self.add_act("take", self.tr("Nhận trả lời…"), self.review_acts.take_answers, icon_name="import")
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        self.row_acts = self.review_acts.all
        self.review_acts.asked.connect(self.settle)
        self.shown.asked_for.connect(self.go_to)
        self.shown.sheet_asked.connect(self.review_acts.show_rows)
        self.shown.paper_asked.connect(self.review_acts.open_paper)
        self.setAcceptDrops(True)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.review_acts.open_desk(desk)

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the reviews searched for."""
        return partial(_asked, self.desk, self.search.text(), self.chips.chosen_keys)

    def lines(self, ids: Sequence[int]) -> Sequence[ReviewLine]:
        """Return the rows of these reviews."""
        return reviews.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say how many there are in each state, and what belongs here where there are none."""
        self.chips.show_counts(dict(answer.counts))
        told = [
            f"{answer.counts[key]} {words.lower()}" for key, words in REVIEW_STATES.items() if answer.counts.get(key)
        ]
        self.set_subtitle(" · ".join(told) or self.tr("Chưa có đợt rà soát nào"))
        if answer.counts:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có đợt rà soát nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Mỗi đợt gửi cho từng bộ phận một phiếu Excel để chọn giữ, thay đổi hay hủy từng hộp thư; trả lời thành đề nghị."
        )
        self.view.empty.say(self.tr("Chưa có đợt rà soát nào"), words, (self._make,), icon_name="review")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the review chosen."""
        facts = review_pane.pane(self.desk, ids[0]) if len(ids) == 1 else None
        self.review_acts.show_review(facts)
        if facts is None:
            self.shown.show_nothing()
            return
        self.shown.show_review(facts, self._today())
        self.shown.offer(self.review_acts.offered, self.review_acts.main)

    # acts

    def open_review(self) -> None:
        """Open a review of the mailboxes."""
        dialog = _OPEN.load()(self, self.desk)
        dialog.made.connect(self._show_made)
        dialog.open()

    def edit(self) -> None:
        """Decide the rows of the department chosen by hand: F2."""
        chosen = self.shown.chosen_sheet_ids
        if chosen:
            self.review_acts.show_rows(chosen[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take spreadsheets that are dropped here."""
        if _spreadsheets(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped as answers."""
        files = _spreadsheets(event)
        if files:
            event.acceptProposedAction()
            self.review_acts.take_files(files)

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["review"]
        self.show_item(made)

    def _today(self) -> date:
        return self.desk.today()


def _asked(desk: Desk, search: str, states: Any, _order: Order) -> Opening:
    return reviews.opening(desk, search=search, states=states, first_count=PAGE)


def _spreadsheets(event: QDropEvent) -> list[Path]:
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in found if path.suffix.lower() in LIST_ENDINGS]
