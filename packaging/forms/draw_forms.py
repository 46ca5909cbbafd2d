"""Draws the forms shipped in `forms/`, so that they can be drawn again: `python packaging/forms/draw_forms.py [FOLDER]`.

Whoever changes a shipped form changes it here, runs this, looks at the made letter, and commits both; a test compares them.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from drawn_handover import assignment, authorisation, minutes
from drawn_letter import letter, proposal, slip
from drawn_list import lists
from drawn_report import report


def draw(folder: Path) -> None:
    """Draw every shipped form into a folder."""
    forms = {
        "chung/cong-van.docx": letter(),
        "chung/bien-ban-ban-giao.docx": minutes(),
        "chung/thong-bao-phan-cong.docx": assignment(),
        "chung/giay-uy-quyen.docx": authorisation(),
        "chung/bao-cao.docx": report(),
        "khanhhoa-dagt-2021/phieu-trinh.docx": proposal(),
        "khanhhoa-dagt-2021/phieu-yeu-cau-xoa.docx": slip(),
        **{f"chung/{name}": content for name, content in lists().items()},
    }
    for name, content in forms.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "forms")
