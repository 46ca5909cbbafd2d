"""A unit's package: its mailboxes as of a day, the figures of its period, nothing private, and the mail that carries it."""

from __future__ import annotations

import zlib
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from govmail_desk.documents.desk_package import ENDING, read_file
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.privacy import Export
from govmail_desk.domain.report_figures import Figures
from govmail_desk.operations.journals import verify
from govmail_desk.operations.mailboxes import add_mailbox, edit_mailbox, record_state
from govmail_desk.operations.package_export import export_package, plan_package
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report
from govmail_desk.operations.units import add_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import added, own_unit_id
from tests.packages import office_desk, quan4


@pytest.fixture
def desk(tmp_path):
    with quan4(tmp_path, "Ủy ban nhân dân Phường 9", "phuong9") as desk:
        yield desk


def with_mailbox(desk, name, address, *, since, state="active"):
    person_id = added(desk, name)
    changes = add_mailbox(
        desk,
        address=f"{address}.q4@tphcm.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        since=since,
        state=state,
        note="giữ ở ngăn kéo số 3",
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def test_the_whole_register_goes_out_as_of_today_without_figures(desk):
    with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 10, 1))
    made = plan_package(desk)
    assert made.name == "phuong9-toan-bo-20261205.govmail-goi"
    manifest = made.contents.manifest
    assert (manifest.period, manifest.opening_on, manifest.as_of_on) == ("", None, date(2026, 12, 5))
    assert (manifest.name, manifest.address) == ("Ủy ban nhân dân Phường 9", "phuong9.q4@tphcm.gov.vn")
    assert made.contents.figures == {}
    assert [(box.address, box.holder, box.state) for box in made.contents.mailboxes] == [
        ("phuong9.q4@tphcm.gov.vn", "", "active"),
        ("yenbt.q4@tphcm.gov.vn", "Bùi Thị Yến", "active"),
    ]


def test_nothing_private_goes_out(desk, tmp_path):
    with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 10, 1))
    box = with_mailbox(desk, "Lý Văn Tâm", "tamlv", since=date(2026, 10, 2))
    record_state(desk, mailbox_id=box, state="locked", on=date(2026, 12, 1), note="theo phản ánh của bà Hoa")
    made = export_package(desk, out=tmp_path / "goi.govmail-goi", period="2026-Q4")
    text = zlib.decompress(made.path.read_bytes().split(b"\n", 2)[2]).decode()
    assert "Bùi Thị Yến" in text
    for private in ("0912000111", "1990", "ngăn kéo", "bà Hoa"):
        assert private not in text


def test_a_period_goes_out_cut_off_on_its_due_day_with_its_figures(desk):
    with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 11, 2))
    made = plan_package(desk, period="2026-q4")
    manifest = made.contents.manifest
    assert (manifest.period, manifest.opening_on, manifest.as_of_on) == (
        "2026-Q4",
        date(2026, 9, 30),
        date(2026, 12, 5),
    )
    figures = Figures.from_plain(made.contents.figures)
    assert figures.total("personal").closing == 1
    assert made.name == "phuong9-2026-Q4-20261205.govmail-goi"


def test_the_mailboxes_stand_as_they_stood_on_the_cut_off(desk):
    box = with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 10, 1))
    with_mailbox(desk, "Lý Văn Tâm", "tamlv", since=date(2026, 12, 4))
    record_state(desk, mailbox_id=box, state="locked", on=date(2026, 12, 3))
    made = plan_package(desk, period="2026-Q4", as_of_on=date(2026, 12, 1))
    assert [(one.address, one.state, one.since) for one in made.contents.mailboxes] == [
        ("yenbt.q4@tphcm.gov.vn", "active", date(2026, 10, 1)),
    ]
    assert Figures.from_plain(made.contents.figures).total().closing == 1


