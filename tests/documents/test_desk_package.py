"""The package between desks: what goes in comes out, and a file that is not byte for byte what a desk wrote is refused in one sentence."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents import desk_package
from govmail_desk.documents.desk_package import (
    Contents,
    Manifest,
    PackagedMailbox,
    made_package,
    read_file,
    read_package,
)
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.mailbox import STATES
from tests.reliability.hostile_files import xlsx, zipped

NAME = "phuong9.govmail-goi"
MANIFEST = Manifest(
    program="0.5",
    register_id="ab" * 32,
    slug="phuong9",
    name="Ủy ban nhân dân Phường 9",
    address="phuong9.q4@tphcm.gov.vn",
    regulation_id="quan4-03-2013",
    period="2026-Q4",
    opening_on=date(2026, 9, 5),
    as_of_on=date(2026, 12, 5),
    made_at=datetime(2026, 12, 5, 3, tzinfo=UTC),
    journal_seq=12,
    journal_hash="cd" * 32,
)
BOX = PackagedMailbox(
    address="hanhltm.q4@tphcm.gov.vn",
    kind="personal",
    holder="Lê Thị Mỹ Hạnh",
    post="Chủ tịch",
    unit="Ủy ban nhân dân Phường 9",
    state="active",
    since=date(2026, 1, 5),
)
CONTENTS = Contents(manifest=MANIFEST, figures={"opening_on": "2026-09-05"}, mailboxes=(BOX,))
GOOD = made_package(CONTENTS)

words = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30)
boxes = st.builds(
    PackagedMailbox,
    address=st.from_regex(r"\A[a-z][a-z0-9]{0,8}\.q4@tphcm\.gov\.vn\Z"),
    kind=st.sampled_from(["unit", "personal"]),
    holder=words,
    post=words,
    unit=words,
    state=st.sampled_from(STATES),
    since=st.dates(date(2000, 1, 1), MANIFEST.as_of_on),
)


def refusal(content: bytes) -> str:
    with pytest.raises(RuleBroken) as refused:
        read_package(content, name=NAME)
    assert NAME in refused.value.sentence
    return refused.value.sentence


def sealed(document: Any, *, head: bytes = b"GOVMAIL-GOI 1\n") -> bytes:
    """Seal any document as somebody would who knows the format."""
    text = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()
    return resealed(zlib.compress(text), head=head)


def resealed(body: bytes, *, head: bytes = b"GOVMAIL-GOI 1\n") -> bytes:
    return head + hashlib.sha256(head + body).hexdigest().encode() + b"\n" + body


def document(**other: Any) -> dict[str, Any]:
    told = json.loads(zlib.decompress(GOOD.split(b"\n", 2)[2]))
    return told | other


def manifest(**other: Any) -> dict[str, Any]:
    return document(manifest=document()["manifest"] | other)


@settings(max_examples=60)
@given(st.lists(boxes, unique_by=lambda box: box.address, max_size=20))
def test_what_a_desk_writes_another_reads(found):
    contents = Contents(
        manifest=MANIFEST, figures={"opening_on": "2026-09-05"}, mailboxes=tuple(sorted(found, key=lambda b: b.address))
    )
    assert read_package(made_package(contents), name=NAME).contents == contents


def test_the_same_contents_are_the_same_bytes_and_the_same_mark():
    assert made_package(CONTENTS) == GOOD
    counted = hashlib.sha256(GOOD).hexdigest().upper()
    assert read_package(GOOD, name=NAME).mark == "-".join((counted[:4], counted[4:8], counted[8:12], counted[12:16]))


@settings(max_examples=100)
@given(st.data())
def test_a_byte_written_otherwise_is_always_refused(data):
    at = data.draw(st.integers(0, len(GOOD) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != GOOD[at]))
    refusal(GOOD[:at] + bytes([other]) + GOOD[at + 1 :])


@settings(max_examples=60)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=5))
def test_a_package_cut_short_or_with_more_behind_or_within_it_is_refused(at, more):
    for content in (GOOD[:at], GOOD + more, GOOD[:at] + more + GOOD[at:]):
        refusal(content)


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(content):
    refusal(content)


def test_a_newer_format_is_told_as_such():
    assert "mới hơn" in refusal(sealed(document(), head=b"GOVMAIL-GOI 2\n"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (xlsx(), "Word hoặc Excel"),
        (zipped([("../../goi.json", "{}")]), "Word hoặc Excel"),
        (b"SQLite format 3\x00" + bytes(100), "tệp sổ"),
        (b"%PDF-1.7", "PDF"),
        (b"From: a@b.vn\r\n\r\n", "thư điện tử"),
        (b"", "rỗng"),
        (b"GOVMAIL", "cắt ngang"),
        (GOOD[:-3], "hỏng khi chép"),
        (bytes(1000), "loại khác"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(content, said):
    assert said in refusal(content)


def test_a_bomb_is_not_unpacked_further_than_a_register_can_be_long():
    bomb = zlib.compress(bytes(desk_package.MOST_UNPACKED + 1000))
    assert len(bomb) < desk_package.MOST_BYTES
    assert "nở ra" in refusal(resealed(bomb))


def test_two_gigabytes_are_not_read(tmp_path):
    path = tmp_path / NAME
    with path.open("wb") as opened:
        opened.truncate(2 * 1024**3)
    with pytest.raises(RuleBroken, match="dài hơn 32 MB"):
        read_file(path)


def test_a_file_that_is_gone_or_is_a_folder_is_told_so(tmp_path):
    for path in (tmp_path, tmp_path / "mat.govmail-goi"):
        with pytest.raises(RuleBroken, match="không có tệp"):
            read_file(path)


def test_a_stick_that_was_drawn_out_is_trouble_with_the_disk(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(GOOD)

    @dataclass
    class Drawn:
        name: str = NAME

        def is_file(self):
            return True

        def stat(self):
            raise OSError(5, "I/O")

    with pytest.raises(StoreUnavailable, match="USB"):
        read_file(Drawn())  # type: ignore[arg-type]
    assert read_file(path).content == GOOD


@pytest.mark.parametrize(
    "made",
    [
        {"manifest": {}},
        document(more=1),
        document(mailboxes=[["a"]]),
        document(mailboxes=document()["mailboxes"] * 2),
        document(mailboxes=[[*document()["mailboxes"][0], "1990-05-01"]]),
        document(mailboxes=[["KHÔNG PHẢI ĐỊA CHỈ", *document()["mailboxes"][0][1:]]]),
        document(mailboxes=[[*document()["mailboxes"][0][:5], "lost", "2026-01-05"]]),
        document(mailboxes=[[*document()["mailboxes"][0][:6], "2027-01-05"]]),
        document(mailboxes=[[BOX.address, "personal", "Lê\u202eHạnh", "", "", "active", "2026-01-05"]]),
        document(mailboxes=[[BOX.address, "personal", "Lê\nHạnh", "", "", "active", "2026-01-05"]]),
        document(mailboxes=[[BOX.address, "personal", "x" * 501, "", "", "active", "2026-01-05"]]),
        document(figures={}),
        manifest(period="", opening_on=None),
        manifest(opening_on=None),
        manifest(opening_on="2027-01-01"),
        manifest(as_of_on="2030-01-01"),
        manifest(made_at="2026-12-05T03:00:00"),
        manifest(register_id="ab"),
        manifest(journal_seq=0),
        manifest(period="2026-Q5"),
        manifest(slug=""),
        manifest(extra="x"),
        [],
        b'{"manifest": "\xff\xfe"}',
        json.dumps(document(), ensure_ascii=False).encode().replace("Hạnh".encode(), b"H\xff\xfe"),
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"",
    ],
)  # fmt: skip
def test_well_sealed_contents_that_no_desk_writes_are_refused(made):
    assert "không phải do chương trình này lập ra" in refusal(sealed(made))


def test_bytes_behind_the_deflated_text_and_text_cut_before_its_end_are_refused():
    body = GOOD.split(b"\n", 2)[2]
    for changed in (body + b"x", body[:-1], b"not deflated"):
        assert "không phải do chương trình này lập ra" in refusal(resealed(changed))
