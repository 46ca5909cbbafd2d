"""Writing a published edition of the directory to disk, in any of its five formats; each file that goes out is noted.

What a file says comes from the frozen edition alone, save the letterhead of its day. Freezing is `operations.directories`, drawing
`documents.directory` and the modules named there.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import select

from govmail_desk.documents.directory import DirectoryPaper
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.directory import DirectoryEdition, lines_of
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.settings import Letterhead
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.directories import publish_edition
from govmail_desk.operations.exports import record_export
from govmail_desk.store.tables import journal
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import DIRECTORY_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.directories import EditionPlan

_DRAWN_BY: Final = {
    ".xlsx": "directory_xlsx",
    ".docx": "directory_docx",
    ".html": "directory_html",
    ".vcf": "directory_vcards",
    ".csv": "directory_csv",
}
"""The function, and the module of `documents` it stands in; loaded when such a file is wanted."""
ENDINGS: Final = tuple(_DRAWN_BY)


def refuse_unknown_ending(file: Path) -> None:
    """Raise `RuleBroken` where a file's ending names no format of ours."""
    if file.suffix.lower() not in _DRAWN_BY:
        *others, last = ENDINGS
        raise RuleBroken(
            f"Tên tệp “{file.name}” phải kết thúc bằng {', '.join(others)} hoặc {last}. Hãy chọn một trong các loại tệp ấy."
        )


def file_name(number: int, as_of_on: date, *, is_public: bool, ending: str) -> str:
    """Propose a name for a file of an edition: `danh-ba-cong-khai-ban-3-2026-11-22.xlsx`."""
    kind = fold(DIRECTORY_KINDS[is_public]).replace(" ", "-")
    return safe_file_name(f"danh-ba-{kind}-ban-{number}-{as_of_on.isoformat()}{ending}")


def write_directory(desk: Desk, *, edition_id: int, file: Path) -> Changes:
    """Write an edition, whole or not at all, and note that it went out; the file's ending says the format.

    Raises `RuleBroken` for any other ending, `StoreUnavailable` where the file cannot be written: nothing is noted then.
    """
    refuse_unknown_ending(file)
    with desk.reading() as connection:
        edition = Transaction(connection).get(DirectoryEdition, edition_id)
        paper = _paper(desk, connection, edition)
    return _noted(desk, edition, file, _written(paper, file))


def publish_into(desk: Desk, plan: EditionPlan, *, file: Path) -> DirectoryEdition:
    """Freeze an edition and write it to disk, both or neither: no edition is left behind that nobody got. Raises as each of them does."""
    refuse_unknown_ending(file)
    done: list[tuple[DirectoryEdition, str]] = []

    def write(connection: Connection, edition: DirectoryEdition) -> None:
        done.append((edition, _written(_paper(desk, connection, edition), file)))

    publish_edition(desk, plan, then=write)
    ((edition, sha256),) = done
    _noted(desk, edition, file, sha256)
    return edition


def _written(paper: DirectoryPaper, file: Path) -> str:
    """Put the drawn file on disk and return its hash."""
    content = drawn(paper, file.suffix)
    write_whole(file, content)
    return hashlib.sha256(content).hexdigest()


def _noted(desk: Desk, edition: DirectoryEdition, file: Path, sha256: str) -> Changes:
    return record_export(
        desk,
        kind="directory",
        subject=f"danh bạ {DIRECTORY_KINDS[edition.is_public]} bản số {edition.number}",
        row_count=len(edition.entries),
        name=file,
        content_sha256=sha256,
    )


def drawn(paper: DirectoryPaper, ending: str) -> bytes:
    """Return an edition in the format of an ending."""
    name = _DRAWN_BY[ending.lower()]
    draw = cast("Callable[[DirectoryPaper], bytes]", getattr(import_module(f"govmail_desk.documents.{name}"), name))
    return draw(paper)


def _paper(desk: Desk, connection: Connection, edition: DirectoryEdition) -> DirectoryPaper:
    """Put around an edition what its day's letterhead says; without one the unit that stands first gives its name."""
    head, lines = desk.valid(Letterhead, edition.as_of_on), lines_of(edition)
    mark: str = connection.execute(select(journal.c.hash).order_by(journal.c.seq).limit(1)).scalar_one()
    return DirectoryPaper(
        number=edition.number,
        as_of_on=edition.as_of_on,
        is_public=edition.is_public,
        lines=lines,
        made_at=edition.made_at,
        body=head.body if head else lines[0].name,
        parent_body=head.parent_body if head else "",
        place_and_date=place_and_date(head.place, paper_date(edition.as_of_on)) if head else "",
        mark=mark,
    )
