"""Values of provisions as a clerk reads them."""

from __future__ import annotations

import pytest

from govmail_desk.domain.address import Collision, Pattern, UnitForm
from govmail_desk.domain.provision import (
    AttachmentRule,
    Channel,
    CheckTimes,
    Contact,
    FirstLogin,
    FixedDate,
    Forwarding,
    Notice,
    Parties,
    PasswordStrength,
    Period,
    ReportDuty,
    Step,
)
from govmail_desk.domain.provision_words import in_words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("mail.gov.vn", "mail.gov.vn"),
        (15, "15"),
        (True, "có"),
        (False, "không"),
        (("Giám đốc", "Kế toán trưởng"), "Giám đốc; Kế toán trưởng"),
        (("mailbox", "password", "content"), "hộp thư; mật khẩu; toàn bộ nội dung dữ liệu"),
        (("reason", "need", "request"), "lý do; nhu cầu; yêu cầu cụ thể"),
        (("list", "email"), "danh sách; thư điện tử"),
        (Period(3, "working-day"), "03 ngày làm việc"),
        (Period(15, "day"), "15 ngày"),
        (Period(6, "month"), "06 tháng"),
        (FixedDate(15, 12, before=True), "trước ngày 15/12"),
        (FixedDate(5), "ngày 05 của tháng cuối kỳ"),
        (FixedDate(20, 1, before=True, next_year=True), "trước ngày 20/01 năm sau"),
        (Contact("Sở", "so@tinh.gov.vn", "0299"), "Sở, so@tinh.gov.vn, 0299"),
        (Contact("Sở"), "Sở"),
        (Pattern("{tên}{số}"), "{tên}{số}"),
        (UnitForm(Pattern("{riêng}"), "district"), "huyện: {riêng}"),
        (UnitForm(Pattern("tp"), name="Thành phố"), "Thành phố: tp"),
        (UnitForm(Pattern("{riêng}"), "commune", parent="tpb"), "xã, đơn vị cấp trên «tpb»: {riêng}"),
        (UnitForm(Pattern("{riêng}"), "province", type="Sở"), "cơ quan cấp tỉnh, loại «Sở»: {riêng}"),
        (UnitForm(Pattern("{riêng:đầu}")), "mọi đơn vị: {riêng:đầu}"),
        (Collision("ordinal", 1), "thêm số thứ tự, từ 1"),
        (Collision("operator"), "đơn vị vận hành quyết định"),
        (PasswordStrength(8, ("upper", "digit")), "ít nhất 8 ký tự, gồm chữ in hoa, chữ số"),
        (FirstLogin("at-first-login", locked_otherwise=True), "đổi khi đăng nhập lần đầu; không đổi thì bị khóa"),
        (FirstLogin("unstated", default_refused=True), "phải đổi, không nêu khi nào; không dùng mật khẩu mặc định"),
        (CheckTimes(by="văn thư"), "thường xuyên, do văn thư"),
        (
            CheckTimes(2, ("morning", "afternoon"), at_slot_start=True),
            "ít nhất 02 lần mỗi ngày (đầu buổi sáng, đầu buổi chiều)",
        ),
        (AttachmentRule((".zip", ".rar"), encrypted_only=True), ".zip, .rar có đặt mật khẩu"),
        (Forwarding("out", "hộp thư ngoài"), "từ hộp thư công vụ đến hộp thư ngoài"),
        (Forwarding("out-and-in", "hộp thư ngoài"), "từ hộp thư công vụ đến hộp thư ngoài hoặc ngược lại"),
        (
            Channel(("letter", "list"), "văn bản", from_unit_mailbox=True, to="lãnh đạo Ban"),
            "công văn, danh sách; văn bản; gửi từ hộp thư của đơn vị; gửi đến lãnh đạo Ban",
        ),
        ((Step("phòng A", "propose"), Step("lãnh đạo", "request")), "phòng A đề xuất; lãnh đạo ký đề nghị"),
        (Notice("Sở", by="người dùng", when="at-once"), "người dùng báo ngay cho Sở"),
        (Notice("Sở", through="bằng thư"), "báo cho Sở (bằng thư)"),
        (Parties("head", "người cũ", "người mới"), "người cũ bàn giao cho người mới"),
        (
            ReportDuty(
                "year", "đơn vị", "kết quả", "UBND tỉnh", FixedDate(15, 12, before=True), "qua Sở", on_demand=True
            ),
            "đơn vị báo cáo UBND tỉnh (qua Sở): kết quả; hằng năm, trước ngày 15/12 hoặc khi được yêu cầu",
        ),
        (ReportDuty("change", "đơn vị", "thay đổi"), "đơn vị báo cáo: thay đổi; khi có thay đổi"),
    ],
)
def test_a_value_is_said_in_vietnamese(value: object, said: str) -> None:
    assert in_words(value) == said
