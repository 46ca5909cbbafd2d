"""What falls due and is done: lines of Hôm nay for one mailbox or many, put off, told, recorded."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from govmail_desk.domain.regulation import INACTIVITY_LOCK, PASSWORD_ROTATION_USER
from govmail_desk.gui.parts.today_lines import HEADINGS
from tests.features.hands import SOON
from tests.features.office import Office
from tests.features.steps.register import day


@when(parsers.parse("văn thư bỏ chọn {name}"))
def leave_out(office: Office, name: str) -> None:
    office.hands.leave_out(name)


@when(parsers.parse("văn thư chọn việc “{act}” ở dòng “{line}”"))
def choose_lesser_act(office: Office, act: str, line: str) -> None:
    office.hands.press_beside("Việc khác", line)
    office.hands.press(act)


@when(parsers.parse("văn thư ghi “{field}” là “{words}”"))
def fill(office: Office, field: str, words: str) -> None:
    office.hands.type(field, words)


@then(parsers.parse("trang Hôm nay có một dòng “{title}” cho {count:d} hộp thư"))
def has_one_line(office: Office, title: str, count: int) -> None:
    office.hands.press("Hôm nay")
    office.hands.reads(f"{title}, {count} hộp thư")
    assert [line.detail for line in office.lines_of(title)] == [f"{count} hộp thư"]


@then(parsers.parse("trang Hôm nay có một dòng “{title}” của {whom}, ở mục {section}"))
def has_line_in(office: Office, title: str, whom: str, section: str) -> None:
    office.hands.press("Hôm nay")
    office.hands.reads(f"{title}, {whom}")
    (line,) = [line for line in office.lines_of(title) if whom in line.detail]
    assert HEADINGS[line.section] == section


@then(parsers.parse("hạn đổi mật khẩu của {whom} là {due_on}"))
def password_is_due(office: Office, whom: str, due_on: str) -> None:
    assert [due.due_on for due in office.dues_of(whom) if due.rule == PASSWORD_ROTATION_USER.name] == [day(due_on)]


@then(parsers.parse("hộp thư của {whom} không còn bị khóa vì không dùng, nhưng vẫn đến hạn đổi mật khẩu"))
def is_kept_from_lock(office: Office, whom: str) -> None:
    standing = {due.rule for due in office.dues_of(whom)}
    assert PASSWORD_ROTATION_USER.name in standing
    assert INACTIVITY_LOCK.name not in standing


@then(parsers.parse("nhật ký vừa ghi “{sentence}”"))
def journal_says(office: Office, sentence: str) -> None:
    office.qtbot.waitUntil(lambda: office.last_act() == sentence, timeout=SOON)
