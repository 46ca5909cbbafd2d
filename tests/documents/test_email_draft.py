"""The e-mail draft, parsed again by the standard library as a mail program would."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.email_draft import Attachment, AttachmentLimits, DraftMail, made_draft
from govmail_desk.domain.errors import RuleBroken

LETTER = Attachment("Công văn đề nghị cấp mới hộp thư.docx", b"PK letter")
LIST = Attachment("Danh sách.xlsx", b"PK list")
BREAKS = ("\r", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\r\n ", "\n\t")
INJECTED = ("Bcc: ke.gian@example.com", "X-Unsent: 0", "Content-Type: text/html", "To: ke.gian@example.com")


def draft(**parts: object) -> DraftMail:
    usual: dict[str, object] = {
        "sender": "vhtt.q4@tphcm.gov.vn",
        "to": "q4@tphcm.gov.vn",
        "subject": "Phòng Văn hóa và Thông tin: đề nghị cấp mới hộp thư điện tử công vụ",
        "body": "Kính gửi: Văn phòng Ủy ban nhân dân Quận 4\n\n1. Lý do: tuyển mới.\n",
        "attachments": (LETTER, LIST),
    }
    return DraftMail(**(usual | parts))  # type: ignore[arg-type]


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_draft_goes_from_the_units_mailbox_to_the_operator_and_is_marked_unsent() -> None:
    message = read(made_draft(draft()))
    assert message["From"] == "vhtt.q4@tphcm.gov.vn"
    assert message["To"] == "q4@tphcm.gov.vn"
    assert message["Subject"] == "Phòng Văn hóa và Thông tin: đề nghị cấp mới hộp thư điện tử công vụ"
    assert message["X-Unsent"] == "1"


def test_the_line_between_the_parts_is_named_in_one_piece_that_every_mail_program_reads() -> None:
    head, _, _ = made_draft(draft()).partition(b"\r\n\r\n")
    assert re.search(rb'^Content-Type: multipart/mixed; ?(\r\n )?boundary="=_[0-9a-f]{32}"\r?$', head, re.MULTILINE)


def test_the_mail_program_gives_it_its_date_and_its_id() -> None:
    message = read(made_draft(draft()))
    assert message["Date"] is None
    assert message["Message-ID"] is None


def test_the_body_comes_through_letter_by_letter() -> None:
    body = read(made_draft(draft())).get_body()
    assert body is not None
    assert body.get_content().splitlines() == draft().body.splitlines()


def test_both_files_are_attached_under_their_vietnamese_names_with_their_kinds() -> None:
    content = made_draft(draft())
    attached = list(read(content).iter_attachments())
    assert [file.get_filename() for file in attached] == [LETTER.name, LIST.name]
    assert [file.get_content() for file in attached] == [b"PK letter", b"PK list"]
    assert [file.get_content_subtype().rsplit(".", 1)[-1] for file in attached] == ["document", "sheet"]
    assert b"filename*0*=utf-8''" in content or b"filename*=utf-8''" in content


def test_the_file_is_plain_ascii_with_the_line_ends_of_mail() -> None:
    content = made_draft(draft())
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_operator_whose_address_nobody_knows_leaves_the_place_open() -> None:
    content = made_draft(draft(to="", to_name="Sở Thông tin và Truyền thông tỉnh Cà Mau"))
    assert read(content)["To"].addresses == ()
    as_sent = message_from_bytes(content)["To"]  # the old parser: the new one puts a blank between two encoded words
    assert as_sent.endswith(":;")
    name = str(make_header(decode_header(as_sent.removesuffix(":;"))))
    assert name == "Sở Thông tin và Truyền thông tỉnh Cà Mau"


@pytest.mark.parametrize(
    "address",
    [
        "a@x.vn, ke.gian@example.com",
        "a@x.vn; ke.gian@example.com",
        "Sở <a@x.vn>",
        "a@x.vn\u200b",
        "а@x.vn",  # the first letter is Cyrillic
        "a@x",
        "a b@x.vn",
        "a..b@x.vn",
        "@x.vn",
        "a" * 250 + "@x.vn",
        *(f"a@x.vn{line_break}{header}" for line_break in BREAKS for header in INJECTED[:1]),
    ],
)
@pytest.mark.parametrize("side", ["sender", "to"])
def test_a_field_takes_one_plain_address_and_nothing_else(side: str, address: str) -> None:
    with pytest.raises(RuleBroken, match="không phải một địa chỉ thư điện tử"):
        made_draft(draft(**{side: address}))


@pytest.mark.parametrize("header", INJECTED)
@pytest.mark.parametrize("line_break", BREAKS)
@pytest.mark.parametrize("part", ["subject", "attachment", "body", "to_name"])
def test_no_text_can_add_a_header(part: str, line_break: str, header: str) -> None:
    """208 payloads: thirteen kinds of line break, four headers, four places a clerk's text reaches."""
    payload = f"đề nghị{line_break}{header}"
    changed: dict[str, object] = {part: payload}
    if part == "attachment":
        changed = {"attachments": (Attachment(f"{payload}.docx", b""),)}
    if part == "to_name":
        changed |= {"to": ""}
    message = read(made_draft(draft(**changed)))
    assert sorted(message.keys()) == ["Content-Type", "From", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_subject_stays_one_header(subject: str) -> None:
    message = read(made_draft(draft(subject=subject)))
    assert sorted(message.keys()) == ["Content-Type", "From", "MIME-Version", "Subject", "To", "X-Unsent"]


def test_files_over_the_regulations_limit_are_refused_with_its_article() -> None:
    big = Attachment("danh-sach.xlsx", bytes(1024 * 1024 + 1))
    with pytest.raises(RuleBroken, match="quá mức 1 MB") as refused:
        made_draft(draft(attachments=(big,)), AttachmentLimits(most_mb=1, most_cite="Đ9.9"))
    assert refused.value.cite == "Đ9.9"


def test_files_of_exactly_the_limit_go_through_and_all_files_count_together() -> None:
    half = Attachment("a.docx", bytes(512 * 1024))
    limits = AttachmentLimits(most_mb=1)
    assert made_draft(draft(attachments=(half, half)), limits)
    with pytest.raises(RuleBroken):
        made_draft(draft(attachments=(half, half, Attachment("b.docx", b"x"))), limits)


def test_without_a_limit_in_the_regulation_any_size_goes_through() -> None:
    assert made_draft(draft(attachments=(Attachment("a.docx", bytes(3 * 1024 * 1024)),)))


@pytest.mark.parametrize("name", ["setup.exe", "SETUP.EXE", "setup.exe.", "danh sách.docx.exe"])
def test_kinds_the_regulation_refuses_are_refused_with_its_article(name: str) -> None:
    limits = AttachmentLimits(refused_endings=(".exe", ".dll"), refused_cite="Đ9.8")
    with pytest.raises(RuleBroken, match=r"thuộc loại \.exe") as refused:
        made_draft(draft(attachments=(Attachment(name, b""),)), limits)
    assert refused.value.cite == "Đ9.8"


@pytest.mark.parametrize(
    "word", ["đề nghị khởi tạo hộp thư điện tử công vụ", "Truyền thông thuộc Sở Thông tin và Truyền thông"]
)
@pytest.mark.parametrize("start", range(1, 41, 3))
def test_no_blank_of_a_long_vietnamese_header_is_lost_wherever_it_breaks(word: str, start: int) -> None:
    words = f"{'Sở ' * 2}{'x' * start} {word} {word}"
    made = made_draft(DraftMail(sender="snv@tinh.gov.vn", to="", to_name=words, subject=words, body="."))
    for parsed in (message_from_bytes(made, policy=default), message_from_bytes(made)):
        assert str(make_header(decode_header(str(parsed["Subject"])))) == words
    assert max(map(len, made.split(b"\r\n\r\n")[0].split(b"\r\n"))) <= 78
    # Python's own reader of display names puts a blank between two encoded words; RFC 2047 §6.2 says there is none.
    assert str(make_header(decode_header(str(message_from_bytes(made)["To"]).removesuffix(":;")))) == words
