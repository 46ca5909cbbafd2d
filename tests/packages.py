"""Packages for tests: units whose desks send them, and contents made by hand for what no desk of ours would write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.documents.desk_package import ENDING, Contents, Manifest, PackagedMailbox, made_package
from govmail_desk.domain.report_figures import KINDS, ChangeLine, Figures
from govmail_desk.operations.registers import create_register
from govmail_desk.operations.report_events import EXISTING
from govmail_desk.regulations import loader

SENT_AT: Final = datetime(2026, 12, 5, 2, tzinfo=UTC)
TAKEN_AT: Final = datetime(2026, 12, 7, 2, tzinfo=UTC)
"""Two days after a unit of Quận 4 owes its figures of the fourth quarter."""


def quan4(folder: Path, name: str, slug: str, *, at: datetime = SENT_AT) -> Desk:
    """Found the register of an invented unit of Quận 4."""
    return create_register(
        folder / f"{slug}.govmail",
        person="Ngô Thị Kim Uyên",
        regulation=loader.load(paths.regulations() / "quan4-03-2013.toml"),
        unit_name=name,
        slug=slug,
        clock=lambda: at,
    )


def office_desk(folder: Path) -> Desk:
    """Found the register of the office that gathers the packages of Quận 4, two days after they are due."""
    return quan4(folder, "Văn phòng Ủy ban nhân dân Quận 4", "q4", at=TAKEN_AT)


def manifest(number: int = 1, **other: Any) -> Manifest:
    """Make the manifest of an invented ward's package."""
    told: dict[str, Any] = {
        "program": "0.5",
        "register_id": f"{number:064x}",
        "slug": f"phuong{number}",
        "name": f"Ủy ban nhân dân Phường {number}",
        "address": f"phuong{number}.q4@tphcm.gov.vn",
        "regulation_id": "quan4-03-2013",
        "period": "",
        "opening_on": None,
        "as_of_on": date(2026, 12, 5),
        "made_at": SENT_AT,
        "journal_seq": 12,
        "journal_hash": "cd" * 32,
    }
    return Manifest(**told | other)


def box(name: str, **other: Any) -> PackagedMailbox:
    """Make a mailbox of someone: `box("hanhltm")`."""
    told: dict[str, Any] = {
        "address": f"{name}.q4@tphcm.gov.vn",
        "kind": "personal",
        "holder": name.capitalize(),
        "post": "Chuyên viên",
        "unit": "Ủy ban nhân dân Phường 1",
        "state": "active",
        "since": date(2026, 3, 2),
    }
    return PackagedMailbox(**told | other)


def figures(boxes: Iterable[PackagedMailbox], *, opening_on: date, cut_off_on: date) -> dict[str, Any]:
    """Make figures in which all that stands stood before."""
    standing = [one.kind for one in boxes if one.state in EXISTING]
    lines = (
        ChangeLine(unit_id=1, unit="Phường", kind=kind, opening=standing.count(kind), closing=standing.count(kind))
        for kind in KINDS
    )
    return Figures(opening_on=opening_on, cut_off_on=cut_off_on, lines=tuple(lines)).to_plain()


def contents(boxes: Iterable[PackagedMailbox] = (), *, number: int = 1, **other: Any) -> Contents:
    """Make a package's contents; with a `period` its figures are of these mailboxes."""
    found = tuple(sorted(boxes, key=lambda one: one.address))
    if other.get("period") and "opening_on" not in other:
        other["opening_on"] = date(2026, 9, 30)
    told = manifest(number, **other)
    counted = figures(found, opening_on=told.opening_on, cut_off_on=told.as_of_on) if told.opening_on else {}
    return Contents(manifest=told, figures=counted, mailboxes=found)


def written(folder: Path, made: Contents, name: str = "") -> Path:
    """Write a package into a folder."""
    path = folder / (name or f"{made.manifest.slug}-{made.manifest.journal_seq}{ENDING}")
    path.write_bytes(made_package(made))
    return path


def told_otherwise(made: Contents, **other: Any) -> Contents:
    """Give contents with another manifest."""
    return msgspec.structs.replace(made, manifest=msgspec.structs.replace(made.manifest, **other))
