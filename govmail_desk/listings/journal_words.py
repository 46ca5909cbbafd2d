"""The register's tables, columns and values as the journal says them to a clerk.

Here: one Vietnamese name for every table and column the journal answers for, and a value in words.
Not here: states, kinds and roles (`govmail_desk.wording`), which rows an act wrote (`listings.journals`, `listings.journal_changes`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from govmail_desk import wording
from govmail_desk.domain.pdf_signature import read_back
from govmail_desk.domain.regulation import KEYS
from govmail_desk.listings.handover_words import detail_words, item_words

TABLES: Final = {
    "unit": "Đơn vị",
    "unit_name": "Tên đơn vị",
    "person": "Người",
    "mailbox": "Hộp thư",
    "mailbox_event": "Sự kiện của hộp thư",
    "mailbox_act": "Việc đã làm với hộp thư",
    "check": "Lần kiểm tra",
    "custody": "Người phụ trách",
    "custody_paper": "Giấy giao việc",
    "handover": "Bàn giao",
    "handed_mailbox": "Hộp thư bàn giao",
    "handover_item": "Mục bàn giao",
    "minutes": "Biên bản",
    "signed_copy": "Bản đã ký",
    "snooze": "Lần hoãn nhắc",
    "lead_time": "Số ngày nhắc trước",
    "staff_notice": "Lần nhắc người dùng",
    "request": "Đề nghị",
    "request_row": "Dòng của đề nghị",
    "request_event": "Bước của đề nghị",
    "personnel_change": "Biến động nhân sự",
    "follow_up": "Việc kèm theo",
    "own_form": "Biểu mẫu của đơn vị",
    "file": "Giấy tờ đã lập",
    "due": "Hạn",
    "letterhead": "Thể thức văn bản",
    "signer": "Người ký",
    "operator": "Nơi nhận đề nghị",
    "recipients": "Nơi nhận văn bản",
    "office_hours": "Giờ làm việc",
    "calendar_day": "Ngày trong lịch",
    "regulation_text": "Quy chế",
    "choice": "Lựa chọn của đơn vị",
    "intake": "Lần nhập danh sách",
    "column_reading": "Cách đọc cột",
}

_OF_ANY_TABLE: Final = {
    "unit_id": "Đơn vị",
    "person_id": "Người",
    "mailbox_id": "Hộp thư",
    "request_id": "Đề nghị",
    "from_on": "Từ ngày",
    "to_on": "Đến ngày",
    "document": "Văn bản căn cứ",
    "note": "Ghi chú",
    "state": "Trạng thái",
    "name": "Tên",
    "address": "Địa chỉ",
    "full_name": "Họ và tên",
    "post": "Chức vụ",
    "rule": "Quy định",
    "why": "Lý do",
    "sha256": "Mã kiểm của tệp",
    "kind": "Loại",
    "role": "Vai trò",
    "regulation_id": "Quy chế",
    "due_on": "Hạn",
    "on_date": "Ngày",
    "by": "Người ghi",
    "reason": "Lý do",
    "number": "Số văn bản",
    "settled_on": "Đã xong ngày",
    "handover_id": "Bàn giao",
    "custody_id": "Người phụ trách",
    "due_id": "Hạn",
    "minutes_id": "Biên bản",
    "position": "Số thứ tự",
    "made_at": "Lập lúc",
    "edition": "Bản thứ",
    "way": "Cách thức",
    "byte_count": "Dung lượng (byte)",
}
_OF_TABLE: Final[Mapping[str, Mapping[str, str]]] = {
    "unit": {
        "slug": "Tên hộp thư",
        "parent_id": "Đơn vị cấp trên",
        "short_name": "Tên gọi tắt",
        "is_own": "Là đơn vị của sổ này",
        "ended_on": "Chấm dứt từ",
    },
    "person": {
        "given_word": "Chữ thứ mấy là tên",
        "birth_on": "Ngày sinh",
        "phone": "Điện thoại",
        "id_number": "Số định danh",
        "left_on": "Thôi làm việc từ",
    },
    "mailbox": {"holder_id": "Người được cấp", "since": "Từ ngày", "is_admin": "Tài khoản quản trị"},
    "check": {
        "slot": "Buổi",
        "mail_count": "Số thư mới",
        "is_reported": "Đã báo cáo thủ trưởng",
        "is_late": "Ghi muộn",
        "entered_at": "Ghi lúc",
    },
    "custody": {"is_lead": "Phụ trách chính", "covers_id": "Thay cho"},
    "custody_paper": {"name": "Tên tệp"},
    "handover": {
        "post": "Của chức danh",
        "giver_id": "Bên giao",
        "receiver_id": "Bên nhận",
        "opened_on": "Mở ngày",
        "effective_on": "Nhận việc từ",
        "closed_on": "Xong ngày",
        "giver_absence": "Bên giao vắng vì",
        "in_place_of": "Người ký thay bên giao",
        "witness": "Người chứng kiến",
        "place": "Nơi bàn giao",
    },
    "handover_item": {
        "item": "Mục",
        "is_required": "Bắt buộc",
        "by": "Người làm",
        "choice": "Cách làm",
        "details": "Chi tiết",
    },
    "minutes": {
        "text": "Nội dung",
        "text_sha256": "Mã kiểm của nội dung",
        "mark": "Dấu ở chân trang",
        "journal_seq": "Nhật ký đến mục",
        "journal_hash": "Mã nhật ký",
        "name": "Tên tệp",
    },
    "signed_copy": {
        "name": "Tên tệp",
        "belongs": "Có phải bản này",
        "signatures": "Chữ ký số",
        "attached_on": "Đưa vào ngày",
    },
    "snooze": {"until_on": "Hoãn đến"},
    "lead_time": {"day_count": "Số ngày"},
    "mailbox_event": {"cause": "Vì sao bị khóa"},
    "personnel_change": {"decided_on": "Ngày quyết định", "effective_on": "Có hiệu lực từ"},
    "request": {
        "mailbox_kind": "Loại hộp thư",
        "asked_on": "Ngày lập",
        "row_count": "Số hộp thư",
        "selection_sha256": "Mã kiểm của danh sách",
        "number": "Số công văn",
        "batch": "Đợt lập",
    },
    "request_event": {"act": "Bước", "address": "Gửi từ hộp thư", "way": "Cách gửi"},
    "request_row": {
        "position": "Số thứ tự",
        "cells": "Nội dung dòng",
        "wanted": "Điều đề nghị đổi",
        "result": "Kết quả",
        "given_address": "Địa chỉ được cấp",
        "result_note": "Ghi chú của kết quả",
    },
    "file": {"name": "Tên tệp", "edition": "Bản thứ", "origin": "Nguồn", "made_at": "Lập lúc"},
    "due": {
        "subject_kind": "Của",
        "subject_id": "Số",
        "started_on": "Tính từ",
        "act_by": "Làm chậm nhất",
        "settled_why": "Xong vì",
        "begun_by": "Bắt đầu từ việc",
    },
    "follow_up": {"after": "Sau khi", "raised_on": "Nêu ra ngày", "outcome": "Kết quả"},
    "letterhead": {
        "parent_body": "Cơ quan cấp trên",
        "body": "Cơ quan ban hành",
        "place": "Địa danh",
        "symbol": "Ký hiệu văn bản",
        "filing": "Bộ phận lưu",
        "contact": "Người liên hệ",
        "foot_line": "Dòng cuối trang",
        "is_collective": "Ký thay mặt tập thể (TM.)",
    },
    "signer": {"authority": "Thẩm quyền", "head_post": "Ký thay chức vụ"},
    "recipients": {"lines": "Các dòng"},
    "office_hours": {
        "morning_from": "Sáng từ",
        "morning_to": "Sáng đến",
        "afternoon_from": "Chiều từ",
        "afternoon_to": "Chiều đến",
        "season_from": "Mùa từ ngày",
        "season_to": "Mùa đến ngày",
    },
    "calendar_day": {"is_off": "Được nghỉ"},
    "regulation_text": {"toml": "Toàn văn"},
    "own_form": {"place": "Thay cho mẫu", "name": "Tên tệp", "kept_at": "Đưa vào lúc", "dropped_on": "Thôi dùng từ"},
    "choice": {"value": "Giá trị"},
    "intake": {"file_name": "Tệp", "taken_at": "Nhập lúc", "counts": "Số dòng theo kết quả", "rows": "Các dòng đã đọc"},
    "column_reading": {"headings": "Các tiêu đề cột", "meanings": "Nghĩa của cột"},
}
OF_THE_PROGRAM: Final = frozenset({"id", "version"})
"""Columns that only the program reads."""

SEALED: Final = "đã ghi (giữ kín)"
_WORDS_OF: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("mailbox", "state"): wording.MAILBOX_STATES,
    ("mailbox_event", "state"): wording.MAILBOX_STATES,
    ("mailbox", "kind"): wording.MAILBOX_KINDS,
    ("request", "mailbox_kind"): wording.MAILBOX_KINDS,
    ("request", "kind"): wording.REQUEST_KINDS,
    ("request", "state"): wording.REQUEST_STATES,
    ("file", "role"): wording.FILE_ROLES,
    ("custody", "role"): wording.CUSTODY_ROLES,
    ("signer", "authority"): wording.SIGNER_AUTHORITIES,
    ("due", "subject_kind"): wording.SUBJECTS,
    ("due", "begun_by"): wording.DUE_ACTS,
    ("mailbox_act", "kind"): wording.MAILBOX_ACTS,
    ("check", "slot"): wording.SLOTS,
    ("custody_paper", "kind"): wording.CUSTODY_PAPERS,
    ("handover", "post"): wording.HANDOVER_POSTS,
    ("handover", "state"): wording.HANDOVER_STATES,
    ("handover", "giver_absence"): wording.ABSENCES,
    ("handover_item", "state"): wording.ITEM_STATES,
    ("signed_copy", "way"): wording.COPY_WAYS,
    ("signed_copy", "belongs"): wording.BELONGS,
    ("staff_notice", "way"): wording.NOTICE_WAYS,
    ("mailbox_event", "cause"): wording.LOCK_CAUSES,
    ("personnel_change", "kind"): wording.PERSONNEL_KINDS,
    ("request_event", "act"): wording.REQUEST_ACTS,
    ("request_event", "way"): wording.WAYS,
    ("request_row", "result"): wording.ROW_RESULTS,
    ("file", "origin"): wording.FILE_ORIGINS,
    ("follow_up", "kind"): wording.FOLLOW_UPS,
    ("follow_up", "after"): wording.FOLLOW_UP_CHANGES,
    ("follow_up", "outcome"): wording.FOLLOW_UP_OUTCOMES,
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_LONG: Final = 160
_SHORT_HASH: Final = 12


def column_words(table: str, column: str) -> str:
    """Name a column of a table."""
    return _OF_TABLE.get(table, {}).get(column) or _OF_ANY_TABLE[column]


def value_words(table: str, column: str, value: Any) -> str:
    """Say a value; private ones stay sealed, long ones are told by their length."""
    if value is None:
        return ""
    if (table, column) in _WORDS_OF:
        return _WORDS_OF[table, column].get(value, str(value))
    if (table, column) in _OWN_WORDS:
        return _OWN_WORDS[table, column](value)
    if column == "rule" and value in KEYS:
        return KEYS[value].label
    if column.endswith("sha256"):
        return str(value)[:_SHORT_HASH]
    return _plain(value)


def _plain(value: Any) -> str:
    said = _BY_TYPE.get(type(value), str)(value)
    return said if len(said) <= _LONG else f"{said[:_LONG].rstrip()}… (dài {len(said)} chữ cái)"


def _text(value: str) -> str:
    if value.startswith("~"):
        return SEALED
    if _DAY.fullmatch(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return wording.moment_words(value) if _STAMP.fullmatch(value) else value


def _listed(value: list[Any]) -> str:
    return f"{len(value)} dòng" if value and isinstance(value[0], list) else "; ".join(map(_plain, value))


def _paired(value: dict[str, Any]) -> str:
    return "; ".join(
        f"{wording.OUTCOMES.get(key, key)}: {_plain(part)}" for key, part in value.items() if part not in {"", None}
    )


_OWN_WORDS: Final[Mapping[tuple[str, str], Callable[[Any], str]]] = {
    ("handover_item", "item"): item_words,
    ("handover_item", "details"): detail_words,
    ("signed_copy", "signatures"): lambda value: " ".join(one.sentence for one in read_back(value)),
}
_BY_TYPE: Final[Mapping[type, Callable[[Any], str]]] = {
    bool: lambda value: "có" if value else "không",
    str: _text,
    list: _listed,
    dict: _paired,
}
