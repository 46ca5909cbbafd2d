"""The one place that knows everything: choose window or command line, turn failures into exit codes."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable

DONE, REFUSED, UNAVAILABLE, FAULT = 0, 1, 3, 4


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with the command line's words; without any, open the window."""
    _speak_utf8()
    try:
        with _said_to_the_end():
            return _run(words)
    except BaseException as failure:
        return _code_of(failure)


def _run(words: Sequence[str] | None) -> int:
    given = sys.argv[1:] if words is None else words
    if not given:
        return open_window(None)
    from govmail_desk.cli import arguments, verbs  # noqa: PLC0415  (each is loaded when needed: the window starts quicker)

    chosen = arguments.build().parse_args(given)
    if chosen.verb is None:
        return open_window(chosen.register, in_tray=chosen.in_tray)
    return verbs.run(chosen, open_window=open_window if has_display() else None)


@contextmanager
def _said_to_the_end() -> Iterator[None]:
    """Find out here, and not when Python has left us, that whoever was reading has gone."""
    try:
        yield
    finally:
        if sys.stdout is not None:  # a window of Windows has none
            sys.stdout.flush()


def _code_of(failure: BaseException) -> int:
    """Say a failure in one sentence and return its exit code; whatever it is, nothing is told by a traceback."""
    match failure:
        case RuleBroken():
            _say(failure.sentence, failure.cite)
            return REFUSED
        case StoreUnavailable():
            _say(failure.sentence)
            return UNAVAILABLE
        case KeyboardInterrupt():
            _say("Đã dừng theo yêu cầu; việc đang làm dở không được ghi.")
            return UNAVAILABLE
        case OSError() if _is_closed_pipe(failure):  # whoever was reading has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        case OSError():
            _say(f"Không đọc hoặc ghi được “{_name_in(failure)}”. Hãy xem tệp, quyền và ổ đĩa rồi làm lại.")
            return UNAVAILABLE
        case Exception():
            from govmail_desk import faults  # noqa: PLC0415

            _say(faults.report(type(failure), failure.__traceback__))
            return FAULT
        case _:
            raise failure


def has_display() -> bool:
    """Say whether a window can be seen here: always on Windows, on Linux where a screen is told of."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(register: str | None, *, in_tray: bool = False) -> int:
    """Open the window on a register, or hide it in the tray at once; without a display say so in one sentence."""
    if not has_display():
        raise StoreUnavailable(
            "Máy này không có màn hình nên không mở được cửa sổ. Hãy dùng dòng lệnh: govmail-desk --help."
        )
    gc.disable()  # a start makes much and drops nothing; the window turns it on again after its first paint
    from govmail_desk.gui import start  # noqa: PLC0415

    return start.open_window(register, in_tray=in_tray)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console says: a Vietnamese sentence does not fit the code page of a Western Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_closed_pipe(failure: OSError) -> bool:
    """Say whether a failure tells of a reader who is gone; Windows calls that an invalid argument."""
    is_told_by_windows = sys.platform == "win32" and failure.errno == errno.EINVAL and failure.filename is None
    return is_told_by_windows or isinstance(failure, BrokenPipeError)


def _name_in(failure: OSError) -> str:
    """Name the file a failure is about, without its folder."""
    return os.path.basename(os.fsdecode(failure.filename)) if failure.filename else "tệp"  # noqa: PTH119  (it may be bytes)


def _say(sentence: str, cite: str | None = None) -> None:
    print(f"{sentence} ({cite})" if cite and cite not in sentence else sentence, file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    raise SystemExit(main())
