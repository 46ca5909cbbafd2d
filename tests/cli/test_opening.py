"""Which register a command works on, and who is working."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from govmail_desk import paths
from govmail_desk.cli.opening import open_desk, person, register_path
from govmail_desk.domain.errors import RuleBroken
from tests.desks import founded


@pytest.mark.parametrize(
    ("named", "path"),
    [
        ("so.govmail", "so.govmail"),
        ("/Đơn vị/sổ 100%.govmail", "/Đơn vị/sổ 100%.govmail"),
        ("sqlite:///so.govmail", "so.govmail"),
        ("sqlite:////Đơn vị/so.govmail", "/Đơn vị/so.govmail"),
    ],
)
def test_a_register_is_named_by_its_file_or_its_url(named, path):
    assert register_path(Namespace(register=named)) == Path(path)


@pytest.mark.parametrize("named", ["postgresql://may-chu/so", "https://may-chu/so", "sqlite://so"])
def test_a_url_of_another_kind_is_refused(named):
    with pytest.raises(RuleBroken, match="SQLite"):
        register_path(Namespace(register=named))


def test_without_a_name_it_is_the_users_own():
    assert register_path(Namespace(register=None)) == paths.register_file()


def test_the_one_working_is_the_account_of_this_machine(monkeypatch, tmp_path):
    founded(tmp_path).close()
    monkeypatch.setenv("LOGNAME", "ngokimuyen")
    with open_desk(Namespace(register=str(tmp_path / "so.govmail"))) as desk:
        assert desk.person == person() == "ngokimuyen"
