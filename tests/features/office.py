"""An office over several days: one register on disk, its window opened anew each morning, the papers a clerk opens. No test."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import docx
import openpyxl

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.listings import dues, mailboxes, requests
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings.dues import DueRow
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.listings.today_row import TodayRow
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.registers import create_register
from govmail_desk.operations.units import add_unit
from govmail_desk.regulations import loader
from tests.desks import own_unit_id
from tests.features.hands import SCREEN, SOON, Hands
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.standing_notifier import StandingNotifier
from tests.gui.windows import OpenWindow

CLERK = "Ngô Thị Kim Uyên"
HEAD = "Phạm Đức Thắng"
ISSUED_ON = date(2026, 1, 5)
MORNING = time(8, 30)
_ZIPPED = b"PK"
"""What a .docx begins with, and no e-mail."""


class Office:
    """A unit's register and the clerk before it."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.day = date(2026, 11, 23)
        self.hour = MORNING
        self.notifier: StandingNotifier | None = None
        """The machine's tray, where a story has one."""
        self.desk: Desk
        self.opened: OpenWindow | None = None
        self.desktop = AnsweringDesktop(folder / "bản sao")
        stand_on(self.desktop)

    # before the story

    def found(self, regulation_id: str, name: str, slug: str) -> None:
        """Found the unit's register."""
        self.desk = create_register(
            self.folder / "so.govmail",
            person=CLERK,
            regulation=loader.load(paths.regulations() / f"{regulation_id}.toml"),
            unit_name=name,
            slug=slug,
            head=HEAD,
            clock=self._clock,
        )

    def employ(self, full_name: str, post: str) -> int:
        """Write someone of the unit into the register."""
        changes = add_person(
            self.desk, full_name=full_name, unit_id=own_unit_id(self.desk), post=post, phone="0912000111"
        )
        (person_id,) = changes.ids["person"]
        return person_id

    def divide(self, section: str) -> None:
        """Write a section of the unit into the register."""
        add_unit(self.desk, name=section, slug="", parent_id=own_unit_id(self.desk))

    def issue(self, full_name: str, post: str, local_part: str) -> None:
        """Write someone and the mailbox they have used for long into the register."""
        domain = self.desk.regulation().find(ADDRESS_DOMAIN)
        assert domain is not None
        add_mailbox(
            self.desk,
            address=f"{local_part}@{domain.value}",
            kind="personal",
            unit_id=own_unit_id(self.desk),
            holder_id=self.employ(full_name, post),
            since=ISSUED_ON,
        )

    # day by day

    @property
    def hands(self) -> Hands:
        """The clerk at the window, which is opened in the morning."""
        if self.opened is None:
            self.opened = OpenWindow(self.qtbot, self.desk, self.folder, "today", notifier=self.notifier)
            self.opened.window.resize(SCREEN)
        return Hands(self.qtbot, self.opened.window)

    def go_on_to(self, day: date) -> None:
        """Close the window in the evening, and open the register on a later day."""
        self.close()
        self.day, self.hour = day, MORNING
        self.desk = Desk.open(self.folder / "so.govmail", person=CLERK, clock=self._clock)

    def show(self, page: str, row: str) -> Hands:
        """Go to a page by the rail and choose a row there."""
        hands = self.hands
        hands.press(page)
        hands.choose_row(row)
        assert self.opened is not None
        self.opened.page.settle()
        return hands

    def show_request(self) -> Hands:
        """Go to the latest request."""
        hands = self.hands
        hands.press("Đề nghị")
        assert self.opened is not None
        page = self.opened.page
        self.qtbot.waitUntil(lambda: page.table.choose(self.request().row.id), timeout=SOON)
        page.settle()
        return hands

    def close(self) -> None:
        """Close what is open."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None
        else:
            self.desk.close()

    def leave(self) -> None:
        """Go home."""
        self.close()
        stand_on(Desktop())

    # what the register says

    def mailbox_of(self, whom: str) -> mailboxes.MailboxRow:
        """The one mailbox of someone, or of an address."""
        wanted = MailboxFilter(search=whom, shows_closed=True)
        (row,) = mailboxes.every(self.desk, wanted)
        return row

    def request(self) -> requests.RequestPane:
        """The latest request."""
        row = max(requests.every(self.desk), key=lambda one: one.id)
        pane = requests.pane(self.desk, row.id)
        assert pane is not None
        return pane

    def lines_of(self, title: str) -> list[TodayRow]:
        """The lines of Hôm nay that stand under a title."""
        assert self.opened is not None
        return [line.row for line in self.opened.page.lines.lines if line.row.title == title]

    def dues_of(self, whom: str) -> list[DueRow]:
        """What falls due of the one mailbox of someone."""
        return dues.of_subject(self.desk, "mailbox", self.mailbox_of(whom).id)

    def last_act(self) -> str:
        """What was written last, as the journal tells it."""
        return journal_listing.acts(self.desk)[0].sentence

    def faults(self) -> list[journals.Finding]:
        """What journal and register disagree about."""
        return journals.verify(self.desk)

    # what the papers say

    def papers(self, role: str) -> list[bytes]:
        """The papers of one role that the latest request has."""
        return [requests.content(self.desk, kept.sha256) for kept in self.request().files if kept.role == role]

    def letter(self, role: str = "letter") -> str:
        """What the newest letter of a role says."""
        return self.letter_of(next(content for content in self.papers(role) if content.startswith(_ZIPPED)))

    @staticmethod
    def letter_of(content: bytes) -> str:
        """What a paper of Word says."""
        document = docx.Document(io.BytesIO(content))
        cells = (part for table in document.tables for cell in table._cells for part in cell.paragraphs)
        return "\n".join(part.text for part in (*document.paragraphs, *cells))

    def listed(self) -> str:
        """What the list says."""
        book = openpyxl.load_workbook(io.BytesIO(self.papers("list")[-1]))
        return "\n".join(" | ".join(str(cell or "") for cell in row) for row in book.active.iter_rows(values_only=True))

    def mail(self) -> EmailMessage:
        """The e-mail draft."""
        return BytesParser(policy=policy.default).parsebytes(self.papers("email")[-1])

    def _clock(self) -> datetime:
        return datetime.combine(self.day, self.hour, tzinfo=UTC)
