"""The table of handovers, and one with its lines in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govmail_desk.domain.handover import Circumstances, Minutes, SignedCopy
from govmail_desk.domain.signed_copy import signing
from govmail_desk.listings.handovers import counts, every, ids, pane
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handovers import cancel_handover, close_handover
from tests.desks import added, founded, leave, own_unit_id
from tests.handovers import TAKES_CHARGE_ON, TODAY, opened, settled_but


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def with_minutes(desk, handover, edition=1):
    content = f"bản {edition}".encode()
    with desk.transaction("make_minutes", "Lập biên bản") as act:
        sha256 = act.transaction.keep_bytes(content)
        return act.transaction.put(
            Minutes(
                handover_id=handover.id,
                edition=edition,
                text="Biên bản",
                text_sha256=sha256,
                mark="A1B2",
                journal_seq=1,
                journal_hash="0" * 64,
                name="Biên bản.docx",
                sha256=sha256,
                byte_count=len(content),
                made_at=datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
            )
        )


def with_copy(desk, handover, minutes, belongs="yes", name="quét.pdf"):
    with desk.transaction("attach_copy", "Đưa bản ký") as act:
        act.transaction.put(
            SignedCopy(
                handover_id=handover.id,
                minutes_id=minutes.id if minutes else None,
                way="scan",
                name=name,
                sha256=act.transaction.keep_bytes(name.encode()),
                byte_count=1,
                belongs=belongs,
                attached_on=TODAY,
                by="Bùi Thị Yến",
            )
        )


def test_a_line_tells_the_parties_the_day_and_how_far_it_is(desk):
    handover = opened(desk)
    settle_item(desk, handover_id=handover.id, item="mailbox", state="done")
    settle_item(desk, handover_id=handover.id, item="certificate", state="not-applicable", note="Chưa có chứng thư")
    (row,) = every(desk)
    assert (row.unit, row.mailboxes) == ("Sở Thông tin và Truyền thông", ("stttt@camau.gov.vn",))
    assert (row.giver, row.receiver, row.effective_on) == ("Lê Thị Mỹ Hạnh", "Phạm Đức Đạt", TAKES_CHARGE_ON)
    assert row.progress == f"2/{row.item_count}"
    assert not (row.has_minutes)
    assert not (row.has_signed_copy)
    assert not (row.may_be_closed)
    settled_but(desk, handover)
    assert every(desk)[0].may_be_closed


def test_open_ones_stand_first_and_states_are_counted(desk):
    first = opened(desk)
    cancel_handover(desk, handover_id=first.id, reason="Nhập thử")
    second = opened(desk, "Võ Ngọc Ánh", on=date(2026, 11, 24))
    assert ids(desk) == [second.id, first.id]
    assert ids(desk, states=("cancelled",)) == [first.id]
    assert ids(desk, unit_ids=[own_unit_id(desk)], search="ngoc anh") == [second.id]
    assert ids(desk, search="khong co ai") == []
    assert counts(desk) == {"open": 1, "cancelled": 1}


def test_a_signed_copy_counts_only_for_the_newest_minutes_and_where_it_is_of_them(desk):
    handover = opened(desk)
    first = with_minutes(desk, handover)
    assert (every(desk)[0].has_minutes, every(desk)[0].has_signed_copy) == (True, False)
    with_copy(desk, handover, first, belongs="no")
    assert not every(desk)[0].has_signed_copy
    with_copy(desk, handover, first)
    assert every(desk)[0].has_signed_copy
    second = with_minutes(desk, handover, edition=2)
    assert not every(desk)[0].has_signed_copy
    shown = pane(desk, handover.id)
    assert [minutes.id for minutes in shown.minutes] == [second.id, first.id]
    assert [copy.belongs for copy in shown.copies] == ["yes", "no"]


@pytest.mark.parametrize(
    "copies", [[], ["no"], ["unknown"], ["old"], ["old", "unknown"], ["unknown", "new"], ["old", "new"], ["no", "old"]]
)
def test_the_table_says_of_signing_what_one_handover_says(desk, copies):
    handover = opened(desk)
    editions = {"old": with_minutes(desk, handover), "new": with_minutes(desk, handover, edition=2)}
    for place, of in enumerate(copies):
        belongs = of if of in {"no", "unknown"} else "yes"
        with_copy(desk, handover, editions.get(of), belongs=belongs, name=f"quét {place}.pdf")
    shown = pane(desk, handover.id)
    assert shown.row.signing == signing(shown.copies, tuple(reversed(shown.minutes)))
    assert shown.row.has_signed_copy is ("new" in copies)


def test_one_is_told_with_its_lines_their_articles_and_what_keeps_it_open(desk):
    handover = opened(desk)
    settle_item(
        desk,
        handover_id=handover.id,
        item="server-content",
        state="done",
        choice="giữ nguyên trong hộp thư",
        details={"mail_count": "1204"},
    )
    shown = pane(desk, handover.id)
    assert (shown.giver_words, shown.receiver_words, shown.cite) == ("Thủ trưởng cũ", "Thủ trưởng mới", "Đ7.3")
    lines = {line.key: line for line in shown.lines}
    assert (lines["mailbox"].cite, lines["mailbox"].source) == ("Đ7.3", "regulation")
    assert (lines["sessions-devices"].cite, lines["sessions-devices"].source) == (None, "suggested")
    assert lines["server-content"].told == ("giữ nguyên trong hộp thư", "Số thư: 1204")
    assert "server-content" not in {line.key for line in shown.open_required}
    assert "mailbox" in {line.key for line in shown.open_required}
    assert pane(desk, 999) is None


def test_where_the_regulation_does_not_speak_of_the_post_the_parties_are_our_words(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        appoint(desk, unit_id=own_unit_id(desk), person_id=added(desk, "Phạm Đức Đạt"), role="head", from_on=TODAY)
        shown = pane(desk, ids(desk)[0])
        assert (shown.giver_words, shown.receiver_words) == ("Thủ trưởng bên giao", "Thủ trưởng bên nhận")
        assert shown.cite is None
        assert {line.source for line in shown.lines if line.rule.part} == {"suggested"}


def test_one_whose_giver_is_gone_waits_for_who_signs_in_their_place(desk):
    handover = opened(desk, around=Circumstances(giver_absence="ill", in_place_of="Phó Giám đốc"))
    assert not every(desk)[0].lacks_substitute
    cancel_handover(desk, handover_id=handover.id, reason="Nhập thử")
    leave(desk, handover.giver_id, on=TODAY)
    second = opened(desk, "Võ Ngọc Ánh")
    settled_but(desk, second)
    (row,) = every(desk, states=("open",))
    assert row.lacks_substitute
    assert not row.may_be_closed


def test_a_closed_one_keeps_its_lines(desk):
    handover = opened(desk)
    settled_but(desk, handover)
    close_handover(desk, handover_id=handover.id)
    assert (every(desk)[0].state, every(desk)[0].closed_on) == ("closed", TODAY)
    assert pane(desk, handover.id).open_required == ()
