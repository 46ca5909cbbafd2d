"""The line at the foot."""

from __future__ import annotations

from pathlib import Path

from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.status_line import StatusLine


def test_it_names_the_register_and_that_nothing_uses_the_network(qtbot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_glance(Glance("", "", "", Path("D:/So-hop-thu/stttt.govmail")))
    assert line._text.whole == "Sổ: stttt.govmail · không kết nối mạng"
    assert line._text.toolTip() == str(Path("D:/So-hop-thu/stttt.govmail"))
    line.say("Đang mở sổ…")
    assert line._doing.whole == "Đang mở sổ…"
    line.say("")
    assert line._doing.whole == ""