def test_a_mailbox_is_told_under_the_unit_it_stood_with_then(desk):
    changes = add_unit(desk, name="Phòng Văn hóa", slug="", parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    box_id = with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 10, 1))
    with desk.reading() as connection:
        box = Transaction(connection).get(Mailbox, box_id)
    edit_mailbox(desk, mailbox=box, note="", unit_id=unit_id, holder_id=box.holder_id)

    def unit_on(day):
        boxes = plan_package(desk, period="2026-Q4", as_of_on=day).contents.mailboxes
        return next(box.unit for box in boxes if box.address.startswith("yenbt"))

    assert unit_on(date(2026, 12, 1)) == "Ủy ban nhân dân Phường 9"
    assert unit_on(date(2026, 12, 5)) == "Phòng Văn hóa"


def test_a_period_that_has_not_begun_or_is_none_is_refused(desk):
    with pytest.raises(RuleBroken, match="chưa bắt đầu"):
        plan_package(desk, period="2027-Q1")
    with pytest.raises(RuleBroken, match="chưa đúng"):
        plan_package(desk, period="quý 4")


def test_a_day_to_come_is_refused(desk):
    with pytest.raises(RuleBroken, match="06/12/2026 chưa tới"):
        plan_package(desk, as_of_on=date(2026, 12, 6))


def test_a_cut_off_before_the_day_its_period_opens_is_refused(desk):
    draft_report(desk, plan_report(desk, period="2026-Q4"))
    with pytest.raises(RuleBroken, match="sau ngày 30/09/2026"):
        plan_package(desk, period="2026-Q4", as_of_on=date(2026, 9, 30))


def test_a_package_is_never_written_where_its_mail_goes(desk, tmp_path):
    with pytest.raises(RuleBroken, match="govmail-goi"):
        export_package(desk, out=tmp_path / "goi.eml")
    assert not (tmp_path / "goi.eml").exists()


def test_the_mail_is_the_units_own_and_tells_the_mark(desk, tmp_path):
    made = export_package(desk, out=tmp_path, period="2026-Q4")
    mail = message_from_bytes(made.draft.read_bytes(), policy=default)
    assert mail["From"] == "phuong9.q4@tphcm.gov.vn"
    assert mail["To"] == "q4@tphcm.gov.vn"
    assert mail["X-Unsent"] == "1"
    assert "quý IV năm 2026" in mail["Subject"]
    body = mail.get_body(("plain",)).get_content()
    assert "Kính gửi: Văn phòng Ủy ban nhân dân Quận 4" in body
    assert f"Dấu của gói: {made.mark}" in body
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == made.path.name == "phuong9-2026-Q4-20261205.govmail-goi"
    assert attached.get_content() == made.path.read_bytes()
    assert read_file(made.path).mark == made.mark


def test_that_it_went_out_is_noted(desk, tmp_path):
    made = export_package(desk, out=tmp_path / "gui-van-phong.govmail-goi")
    with desk.reading() as connection:
        (export,) = Transaction(connection).find(Export)
    assert (export.kind, export.row_count, export.name) == ("package", made.mailbox_count, "gui-van-phong.govmail-goi")
    assert made.mark in export.subject
    assert made.changes.ids
    assert verify(desk) == []


@pytest.mark.parametrize("held", [ENDING, ".eml"])
def test_where_one_of_the_two_files_cannot_be_written_neither_is_left_and_nothing_is_noted(desk, tmp_path, held):
    folder = tmp_path / "ra"
    (folder / plan_package(desk).name).with_suffix(held).mkdir(parents=True)
    with pytest.raises(StoreUnavailable):
        export_package(desk, out=folder)
    assert [path for path in folder.iterdir() if path.is_file()] == []
    with desk.reading() as connection:
        assert Transaction(connection).find(Export) == []


def test_what_a_desk_sends_the_office_takes(desk, tmp_path):
    with_mailbox(desk, "Bùi Thị Yến", "yenbt", since=date(2026, 10, 1))
    made = export_package(desk, out=tmp_path, period="2026-Q4")
    with office_desk(tmp_path) as office:
        plan = plan_packages(office, [made.path])
        (one,) = plan.files
        assert (one.fate, one.package.mark, one.remarks) == ("taken", made.mark, ())
        take_in_packages(office, plan)
        assert verify(office) == []
