"""Names imported when first asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govmail_desk
from govmail_desk.gui.late import Late
from govmail_desk.gui.page import Page
from govmail_desk.gui.pages import PAGES

PACKAGE = Path(govmail_desk.__file__).parent
WRITTEN = sorted({
    where
    for file in PACKAGE.rglob("*.py")
    for where in re.findall(r'Late\(\s*"([^"]+)"', file.read_text(encoding="utf-8"))
})


@pytest.mark.parametrize("where", WRITTEN)
def test_every_name_in_the_program_is_there(where: str) -> None:
    assert Late(where).load() is not None


def test_every_page_is_a_page() -> None:
    assert all(issubclass(spec.page.load(), Page) for spec in PAGES)


def test_a_name_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(AttributeError):
        Late("govmail_desk.gui.page:NoPage").load()
    with pytest.raises(ModuleNotFoundError):
        Late("govmail_desk.gui.nowhere:Page").load()
