"""Signed copies of the minutes: looked at, attached byte for byte, told later which text they belong to, copied out.

Detaching one is taking its act back. What a file is, `documents.signed_copy`; what its mark says, `domain.signed_copy`; making the
minutes, `operations.handover_minutes`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.signed_copy import MOST_BYTES, CopyFile, read_copy_file
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.handover import Belongs, Handover, Minutes, SignedCopy
from govmail_desk.domain.pdf_signature import UNJUDGED, PdfSignature
from govmail_desk.domain.secrecy import refuse_password
from govmail_desk.domain.signed_copy import Belonging, belonging, typed_mark
from govmail_desk.domain.vietnamese import clean
from govmail_desk.domain.word_for_word import lines_not_said
from govmail_desk.operations.kept_copies import copy_kept
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import COPY_WAYS

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """What attaching a file would mean."""

    handover_id: int
    name: str
    content: bytes
    found: CopyFile
    belongs: Belongs
    minutes: Minutes | None
    """The edition its mark is of; None where it is of none of this handover's, or cannot be read."""
    sentences: tuple[str, ...]
    """What the clerk is told: to which text it belongs, each signature, and what nobody judged."""
    missing: tuple[str, ...] = ()
    """Lines of that edition a PDF does not say word for word; then somebody has to compare the two."""

    @property
    def asks_mark(self) -> bool:
        """True where the mark could not be read and the clerk has to type it."""
        return self.belongs == "unknown" and self.minutes is None

    @property
    def asks_comparing(self) -> bool:
        """True where it does not count as signed, but somebody who compares it with the minutes may say that it does."""
        return self.minutes is not None and (self.found.is_bare or bool(self.missing)) and _is_sound(self.found)

    @property
    def signatures(self) -> tuple[PdfSignature, ...]:
        """The signatures of a PDF, in the order they were made."""
        return self.found.signatures


def plan_copy(desk: Desk, *, handover_id: int, path: Path, mark: str = "") -> CopyPlan:
    """Look at a file that is to be attached; nothing is written and the file stays as it is.

    `mark` is what the clerk read in the footer, asked for where the file itself does not tell. Raises `RuleBroken` for a file that
    can be no signed copy, and one attached already; `StoreUnavailable` where it cannot be read.
    """
    content = _read(path)
    found = read_copy_file(content, name=path.name)
    with desk.reading() as connection:
        asked = Transaction(connection)
        _refuse_second(asked, asked.get(Handover, handover_id), content)
        editions, others = _editions(asked, handover_id)
    told = _told(found, editions, others, mark)
    missing = _missing(found, told.minutes)
    is_fit = not missing and not found.is_bare and _is_sound(found)
    return CopyPlan(
        handover_id=handover_id,
        name=safe_file_name(path.name),
        content=content,
        found=found,
        belongs=told.belongs if is_fit else "no",
        minutes=told.minutes,
        sentences=(*_answers(told, tuple(_doubts(found, missing))), *_signed(found)),
        missing=missing,
    )


def attach_copy(desk: Desk, plan: CopyPlan, *, note: str = "", is_compared: bool = False) -> Changes:
    """Keep a signed copy byte for byte with the signatures found in it.

    `is_compared` is the clerk's word, after comparing, that a file which reads otherwise or shows no signing is the signed minutes. A
    note never holds a password.
    """
    refuse_password(note)
    belongs: Belongs = "yes" if is_compared and plan.asks_comparing else plan.belongs
    said = "Đính kèm tệp không tính là bản đã ký" if belongs == "no" else "Đính kèm bản đã ký"
    sentence = f"{said} của biên bản bàn giao ({COPY_WAYS[plan.found.way].lower()}): {plan.name}"
    with desk.transaction("attach_copy", sentence) as act:
        _refuse_second(act.transaction, act.transaction.get(Handover, plan.handover_id), plan.content)
        if plan.minutes is not None:
            act.transaction.get(Minutes, plan.minutes.id)
        act.transaction.put(
            SignedCopy(
                handover_id=plan.handover_id,
                minutes_id=plan.minutes.id if plan.minutes else None,
                way=plan.found.way,
                name=plan.name,
                sha256=act.transaction.keep_bytes(plan.content),
                byte_count=len(plan.content),
                belongs=belongs,
                signatures=[one.kept() for one in plan.found.signatures],
                attached_on=desk.today(),
                by=desk.person,
                note=clean(note),
            )
        )
    return act.changes


