"""Taking packages in: what is new, changed, the same, gone or met elsewhere; what is refused; all of it taken back whole."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import ForeignMailbox, Office, Package
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.offices import add_office, edit_office, end_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction
from tests.desks import own_unit_id
from tests.packages import box, contents, office_desk, told_otherwise, written

HANH, TAM, YEN = box("hanhltm"), box("tamlv"), box("yenbt")


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def found(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def taken(desk, *paths, accepted=()):
    return take_in_packages(desk, plan_packages(desk, paths, accepted=accepted))


def standing(desk):
    return {row.address.partition(".")[0]: row for row in found(desk, ForeignMailbox) if row.gone_on is None}


def only(plan):
    (one,) = plan.files
    return one


def test_the_first_package_of_a_unit_brings_the_unit_and_its_mailboxes(desk, tmp_path):
    path = written(tmp_path, contents([HANH, TAM]))
    plan = plan_packages(desk, [path])
    assert only(plan).is_new_office
    assert only(plan).counts == {"new": 2, "changed": 0, "same": 0, "gone": 0, "conflict": 0}
    changes = take_in_packages(desk, plan)
    (office,), (package,) = found(desk, Office), found(desk, Package)
    assert (office.name, office.slug, office.register_id) == ("Ủy ban nhân dân Phường 1", "phuong1", f"{1:064x}")
    assert (package.office_id, package.mailbox_count, package.journal_seq) == (office.id, 2, 12)
    assert {row.office_id for row in standing(desk).values()} == {office.id}
    assert "Ủy ban nhân dân Phường 1" in changes.sentence
    assert verify(desk) == []


def test_the_first_unit_begins_the_reports_over_many_units_and_the_last_to_end_ends_them(desk, tmp_path):
    def owed():
        return [due.due_on for due in found(desk, Due, rule="report.operator", settled_on=None)]

    assert owed() == []
    taken(desk, written(tmp_path, contents([HANH])))
    assert owed() == [date(2026, 12, 10)]
    taken(desk, written(tmp_path, contents([TAM], number=2)))
    assert owed() == [date(2026, 12, 10)]
    for office in found(desk, Office):
        end_office(desk, office_id=office.id, on=desk.today())
    assert owed() == []


def test_the_same_package_again_changes_nothing(desk, tmp_path):
    path = written(tmp_path, contents([HANH, TAM]))
    taken(desk, path)
    head = desk.journal_head()
    plan = plan_packages(desk, [path])
    assert only(plan).fate == "known"
    assert take_in_packages(desk, plan).is_empty
    copy = written(tmp_path, contents([HANH, TAM]), "ten-khac.govmail-goi")
    assert taken(desk, copy, path).is_empty
    assert desk.journal_head() == head


def test_a_later_package_tells_new_changed_same_and_gone(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH, TAM])))
    moved = box("tamlv", post="Phó Chủ tịch", state="locked")
    later = written(tmp_path, contents([moved, YEN], journal_seq=20, as_of_on=date(2026, 12, 6)))
    plan = plan_packages(desk, [later])
    assert only(plan).counts == {"new": 1, "changed": 1, "same": 0, "gone": 1, "conflict": 0}
    (changed,) = (row for row in only(plan).rows if row.fate == "changed")
    assert changed.differences == (
        ("Chức vụ", "Chuyên viên", "Phó Chủ tịch"),
        ("Trạng thái", "Đang dùng", "Bị khóa"),
    )
    take_in_packages(desk, plan)
    assert set(standing(desk)) == {"tamlv", "yenbt"}
    (gone,) = found(desk, ForeignMailbox, address=HANH.address)
    assert gone.gone_on == date(2026, 12, 6)
    assert verify(desk) == []


def test_a_mailbox_that_was_gone_and_comes_again_stands_in_a_new_row_beside_its_earlier_time(desk, tmp_path):
    for seq, boxes in ((1, [HANH]), (2, []), (3, [HANH])):
        taken(desk, written(tmp_path, contents(boxes, journal_seq=seq)))
    assert [row.gone_on for row in found(desk, ForeignMailbox)] == [date(2026, 12, 5), None]
    taken(desk, written(tmp_path, contents([], journal_seq=4)))
    assert standing(desk) == {}
    assert verify(desk) == []


def test_rows_that_stay_the_same_are_not_written(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH, TAM])))
    changes = taken(desk, written(tmp_path, contents([HANH, TAM], journal_seq=20)))
    assert set(changes.ids) == {"package"}


def test_two_packages_of_one_unit_together_come_in_their_journals_order(desk, tmp_path):
    later = written(tmp_path, contents([TAM], journal_seq=20))
    first = written(tmp_path, contents([HANH], journal_seq=12))
    taken(desk, later, first)
    assert set(standing(desk)) == {"tamlv"}
    assert len(found(desk, Package)) == 2
    (gone,) = found(desk, ForeignMailbox, address=HANH.address)
    assert gone.gone_on is not None


def test_an_address_another_unit_or_the_own_register_has_is_told_and_taken_all_the_same(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH])))
    own = add_mailbox(
        desk, address="chung@tphcm.gov.vn", kind="unit", unit_id=own_unit_id(desk), since=desk.today(), state="active"
    )
    assert own.ids
    shared = box("x", address="chung@tphcm.gov.vn")
    plan = plan_packages(desk, [written(tmp_path, contents([HANH, shared], number=2))])
    told = {row.address: row.conflict for row in only(plan).rows}
    assert told[HANH.address] == f"Địa chỉ {HANH.address} cũng có ở Ủy ban nhân dân Phường 1."
    assert told["chung@tphcm.gov.vn"].endswith("sổ của đơn vị này.")
    assert only(plan).counts["conflict"] == 2
    take_in_packages(desk, plan)
    assert len(found(desk, ForeignMailbox, address=HANH.address)) == 2


def test_a_closed_mailbox_of_another_unit_is_no_conflict(desk, tmp_path):
    taken(desk, written(tmp_path, contents([box("hanhltm", state="closed")])))
    plan = plan_packages(desk, [written(tmp_path, contents([HANH], number=2))])
    assert only(plan).counts["conflict"] == 0


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"journal_seq": 5}, "lập trước gói đã nhận"),
        ({"journal_hash": "ef" * 32}, "khôi phục từ bản sao lưu"),
        ({"register_id": "ef" * 32, "journal_seq": 20}, "sổ khác"),
    ],
)
def test_what_speaks_against_a_package_is_for_a_person_to_decide(desk, tmp_path, other, said):
    first = contents([HANH])
    taken(desk, written(tmp_path, first))
    path = written(tmp_path, told_otherwise(contents([HANH, TAM]), **other), "nghi-ngo.govmail-goi")
    plan = plan_packages(desk, [path])
    assert only(plan).may_be_accepted
    assert said in only(plan).reason
    with pytest.raises(RuleBroken, match=said):
        take_in_packages(desk, plan)
    taken(desk, path, accepted=[only(plan).package.sha256])
    assert set(standing(desk)) == {"hanhltm", "tamlv"}
    (office,) = found(desk, Office)
    assert office.register_id == other.get("register_id", office.register_id)


def test_a_register_founded_anew_and_accepted_goes_on_from_there(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH], journal_seq=90)))
    anew = written(tmp_path, contents([TAM], register_id="ef" * 32, journal_seq=3))
    taken(desk, anew, accepted=[only(plan_packages(desk, [anew])).package.sha256])
    taken(desk, written(tmp_path, contents([TAM, YEN], register_id="ef" * 32, journal_seq=4)))
    assert set(standing(desk)) == {"tamlv", "yenbt"}
    assert len(found(desk, Office)) == 1


def test_a_package_of_an_earlier_day_adds_its_figures_and_leaves_the_rows(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH], period="2026-Q4", opening_on=date(2026, 9, 5))))
    earlier = contents([TAM], period="2026-Q3", opening_on=date(2026, 6, 5), as_of_on=date(2026, 9, 5), journal_seq=20)
    plan = plan_packages(desk, [written(tmp_path, earlier)])
    assert not only(plan).takes_rows
    assert "chỉ thêm số liệu" in only(plan).remarks[0]
    take_in_packages(desk, plan)
    assert set(standing(desk)) == {"hanhltm"}
    assert {one.period for one in found(desk, Package)} == {"2026-Q3", "2026-Q4"}


def test_a_period_told_again_and_days_told_twice_are_remarked(desk, tmp_path):
    taken(
        desk,
        written(tmp_path, contents([HANH], period="2026-Q3", opening_on=date(2026, 6, 5), as_of_on=date(2026, 9, 5))),
    )
    again = contents([HANH], period="2026-Q3", opening_on=date(2026, 6, 5), as_of_on=date(2026, 9, 6), journal_seq=20)
    next_one = contents([HANH], period="2026-Q4", opening_on=date(2026, 8, 1), journal_seq=30)
    plan = plan_packages(desk, [written(tmp_path, again), written(tmp_path, next_one)])
    assert "lấy gói này thay gói trước" in plan.files[0].remarks[0]
    assert "ngày trùng nhau" in plan.files[1].remarks[0]


def test_figures_that_do_not_equal_the_rows_are_refused(desk, tmp_path):
    told = contents([HANH, TAM], period="2026-Q4")
    fewer = contents([HANH], period="2026-Q4").figures
    off = type(told)(manifest=told.manifest, figures=fewer, mailboxes=told.mailboxes)
    with pytest.raises(RuleBroken, match="số liệu ghi 1 hộp thư cá nhân, danh sách có 2"):
        taken(desk, written(tmp_path, off))
    other_days = told_otherwise(told, opening_on=date(2026, 9, 1))
    with pytest.raises(RuleBroken, match="những ngày khác"):
        taken(desk, written(tmp_path, other_days))
    unreadable = type(told)(manifest=told.manifest, figures={"lines": "?"}, mailboxes=told.mailboxes)
    with pytest.raises(RuleBroken, match="không đọc được"):
        taken(desk, written(tmp_path, unreadable))
    assert found(desk, Package) == []


def test_a_refused_file_does_not_keep_the_others_out(desk, tmp_path):
    (tmp_path / "hong.govmail-goi").write_bytes(b"x")
    good = written(tmp_path, contents([HANH]))
    plan = plan_packages(desk, [tmp_path])
    assert [(one.name, one.fate) for one in plan.files] == [("hong.govmail-goi", "refused"), (good.name, "taken")]
    take_in_packages(desk, plan)
    assert set(standing(desk)) == {"hanhltm"}


def test_a_folder_without_packages_and_files_that_are_none_are_refused(desk, tmp_path):
    with pytest.raises(RuleBroken, match="Không có gói dữ liệu"):
        plan_packages(desk, [tmp_path])
    for name in ("a", "b"):
        (tmp_path / f"{name}.govmail-goi").write_bytes(b"x")
    with pytest.raises(RuleBroken, match="Không nhận được gói nào"):
        taken(desk, tmp_path)


def test_packages_on_a_stick_are_found_in_its_folders_too(desk, tmp_path):
    (tmp_path / "phuong-2").mkdir()
    written(tmp_path, contents([HANH]))
    written(tmp_path / "phuong-2", contents([TAM], number=2))
    assert len(plan_packages(desk, [tmp_path]).taken) == 2


def test_an_awaited_unit_is_known_by_its_mailbox_its_name_or_its_register(desk, tmp_path):
    add_office(desk, name="UBND Phường 1", address="phuong1.q4@tphcm.gov.vn")
    add_office(desk, name="Ủy ban nhân dân phường 2")
    taken(desk, written(tmp_path, contents([HANH])), written(tmp_path, contents([TAM], number=2)))
    first, second = found(desk, Office)
    assert (first.name, first.register_id) == ("UBND Phường 1", f"{1:064x}")
    assert second.register_id == f"{2:064x}"
    edit_office(desk, office=first, name="Phường Một", address="khac@tphcm.gov.vn", note="")
    plan = plan_packages(desk, [written(tmp_path, contents([HANH, YEN], journal_seq=20))])
    assert only(plan).office.id == first.id
    assert "tên ở đây giữ nguyên" in only(plan).remarks[0]


def test_a_package_of_the_own_register_is_refused(desk, tmp_path):
    with desk.reading() as connection:
        own = journals.entry(connection, 1)
    with pytest.raises(RuleBroken, match="chính sổ này"):
        taken(desk, written(tmp_path, contents([HANH], register_id=own.hash)))


def test_a_plan_made_on_an_older_register_is_refused_where_it_would_say_otherwise(desk, tmp_path):
    plan = plan_packages(desk, [written(tmp_path, contents([HANH]))])
    add_office(desk, name="Ủy ban nhân dân Phường 7")
    take_in_packages(desk, plan)
    stale = plan_packages(desk, [written(tmp_path, contents([HANH, TAM], journal_seq=20))])
    taken(desk, written(tmp_path, contents([TAM], journal_seq=19)))
    with pytest.raises(RuleBroken, match="xem trước"):
        take_in_packages(desk, stale)


def test_taking_in_is_taken_back_whole(desk, tmp_path):
    taken(desk, written(tmp_path, contents([HANH, TAM])))
    before = {row.id: row for row in found(desk, ForeignMailbox)}
    changes = taken(
        desk,
        written(tmp_path, contents([box("tamlv", state="locked"), YEN], journal_seq=20)),
        written(tmp_path, contents([box("namhv")], number=2)),
    )
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert {row.id: row for row in found(desk, ForeignMailbox)} == before
    assert len(found(desk, Office)) == len(found(desk, Package)) == 1
    assert verify(desk) == []


def test_progress_is_told_and_stopping_leaves_nothing(desk, tmp_path):
    class Enough(Exception):
        pass

    def stop(done, total):
        raise Enough

    told = []
    plan = plan_packages(desk, [written(tmp_path, contents([HANH]))], tick=lambda *at: told.append(at))
    assert told == [(1, 1)]
    with pytest.raises(Enough):
        take_in_packages(desk, plan, tick=stop)
    assert found(desk, Office) == []


boxes = st.builds(
    box,
    st.sampled_from(["a", "b", "c", "d"]),
    state=st.sampled_from(["active", "locked", "closed"]),
    post=st.sampled_from(["", "Kế toán"]),
)
packages = st.lists(boxes, unique_by=lambda one: one.address, max_size=4)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), packages), min_size=1, max_size=6))
def test_whatever_comes_each_unit_stands_as_its_last_package_says(tmp_path_factory, sent):
    folder = tmp_path_factory.mktemp("goi")
    with office_desk(folder) as desk:
        last = {}
        for seq, (number, told) in enumerate(sent, start=1):
            taken(desk, written(folder, contents(told, number=number, journal_seq=seq)))
            last[number] = {one.address: (one.state, one.post) for one in told}
        offices = {int(office.register_id, 16): office.id for office in found(desk, Office)}
        for number, said in last.items():
            rows = [row for row in found(desk, ForeignMailbox, office_id=offices[number]) if row.gone_on is None]
            assert {row.address: (row.state, row.post) for row in rows} == said
        assert verify(desk) == []


def test_packages_attached_to_a_mail_are_taken_one_by_one_under_their_own_names(desk, tmp_path):
    mail = EmailMessage()
    mail.set_content("Gửi gói.")
    good, other = written(tmp_path, contents([HANH])), written(tmp_path, contents([TAM], number=2))
    for path, content in (
        (good, good.read_bytes()),
        (tmp_path / "hong.govmail-goi", b"x"),
        (other, other.read_bytes()),
    ):
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=path.name)
    saved = tmp_path / "thu.eml"
    saved.write_bytes(mail.as_bytes())
    plan = plan_packages(desk, [saved])
    assert [one.fate for one in plan.files] == ["taken", "refused", "taken"]
    assert "«hong.govmail-goi»" in plan.files[1].reason
    add_office(desk, name="Phòng Y tế")  # the register moved: the mail is read and planned once more
    take_in_packages(desk, plan)
    assert [one.name for one in found(desk, Package)] == [good.name, other.name]
    assert plan_packages(desk, [good, saved]).files[0].fate == "known"
