"""The check before signing: our own papers pass clean, and each seeded mistake is found, it alone and by its right name."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import Finding
from govmail_desk.domain.letter_text import Asked, letter_body, subject
from govmail_desk.domain.letterhead import collective_name, signature
from govmail_desk.domain.request import RequestKind
from govmail_desk.domain.settings import SignerAuthority
from govmail_desk.regulations.layout import in_force
from tests.documents.layout.seeded import (
    COUNTS,
    SLIP_FORM,
    Edit,
    dress,
    edited,
    expected,
    findings,
    looks,
    of_camau,
    of_ninhbinh,
    of_proposal,
    of_quan4,
    of_slip,
    rule_drawn,
    rule_gone,
    shape,
    sheet,
    stands,
    swaps,
    word_looks,
)
from tests.documents.layout.seeded import SLIP as SLIP_CONTENT
from tests.documents.layout.seeded_mistakes import (
    BASES,
    CAMAU,
    CONTENT,
    LAST,
    MOTTO,
    NATION,
    NEED,
    NINHBINH,
    PROPOSAL,
    QUAN4,
    REASON,
    SLIP,
)
from tests.documents.sample_papers import (
    BY_REGULATION,
    CA_MAU,
    KHANH_HOA_PROPOSAL,
    LETTER_FORM,
    NINH_BINH,
    PROPOSAL_FORM,
    TWO_PAGES,
    signer,
)

# Clean


@pytest.mark.parametrize(("name", "content"), BY_REGULATION.items())
def test_a_letter_under_each_regulation_passes_clean(name: str, content: LetterContent) -> None:
    assert findings(made_letter(LETTER_FORM, content), expected(COUNTS[name])) == ()


def test_a_proposal_passes_clean() -> None:
    assert of_proposal() == ()


def test_a_slip_for_one_person_passes_clean_with_its_name_or_with_room_for_it() -> None:
    assert of_slip() == ()
    unnamed = replace(SLIP_CONTENT, signature=replace(SLIP_CONTENT.signature, name=""))
    assert findings(made_letter(SLIP_FORM, unnamed), replace(expected(1, "slip"), has_list=False)) == ()


@pytest.mark.parametrize("kind", get_args(RequestKind))
@pytest.mark.parametrize(
    "cases", [(), ("Lê Thị Mỹ Hạnh, hộp thư hanhltm.sxd@ninhbinh.gov.vn", "Đỗ Văn Lý, lydv.stnmt@camau.gov.vn")]
)
def test_the_wording_of_every_kind_of_request_passes_clean(kind: RequestKind, cases: tuple[str, ...]) -> None:
    asked = Asked(
        kind=kind, unit="Sở Xây dựng", operator="Sở Mẫu", reason="có thay đổi về nhân sự", personal_count=2, cases=cases
    )
    content = replace(CA_MAU, subject=subject(asked), paragraphs=letter_body(asked))
    assert findings(made_letter(LETTER_FORM, content), replace(expected(2), has_list=not cases)) == ()


def test_letters_of_two_and_more_pages_pass_clean() -> None:
    longer = replace(
        TWO_PAGES, paragraphs=TWO_PAGES.paragraphs[:1] + TWO_PAGES.paragraphs[1:2] * 60 + CA_MAU.paragraphs[2:]
    )
    for content in (TWO_PAGES, longer):
        assert findings(made_letter(LETTER_FORM, content), expected(5)) == ()


SIGNERS = [
    ("head", "Giám đốc", "", ""),
    ("deputy", "Phó Giám đốc", "Giám đốc", ""),
    ("acting", "Giám đốc", "", ""),
    ("by-order", "Chánh Văn phòng", "Giám đốc", ""),
    ("by-authorisation", "Trưởng phòng Tổ chức", "Giám đốc", ""),
    ("head", "Chủ tịch", "", "Ủy ban nhân dân xã Thạnh Phú"),
    ("deputy", "Phó Chủ tịch", "Chủ tịch", "Ủy ban nhân dân xã Thạnh Phú"),
    ("acting", "Chủ tịch", "", "Ủy ban nhân dân xã Thạnh Phú"),
    ("by-order", "Công chức Văn phòng", "Chủ tịch", "Ủy ban nhân dân xã Thạnh Phú"),
]


@pytest.mark.parametrize(("authority", "post", "head_post", "body"), SIGNERS)
def test_every_authority_to_sign_passes_clean(authority: SignerAuthority, post: str, head_post: str, body: str) -> None:
    who = signer("Trương Thị Phó", post, authority, head_post)
    content = replace(CA_MAU, signature=signature(who, collective=collective_name(body) if body else ""))
    assert findings(made_letter(LETTER_FORM, content), expected(5)) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_one_or_many_addressees_pass_clean(count: int) -> None:
    content = replace(CA_MAU, addressees=tuple(f"Sở Mẫu số {place}" for place in range(count)))
    assert findings(made_letter(LETTER_FORM, content), expected(5)) == ()


def test_a_draft_with_number_and_whole_date_blank_passes_clean() -> None:
    assert findings(made_letter(LETTER_FORM, replace(CA_MAU, drafted_on=None)), expected(5)) == ()


def test_what_word_does_to_a_file_by_itself_is_no_deviation() -> None:
    untouched: tuple[Edit, ...] = (
        word_looks(REASON, "công chức", no_proof=True),
        word_looks(NEED, "mailbox", no_proof=True),
        stands(NEED, first_line_indent=Mm(10)),
        stands(REASON, line_spacing=Pt(18)),
        rule_drawn(MOTTO, shape(56, old_mm=10)),
    )
    assert of_camau(*untouched) == ()


# Seeded


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, [(one.where, one.sentence) for one in found]
    return found[0]


def assert_is(one: Finding, where: str, said: str, cite: str) -> None:
    assert one.where == where
    assert said in one.sentence
    assert one.cite.endswith(cite)
    assert one.sentence.endswith(".")


@pytest.mark.parametrize("name", CAMAU)
def test_a_seeded_mistake_is_found_and_nothing_else(name: str) -> None:
    edit, *finding = CAMAU[name]
    one = only(of_camau(edit))
    assert_is(one, *finding)
    assert one.cite.startswith("NĐ 30/2020, PL ")
    assert in_force().title in one.sentence


@pytest.mark.parametrize("name", CONTENT)
def test_a_seeded_mistake_of_content_is_found_and_nothing_else(name: str) -> None:
    edit, where, said = CONTENT[name]
    assert_is(only(of_camau(edit)), where, said, "")


@pytest.mark.parametrize("name", NINHBINH)
def test_a_seeded_mistake_in_a_signed_letter_to_many_is_found(name: str) -> None:
    edit, *finding = NINHBINH[name]
    assert_is(only(of_ninhbinh(edit)), *finding)


@pytest.mark.parametrize("name", PROPOSAL)
def test_a_seeded_mistake_in_a_proposal_is_found(name: str) -> None:
    edit, *finding = PROPOSAL[name]
    assert_is(only(of_proposal(edit)), *finding)


@pytest.mark.parametrize("name", QUAN4)
def test_a_seeded_mistake_in_the_letter_of_a_collective_is_found(name: str) -> None:
    edit, *finding = QUAN4[name]
    assert_is(only(of_quan4(edit)), *finding)


@pytest.mark.parametrize("name", SLIP)
def test_a_seeded_mistake_in_a_slip_is_found(name: str) -> None:
    edit, *finding = SLIP[name]
    assert_is(only(of_slip(edit)), *finding)


@pytest.mark.parametrize("name", BASES)
def test_a_seeded_mistake_in_the_bases_is_found(name: str) -> None:
    edit, *finding = BASES[name]
    assert_is(only(findings(edited(TWO_PAGES, edit), expected(5))), *finding)


def with_appendices(*lines: tuple[str, dict[str, object]]) -> Edit:
    def edit(document: Document) -> None:
        for text, look in lines:
            added = document.add_paragraph()
            added.alignment = WD_ALIGN_PARAGRAPH.CENTER
            dress(added.add_run(text).font, {"size": 14, **look})

    return edit


NOTE = ("(Kèm theo Công văn số 12/STNMT-VP ngày 05 tháng 11 năm 2026)", {"italic": True})


def test_appendices_in_the_papers_own_file_pass_clean() -> None:
    bold: dict[str, object] = {"bold": True}
    assert of_camau(with_appendices(("Phụ lục", bold), ("DANH SÁCH", bold), NOTE)) == ()
    assert of_camau(with_appendices(("Phụ lục I", bold), NOTE, ("Phụ lục II", bold), NOTE)) == ()


APPENDICES = [
    ([("PHỤ LỤC", {"bold": True}), NOTE], "Chữ Phụ lục", "viết hoa hết"),
    ([("Phụ lục", {}), NOTE], "Chữ Phụ lục", "không đậm"),
    ([("Phụ lục", {"bold": True, "size": 13}), NOTE], "Chữ Phụ lục", "cỡ chữ 13"),
    ([("Phụ lục", {"bold": True}), (NOTE[0], {})], "Dòng chỉ dẫn kèm theo", "chữ đứng"),
    ([("Phụ lục", {"bold": True}), ("DANH SÁCH", {"bold": True})], "Phụ lục", "chưa có dòng chỉ dẫn"),
    ([("Phụ lục 1", {"bold": True}), NOTE, ("Phụ lục II", {"bold": True}), NOTE], "Phụ lục", "chữ số La Mã"),
]


@pytest.mark.parametrize(("lines", "where", "said"), APPENDICES)
def test_a_seeded_mistake_in_an_appendix_is_found(
    lines: list[tuple[str, dict[str, object]]], where: str, said: str
) -> None:
    told = only(of_camau(with_appendices(*lines)))
    assert told.where == where
    assert said in told.sentence


def test_a_page_may_lie_on_its_side_for_a_table_of_its_own() -> None:
    def with_table(document: Document) -> None:
        sheet(page_width=297, page_height=210)(document)
        table = document.add_table(rows=2, cols=3)
        table.rows[0].cells[0].text = "Họ và tên"

    assert of_camau(with_table) == ()


def test_several_mistakes_are_all_told_in_the_order_of_the_page() -> None:
    found = of_camau(
        sheet(left_margin=20), looks(NATION, size=15), swaps(LAST, "./.", "."), looks("Đỗ Văn Lý", size=12)
    )
    assert [one.where for one in found] == ["Lề trái", "Quốc hiệu", "Kết thúc nội dung", "Họ tên người ký"]
    places = [one.paragraph or 0 for one in found]
    assert places == sorted(places)


def test_what_a_person_must_judge_is_told_apart_from_what_is_wrong() -> None:
    judged = ("không có số trang", "thay đổi theo dõi", "ký tự ẩn")
    told = {name: only(of_camau((CAMAU.get(name) or CONTENT[name])[0])).severity for name in (*judged, "lề trái hẹp")}
    assert told == {**dict.fromkeys(judged, "look"), "lề trái hẹp": "wrong"}


# Saved elsewhere, hostile, damaged


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Papers opened and saved by LibreOffice, clean ones and spoiled ones, in one start of it."""
    folder = tmp_path_factory.mktemp("again")
    papers = {name: made_letter(LETTER_FORM, content) for name, content in BY_REGULATION.items()}
    papers["two"] = made_letter(LETTER_FORM, TWO_PAGES)
    papers["proposal"] = made_letter(PROPOSAL_FORM, KHANH_HOA_PROPOSAL)
    papers["spoiled"] = edited(CA_MAU, sheet(left_margin=20), rule_gone(MOTTO), looks(REASON, size=16))
    for name, content in papers.items():
        (folder / f"{name}.docx").write_bytes(content)
    out = folder / "out"
    asked = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    files = [str(folder / f"{name}.docx") for name in papers]
    subprocess.run([*asked, "--outdir", str(out), *files], check=True, capture_output=True, timeout=110)
    return {name: Path(out / f"{name}.docx").read_bytes() for name in papers}


