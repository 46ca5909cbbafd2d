"""What a request says, read as the operator reads it."""

import pytest

from govmail_desk.domain import letter_text
from govmail_desk.domain.letter_text import Asked

ASKED = Asked(
    kind="create",
    unit="Phòng Văn hóa và Thông tin",
    operator="Sở Thông tin và Truyền thông",
    basis="Quy chế mẫu ban hành kèm theo Quyết định mẫu;",
    reason="tiếp nhận công chức mới.",
    personal_count=5,
)


def test_the_letter_opens_with_the_citation_and_states_reason_need_and_request() -> None:
    assert letter_text.letter_body(ASKED) == (
        "Thực hiện Quy chế mẫu ban hành kèm theo Quyết định mẫu, Phòng Văn hóa và Thông tin đề nghị Sở Thông tin và "
        "Truyền thông xem xét, cấp mới hộp thư điện tử công vụ, cụ thể như sau:",
        "1. Lý do: tiếp nhận công chức mới.",
        "2. Nhu cầu: cấp mới 05 hộp thư điện tử công vụ của cá nhân.",
        "3. Yêu cầu cụ thể: cấp mới hộp thư điện tử công vụ theo đúng thông tin của từng trường hợp nêu tại danh sách.",
        "(Danh sách kèm theo)",
        "Phòng Văn hóa và Thông tin trân trọng đề nghị Sở Thông tin và Truyền thông quan tâm, giải quyết.",
    )


def test_a_regulation_without_a_citation_leaves_the_opening_plain() -> None:
    asked = Asked(kind="reset", unit="Phòng A", operator="Sở B", reason="quên mật khẩu", personal_count=1)
    assert letter_text.letter_body(asked)[0] == (
        "Phòng A đề nghị Sở B xem xét, cấp lại mật khẩu hộp thư điện tử công vụ, cụ thể như sau:"
    )


def test_both_kinds_of_mailbox_are_counted_with_their_sum() -> None:
    asked = Asked(kind="create", unit="A", operator="B", reason="mới lập", personal_count=11, unit_count=1)
    assert letter_text.letter_body(asked)[2] == (
        "2. Nhu cầu: cấp mới 12 hộp thư điện tử công vụ, gồm 01 hộp thư của cơ quan, đơn vị và 11 hộp thư của cá nhân."
    )


def test_the_regulations_own_word_for_the_act_is_used() -> None:
    asked = Asked(kind="close", unit="A", operator="B", reason="nghỉ hưu", personal_count=1, word="hủy")
    assert letter_text.subject(asked) == "đề nghị hủy hộp thư điện tử công vụ"


@pytest.mark.parametrize("kind", ["create", "change", "reset", "reopen", "close"])
def test_the_mail_states_reason_need_request_and_what_is_attached_for_every_kind(kind: letter_text.RequestKind) -> None:
    asked = Asked(kind=kind, unit="Phòng A", operator="Văn phòng B", reason="thay đổi nhân sự", personal_count=2)
    body = letter_text.mail_body(asked, file_names=("Công văn.docx", "Danh sách.xlsx"), contact="Lê Thị Mỹ Hạnh.")
    for wanted in ("1. Lý do: thay đổi nhân sự.", "2. Nhu cầu: ", "3. Yêu cầu cụ thể: ", "- Danh sách.xlsx"):
        assert wanted in body
    assert "trao đổi: Lê Thị Mỹ Hạnh.\n" in body
    assert body.endswith("Trân trọng,\nPhòng A\n")


def test_a_mail_without_contact_or_files_has_no_empty_lines_for_them() -> None:
    body = letter_text.mail_body(ASKED, file_names=())
    assert "\n\n\n" not in body
    assert "Tệp gửi kèm" not in body
    assert "trao đổi" not in body


def test_the_mails_subject_names_the_asking_unit() -> None:
    assert letter_text.mail_subject(ASKED) == "Phòng Văn hóa và Thông tin: đề nghị cấp mới hộp thư điện tử công vụ"


def test_a_proposal_is_put_to_the_leaders_who_ask_the_operator() -> None:
    body = letter_text.proposal_body(
        ASKED, proposer="Phòng Kế hoạch - Tổng hợp", leaders="lãnh đạo Ban", contact="Lê Thị Mỹ Hạnh"
    )
    assert "Phòng Kế hoạch - Tổng hợp kính trình lãnh đạo Ban xem xét, yêu cầu Sở Thông tin" in body[0]
    assert body[-2:] == (
        "Thông tin liên hệ, trao đổi: Lê Thị Mỹ Hạnh.",
        "Phòng Kế hoạch - Tổng hợp kính trình lãnh đạo Ban xem xét, quyết định.",
    )


