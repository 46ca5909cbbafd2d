"""What a notice says: what to do, by which day, by which article; about a password also its rules, and never a place for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.password_card import NOBODY_ASKS
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.domain.staff_notice import ASK_FOR_DAY, Notice, Task, about, body, subject

ON = date(2026, 11, 23)
TASK = Task(
    rule="password.rotation.user",
    title="Đổi mật khẩu định kỳ",
    todo="Đăng nhập hộp thư và đổi mật khẩu.",
    addresses=("nvthanh.stttt@ninhbinh.gov.vn",),
    due_on=date(2026, 11, 29),
    act_by=date(2026, 11, 27),
    basis="Quy chế tỉnh Ninh Bình",
    cite="Đ11.2",
    why="Đổi định kỳ thì mật khẩu lỡ bị lộ cũng không dùng được lâu.",
)
NOTICE = Notice(
    full_name="Nguyễn Văn Thành",
    unit="Sở Thông tin và Truyền thông",
    on=ON,
    tasks=(TASK,),
    password_rules=("Mật khẩu người dùng: Ít nhất 8 ký tự (khoản 1 Điều 11)",),
    password_basis="Quy chế tỉnh Ninh Bình",
    contact="Ngô Thị Kim Uyên, văn thư",
)


def test_a_notice_says_what_by_when_and_by_which_article():
    text = body(NOTICE)
    assert text.startswith("Kính gửi ông (bà) Nguyễn Văn Thành,\n\n")
    assert "   Hộp thư: nvthanh.stttt@ninhbinh.gov.vn\n" in text
    assert "   Thời hạn: chậm nhất thứ Sáu 27/11/2026 (hạn Chủ nhật 29/11/2026 là ngày nghỉ)\n" in text
    assert "   Căn cứ: khoản 2 Điều 11 Quy chế tỉnh Ninh Bình\n" in text
    assert text.endswith("Trân trọng,\nSở Thông tin và Truyền thông\n")


def test_about_a_password_its_rules_stand_beside_and_that_nobody_asks_for_it():
    text = body(NOTICE)
    assert "- Mật khẩu người dùng: Ít nhất 8 ký tự (khoản 1 Điều 11)" in text
    assert NOBODY_ASKS in text
    assert ASK_FOR_DAY in text
    other = body(replace(NOTICE, tasks=(replace(TASK, rule="inactivity.lock"),)))
    assert NOBODY_ASKS not in other
    assert "Yêu cầu đối với mật khẩu" not in other


def test_no_line_of_it_looks_like_a_password_told():
    assert not [line for line in body(NOTICE).splitlines() if holds_password(line)]


@pytest.mark.parametrize(
    ("due_on", "act_by", "words"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), "đã quá hạn thứ Sáu 20/11/2026, cần làm ngay"),
        (ON, ON, "chậm nhất thứ Hai 23/11/2026"),
        (date(2026, 11, 24), ON, "chậm nhất thứ Ba 24/11/2026"),
    ],
)
def test_the_day_is_told_as_it_stands_on_the_day_of_the_notice(due_on, act_by, words):
    assert replace(TASK, due_on=due_on, act_by=act_by).by_when(ON) == words


def test_the_subject_names_the_one_thing_or_counts_several():
    assert subject(NOTICE) == "Nhắc việc hộp thư điện tử công vụ: đổi mật khẩu định kỳ, hạn 29/11/2026"
    several = replace(NOTICE, tasks=(TASK, replace(TASK, rule="inactivity.lock", due_on=date(2026, 12, 5))))
    assert subject(several) == "Nhắc việc hộp thư điện tử công vụ: 2 việc cần làm, hạn 29/11/2026"


def test_many_mailboxes_are_counted_in_a_line():
    task = replace(TASK, addresses=("a@x.vn", "b@x.vn", "c@x.vn", "d@x.vn", "e@x.vn"))
    assert about(task, most_count=3) == "a@x.vn, b@x.vn, c@x.vn và 2 hộp thư khác"


def test_without_a_rule_of_the_regulation_the_notice_says_whose_it_is():
    assert replace(TASK, cite=None, basis="quy định của đơn vị").ground == "quy định của đơn vị"