@pytest.mark.parametrize("name", BY_REGULATION)
def test_a_letter_saved_again_by_libreoffice_is_still_clean(saved_again: dict[str, bytes], name: str) -> None:
    assert findings(saved_again[name], expected(COUNTS[name])) == ()


def test_a_long_letter_and_a_proposal_saved_again_are_still_clean(saved_again: dict[str, bytes]) -> None:
    assert findings(saved_again["two"], expected(5)) == ()
    assert findings(saved_again["proposal"], expected(1, "proposal")) == ()


def test_what_is_really_off_is_found_in_a_letter_saved_again(saved_again: dict[str, bytes]) -> None:
    found = findings(saved_again["spoiled"], expected(5))
    assert [one.where for one in found] == ["Lề trái", "Đường kẻ dưới Tiêu ngữ", "Nội dung"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a paper", made_letter(LETTER_FORM, NINH_BINH)[:4000]])
def test_a_damaged_file_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(RuleBroken, match="cong-van"):
        deviations(content, layout=in_force(), content=expected(1), name="cong-van.docx")


def test_a_paper_with_nothing_in_it_is_told_what_is_missing() -> None:
    def emptied(document: object) -> None:
        body = document.element.body  # type: ignore[attr-defined]
        for element in list(body)[:-1]:
            body.remove(element)

    found = findings(edited(CA_MAU, emptied), expected(5))
    missing = {one.where for one in found if "Không tìm thấy" in one.sentence}
    assert {"Quốc hiệu", "Tiêu ngữ", "Số, ký hiệu", "Kính gửi", "Nội dung", "Họ tên người ký"} <= missing
