"""Packages out of saved e-mails: as desks and mail programs write them, forwarded, without one, and made to break a reader."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents import package_mail
from govmail_desk.documents.desk_package import made_package
from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.package_mail import MOST_MAIL_BYTES, MOST_PACKAGES, is_mail, packages_in
from govmail_desk.domain.errors import RuleBroken
from tests.packages import box, contents

PACKAGE = made_package(contents([box("hanhltm")]))
NAME = "phuong1-toan-bo-20261205.govmail-goi"


def mail(*attached, subject="Gửi gói"):
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "phuong1.q4@tphcm.gov.vn", "q4@tphcm.gov.vn", subject
    message.set_content("Kính gửi Văn phòng.\n")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def saved(folder, content, name="thu.eml"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.as_bytes())
    return path


def refused(path):
    with pytest.raises(RuleBroken) as caught:
        packages_in(path)
    assert caught.value.sentence.startswith(f"Không nhận tệp «{path.name}»: ")
    assert "\n" not in caught.value.sentence
    return caught.value.sentence


def test_the_draft_a_desk_of_ours_writes_gives_its_package_back(tmp_path):
    draft = DraftMail(
        sender="phuong1.q4@tphcm.gov.vn",
        to="q4@tphcm.gov.vn",
        subject="Gói",
        body="Gửi gói.\n",
        attachments=(Attachment(NAME, PACKAGE),),
    )
    assert packages_in(saved(tmp_path, made_draft(draft))) == ((NAME, PACKAGE),)


def test_every_package_is_found_and_other_attachments_are_passed_over(tmp_path):
    path = saved(tmp_path, mail(("cong-van.pdf", b"%PDF-1.7"), (NAME, PACKAGE), ("quý IV.govmail-goi", b"x")))
    assert packages_in(path) == ((NAME, PACKAGE), ("quý IV.govmail-goi", b"x"))


def test_a_package_under_another_name_and_in_a_forwarded_mail_is_found(tmp_path):
    outer = mail(subject="Chuyển tiếp")
    outer.add_attachment(mail(("goi.dat", PACKAGE)))
    assert packages_in(saved(tmp_path, outer)) == (("goi.dat", PACKAGE),)


def test_a_name_leads_to_no_other_folder(tmp_path):
    ((name, _),) = packages_in(saved(tmp_path, mail(("../../ngoai/goi.govmail-goi", PACKAGE))))
    assert not set(name) & set("/\\:")


def test_a_mail_without_a_package_says_so(tmp_path):
    assert "thư không kèm gói dữ liệu" in refused(saved(tmp_path, mail(("a.pdf", b"%PDF"))))
    assert "thư không kèm gói dữ liệu" in refused(saved(tmp_path, b""))
    assert "winmail.dat" in refused(saved(tmp_path, mail(("winmail.dat", b"\x78\x9f\x3e\x22"))))


def test_a_mail_is_known_by_its_name(tmp_path):
    assert is_mail(tmp_path / "Thu.EML")
    assert not is_mail(tmp_path / "goi.govmail-goi")


def test_more_packages_than_a_mail_can_mean_are_refused(tmp_path):
    many = [(f"{number}.govmail-goi", b"x") for number in range(MOST_PACKAGES + 1)]
    assert "nhiều hơn 20" in refused(saved(tmp_path, mail(*many)))


def test_a_mail_too_long_is_not_read(tmp_path):
    path = tmp_path / "dai.eml"
    with path.open("wb") as opened:
        opened.truncate(MOST_MAIL_BYTES + 1)
    with pytest.raises(RuleBroken, match="tệp dài hơn 48 MB, không thể là thư mang gói dữ liệu"):
        packages_in(path)


NESTED = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(5_000))
HOSTILE = {
    "parts within parts": NESTED,
    "mails within mails": b"Content-Type: message/rfc822\n\n" * 5_000,
    "parts by the thousand": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 10_000,
    "a header without end": b"Content-Type: multipart/mixed;" + b"\n a=b;" * 500_000 + b"\n\nx",
    "headers without end": b"X: y\n" * 100_000 + b"\nx",
    "lines by the million": b"Subject: x\n\n" + b"\n" * 1_100_000,
    "brackets without end": b"Content-Type: " + b"(" * 7_000 + b"\n\nx",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_mail_made_to_break_its_reader_is_refused_in_one_sentence(tmp_path, content):
    refused(saved(tmp_path, content))


ODD = st.sampled_from([
    b"Content-Type: ",
    b"multipart/mixed; boundary=",
    b"--b",
    b"\n",
    b"=?utf-8?b?",
    b'"',
    b";",
    b"*0*=",
    b"\x00",
])


@settings(max_examples=100, deadline=None)
@given(st.lists(ODD | st.binary(max_size=8), max_size=30))
def test_whatever_bytes_come_there_are_packages_or_one_sentence(tmp_path_factory, parts):
    path = saved(tmp_path_factory.mktemp("thu"), b"".join(parts))
    said = path.name
    try:
        packages_in(path)
    except RuleBroken as refusal:
        said = refusal.sentence
    assert path.name in said


def test_the_limits_let_the_largest_package_through():
    in_base64 = 32 * 1024 * 1024 * 4 // 3
    assert in_base64 + in_base64 // 76 * 2 < package_mail.MOST_MAIL_BYTES
    assert in_base64 // 76 < package_mail.MOST_LINES
