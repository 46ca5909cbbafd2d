"""One word for each state, kind and role."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest

from govmail_desk import wording
from govmail_desk.domain.custody import CustodyRole
from govmail_desk.domain.layout import Severity
from govmail_desk.domain.mailbox import LockCause, MailboxKind, MailboxState
from govmail_desk.domain.person import PersonnelKind
from govmail_desk.domain.reminder import FollowUpKind, SubjectKind
from govmail_desk.domain.request import FileOrigin, FileRole, RequestAct, RequestKind, RequestState, RowResult, Way
from govmail_desk.domain.settings import SignerAuthority
from govmail_desk.operations.intake_plan import OUTCOMES


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (wording.MAILBOX_STATES, get_args(MailboxState)),
        (wording.MAILBOX_KINDS, get_args(MailboxKind)),
        (wording.REQUEST_STATES, get_args(RequestState)),
        (wording.REQUEST_KINDS, get_args(RequestKind)),
        (wording.FILE_ROLES, get_args(FileRole)),
        (wording.FILE_ORIGINS, get_args(FileOrigin)),
        (wording.FINDING_SEVERITIES, get_args(Severity)),
        (wording.REQUEST_ACTS, get_args(RequestAct)),
        (wording.WAYS, get_args(Way)),
        (wording.ROW_RESULTS, get_args(RowResult)),
        (wording.PERSONNEL_KINDS, get_args(PersonnelKind)),
        (wording.LOCK_CAUSES, get_args(LockCause)),
        (wording.FOLLOW_UPS, get_args(FollowUpKind)),
        (wording.FOLLOW_UP_OUTCOMES, ("", "done", "dismissed")),
        (wording.SUBJECTS, get_args(SubjectKind)),
        (wording.CUSTODY_ROLES, get_args(CustodyRole)),
        (wording.SIGNER_AUTHORITIES, get_args(SignerAuthority)),
        (wording.OUTCOMES, OUTCOMES),
        (wording.SOURCES, ("regulation", "suggested", "unit")),
    ],
)
def test_everything_that_is_named_has_one_word_of_its_own(words, named):
    assert set(words) == set(named)
    assert len(set(words.values())) == len(words)
    assert all(word and word[0].isupper() for word in words.values())


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "Thứ Hai, 23/11/2026"),
        (date(2026, 11, 22), "Chủ nhật, 22/11/2026"),
        (date(2026, 1, 3), "Thứ Bảy, 03/01/2026"),
    ],
)
def test_a_day_is_said_with_its_weekday(day, said):
    assert wording.day_words(day) == said


@pytest.mark.parametrize(
    ("day", "said"), [(23, "hôm nay"), (24, "còn 1 ngày"), (30, "còn 7 ngày"), (22, "quá 1 ngày"), (1, "quá 22 ngày")]
)
def test_how_far_off_a_day_is(day, said):
    assert wording.days_left(date(2026, 11, day), date(2026, 11, 23)) == said


def test_a_stamp_is_said_in_this_machines_own_time():
    assert re.fullmatch(
        r"2[23]/11/2026 \d\d:\d\d|24/11/2026 \d\d:\d\d", wording.moment_words("2026-11-23T08:30:00+00:00")
    )
