"""What lists and slips print of a mailbox, kind by kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.documents.list_columns import COLUMNS, NAMES
from govmail_desk.domain.request_cells import Subject, case, cells, cited, slip_facts
from govmail_desk.domain.request_details import (
    NONE_GIVEN,
    ChangeDetails,
    CloseDetails,
    Details,
    Fact,
    ReopenDetails,
    ResetDetails,
)

PERSON = Subject(
    mailbox_kind="personal",
    name="Đỗ Thị Bích Ngọc",
    post="Chuyên viên",
    section="Phòng Kế toán",
    body="Sở Xây dựng",
    address="ngocdtb.sxd@tinh.gov.vn",
)
UNIT = Subject(
    mailbox_kind="unit", name="Văn phòng", section="Sở Xây dựng", address="vp.sxd@tinh.gov.vn", caretaker="Lê An"
)


@pytest.mark.parametrize("kind", NONE_GIVEN)
@pytest.mark.parametrize("subject", [PERSON, UNIT], ids=["personal", "unit"])
def test_every_column_of_the_kinds_list_has_its_cell_and_no_other_name_is_made_up(kind, subject) -> None:
    printed = cells(subject, NONE_GIVEN[kind])
    assert {column.name for column in COLUMNS[kind]} - {"stt"} <= set(printed) | {"so_dien_thoai"}
    assert set(printed) <= NAMES


def test_one_change_stands_bare_and_several_each_behind_its_name() -> None:
    post, unit = Fact("Chức vụ", "Chuyên viên", "Trưởng phòng"), Fact("Đơn vị công tác", "Phòng A", "Phòng B")
    one = cells(PERSON, ChangeDetails(), changes=[post])
    two = cells(PERSON, ChangeDetails(), changes=[unit, post])
    assert (one["noi_dung"], one["thong_tin_cu"], one["thong_tin_moi"]) == ("Chức vụ", "Chuyên viên", "Trưởng phòng")
    assert two["noi_dung"] == "Đơn vị công tác\nChức vụ"
    assert two["thong_tin_moi"] == "Đơn vị công tác: Phòng B\nChức vụ: Trưởng phòng"


def test_a_reset_prints_reason_and_telephone_and_who_looks_after_a_units_mailbox() -> None:
    details = ResetDetails(reason="Quên mật khẩu", phone="0900000001")
    assert cells(PERSON, details)["so_dien_thoai"] == "0900000001"
    assert cells(PERSON, details)["chuc_vu"] == "Chuyên viên"
    assert cells(UNIT, details)["chuc_vu"] == "Người quản lý: Lê An"


def test_a_reopening_prints_day_and_cause_of_the_lock_and_leaves_what_nobody_knows_blank() -> None:
    known = cells(PERSON, ReopenDetails(reason="Đi học về", locked_on=date(2026, 11, 11), cause="inactivity"))
    unknown = cells(PERSON, ReopenDetails(reason="Đi học về"))
    assert known["ngay_khoa"] == "11/11/2026"
    assert known["ly_do_khoa"] == "Không sử dụng trong thời gian dài"
    assert (unknown["ngay_khoa"], unknown["ly_do_khoa"]) == ("", "")


@pytest.mark.parametrize(
    ("is_kept", "said"), [(True, "Đã sao lưu, bàn giao"), (False, "Không cần lưu giữ"), (None, "")]
)
def test_a_closing_prints_decision_day_and_what_became_of_the_content(is_kept, said) -> None:
    details = CloseDetails(
        reason="Nghỉ hưu",
        document="Quyết định số 7/QĐ-SNV",
        decided_on=date(2026, 11, 9),
        effective_on=date(2026, 12, 1),
        is_data_kept=is_kept,
    )
    printed = cells(PERSON, details)
    assert printed["can_cu"] == "Quyết định số 7/QĐ-SNV ngày 09/11/2026"
    assert (printed["ngay_hieu_luc"], printed["du_lieu"]) == ("01/12/2026", said)


def test_a_decision_is_cited_with_what_is_known_of_it() -> None:
    assert cited("", None) == ""
    assert cited("Thông báo số 3", None) == "Thông báo số 3"
    assert cited("", date(2026, 1, 5)) == "ngày 05/01/2026"


def test_a_slip_leaves_room_for_what_is_decided_by_hand_and_drops_what_nobody_has() -> None:
    facts = dict(slip_facts(cells(PERSON, CloseDetails(reason="Nghỉ hưu"))))
    assert facts["Căn cứ"] == facts["Ngày có hiệu lực"] == ""
    assert "Ghi chú" not in facts
    assert facts["Phòng, bộ phận"] == "Phòng Kế toán"


def test_a_case_in_a_line_names_whose_mailbox_it_is_and_why() -> None:
    assert case(cells(PERSON, ResetDetails(reason="Quên mật khẩu"))) == (
        "Đỗ Thị Bích Ngọc, Chuyên viên, hộp thư ngocdtb.sxd@tinh.gov.vn, Quên mật khẩu"
    )


@given(details=st.one_of(*(st.builds(type(empty)) for empty in NONE_GIVEN.values())), note=st.text(max_size=20))
def test_a_note_is_printed_as_it_was_given_whatever_the_kind(details: Details, note: str) -> None:
    noted = type(details)(note=note)
    assert cells(PERSON, noted)["ghi_chu"] == note
