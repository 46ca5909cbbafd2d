"""The yearly list of incidents: who was told when, how long it took, what was learnt; of a state secret the fact alone."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from openpyxl import load_workbook

from govmail_desk.domain import incident_secrets
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.privacy import Export
from govmail_desk.listings.incident_years import year_list
from govmail_desk.operations import journals
from govmail_desk.operations.incident_lists import export_incident_list, list_name
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incidents import close_incident
from tests.desks import founded
from tests.incidents import SAID, TODAY, recorded, told_all, waiting
from tests.request_lives import one

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so") as desk:
        yield desk


def filled(desk):
    fault = recorded(desk, on=FRIDAY, happened_at="07:30")
    tell_of_incident(
        desk,
        incident_id=fault.id,
        telling=Telling(
            rule="incident.user", told="Lý Văn Tâm", on=FRIDAY, at="08:00", way="letter", number="15/STTTT"
        ),
    )
    pass_step(desk, incident_id=fault.id, rule="incident.unit", reason="Đã tự khắc phục")
    close_incident(desk, incident_id=fault.id, on=TODAY, measures="Đổi dây mạng\nThử lại", lessons="=Kiểm tra dây")
    secret = recorded(desk, "secret")
    told_all(desk, secret)
    close_incident(desk, incident_id=secret.id, on=TODAY, measures=incident_secrets.MEASURES[0])
    recorded(desk, "suspicious", content="Thư lạ")
    return year_list(desk, year=2026)


def test_each_line_tells_the_whole_story_of_one_incident(desk):
    made = filled(desk)
    fault, secret, strange = made.lines
    assert (fault.found, fault.kind) == ("07:30 20/11/2026", "Lỗi hệ thống, hộp thư")
    assert fault.happened == f"{SAID}. Người phát hiện: Nguyễn Văn Thành"
    assert fault.told == (
        "- Lý Văn Tâm: 08:00 20/11/2026 (công văn, số 15/STTTT)",
        "- Không phải báo Sở Thông tin và Truyền thông: Đã tự khắc phục",
    )
    assert fault.measures == "Đổi dây mạng\nThử lại\nXong ngày 23/11/2026 (sau 3 ngày)"
    assert secret.happened.startswith("Phát hiện bí mật nhà nước trong hộp thư (không ghi nội dung)")
    assert secret.measures.endswith("Xong ngày 23/11/2026 (trong ngày)")
    assert (strange.told, strange.measures) == ((), "Đang xử lý")
    assert made.total.startswith("Tổng số: 3 sự cố (")
    assert made.total.endswith("Đã xong: 2; đang xử lý: 1.")


def test_a_year_without_incidents_has_no_list(desk):
    with pytest.raises(RuleBroken, match="Năm 2024 không có sự cố"):
        year_list(desk, year=2024)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_word_and_excel_say_the_same_and_the_export_is_noted(desk, tmp_path, ending):
    made = filled(desk)
    file = tmp_path / list_name(2026, ending)
    changes = export_incident_list(desk, made, file=file)
    rows = _rows(file.read_bytes(), ending)
    assert [list(row) for row in rows] == [list(row) for row in made.rows()]
    noted = one(desk, Export)
    assert (noted.kind, noted.row_count, noted.name) == ("incidents", 3, f"So su co 2026{ending}")
    assert changes.sentence == f"Xuất sổ sự cố năm 2026 (3 sự cố) ra tệp “So su co 2026{ending}”"
    assert journals.verify(desk) == []


def test_any_other_ending_is_refused(desk, tmp_path):
    made = filled(desk)
    with pytest.raises(RuleBroken, match="phải kết thúc bằng"):
        export_incident_list(desk, made, file=tmp_path / "so.pdf")
    assert waiting(desk, recorded(desk))


def _rows(content, ending):
    if ending == ".xlsx":
        page = load_workbook(io.BytesIO(content)).worksheets[0]
        found = [[cell.value or "" for cell in row] for row in page.iter_rows(min_row=6)]
        assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}
        return found
    table = docx.Document(io.BytesIO(content)).tables[1]
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]
