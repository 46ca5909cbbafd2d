"""A table that shows what is searched for: at once when the page reloads or another order is wanted, in a worker while it is typed.

Here: `Lookup`, `Opening`. Only the answer to the newest question is shown; the first lines come with the numbers, in one reading, so
that a page asks the register equally often for a hundred rows and for a hundred thousand.
Not here: the search line and the chips (the page), the rows held (`gui.tables.rows_model`), the SQL (`govmail_desk.listings`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.background import Background, Latest
from govmail_desk.gui.tables.rows_model import HasId, RowsModel, RowSource

if TYPE_CHECKING:
    from govmail_desk.gui.tables.columns import Order

Row = TypeVar("Row", bound=HasId)
Asked = Callable[["Order"], "Opening"]


class Opening(Protocol):
    """What a listing answers when a page is opened or searched."""

    @property
    def ids(self) -> Sequence[int]:
        """All numbers wanted, in order."""
        ...

    @property
    def first(self) -> Sequence[Any]:
        """The first lines of them."""
        ...


class Lookup(QObject, Generic[Row]):
    """Asks a listing for a table and tells the page what else was answered.

    `question` is called on the GUI thread and returns what to ask, with all that is wanted bound into it; that may then run in a worker.
    """

    answered = Signal(object)
    """Another answer is shown: the listing's whole answer, before the table takes it."""
    failed = Signal(object)
    """The register could not be read: what was raised."""

    def __init__(
        self,
        model: RowsModel[Row],
        *,
        question: Callable[[], Asked],
        lines: Callable[[Sequence[int]], Sequence[Row]],
        background: Background,
    ) -> None:
        super().__init__(model)
        self._model = model
        self._question = question
        self._lines = lines
        self._first: dict[int, Row] = {}
        self._latest = Latest(background, self)
        model.failed.connect(self.failed)

    def ask_now(self) -> None:
        """Ask and show the answer before this returns."""
        self._latest.forget()
        self._model.show(RowSource(self._ids, self._rows))

    def ask_soon(self) -> None:
        """Ask off the GUI thread once typing pauses; a question still open no longer counts."""
        self._latest.ask(partial(self._question(), self._model.order), self._show, self.failed.emit)

    def _ids(self, order: Order) -> Sequence[int]:
        return self._keep(self._question()(order))

    def _show(self, answer: Opening) -> None:
        self._model.take(self._keep(answer))

    def _keep(self, answer: Opening) -> Sequence[int]:
        self._first = {row.id: row for row in answer.first}
        self.answered.emit(answer)
        return answer.ids

    def _rows(self, ids: Sequence[int]) -> Sequence[Row]:
        """Hand over the first lines as they came with the numbers, others as they are asked for."""
        first, known = self._first, self._first.keys()
        if first and all(item_id in known for item_id in ids):
            self._first = {}
            return [first[item_id] for item_id in ids]
        return self._lines(ids)
