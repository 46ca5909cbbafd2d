"""Made papers held against their rows: a difference is a fault, never the clerk's to mend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.documents.letter import made_letter
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.paper_checks import PapersDisagree, counted, naming, refuse_other_rows
from tests.documents.sample_papers import FORMS, KHANH_HOA_PROPOSAL

SLIP_FORM = (FORMS / "khanhhoa-dagt-2021/phieu-yeu-cau-xoa.docx").read_bytes()

ROWS = [{"ten": "Lê An"}, {"ten": "Lê Bình"}]
LISTED = [{"stt": "1", "ten": "Lê An"}, {"stt": "2", "ten": "Lê Bình"}]


def test_a_paper_that_tells_the_count_comes_through_untouched():
    assert counted(b"giay", len, 4) == b"giay"


@pytest.mark.parametrize("told", [None, 0, 1, 3])
def test_a_paper_that_tells_another_count_or_none_is_a_fault(told):
    with pytest.raises(PapersDisagree):
        counted(b"giay", lambda _: told, 2)
    assert not issubclass(PapersDisagree, RuleBroken)


def test_a_slip_that_names_another_mailbox_is_a_fault():
    made = made_letter(SLIP_FORM, replace(KHANH_HOA_PROPOSAL, facts=(("Địa chỉ hộp thư", "a@khanhhoa.gov.vn"),)))
    assert naming(made, "a@khanhhoa.gov.vn") == made
    with pytest.raises(PapersDisagree):
        naming(made, "b@khanhhoa.gov.vn")


def test_rows_as_they_were_wanted_are_let_through():
    refuse_other_rows(LISTED, ROWS)
    refuse_other_rows([{"ten": "Lê An\nLê Bình"}], [{"ten": "Lê An\r\nLê Bình", "ghi_chu": "không có cột"}])


@pytest.mark.parametrize(
    "listed",
    [LISTED[:1], [*LISTED, {"stt": "3", "ten": ""}], LISTED[::-1], [LISTED[0], {"stt": "2", "ten": "Lê Bính"}], []],
    ids=["fewer", "more", "another order", "another cell", "none"],
)
def test_other_rows_are_a_fault(listed):
    with pytest.raises(PapersDisagree):
        refuse_other_rows(listed, ROWS)
