"""What the program says of its own faults: a sentence for the person, and a report without anybody's data."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from types import TracebackType
from typing import Final

from govmail_desk import __version__, paths

KEPT_FRAMES: Final = 40


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Write the report of a fault into the log folder and return the sentence that says where it lies."""
    name = f"loi-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    try:
        folder = paths.logs()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(anonymous(kind, trace), encoding="utf-8")
    except OSError:
        return "Chương trình gặp lỗi của chính nó; chưa có gì bị ghi dở. Không ghi được báo cáo lỗi vì ổ đĩa không cho ghi."
    return (
        "Chương trình gặp lỗi của chính nó; chưa có gì bị ghi dở. "
        f"Báo cáo lỗi (không có dữ liệu của đơn vị) nằm ở tệp “{name}” trong thư mục nhật ký lỗi."
    )


def anonymous(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Tell a fault by its kind and the lines it passed through: no values, no messages, no folder names."""
    lines = [
        f"govmail-desk {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        kind.__name__,
    ]
    for frame in traceback.extract_tb(trace, limit=-KEPT_FRAMES):
        file_name = frame.filename.replace("\\", "/").rsplit("/", 1)[-1]
        lines.append(f"  {file_name}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"
