"""`usage`: the operator's figures from the command line, with JSON, dry run and refusals."""

from __future__ import annotations

import json

import pytest

from govmail_desk import app
from govmail_desk.domain.report import UsageImport
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.mailboxes import issued
from tests.usage_exports import csv_of


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Lê An")
        yield open_desk


@pytest.fixture
def run(desk, tmp_path, capsys):
    def call(*words):
        capsys.readouterr()
        code = app.main(["--register", str(tmp_path / "so.govmail"), "usage", *map(str, words)])
        return code, *capsys.readouterr()

    return call


def imports(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(UsageImport)


def written(tmp_path, *lines):
    return csv_of(tmp_path / "xuat.csv", "Email,Last login", *lines)


def test_figures_are_taken_in_and_told(desk, run, tmp_path):
    path = written(tmp_path, "lean@tphcm.gov.vn,2025-11-20", "khongco@tphcm.gov.vn,2025-11-20")
    code, out, _ = run(path, "--on", "2025-11-22")
    assert code == 0
    assert out.splitlines()[0] == (
        "Đã nhập số liệu «xuat.csv» ngày 22/11/2025: Mới 1 · Đã có 0 · Ngoài sổ 1 · Cần xem 0 · Để riêng 0 · "
        "Lần dùng mới 1"
    )
    assert len(imports(desk)) == 1


def test_a_dry_run_writes_nothing_and_its_json_tells_every_row(desk, run, tmp_path):
    path = written(tmp_path, "lean@tphcm.gov.vn,Never")
    code, out, _ = run(path, "--on", "2025-11-22", "--dry-run", "--json")
    document = json.loads(out)
    assert (code, document["new"], document["newer"], document["on"]) == (0, 1, 0, "2025-11-22")
    assert document["rows"] == [
        {
            "row": 2,
            "outcome": "new",
            "address": "lean@tphcm.gov.vn",
            "last_used": None,
            "activated": False,
            "reasons": ["Chưa đăng nhập lần nào."],
        }
    ]
    assert not imports(desk)


def test_days_that_can_be_read_both_ways_are_refused_with_the_reason(desk, run, tmp_path):
    code, out, err = run(written(tmp_path, "lean@tphcm.gov.vn,05/11/2025"), "--on", "2025-11-22")
    assert (code, out) == (1, "")
    assert "đọc được cả hai cách" in err
    assert not imports(desk)


def test_the_day_of_the_figures_has_to_be_said(run, tmp_path):
    with pytest.raises(SystemExit) as wrong:
        run(written(tmp_path, "lean@tphcm.gov.vn,2025-11-20"))
    assert wrong.value.code == 2
