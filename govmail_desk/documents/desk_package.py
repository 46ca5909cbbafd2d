"""The package that goes from one desk to another (gói dữ liệu, `.govmail-goi`): how it is written, and what is refused when it is read.

Three parts under each other: a line with the format's number, a line with the SHA-256 of everything else, and one deflated JSON document.
It is no zip on purpose: a zip has names, two directories, comments and gaps that no hash of its members covers, and a reader that has to
be talked out of paths, extra members and two members of one name. Here one hash answers for every byte, and none of that can be said.

The hash finds what was damaged on the way or edited by hand. It does not say who sent the file: whoever edits it may hash it anew. For
that there is the mark, the beginning of the file's own SHA-256 as any tool counts it, which the sender tells by another way (by
telephone, in a letter) and both desks show. Which mailboxes and figures go in is `operations.package_export`, what is done with them
`operations.packages`.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.mailbox import MailboxKind, MailboxState

if TYPE_CHECKING:
    from pathlib import Path

ENDING: Final = ".govmail-goi"
FORMAT_VERSION: Final = 1
"""Goes up when a desk of today could not read what is written; it is told before anything else is looked at."""

MOST_BYTES: Final = 32 * 1024 * 1024
"""100,000 mailboxes, the largest register the program is measured with, make some 3 MB."""
MOST_UNPACKED: Final = 100_000_000
"""The same 100,000 make some 15 MB of JSON."""
MOST_MAILBOXES: Final = 200_000

STARTS: Final = b"GOVMAIL-GOI "
_HEAD: Final = re.compile(rb"GOVMAIL-GOI ([1-9]\d{0,3})\n")
_SEAL: Final = re.compile(rb"([0-9a-f]{64})\n")
_SEAL_LENGTH: Final = 65
_HEAD_LENGTH: Final = 17
_MARK_GROUPS: Final = 4
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What could make a name look like another one on the screen."""
_ESCAPED: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\[untrbf]")
"""How JSON writes a control character; the register keeps none, so no desk of ours writes one."""
_SUSPECT: Final = (b"\\", b"\xc2\xad", b"\xe2", b"\xef\xbb\xbf")
"""A text with none of these bytes has nothing of either kind; Vietnamese needs none of them, and finding that out is quick."""
_OTHERS: Final = (
    (b"PK", "một tệp ZIP, Word hoặc Excel"),
    (b"%PDF", "một tệp PDF"),
    (b"SQLite format 3", "một tệp sổ"),
    (b"\xd0\xcf\x11\xe0", "một tệp Word hoặc Excel cũ"),
    (b"From", "một thư điện tử"),
    (b"X-Unsent", "một thư điện tử"),
)

_Text = Annotated[str, msgspec.Meta(max_length=500)]
_Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Address = Annotated[
    str, msgspec.Meta(max_length=254, pattern=r"\A[a-z0-9_+-]+(\.[a-z0-9_+-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+\Z")
]
_Period = Annotated[str, msgspec.Meta(pattern=r"\A(\d{4}(-Q[1-4]|-H[12])?)?\Z")]


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose package it is, for which period and as of which day, and how far the unit's journal went."""

    program: _Text
    """The version of the program that wrote it."""
    register_id: _Hash
    """The hash of the first entry in the unit's journal."""
    slug: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    address: _Address
    """The unit's own mailbox; its domain is the unit's."""
    regulation_id: _Text
    period: _Period
    """`2026-Q4` and so on; empty for a whole register."""
    opening_on: date | None
    as_of_on: date
    made_at: datetime
    journal_seq: Annotated[int, msgspec.Meta(ge=1)]
    journal_hash: _Hash

    @property
    def domain(self) -> str:
        """The domain of the unit's mailboxes."""
        return self.address.partition("@")[2]


