"""A request of an invented unit, on the page Đề nghị of the real window, for the tests of its dialogs. No test."""

from __future__ import annotations

from datetime import UTC, date, datetime

from govmail_desk.listings import request_life, requests
from govmail_desk.operations.request_answers import answer_request
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, asks_the_operator_of_today, founded
from tests.gui.windows import OpenWindow

MONDAY = date(2026, 11, 23)
NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh")
OWN = {
    "ninhbinh-2020": "stttt@ninhbinh.gov.vn",
    "quan4-03-2013": "phuong9.q4@tphcm.gov.vn",
}


class RequestLife:
    """One request, brought as far as asked, chosen on its page."""

    def __init__(self, qtbot, folder, *, state="draft", names=NAMES, post="Chuyên viên", regulation_id="ninhbinh-2020"):
        self.desk = founded(folder, regulation_id)
        asks_the_operator_of_today(self.desk)
        ids = [added(self.desk, name, post=post) for name in names]
        (self.id,) = draft_request(self.desk, plan_request(self.desk, on=MONDAY, people_ids=ids)).ids["request"]
        self._bring_to(state, OWN.get(regulation_id, ""))
        self.opened = OpenWindow(qtbot, self.desk, folder, "requests")
        self.choose()

    def _bring_to(self, state, own):
        if state in {"signed", "sent", "answered"}:
            sign_request(self.desk, request_id=self.id, number="125", on=MONDAY)
        if state in {"sent", "answered"}:
            send_request(self.desk, request_id=self.id, on=MONDAY, from_address=own)
        if state == "answered":
            answer_request(self.desk, request_id=self.id, on=MONDAY, number="88")

    @property
    def page(self):
        return self.opened.page

    @property
    def acts(self):
        self.page.settle()
        return self.page.life_acts

    @property
    def dialog(self):
        return self.opened.dialog

    @property
    def row(self):
        return requests.pane(self.desk, self.id).row

    @property
    def life(self):
        return request_life.life(self.desk, self.id)

    def choose(self):
        self.page.table.choose(self.id)
        self.page.settle()

    def next_dialog(self):
        """Do what comes next, and return the dialog it opens."""
        self.acts.next.trigger()
        return self.dialog

    def go_on_to(self, day):
        self.desk.clock = lambda: datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC)

    def close(self):
        self.opened.close()
