"""What goes along with a package, and what a late unit is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from govmail_desk.domain.exchange_text import (
    EarlierTurn,
    Late,
    SentPackage,
    late_letter,
    late_mail,
    late_subject,
    package_body,
    package_subject,
)

SENT = SentPackage(
    unit="Ủy ban nhân dân Phường 9",
    to="Văn phòng Ủy ban nhân dân Quận 4",
    period="quý IV năm 2026",
    as_of_on=date(2026, 12, 5),
    mailbox_count=12,
    file_name="phuong9.govmail-goi",
    mark="7F3A-09C2-51BE-D840",
)
LATE = Late(
    turn=2,
    on=date(2026, 12, 7),
    unit="Văn phòng",
    office="Phòng Nội vụ",
    period="quý IV năm 2026",
    due_on=date(2026, 12, 5),
    address="q4@tphcm.gov.vn",
    earlier=(EarlierTurn(turn=1, on=date(2026, 12, 6)),),
)


def test_the_mail_tells_the_mark_and_what_to_do_where_it_is_another():
    body = package_body(SENT, contact="Chị Yến, điện thoại 028 0000 0000")
    assert "Dấu của gói: 7F3A-09C2-51BE-D840" in body
    assert "xin đừng nhận" in body
    assert "chốt đến hết ngày 05 tháng 12 năm 2026, gồm 12 hộp thư" in body
    assert "Chị Yến" in body
    assert package_subject(SENT).endswith("quý IV năm 2026, chốt đến ngày 05/12/2026")


def test_a_whole_register_without_a_known_receiver_has_a_mail_too():
    whole = replace(SENT, period="", to="")
    assert "sổ hộp thư điện tử công vụ" in package_subject(whole)
    assert "Kính gửi: đầu mối công nghệ thông tin" in package_body(whole)


def test_a_letter_names_what_it_rests_on():
    plain = "\n".join(late_letter(LATE))
    assert (
        "Hạn để các đơn vị gửi số liệu hộp thư điện tử công vụ quý IV năm 2026 là ngày 05 tháng 12 năm 2026." in plain
    )
    asked = "\n".join(late_letter(replace(LATE, asked_by="Công văn số 12/VP")))
    assert asked.startswith("Theo Công văn số 12/VP, các đơn vị")
    assert late_subject(LATE).endswith("quý IV năm 2026 (lần thứ 2)")


def test_the_letters_before_are_named_and_the_days_counted():
    said = "\n".join(late_letter(LATE))
    assert "đã có công văn đề nghị lần thứ 1 ngày 06 tháng 12 năm 2026." in said
    assert "đã quá hạn 02 ngày" in said
    assert "đã có công văn" not in "\n".join(late_letter(replace(LATE, earlier=())))


def test_the_mail_names_its_file():
    assert "- cong-van.docx" in late_mail(LATE, file_names=["cong-van.docx"])