def tell_mark(desk: Desk, *, copy_id: int, mark: str) -> Changes:
    """Say by the mark in its footer which text a copy belongs to, where the file itself did not tell."""
    with desk.transaction("tell_mark", "") as act:
        copy = act.transaction.get(SignedCopy, copy_id)
        if copy.belongs != "unknown" or copy.minutes_id is not None:
            raise RuleBroken("Bản này đã rõ thuộc biên bản nào. Hãy hoàn tác lần đính kèm nếu đính kèm nhầm.")
        told = belonging(_named(mark), *_editions(act.transaction, copy.handover_id))
        act.sentence = f"Xác định bản đã ký {copy.name}: dấu {typed_mark(mark)}"
        act.transaction.put(replace(copy, belongs=told.belongs, minutes_id=told.minutes.id if told.minutes else None))
    return act.changes


def copy_without_mark(desk: Desk, *, handover_id: int, path: Path) -> SignedCopy | None:
    """Find the copy kept of this very file whose text nobody told yet; None where there is none."""
    sha256 = hashlib.sha256(_read(path)).hexdigest()
    with desk.reading() as connection:
        kept = Transaction(connection).find(SignedCopy, handover_id=handover_id, sha256=sha256, belongs="unknown")
    return kept[0] if kept else None


def copy_signed(desk: Desk, *, copy_id: int, folder: Path) -> Path:
    """Write the kept bytes of a signed copy into a folder and return where they lie."""
    return copy_kept(desk, SignedCopy, record_id=copy_id, folder=folder)


def _told(found: CopyFile, editions: Sequence[Minutes], others: Sequence[Minutes], mark: str) -> Belonging:
    """Let the file speak first; where it says nothing, the mark the clerk typed."""
    told = belonging(found.text, editions, others)
    if told.belongs == "unknown" and clean(mark):
        return belonging(_named(mark), editions, others)
    return told


def _missing(found: CopyFile, minutes: Minutes | None) -> tuple[str, ...]:
    """Compare what was written into a PDF; what was scanned is not read word for word."""
    return () if minutes is None or found.is_scanned else lines_not_said(minutes.text, found.text)


def _named(mark: str) -> str:
    typed = typed_mark(mark)
    if not typed:
        raise RuleBroken(
            "Dấu biên bản gồm hai nhóm bốn ký tự, ví dụ 1A2B-3C4D. Hãy gõ đúng dấu in ở chân trang của bản đã ký."
        )
    return f"Dấu biên bản: {typed}"


def _signed(found: CopyFile) -> tuple[str, ...]:
    return (*(one.sentence for one in found.signatures), UNJUDGED) if found.signatures else ()


def _is_sound(found: CopyFile) -> bool:
    return all(one.is_sound for one in found.signatures)


def _answers(told: Belonging, doubts: tuple[str, ...]) -> tuple[str, ...]:
    """Say first why a file does not count, then which text its mark is of."""
    if not doubts or told.minutes is None:
        return (*doubts, told.sentence)
    return (*doubts, f"Tệp mang dấu {told.minutes.mark} của biên bản bản thứ {told.minutes.edition}.")


def _doubts(found: CopyFile, missing: tuple[str, ...]) -> Iterator[str]:
    """Say why a file does not count as the signed minutes."""
    if not _is_sound(found):
        yield "Tệp bị thay đổi sau khi ký nên không tính là bản đã ký. Hãy lấy lại tệp gốc từ người ký."
    if found.is_bare:
        yield "Tệp chưa có chữ ký số và không có trang quét nào nên chưa tính là bản đã ký. Hãy ký số, hoặc in ra ký rồi quét."
    if missing:
        yield (
            f"Tệp có {len(missing)} chỗ không đúng nguyên văn biên bản, chỗ đầu là “{missing[0]}”. "
            "Hãy so tệp với biên bản trước khi nhận."
        )


def _editions(asked: Transaction, handover_id: int) -> tuple[list[Minutes], list[Minutes]]:
    """Read the minutes of this handover, the newest last, and those of all others."""
    every = asked.find(Minutes)
    own = sorted((one for one in every if one.handover_id == handover_id), key=lambda one: one.edition)
    return own, [one for one in every if one.handover_id != handover_id]


def _refuse_second(asked: Transaction, handover: Handover, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    if asked.find(SignedCopy, handover_id=handover.id, sha256=sha256):
        raise RuleBroken("Tệp này đã được đính kèm vào lần bàn giao này rồi.")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise RuleBroken(f"Không thấy tệp «{path.name}». Hãy kiểm tra lại đường dẫn hoặc chọn lại tệp bản đã ký.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RuleBroken(f"Tệp «{path.name}» lớn hơn {MOST_BYTES >> 20} MB. Hãy quét lại ở độ phân giải thấp hơn.")
        return path.read_bytes()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được tệp «{path.name}». Hãy đóng tệp ở chương trình khác rồi làm lại."
        ) from failure
