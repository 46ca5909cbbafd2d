"""`init` and `verify`: found a unit's register, and hold it against its journal."""

from __future__ import annotations

import argparse
import sys

from govmail_desk.cli.opening import open_desk, person, register_path
from govmail_desk.cli.output import print_lines
from govmail_desk.domain.errors import StoreDamaged
from govmail_desk.operations.journals import verify as verify_register
from govmail_desk.operations.registers import create_register
from govmail_desk.regulations import shipped


def init(chosen: argparse.Namespace) -> int:
    """Make the register of a unit, with its own mailbox and, where named, its head."""
    path = register_path(chosen)
    desk = create_register(
        path,
        person=person(),
        regulation=shipped.named(chosen.regulation),
        unit_name=chosen.unit,
        slug=chosen.slug,
        head=chosen.head,
    )
    desk.close()
    print_lines([f"Đã lập sổ của {chosen.unit}: {path}"])
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """Check integrity, journal chain, rows against journal and files; 1 when anything is off."""
    try:
        with open_desk(chosen) as desk:
            findings = [finding.sentence for finding in verify_register(desk)]
    except StoreDamaged as damage:
        findings = [damage.sentence]
    for finding in findings:
        print(finding, file=sys.stderr)
    if not findings:
        print_lines(["Sổ nguyên vẹn: tệp, nhật ký, các dòng và tệp đã lập đều khớp."])
    return 1 if findings else 0
