"""`demo`: a sample unit of invented people, and the main job done on it from its Excel list to letter, list and e-mail."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from govmail_desk import paths
from govmail_desk.cli.opening import person
from govmail_desk.cli.output import print_lines
from govmail_desk.desk import Desk
from govmail_desk.documents import spreadsheet
from govmail_desk.documents.file_names import free_path
from govmail_desk.documents.sample_list import SamplePerson, made_sample_list
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.copies import copy_files, made_folder
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.registers import create_register
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.regulations import shipped

REGISTER_NAME: Final = "so-hop-thu.govmail"


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample unit of one regulation."""

    name: str
    slug: str
    head: str
    file: str
    people: tuple[SamplePerson, ...]
    only: tuple[str, ...] = ()
    """The posts a request is made for; empty means everyone."""


def demo(chosen: argparse.Namespace, *, open_window: Callable[[str | None], int] | None) -> int:
    """Build the sample unit, do the main job on it, print the paths, then open the window where there is one."""
    sample = read_sample(chosen.regulation)
    folder = made_folder(chosen.folder or paths.home() / "don-vi-mau" / chosen.regulation)
    register, made = do_main_job(sample, regulation_id=chosen.regulation, folder=folder)
    print(f"Đơn vị mẫu {sample.name}: đã nhập danh sách và lập đề nghị. Các tệp:", file=sys.stderr)
    print_lines(str(path) for path in (register, *made))
    if chosen.no_gui or open_window is None:
        return 0
    return open_window(str(register))


def do_main_job(sample: Sample, *, regulation_id: str, folder: Path) -> tuple[Path, list[Path]]:
    """Found the register, take the list in, ask for mailboxes; return the register's file and the files made."""
    list_file = free_path(folder, sample.file)
    write_whole(list_file, made_sample_list(unit=sample.name, people=sample.people))
    register = free_path(folder, REGISTER_NAME)
    with create_register(
        register,
        person=person(),
        regulation=shipped.named(regulation_id),
        unit_name=sample.name,
        slug=sample.slug,
        head=sample.head,
    ) as desk:
        take_in(desk, plan_intake(desk, spreadsheet.read(list_file)))
        plan = plan_request(desk, on=desk.today(), people_ids=_wanted(desk, sample))
        (request_id,) = draft_request(desk, plan).ids["request"]
        copies = copy_files(desk, request_id=request_id, folder=folder)
    return register, [list_file, *(copy.path for copy in copies)]


def read_sample(regulation_id: str) -> Sample:
    """Read the sample unit that goes with a regulation."""
    content: dict[str, Any] = tomllib.loads((paths.resources() / "demo" / "demo.toml").read_text(encoding="utf-8"))
    unit = content["unit"].get(regulation_id)
    if unit is None:
        known = ", ".join(content["unit"])
        raise RuleBroken(f"Không có đơn vị mẫu cho quy chế “{regulation_id}”. Hãy chọn một trong: {known}.")
    people = tuple(SamplePerson(**entry) for entry in content["person"])
    return Sample(
        name=unit["name"],
        slug=unit["slug"],
        head=unit["head"],
        file=unit["file"],
        people=people,
        only=tuple(unit.get("only", ())),
    )


def _wanted(desk: Desk, sample: Sample) -> list[int]:
    ids = people_listing.ids(desk, people_listing.PersonFilter(without_mailbox=True))
    rows = people_listing.page(desk, ids)
    return [row.id for row in rows if not sample.only or row.post in sample.only]
