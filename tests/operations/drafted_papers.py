"""A drafted request with its papers, what is kept of them, and a clerk's edit of one on the disk. No test."""

from __future__ import annotations

import io
from datetime import date

import docx

from govmail_desk.domain.request import File
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import added

MONDAY = date(2026, 11, 23)
OWN = "stttt@ninhbinh.gov.vn"


def drafted(desk):
    """Draft a request for two people's mailboxes, and return its number."""
    ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    return request_id


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def of_role(desk, role):
    return [file for file in every(desk, File) if file.role == role]


def text_of(content):
    return "\n".join(
        paragraph.text
        for part in (docx.Document(io.BytesIO(content)),)
        for paragraph in (*part.paragraphs, *(p for t in part.tables for c in t._cells for p in c.paragraphs))
    )


def edit_letter(folder, beginning="de-nghi"):
    """Type another reason into the letter on the disk, and return where it lies."""
    (path,) = folder.glob(f"{beginning}*cong-van.docx")
    opened = docx.Document(str(path))
    paragraph = next(one for one in opened.paragraphs if "Lý do:" in one.text)
    paragraph.runs[0].text = "1. Lý do: bổ sung nhân sự theo kế hoạch."
    for run in paragraph.runs[1:]:
        run.text = ""
    opened.save(str(path))
    return path