class PackagedMailbox(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One mailbox as it stood on the package's day: no birth date, no private telephone, no number of an identity card, no note."""

    address: _Address
    kind: MailboxKind
    holder: _Text
    post: _Text
    unit: _Text
    state: MailboxState
    since: date


class Contents(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a package says: manifest, the figures of its period (empty without one), the mailboxes by address."""

    manifest: Manifest
    figures: dict[str, Any]
    mailboxes: tuple[PackagedMailbox, ...]


@dataclass(frozen=True, slots=True)
class DeskPackage:
    """A package as it was read, with its bytes and their SHA-256, which the mark is taken from."""

    name: str
    content: bytes
    sha256: str
    contents: Contents

    @property
    def mark(self) -> str:
        """What two people compare: `7F3A-09C2-51BE-D840`."""
        return mark_of(self.sha256)


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Contents, strict=True)


def mark_of(sha256: str) -> str:
    """Shorten the hash of a package to the mark that two people can read to each other."""
    return "-".join(
        sha256[at : at + _MARK_GROUPS].upper() for at in range(0, _MARK_GROUPS * _MARK_GROUPS, _MARK_GROUPS)
    )


def made_package(contents: Contents) -> bytes:
    """Write a package; the same contents are the same bytes."""
    head = STARTS + b"%d\n" % FORMAT_VERSION
    body = zlib.compress(_encoder.encode(contents), 9)
    return head + _seal(head, body).encode("ascii") + b"\n" + body


def read_file(path: Path) -> DeskPackage:
    """Read a package from the disk; a file too long to be one is not read at all.

    Raises `RuleBroken` with one sentence that names the file and what is wrong with it, `StoreUnavailable` where the disk does.
    """
    return read_package(bytes_within(path, MOST_BYTES, what=_WHAT), name=path.name)


def bytes_within(path: Path, most: int, *, what: str) -> bytes:
    """Read a file that is no longer than `what` can be. Raises `RuleBroken` where it is missing or longer, else `StoreUnavailable`."""
    try:
        if not path.is_file():
            raise _refused(path.name, "không có tệp ở nơi đã chỉ", "Hãy chọn lại tệp.")
        if path.stat().st_size > most:
            raise _too_large(path.name, most, what)
        with path.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as failure:
        raise StoreUnavailable(
            f"Chưa đọc được tệp «{path.name}». Hãy cắm lại USB hoặc chép tệp về máy rồi làm lại."
        ) from failure


def read_package(content: bytes, *, name: str) -> DeskPackage:
    """Read a package. Raises `RuleBroken` with one sentence that names the file and what is wrong with it."""
    if len(content) > MOST_BYTES:
        raise _too_large(name, MOST_BYTES, _WHAT)
    head = _HEAD.match(content[:_HEAD_LENGTH])
    if head is None:
        raise _strange(content, name)
    if int(head[1]) > FORMAT_VERSION:
        raise _refused(
            name,
            f"gói do bản chương trình mới hơn lập (định dạng {int(head[1])}, máy này đọc đến {FORMAT_VERSION})",
            "Hãy cập nhật chương trình rồi nhận lại.",
        )
    at = head.end()
    seal, body = _SEAL.match(content[at : at + _SEAL_LENGTH]), content[at + _SEAL_LENGTH :]
    if seal is None or seal[1].decode("ascii") != _seal(head[0], body):
        raise _refused(name, "nội dung không còn đúng như khi đơn vị lập (hỏng khi chép, hoặc đã bị sửa)", _AGAIN)
    return DeskPackage(name, content, hashlib.sha256(content).hexdigest(), _contents(_unpacked(body, name), name))


_AGAIN: Final = "Hãy xin đơn vị gửi lại gói."
_WHAT: Final = "gói dữ liệu của một đơn vị"


def _seal(head: bytes, body: bytes) -> str:
    digest = hashlib.sha256(head)
    digest.update(body)
    return digest.hexdigest()


def _unpacked(body: bytes, name: str) -> bytes:
    """Inflate what is well sealed, and no further than a register can be long."""
    inflating = zlib.decompressobj()
    try:
        text = inflating.decompress(body, MOST_UNPACKED)
    except zlib.error as failure:
        raise _made_elsewhere(name) from failure
    if inflating.unconsumed_tail:
        raise _refused(name, "gói nở ra lớn hơn mọi sổ có thể có", "Đừng mở tệp này; hãy hỏi lại nơi gửi.")
    if not inflating.eof or inflating.unused_data:
        raise _made_elsewhere(name)
    return text


def _contents(text: bytes, name: str) -> Contents:
    try:
        contents = _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as failure:
        raise _made_elsewhere(name) from failure
    if not _is_plain(text) or not _agrees(contents):
        raise _made_elsewhere(name)
    return contents


def _is_plain(text: bytes) -> bool:
    """Say whether a text is free of control characters and of what is not seen."""
    if not any(part in text for part in _SUSPECT):
        return True
    return not _ESCAPED.search(text) and not _UNSEEN.search(text.decode("utf-8"))


def _agrees(contents: Contents) -> bool:
    """Say whether the parts fit each other: one line an address, in order, no day after the package's own, no period without an opening."""
    manifest, boxes = contents.manifest, contents.mailboxes
    return (
        len(boxes) <= MOST_MAILBOXES
        and all(one.address < next_one.address for one, next_one in pairwise(boxes))
        and all(one.since <= manifest.as_of_on for one in boxes)
        and manifest.made_at.tzinfo is not None
        and manifest.as_of_on.toordinal() <= manifest.made_at.astimezone(UTC).date().toordinal() + 1
        and (manifest.opening_on is not None) == bool(manifest.period)
        and (manifest.opening_on is None or manifest.opening_on <= manifest.as_of_on)
        and bool(contents.figures) == bool(manifest.period)
    )


def _refused(name: str, reason: str, advice: str) -> RuleBroken:
    return RuleBroken(f"Không nhận tệp «{name}»: {reason}. {advice}")


def _too_large(name: str, most: int, what: str) -> RuleBroken:
    return _refused(name, f"tệp dài hơn {most // 1024 // 1024} MB, không thể là {what}", "Hãy chọn lại tệp.")


def _strange(content: bytes, name: str) -> RuleBroken:
    if not content:
        return _refused(name, "tệp rỗng", _AGAIN)
    if content.startswith(STARTS[: len(content)]):
        return _refused(name, "gói bị cắt ngang hoặc hỏng ngay ở đầu", _AGAIN)
    found = next((words for start, words in _OTHERS if content.startswith(start)), "một tệp loại khác")
    return _refused(
        name, f"đây là {found}, không phải gói dữ liệu", f"Hãy chọn tệp có đuôi {ENDING} mà đơn vị đã xuất."
    )


def _made_elsewhere(name: str) -> RuleBroken:
    """A seal that is right around contents no desk writes: somebody made it otherwise."""
    return _refused(name, "nội dung không phải do chương trình này lập ra", "Hãy hỏi lại đơn vị, rồi xin gói khác.")
