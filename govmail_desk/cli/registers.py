"""`init` and `verify`: found a unit's register, and hold it against its journal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from govmail_desk.cli.opening import open_desk, person, register_path
from govmail_desk.cli.output import print_lines
from govmail_desk.domain.regulation import Regulation
from govmail_desk.operations.journals import verify as verify_register
from govmail_desk.operations.registers import create_register
from govmail_desk.regulations import loader, shipped


def init(chosen: argparse.Namespace) -> int:
    """Make the register of a unit, with its own mailbox and, where named, its head."""
    path = register_path(chosen)
    desk = create_register(
        path,
        person=person(),
        regulation=find_regulation(chosen.regulation),
        unit_name=chosen.unit,
        slug=chosen.slug,
        head=chosen.head,
    )
    desk.close()
    print_lines([f"Đã lập sổ của {chosen.unit}: {path}"])
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """Check integrity, journal chain, rows against journal and files; 1 when anything is off."""
    findings = verify_register(open_desk(chosen))
    for finding in findings:
        print(finding.sentence, file=sys.stderr)
    if not findings:
        print_lines(["Sổ nguyên vẹn: tệp, nhật ký, các dòng và tệp đã lập đều khớp."])
    return 1 if findings else 0


def find_regulation(id_or_file: str) -> Regulation:
    """Find a regulation by its id among those shipped, or read it from a file."""
    path = Path(id_or_file)
    if path.suffix == ".toml" or path.is_file():
        return loader.load(path)
    return shipped.find(id_or_file)
