"""Heads and custodians from a day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.custody import answering as answering_of
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import units as listing
from govmail_desk.operations.custodies import appoint, change_lead, correct_custody, cover, end_custody
from tests.desks import NOW, added, founded, leave, own_unit_id
from tests.handovers import own_mailbox
from tests.mailboxes import issued
from tests.request_lives import every, one

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def appointed(desk, name, role="head", from_on=TODAY, **facts):
    person = added(desk, name)
    appoint(desk, unit_id=own_unit_id(desk), person_id=person, role=role, from_on=from_on, **facts)
    return person


def answering(desk, day, role="head"):
    return [row.full_name for row in listing.answered_on(desk, own_unit_id(desk), day) if row.role == role]


def charge_of(desk, person_id):
    return max(every(desk, Custody, person_id=person_id), key=lambda held: held.id)


def who(desk, day):
    return answering_of(every(desk, Custody, unit_id=own_unit_id(desk)), day, own_mailbox(desk).id).person_id


def test_a_new_head_ends_the_former_one_the_day_before(desk):
    appointed(desk, "Phạm Đức Đạt", document="Quyết định 7/QĐ-UBND")
    assert answering(desk, YESTERDAY) == ["Lê Thị Mỹ Hạnh"]
    assert answering(desk, TODAY) == ["Phạm Đức Đạt"]
    present, former = listing.custodies(desk, own_unit_id(desk))
    assert (present.document, former.to_on) == ("Quyết định 7/QĐ-UBND", YESTERDAY.isoformat())


@pytest.mark.parametrize("from_on", [None, TODAY, YESTERDAY])
def test_a_head_after_another_begins_after_them(desk, from_on):
    appointed(desk, "Phạm Đức Đạt")
    head = desk.journal_head()[0]
    with pytest.raises(RuleBroken, match="sau ngày bắt đầu"):
        appointed(desk, "Võ Ngọc Ánh", from_on=from_on)
    assert desk.journal_head()[0] == head + 1
    assert answering(desk, TODAY) == ["Phạm Đức Đạt"]


def test_custodians_may_be_several(desk):
    appointed(desk, "Lê An", role="custodian")
    appointed(desk, "Lê Bình", role="custodian", from_on=None)
    assert sorted(answering(desk, TODAY, "custodian")) == ["Lê An", "Lê Bình"]
    assert answering(desk, TODAY) == ["Lê Thị Mỹ Hạnh"]


def test_nobody_is_given_the_same_charge_twice(desk):
    person = appointed(desk, "Lê An", role="custodian")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="Lê An đang"):
        appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=TODAY)
    assert desk.journal_head() == head


def test_a_charge_ends_on_its_last_day(desk):
    appointed(desk, "Lê An", role="custodian")
    (row,) = [row for row in listing.custodies(desk, own_unit_id(desk)) if row.role == "custodian"]
    custody = listing.custody_of(desk, row.id)
    with pytest.raises(RuleBroken, match="Ngày cuối phải từ"):
        end_custody(desk, custody=custody, to_on=YESTERDAY)
    end_custody(desk, custody=custody, to_on=TODAY)
    assert answering(desk, TODAY, "custodian") == ["Lê An"]
    assert answering(desk, TODAY + timedelta(days=1), "custodian") == []


def test_the_sentence_says_who_and_what(desk):
    person = added(desk, "Lê An")
    changes = appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=date(2026, 1, 1))
    assert changes.sentence == "Ghi Lê An theo dõi hộp thư của đơn vị"


def test_someone_who_is_gone_is_not_appointed(desk):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        appoint(desk, unit_id=own_unit_id(desk), person_id=999, role="head", from_on=TODAY)


# One mailbox, several custodians, a lead


def test_a_custodian_may_be_given_one_mailbox_of_the_unit_only(desk):
    appointed(desk, "Lê An", role="custodian", mailbox_id=own_mailbox(desk).id)
    assert one(desk, Custody, role="custodian").mailbox_id == own_mailbox(desk).id
    with pytest.raises(RuleBroken, match="không phải hộp thư của đơn vị này"):
        appointed(desk, "Lê Bình", role="custodian", mailbox_id=issued(desk, "Bùi Thị Yến"))


def test_a_new_lead_ends_the_one_before_who_goes_on_beside_them(desk):
    an = appointed(desk, "Lê An", role="custodian", from_on=date(2026, 1, 5), is_lead=True)
    binh = appointed(desk, "Lê Bình", role="custodian", is_lead=True)
    held = [(row.person_id, row.is_lead, row.from_on, row.to_on) for row in every(desk, Custody, role="custodian")]
    assert sorted(held, key=lambda row: row[2]) == [
        (an, True, date(2026, 1, 5), YESTERDAY),
        (an, False, TODAY, None),
        (binh, True, TODAY, None),
    ]


def test_the_lead_changes_among_those_in_charge_and_the_history_stays(desk):
    an = appointed(desk, "Lê An", role="custodian", from_on=date(2026, 1, 5), is_lead=True)
    binh = appointed(desk, "Lê Bình", role="custodian", from_on=date(2026, 3, 2))
    changes = change_lead(desk, custody_id=charge_of(desk, binh).id, from_on=TODAY)
    assert changes.sentence == "Ghi Lê Bình phụ trách chính hộp thư của đơn vị từ 23/11/2026; mở bàn giao từ Lê An"
    assert who(desk, YESTERDAY) == an
    assert who(desk, TODAY) == binh
    assert len(every(desk, Custody, role="custodian")) == 4
    with pytest.raises(RuleBroken, match="đang phụ trách chính rồi"):
        change_lead(desk, custody_id=charge_of(desk, binh).id, from_on=TODAY)
    with pytest.raises(RuleBroken, match="không theo dõi hộp thư vào ngày"):
        change_lead(desk, custody_id=charge_of(desk, an).id, from_on=date(2025, 1, 1))


def test_one_who_begins_as_lead_on_their_first_day_has_one_line(desk):
    an = appointed(desk, "Lê An", role="custodian")
    change_lead(desk, custody_id=charge_of(desk, an).id, from_on=TODAY)
    assert [row.is_lead for row in every(desk, Custody, role="custodian")] == [True]


def test_nobody_who_has_left_is_given_a_charge(desk):
    person = added(desk, "Lê An")
    leave(desk, person, on=YESTERDAY)
    with pytest.raises(RuleBroken, match="đã thôi làm việc từ 22/11/2026"):
        appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=TODAY)
    told = {"unit_id": own_unit_id(desk), "person_id": person, "role": "custodian"}
    appoint(desk, **told, from_on=date(2025, 1, 1), to_on=date(2025, 12, 31))
    assert one(desk, Custody, role="custodian").to_on == date(2025, 12, 31)


# Standing in


def test_whoever_stands_in_answers_while_the_other_is_absent(desk):
    an = appointed(desk, "Lê An", role="custodian", from_on=date(2026, 1, 5))
    binh = added(desk, "Lê Bình")
    changes = cover(
        desk,
        custody_id=charge_of(desk, an).id,
        person_id=binh,
        from_on=TODAY,
        to_on=TODAY + timedelta(days=13),
        document="Thông báo 3/TB-VP",
    )
    assert changes.sentence == "Ghi Lê Bình theo dõi thay Lê An từ 23/11/2026 đến hết 06/12/2026"
    days = (YESTERDAY, TODAY, TODAY + timedelta(days=13), TODAY + timedelta(days=14))
    assert [who(desk, day) for day in days] == [an, binh, binh, an]
    assert one(desk, Custody, role="cover").covers_id == an


@pytest.mark.parametrize(
    ("whom", "days", "words"),
    [
        ("Lê Bình", (TODAY, YESTERDAY), "Ngày cuối phải từ"),
        ("Lê Bình", (date(2025, 12, 1), TODAY), "không giữ việc này trong cả thời gian"),
        ("Lê An", (TODAY, TODAY), "không thể theo dõi thay chính mình"),
        ("Lê Bình", (date(2026, 3, 1), date(2026, 3, 9)), "Đã có người theo dõi thay Lê An"),
    ],
)
def test_a_cover_that_cannot_be_is_refused(desk, whom, days, words):
    an = appointed(desk, "Lê An", role="custodian", from_on=date(2026, 1, 5))
    held = charge_of(desk, an)
    march = {"from_on": date(2026, 3, 2), "to_on": date(2026, 3, 6)}
    cover(desk, custody_id=held.id, person_id=added(desk, "Võ Ngọc Ánh"), **march)
    person = an if whom == "Lê An" else added(desk, whom)
    with pytest.raises(RuleBroken, match=words):
        cover(desk, custody_id=held.id, person_id=person, from_on=days[0], to_on=days[1])


# Mending


def test_a_slip_in_the_dates_is_mended(desk):
    an = appointed(desk, "Lê An", role="custodian")
    held = charge_of(desk, an)
    correct_custody(desk, custody=held, from_on=date(2026, 3, 2), to_on=None, document=" Quyết định 9/QĐ-STTTT ")
    assert (charge_of(desk, an).from_on, charge_of(desk, an).document) == (date(2026, 3, 2), "Quyết định 9/QĐ-STTTT")
    with pytest.raises(RuleBroken, match="Ngày cuối phải từ"):
        correct_custody(desk, custody=charge_of(desk, an), from_on=TODAY, to_on=YESTERDAY)


def test_a_mended_head_is_never_head_together_with_another(desk):
    dat = appointed(desk, "Phạm Đức Đạt")
    with pytest.raises(RuleBroken, match="đã có thủ trưởng khác"):
        correct_custody(desk, custody=charge_of(desk, dat), from_on=YESTERDAY, to_on=None)


def test_a_mended_lead_never_leads_together_with_another(desk):
    an = appointed(desk, "Lê Văn An", "custodian", YESTERDAY, is_lead=True, to_on=YESTERDAY)
    appointed(desk, "Đỗ Thị Bình", "custodian", TODAY, is_lead=True)
    with pytest.raises(RuleBroken, match="đã có người phụ trách chính khác"):
        correct_custody(desk, custody=charge_of(desk, an), from_on=YESTERDAY, to_on=TODAY)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((-9, 3), "không giữ việc này trong cả thời gian đó"),
        ((2, 7), "Đã có người theo dõi thay"),
    ],
)
def test_a_mended_cover_stays_within_the_charge_and_beside_no_other(desk, days, words):
    an = appointed(desk, "Lê Văn An", "custodian", YESTERDAY)
    covers = [
        cover(desk, custody_id=charge_of(desk, an).id, person_id=added(desk, name), from_on=day(first), to_on=day(last))
        for name, first, last in (("Đỗ Thị Bình", 0, 3), ("Vũ Văn Chung", 5, 8))
    ]
    (first_id,) = covers[0].ids["custody"]
    with pytest.raises(RuleBroken, match=words):
        correct_custody(desk, custody=one(desk, Custody, id=first_id), from_on=day(days[0]), to_on=day(days[1]))
    correct_custody(desk, custody=one(desk, Custody, id=first_id), from_on=day(0), to_on=day(4))
    assert one(desk, Custody, id=first_id).to_on == day(4)


def day(later):
    return TODAY + timedelta(days=later)


def test_a_cover_keeps_both_its_days(desk):
    an = appointed(desk, "Lê An", role="custodian", from_on=date(2026, 1, 5))
    days = {"from_on": TODAY, "to_on": TODAY}
    cover(desk, custody_id=charge_of(desk, an).id, person_id=added(desk, "Lê Bình"), **days)
    with pytest.raises(RuleBroken, match="phải có ngày đầu và ngày cuối"):
        correct_custody(desk, custody=one(desk, Custody, role="cover"), from_on=TODAY, to_on=None)


def test_no_document_holds_a_password(desk):
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        appointed(desk, "Lê An", role="custodian", document="QĐ 7, mật khẩu: hoasen1")