def test_the_lists_title_is_in_capitals_and_names_the_holders() -> None:
    assert letter_text.list_title(ASKED, "unit") == (
        "DANH SÁCH ĐỀ NGHỊ CẤP MỚI HỘP THƯ ĐIỆN TỬ CÔNG VỤ CỦA CƠ QUAN, ĐƠN VỊ"
    )


GROUND = "khoản 2 Điều 7 Quy chế kèm theo Quyết định mẫu"


def asked(kind: letter_text.RequestKind, **parts: object) -> Asked:
    usual: dict[str, object] = {"unit": "Phòng A", "operator": "Sở B", "reason": "như danh sách", "personal_count": 2}
    return Asked(kind=kind, **(usual | parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "request_text"),
    [
        ("create", "cấp mới hộp thư điện tử công vụ theo đúng thông tin của từng trường hợp nêu tại danh sách"),
        ("change", "thay đổi thông tin hộp thư điện tử công vụ từ thông tin cũ sang thông tin mới của từng trường hợp"),
        ("reset", "cấp lại mật khẩu hộp thư điện tử công vụ cho từng trường hợp nêu tại danh sách"),
        ("reopen", "mở lại hộp thư điện tử công vụ cho từng trường hợp nêu tại danh sách"),
        ("close", "thu hồi hộp thư điện tử công vụ theo đúng thông tin của từng trường hợp nêu tại danh sách"),
    ],
)
def test_each_kind_has_its_concrete_request_and_its_article(kind: letter_text.RequestKind, request_text: str) -> None:
    point = letter_text.letter_body(asked(kind, ground=GROUND))[3]
    assert request_text in point
    assert f", theo quy định tại {GROUND}" in point
    assert "theo quy định" not in letter_text.letter_body(asked(kind))[3]


def test_another_password_is_never_asked_for_on_paper() -> None:
    point = letter_text.letter_body(asked("reset", ground=GROUND))[3]
    assert point.endswith(
        f"{GROUND}; mật khẩu mới xin báo trực tiếp cho người quản lý, sử dụng hộp thư, không ghi trong văn bản trả lời."
    )


def test_a_letter_without_a_list_names_each_case_itself() -> None:
    body = letter_text.letter_body(asked("reopen", cases=("Lê An, hộp thư a@b.vn", "Lê Bình, hộp thư c@b.vn")))
    assert body[3].endswith("cho từng trường hợp dưới đây:")
    assert body[4:6] == ("- Lê An, hộp thư a@b.vn;", "- Lê Bình, hộp thư c@b.vn.")
    assert letter_text.LIST_NOTE not in body


def test_a_slip_is_laid_before_the_leaders_under_its_article() -> None:
    opening, closing = letter_text.slip_body(
        asked("close", word="xóa", basis="Quy định mẫu", ground=GROUND),
        proposer="Phòng Kế hoạch - Tổng hợp",
        leaders="lãnh đạo Ban",
    )
    assert opening == (
        "Thực hiện Quy định mẫu, Phòng Kế hoạch - Tổng hợp trình lãnh đạo Ban yêu cầu xóa hộp thư điện tử công vụ sau đây:"
    )
    assert closing == f"Phòng Kế hoạch - Tổng hợp kính trình lãnh đạo Ban xem xét, quyết định theo {GROUND}."


@pytest.mark.parametrize("kind", ["create", "change", "reset", "reopen", "close"])
@pytest.mark.parametrize("mailbox_kind", ["personal", "unit"])
def test_a_request_without_a_reason_has_the_usual_one_of_its_kind(
    kind: letter_text.RequestKind, mailbox_kind: letter_text.MailboxKind
) -> None:
    reason = letter_text.default_reason(kind, mailbox_kind)
    assert reason[0].islower()
    assert not reason.endswith(".")
    assert (letter_text.default_reason(kind, mailbox_kind, of_rows=["Nghỉ hưu", "Nghỉ hưu"]) == "nghỉ hưu") == (
        kind != "create"
    )
    assert letter_text.default_reason(kind, mailbox_kind, of_rows=["Nghỉ hưu", "Thôi việc"]) == reason
    assert letter_text.default_reason(kind, mailbox_kind, of_rows=["", ""]) == reason
