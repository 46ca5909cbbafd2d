"""Packages between desks: other units export theirs, the office takes them in, writes to the late one, and merges the figures."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytest_bdd import given, parsers, then, when

from govmail_desk.documents.desk_package import ENDING, read_file
from govmail_desk.domain.exchange import Office as Awaited
from govmail_desk.domain.exchange import OfficeChase
from govmail_desk.domain.report_figures import Figures
from govmail_desk.listings.requests import content
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.package_export import export_package
from govmail_desk.operations.report_plan import plan_report
from tests.desks import added, own_unit_id
from tests.features.hands import SOON
from tests.features.office import Office
from tests.features.steps.register import day
from tests.packages import SENT_AT, quan4
from tests.request_lives import every

NAMES = ("Bùi Thị Yến", "Lý Văn Tâm", "Võ Minh Trí")


@given(parsers.parse("ngày {on} {unit} xuất gói quý {period} với {count:d} hộp thư cá nhân"))
def exported(office: Office, on: str, unit: str, period: str, count: int) -> None:
    slug = f"phuong{unit.rpartition(' ')[2]}"
    at = SENT_AT.replace(day=day(on).day)
    with quan4(office.folder, unit, slug, at=at) as desk:
        for place, name in enumerate(NAMES[:count]):
            add_mailbox(
                desk,
                address=f"nguoi{place}.{slug}.q4@tphcm.gov.vn",
                kind="personal",
                unit_id=own_unit_id(desk),
                holder_id=added(desk, name),
                since=date(2026, 11, 2),
                state="active",
            )
        (office.folder / "gói").mkdir(exist_ok=True)
        export_package(desk, out=office.folder / "gói", period=period)


@when("văn thư mở phần “Các đơn vị” của trang Báo cáo")
def show_offices(office: Office) -> None:
    office.hands.press("Báo cáo")
    office.hands.press("Các đơn vị")


@when("văn thư thả các gói vào cửa sổ")
def drop(office: Office) -> None:
    assert office.opened is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in _packages(office)])
    here, keys = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(here, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys)
    office.opened.page.stack.page.dropEvent(event)


@when(parsers.parse("văn thư thêm đơn vị gửi gói “{name}”, hộp thư {address}"))
def await_unit(office: Office, name: str, address: str) -> None:
    hands = office.hands
    hands.press("Thêm đơn vị…")
    hands.press("Thêm một đơn vị…")
    hands.type("Tên đơn vị", name)
    hands.type("Hộp thư của đơn vị", address)
    hands.press("Thêm đơn vị này")


@then("dấu hiện trên màn hình là dấu các đơn vị đã báo")
def marks_are_seen(office: Office) -> None:
    for path in _packages(office):
        mark = read_file(path).mark
        office.hands.reads(mark)
        assert mark.encode() in path.with_suffix(".eml").read_bytes()


@then(parsers.parse("công văn gửi {unit} viết “{words}”"))
def letter_says(office: Office, unit: str, words: str) -> None:
    (awaited,) = [one for one in every(office.desk, Awaited) if one.name == unit]
    office.qtbot.waitUntil(lambda: bool(every(office.desk, OfficeChase)), timeout=SOON)
    chase = [one for one in every(office.desk, OfficeChase) if one.office_id == awaited.id][-1]
    assert words in office.letter_of(content(office.desk, chase.sha256))


@then(parsers.parse("báo cáo tổng hợp quý {period} có {count:d} hộp thư của {units:d} đơn vị, chưa có {silent}"))
def merged(office: Office, period: str, count: int, units: int, silent: str) -> None:
    plan = plan_report(office.desk, period=period, scope="merged")
    figures = Figures.from_plain(plan.report.figures)
    told = [line for line in figures.lines if line.office_id is not None]
    assert sum(line.closing for line in told) == count
    assert len({line.office_id for line in told}) == units
    assert [part.name for part in figures.silent] == [silent]


def _packages(office: Office):
    return sorted((office.folder / "gói").glob(f"*{ENDING}"))
