"""Started by `smoke` inside Windows' Python: each check is a sentence, the last line says whether all went well.

A check of the command line starts a process of its own, as a clerk's console would, and reads the bytes it says.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

PROGRAM = [sys.executable, "-m", "govmail_desk"]
FOLDER = Path(sys.argv[1])


def every_module_is_imported() -> None:
    import govmail_desk

    broken: dict[str, str] = {}
    walk = pkgutil.walk_packages(govmail_desk.__path__, "govmail_desk.", onerror=lambda _: None)
    for module in (found.name for found in walk if not found.name.endswith("__main__")):
        try:
            importlib.import_module(module)
        except Exception as failure:
            broken[module] = repr(failure)
    assert not broken, broken


def the_demo_makes_its_papers_in_a_folder_with_vietnamese_letters() -> None:
    said = spoken([*PROGRAM, "demo", "--no-gui", "--folder", str(FOLDER)])
    assert FOLDER.name in said, said


def the_programs_own_folder_is_the_persons_local_one() -> None:
    from govmail_desk import paths

    assert paths.home() == Path(os.environ["LOCALAPPDATA"]) / "GovMail Desk", paths.home()


def a_cp1252_console_gets_vietnamese_all_the_same() -> None:
    said = spoken([*PROGRAM, "regulations", "list"], PYTHONIOENCODING="cp1252")
    assert "Sóc Trăng" in said, said


def a_refusal_is_a_sentence_on_a_cp1252_console() -> None:
    command = [*PROGRAM, "regulations", "show", "không-có"]
    answer = subprocess.run(command, check=False, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "cp1252"})
    assert answer.returncode == 1, answer
    assert "không" in answer.stderr.decode("utf-8"), answer


def the_offscreen_window_draws_a_vietnamese_word() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Wine hides such variables from what it starts, so it is set here
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication, QLabel

    from govmail_desk import paths

    application = QApplication([])
    number = QFontDatabase.addApplicationFont(str(next((paths.resources() / "fonts").glob("*-Regular.ttf"))))
    label = QLabel("Đề nghị cấp mới hộp thư")
    label.setFont(QFontDatabase.applicationFontFamilies(number)[0])
    label.show()
    application.processEvents()
    picture = label.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}) > 2


def spoken(command: list[str], **environment: str) -> str:
    """What the program says on stdout; it must end well and speak UTF-8."""
    answer = subprocess.run(command, check=False, capture_output=True, env=os.environ | environment)
    assert answer.returncode == 0, answer
    return answer.stdout.decode("utf-8")


CHECKS: list[Callable[[], None]] = [
    every_module_is_imported,
    the_programs_own_folder_is_the_persons_local_one,
    the_demo_makes_its_papers_in_a_folder_with_vietnamese_letters,
    a_cp1252_console_gets_vietnamese_all_the_same,
    a_refusal_is_a_sentence_on_a_cp1252_console,
    the_offscreen_window_draws_a_vietnamese_word,
]

sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
failed = 0
for check in CHECKS:
    try:
        check()
        print(f"ok      {check.__name__.replace('_', ' ')}", flush=True)
    except Exception:
        failed += 1
        print(f"FAILED  {check.__name__.replace('_', ' ')}\n{traceback.format_exc()}", flush=True)
print(f"{failed} failed" if failed else "all well", flush=True)
