"""The minutes of a handover: looked at, made as the next edition, copied out to be printed or signed.

Each edition is kept whole with its text, the hash of it, and the journal's head at that moment; a change of the checklist afterwards makes
another one, and the earlier ones stay. What they say is `operations.minutes_content`; signed copies are `operations.signed_copies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.documents.minutes import MadeMinutes, Stamp, made_minutes
from govmail_desk.documents.shipped_forms import form_for
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Handover, HandoverItem, Minutes
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.kept_copies import copy_kept
from govmail_desk.operations.minutes_content import MinutesChoices, content_of
from govmail_desk.regulations.handover import rules
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk

_NOTHING_FILLED: Final = MinutesChoices()


class MinutesUnchanged(RuleBroken):
    """The minutes would say word for word what their last edition says; `minutes_id` is that edition, which may be copied out again."""

    def __init__(self, last: Minutes) -> None:
        super().__init__(f"Nội dung giống hệt biên bản bản thứ {last.edition}. Hãy dùng bản đó.")
        self.minutes_id = last.id


@dataclass(frozen=True, slots=True)
class MinutesPlan:
    """The minutes as they would be made now."""

    handover_id: int
    edition: int
    made: MadeMinutes
    name: str
    open_titles: tuple[str, ...]
    """The required lines of the checklist that are not settled yet; the minutes say so too."""
    journal_seq: int
    journal_hash: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text to be looked at, paragraph by paragraph."""
        return tuple(self.made.text.splitlines())


def plan_minutes(desk: Desk, *, handover_id: int, choices: MinutesChoices = _NOTHING_FILLED) -> MinutesPlan:
    """Make the minutes for a look; nothing is written.

    Raises `RuleBroken` for a cancelled handover and where the unit's letterhead is missing, `MinutesUnchanged` where the text is that of
    the last edition.
    """
    with desk.reading() as connection:
        asked = Transaction(connection)
        found = asked.get(Handover, handover_id)
        earlier = asked.find(Minutes, handover_id=handover_id)
        items = asked.find(HandoverItem, handover_id=handover_id)
        seq, head = journals.head(connection)
        content = content_of(desk, connection, found, choices)
    edition = max((one.edition for one in earlier), default=0) + 1
    name, form = _form(desk, found)
    made = made_minutes(form, content, Stamp(edition, seq, head), form_name=name)
    if earlier and earlier[-1].text_sha256 == made.sha256:
        raise MinutesUnchanged(earlier[-1])
    return MinutesPlan(
        handover_id=handover_id,
        edition=edition,
        made=made,
        name=f"bien-ban-ban-giao-{found.effective_on:%Y%m%d}-ban-{edition}.docx",
        open_titles=tuple(rules()[one.item].title for one in items if one.is_required and one.state == "open"),
        journal_seq=seq,
        journal_hash=head,
    )


def make_minutes(desk: Desk, *, handover_id: int, choices: MinutesChoices = _NOTHING_FILLED) -> Changes:
    """Keep the minutes as the next edition: file, text, hash, mark, and the journal's head they were made on."""
    plan = plan_minutes(desk, handover_id=handover_id, choices=choices)
    sentence = f"Lập biên bản bàn giao, bản thứ {plan.edition}, dấu {plan.made.mark}"
    with desk.transaction("make_minutes", sentence) as act:
        if journals.head(act.transaction.connection) != (plan.journal_seq, plan.journal_hash):
            raise RuleBroken("Sổ vừa có thay đổi. Hãy tải lại trang rồi lập biên bản lần nữa; chưa có gì được ghi.")
        act.transaction.put(
            Minutes(
                handover_id=handover_id,
                edition=plan.edition,
                text=plan.made.text,
                text_sha256=plan.made.sha256,
                mark=plan.made.mark,
                journal_seq=plan.journal_seq,
                journal_hash=plan.journal_hash,
                name=plan.name,
                sha256=act.transaction.keep_bytes(plan.made.docx),
                byte_count=len(plan.made.docx),
                made_at=desk.clock().astimezone(UTC),
            )
        )
    return act.changes


def copy_minutes(desk: Desk, *, minutes_id: int, folder: Path) -> Path:
    """Write a copy of one edition into a folder and return where it lies; a file there that says otherwise stays beside it."""
    return copy_kept(desk, Minutes, record_id=minutes_id, folder=folder)


def _form(desk: Desk, found: Handover) -> tuple[str, bytes]:
    shipped = form_for(paths.forms(), "minutes", regulation_id=found.regulation_id)
    if shipped is None:
        raise RuleBroken("Chưa có mẫu biên bản bàn giao. Hãy đưa mẫu vào ở trang Thiết lập, mục Biểu mẫu.")
    return shipped.file.rpartition("/")[2], form_content(desk, shipped.file)
