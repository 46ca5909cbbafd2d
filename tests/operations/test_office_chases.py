"""Letters to the units that are late: the N-th, quoting those before and the day, kept, and copied out with their mails."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken, SecretTold
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.letter_numbers import refuse_used_number
from govmail_desk.operations.office_chases import chase_offices, number_chases, numbers_from, plan_chases
from govmail_desk.operations.office_letters import save_chases
from govmail_desk.operations.offices import add_office, end_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.packages import box, contents, office_desk, written

TODAY = date(2026, 12, 7)


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        add_office(desk, name="Ủy ban nhân dân Phường 9", address="phuong9.q4@tphcm.gov.vn")
        add_office(desk, name="Phòng Nội vụ")
        yield desk


def found(desk, kind):
    with desk.reading() as connection:
        return Transaction(connection).find(kind)


def plan(desk, *, on=TODAY, **other):
    return plan_chases(desk, office_ids=[one.id for one in found(desk, Office)], period="2026-Q4", on=on, **other)


def words(saved):
    lines = plain_lines(saved.letter.name, saved.letter.read_bytes())
    return "\n".join(" ".join(line.cells) for line in lines)


def test_a_letter_goes_to_each_late_unit_and_is_kept(desk, tmp_path):
    changes = chase_offices(desk, plan(desk))
    assert changes.sentence == "Đôn đốc 2 đơn vị gửi số liệu quý IV năm 2026"
    saved = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path / "ra")
    assert [one.letter.name for one in saved] == [
        "don-doc-so-lieu-phuong9.q4-2026-Q4-lan-1-20261207.docx",
        f"don-doc-so-lieu-don-vi-{found(desk, Office)[1].id}-2026-Q4-lan-1-20261207.docx",
    ]
    text = words(saved[0])
    assert "Kính gửi: Ủy ban nhân dân Phường 9" in text
    assert "đề nghị gửi số liệu hộp thư điện tử công vụ quý IV năm 2026 (lần thứ 1)" in text
    assert "khoản 2 Điều 14" in text
    assert "chậm nhất ngày 05 tháng 12 năm 2026" in text
    assert "đã quá hạn 02 ngày" in text
    assert "q4@tphcm.gov.vn" in text
    assert verify(desk) == []


def test_the_mail_carries_the_letter_from_the_units_own_mailbox(desk, tmp_path):
    changes = chase_offices(desk, plan(desk))
    first, second = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path)
    mail = message_from_bytes(first.draft.read_bytes(), policy=default)
    assert (mail["From"], mail["To"]) == ("q4@tphcm.gov.vn", "phuong9.q4@tphcm.gov.vn")
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == first.letter.read_bytes()
    assert "Phòng Nội vụ" in str(message_from_bytes(second.draft.read_bytes(), policy=default)["To"])


def test_the_second_letter_names_the_first(desk, tmp_path):
    chase_offices(desk, plan(desk, on=date(2026, 12, 6)))
    changes = chase_offices(desk, plan(desk))
    assert {one.turn for one in found(desk, OfficeChase)} == {1, 2}
    first, _ = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path)
    text = words(first)
    assert "(lần thứ 2)" in text
    assert "lần thứ 1 ngày 06 tháng 12 năm 2026" in text


def test_a_day_a_letter_set_is_quoted_with_it(desk, tmp_path):
    made = plan(desk, due_on=date(2026, 12, 4), asked_by="Công văn số 12/VP ngày 25 tháng 11 năm 2026")
    changes = chase_offices(desk, made)
    (one, _) = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path)
    text = words(one)
    assert "Theo Công văn số 12/VP ngày 25 tháng 11 năm 2026, các đơn vị" in text
    assert "chậm nhất ngày 04 tháng 12 năm 2026" in text


def test_who_sent_who_ended_who_has_time_and_who_was_written_to_today_gets_no_letter(desk, tmp_path):
    take_in_packages(desk, plan_packages(desk, [written(tmp_path, contents([box("a")], period="2026-Q4"))]))
    ended = found(desk, Office)[1]
    end_office(desk, office_id=ended.id, on=TODAY)
    refusals = [line.refusal for line in plan(desk).lines]
    assert refusals[0] == ""
    assert "đã thôi gửi gói" in refusals[1]
    assert "đã gửi số liệu" in refusals[2]
    early = plan(desk, on=date(2026, 12, 5))
    assert "còn hạn đến hết ngày 05/12/2026" in early.lines[0].refusal
    chase_offices(desk, plan(desk))
    assert "đã lập công văn đôn đốc" in plan(desk).lines[0].refusal
    with pytest.raises(RuleBroken, match="Không có đơn vị nào"):
        chase_offices(desk, plan(desk))


def test_where_no_day_is_stated_one_has_to_be_told(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        add_office(desk, name="Sở Nội vụ")
        (office,) = found(desk, Office)
        silent = plan_chases(desk, office_ids=[office.id], period="2026-H1", on=desk.today())
        assert "Quy chế không nêu ngày" in silent.lines[0].refusal
        told = plan_chases(desk, office_ids=[office.id], period="2026-H1", on=desk.today(), due_on=date(2026, 7, 10))
        assert not told.lines[0].refusal


def test_a_day_to_come_and_a_password_are_refused(desk):
    with pytest.raises(RuleBroken, match="chưa tới"):
        plan(desk, on=date(2026, 12, 8))
    with pytest.raises(SecretTold):
        plan(desk, asked_by="mật khẩu: hoasen1")


def test_a_plan_the_register_has_moved_past_writes_to_nobody(desk):
    seen = plan(desk)
    chase_offices(desk, plan(desk))
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        chase_offices(desk, seen)
    assert [one.turn for one in found(desk, OfficeChase)] == [1, 1]


def test_no_letter_goes_to_who_has_sent_since_the_plan(desk, tmp_path):
    seen = plan(desk)
    take_in_packages(
        desk, plan_packages(desk, [written(tmp_path, contents([box("a", unit="x")], number=9, period="2026-Q4"))])
    )
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        chase_offices(desk, seen)
    assert found(desk, OfficeChase) == []


def test_a_name_a_package_brought_leads_no_letter_out_of_the_folder(desk, tmp_path):
    foreign = contents([box("a")], number=7, slug="../../ngoai:a")
    take_in_packages(desk, plan_packages(desk, [written(tmp_path, foreign, "goi.govmail-goi")]))
    changes = chase_offices(desk, plan(desk))
    saved = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path / "ra")
    assert [one.letter.parent for one in saved] == [tmp_path / "ra"] * 3
    assert all(not set(one.letter.name) & set("/\\:") for one in saved)


def test_letters_are_taken_back_whole_and_progress_is_told(desk):
    told = []
    changes = chase_offices(desk, plan(desk), tick=lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert found(desk, OfficeChase) == []
    assert verify(desk) == []


def ids(desk, **equals):
    with desk.reading() as connection:
        return [one.id for one in Transaction(connection).find(OfficeChase, **equals)]


def test_the_letter_that_set_the_day_is_kept_and_stands_in_the_mail_and_in_the_next_letter(desk, tmp_path):
    asked_by = "Công văn số 12/VP ngày 25 tháng 11 năm 2026"
    first = chase_offices(desk, plan(desk, on=date(2026, 12, 6), due_on=date(2026, 12, 4), asked_by=asked_by))
    assert {one.asked_by for one in found(desk, OfficeChase)} == {asked_by}
    again = chase_offices(desk, plan(desk))
    for place, changes in enumerate((first, again)):
        (saved, _) = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path / str(place))
        mail = message_from_bytes(saved.draft.read_bytes(), policy=default)
        assert f"Theo {asked_by}, các đơn vị" in mail.get_body().get_content()
        assert "chậm nhất ngày 04 tháng 12 năm 2026" in words(saved)


def test_another_day_told_later_takes_its_own_letter_along(desk):
    chase_offices(desk, plan(desk, on=date(2026, 12, 6), due_on=date(2026, 12, 4), asked_by="Công văn số 12/VP"))
    told = plan(desk, due_on=date(2026, 12, 6))
    assert {(line.due_on, line.asked_by) for line in told.lines} == {(date(2026, 12, 6), "")}


def test_the_letters_of_a_turn_take_numbers_one_after_the_other(desk):
    chase_offices(desk, plan(desk))
    changes = number_chases(desk, chase_ids=ids(desk), number="099", on=TODAY)
    assert [(one.number, one.sent_on) for one in found(desk, OfficeChase)] == [("99", TODAY), ("100", TODAY)]
    assert changes.sentence == "Ghi 2 công văn đôn đốc đã ký, số 99 đến 100 ngày 07/12/2026"
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert [(one.number, one.sent_on) for one in found(desk, OfficeChase)] == [("", None)] * 2
    assert verify(desk) == []


def test_one_letter_to_many_has_one_number_and_one_letter_may_be_numbered_alone(desk):
    chase_offices(desk, plan(desk, on=date(2026, 12, 6)))
    number_chases(desk, chase_ids=ids(desk), number="15a", on=date(2026, 12, 6), is_same=True)
    assert {one.number for one in found(desk, OfficeChase)} == {"15A"}
    chase_offices(desk, plan(desk))
    changes = number_chases(desk, chase_ids=ids(desk, turn=2)[:1], number="16", on=TODAY)
    assert changes.sentence == (
        "Ghi công văn đôn đốc Ủy ban nhân dân Phường 9 lần thứ 2, kỳ 2026-Q4 đã ký, số 16 ngày 07/12/2026"
    )


def test_the_next_letter_quotes_the_first_with_its_number_and_day(desk, tmp_path):
    chase_offices(desk, plan(desk, on=date(2026, 12, 6)))
    number_chases(desk, chase_ids=ids(desk), number="15", on=TODAY)
    changes = chase_offices(desk, plan(desk))
    first, _ = save_chases(desk, chase_ids=sorted(changes.ids["office_chase"]), folder=tmp_path)
    text = words(first)
    assert "lần thứ 1 tại Công văn số 15/" in text
    assert "ngày 07 tháng 12 năm 2026" in text


def test_a_number_given_before_to_any_letter_is_refused_and_nothing_is_written(desk):
    chase_offices(desk, plan(desk))
    one, other = ids(desk)
    number_chases(desk, chase_ids=[one], number="15", on=TODAY)
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="Số 15 năm 2026 đã cấp"):
        number_chases(desk, chase_ids=[other], number="15", on=TODAY)
    with pytest.raises(RuleBroken, match="đã có số 15"):
        number_chases(desk, chase_ids=[one, other], number="16", on=TODAY)
    with pytest.raises(RuleBroken, match="chưa tới"):
        number_chases(desk, chase_ids=[other], number="16", on=date(2026, 12, 8))
    with pytest.raises(RuleBroken, match="lập ngày 07/12/2026"):
        number_chases(desk, chase_ids=[other], number="16", on=date(2026, 12, 6))
    with pytest.raises(RuleBroken, match="Chưa chọn công văn"):
        number_chases(desk, chase_ids=[], number="16", on=TODAY)
    assert desk.journal_head() == head


def test_a_number_with_letters_cannot_be_counted_on(desk):
    with pytest.raises(RuleBroken, match="không đếm tiếp được"):
        numbers_from("15A", 2, is_same=False)
    assert numbers_from("0098", 3, is_same=False) == ["98", "99", "100"]


def test_a_report_gets_no_number_a_chase_has(desk):
    chase_offices(desk, plan(desk))
    number_chases(desk, chase_ids=ids(desk)[:1], number="15", on=TODAY)
    with desk.reading() as connection, pytest.raises(RuleBroken, match="đã cấp cho một văn bản khác"):
        refuse_used_number(Transaction(connection), "15", TODAY)
