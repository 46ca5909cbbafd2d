"""What happens to people and mailboxes, and is written into the register: someone comes, moves, leaves; a mailbox is locked."""

from __future__ import annotations

from pytest_bdd import parsers, when

from tests.features.office import Office

PICKED = {"Đơn vị mới"}


@when(parsers.parse("văn thư ghi biến động của {name}: {kind}"))
def record_change(office: Office, name: str, kind: str, datatable: list[list[str]]) -> None:
    hands = office.show("Người và đơn vị", name)
    hands.press("Biến động nhân sự…")
    hands.pick("Biến động", kind)
    for field, words in datatable:
        (hands.pick if field in PICKED else hands.type)(field, words)


@when(parsers.parse("nơi quản lý báo đã khóa hộp thư {address} ngày {on}: {cause}"))
def record_lock(office: Office, address: str, on: str, cause: str) -> None:
    hands = office.show("Hộp thư", address)
    hands.press("Ghi trạng thái")
    hands.pick("Trạng thái mới", "Bị khóa")
    hands.type("Ngày xảy ra", on)
    hands.pick("Vì sao bị khóa, tạm dừng", cause)
    hands.press("Ghi trạng thái")
