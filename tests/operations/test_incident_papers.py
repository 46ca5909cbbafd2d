"""The letter and the e-mail about an incident, made from real registers of all five: whom, what, by which article; kept as editions."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import IncidentPaper
from govmail_desk.listings.requests import content
from govmail_desk.operations import journals
from govmail_desk.operations.incident_notices import Telling, tell_of_incident
from govmail_desk.operations.incident_papers import (
    copy_incident_paper,
    keep_incident_letter,
    keep_incident_mail,
    plan_incident_letter,
    plan_incident_mail,
)
from govmail_desk.operations.incidents import cancel_incident
from govmail_desk.operations.settings import set_operator
from tests.desks import UNITS, asks_the_operator_of_today, founded
from tests.incidents import SAID, TODAY, recorded
from tests.request_lives import every, one

KINDS = ("fault", "abnormal", "suspicious", "attachment", "leak", "secret")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so", "soctrang-59-2024") as desk:
        yield desk


def text(plan):
    return "\n".join(line.text for line in plan.lines)


def mail(desk, found):
    return BytesParser(policy=policy.default).parsebytes(plan_incident_mail(desk, incident_id=found.id).content)


def test_the_letter_says_what_where_when_who_and_by_which_article(desk):
    found = recorded(desk, happened_at="07:45")
    tell_of_incident(
        desk, incident_id=found.id, telling=Telling(rule="incident.unit", on=TODAY, at="08:05", way="phone")
    )
    said = text(plan_incident_letter(desk, incident_id=found.id))
    for part in (
        "V/v báo sự cố hộp thư điện tử công vụ",
        "Kính gửi: Trung tâm Công nghệ số tỉnh Sóc Trăng",
        f"1. Sự việc: {SAID}.",
        "2. Hộp thư liên quan: sotttt@soctrang.gov.vn.",
        "3. Thời điểm phát hiện: 07 giờ 45 phút ngày 23 tháng 11 năm 2026; người phát hiện: Nguyễn Văn Thành.",
        "4. Đã báo: Trung tâm Công nghệ số tỉnh (08 giờ 05 phút ngày 23/11/2026).",
        "khoản 4 Điều 11 Quy chế ban hành kèm theo Quyết định số 59/2024/QĐ-UBND",
        "ngày     tháng 11 năm 2026",
    ):
        assert part in said, part


@pytest.mark.parametrize("regulation_id", UNITS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_of_every_kind_passes_the_check_before_signing(tmp_path, regulation_id, kind):
    with founded(tmp_path / "so", regulation_id) as desk:
        asks_the_operator_of_today(desk)
        plan = plan_incident_letter(desk, incident_id=recorded(desk, kind).id)
        assert plan.findings == ()


def test_where_the_regulation_names_nobody_the_letter_cites_nothing(tmp_path):
    with founded(tmp_path / "so", "khanhhoa-dagt-2021") as desk:
        said = text(plan_incident_letter(desk, incident_id=recorded(desk).id))
    assert "Thực hiện" not in said
    assert "quy định tại" not in said


def test_the_mail_goes_from_the_units_own_mailbox_to_the_printed_address(desk):
    draft = mail(desk, recorded(desk))
    assert (draft["From"], draft["To"], draft["X-Unsent"]) == (
        "sotttt@soctrang.gov.vn",
        "ttcns.sotttt@soctrang.gov.vn",
        "1",
    )
    assert draft["Subject"] == "Sở Thông tin và Truyền thông: báo sự cố hộp thư điện tử công vụ"
    assert SAID in draft.get_content()


def test_of_a_state_secret_letter_and_mail_state_only_the_fact(tmp_path):
    with founded(tmp_path / "so", "ninhbinh-2020") as desk:
        found = recorded(desk, "secret")
        letter, draft = text(plan_incident_letter(desk, incident_id=found.id)), mail(desk, found).get_content()
    for said in (letter, draft):
        assert "phát hiện tài liệu có nội dung thuộc danh mục bí mật nhà nước trong hộp thư" in said
        assert "không nêu nội dung của tài liệu" in said
        assert "kịp thời gỡ bỏ" in said
        assert "khoản 3 Điều 14" in said


def test_each_edition_is_kept_byte_for_byte_and_the_same_one_only_once(desk, tmp_path):
    found = recorded(desk)
    keep_incident_letter(desk, incident_id=found.id)
    with pytest.raises(RuleBroken, match="giống hệt"):
        keep_incident_letter(desk, incident_id=found.id)
    tell_of_incident(desk, incident_id=found.id, telling=Telling(rule="incident.unit", on=TODAY))
    keep_incident_letter(desk, incident_id=found.id)
    keep_incident_mail(desk, incident_id=found.id)
    kept = every(desk, IncidentPaper)
    assert [(paper.edition, paper.name[-5:]) for paper in kept] == [(1, ".docx"), (2, ".docx"), (1, "1.eml")]
    paths = [copy_incident_paper(desk, paper_id=paper.id, folder=tmp_path / "ra") for paper in kept]
    assert [path.read_bytes() for path in paths] == [content(desk, paper.sha256) for paper in kept]
    assert journals.verify(desk) == []


def test_taking_it_back_drops_the_paper(desk):
    keep_incident_letter(desk, incident_id=recorded(desk).id)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert every(desk, IncidentPaper) == []


def test_the_unit_that_set_its_operator_writes_there(tmp_path):
    with founded(tmp_path / "so", "camau-24-2018") as desk:
        set_operator(desk, name="Sở Khoa học và Công nghệ", address="vanthu.skhcn@mau.gov.vn", from_on=TODAY)
        plan = plan_incident_mail(desk, incident_id=recorded(desk).id)
    assert plan.text.startswith("Gửi: vanthu.skhcn@mau.gov.vn\n")


def test_a_cancelled_entry_gets_no_paper(desk):
    found = recorded(desk)
    cancel_incident(desk, incident_id=found.id, reason="Ghi trùng")
    with pytest.raises(RuleBroken, match="đã hủy"):
        plan_incident_letter(desk, incident_id=found.id)


def test_the_number_of_an_edition_stands_in_its_name(desk):
    keep_incident_mail(desk, incident_id=recorded(desk).id)
    assert one(desk, IncidentPaper).name.startswith("thu-nhap-bao-su-co-20261123-so-")
