"""Turns kept papers (.docx, .xlsx) into PDF with an office program of this computer, in a folder that is gone afterwards.

The clerk's own Word or Excel first, since that is what the paper will be opened with; else LibreOffice. Neither is touched where
it is already open. Not here: the programs (`converter_word`, `converter_libreoffice`), drawing the pages (`documents.preview`),
words alone where there is no such program (`documents.plain_text`).
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final, Protocol

from govmail_desk.documents.converter_libreoffice import found_libreoffice
from govmail_desk.documents.converter_process import OutOfTime, Still
from govmail_desk.documents.converter_word import found_microsoft_office
from govmail_desk.documents.package import unpacked
from govmail_desk.documents.work_folder import WorkFolder
from govmail_desk.documents.writing import FULL
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable

Tick = Callable[[int, int], object]
"""Told how many papers of how many are made, again and again; what it raises stops the making."""

SECONDS: Final = 90.0
"""A first start of an office on a cold disk under a virus scanner takes half a minute; its first paper 2 s where it is warm."""
SECONDS_A_PAPER: Final = 15.0
FOLDER_START: Final = "govmail-trang-"
ENDINGS: Final = frozenset({".docx", ".xlsx"})

NO_CONVERTER: Final = (
    "Máy này chưa có Microsoft Word hay LibreOffice nên chỉ xem được chữ, chưa xem được trang giấy;"
    " hãy cài LibreOffice (miễn phí) rồi xem lại."
)
_NO_ROOM: Final = "Ổ đĩa chứa thư mục tạm đã đầy nên chưa dựng được trang giấy. Hãy xóa bớt tệp rồi thử lại."
_NO_FOLDER: Final = "Không ghi được vào thư mục tạm của máy nên chưa dựng được trang giấy. Hãy báo người quản trị máy."
_NO_SPACE: Final = FULL | {errno.EFBIG}
_LEAST_ROOM: Final = 4 * 1024 * 1024


class Converter(Protocol):
    """An office program that makes PDFs."""

    @property
    def name(self) -> str:
        """What the clerk calls it."""

    @property
    def endings(self) -> frozenset[str]:
        """The files it opens."""

    def convert(self, sources: list[Path], *, folder: Path, out: Path, seconds: float, still: Still) -> None:
        """Make a PDF in `out` of each source it can open; raises `OutOfTime`, OSError, or what `still` raises."""


class NoConverter(RuleBroken):
    """No office program is installed that opens this file."""


@dataclass(frozen=True)
class Converted:
    """What became of each paper, by its name."""

    pdfs: dict[str, bytes] = field(default_factory=dict, repr=False)
    refusals: dict[str, RuleBroken] = field(default_factory=dict)

    def pdf(self, name: str) -> bytes:
        """Return one paper's PDF; raises its refusal."""
        if name in self.refusals:
            raise self.refusals[name]
        return self.pdfs[name]


def found_converters() -> tuple[Converter, ...]:
    """Find the office programs of this computer, the one to ask first in front."""
    libreoffice = found_libreoffice()
    return (*found_microsoft_office(), *((libreoffice,) if libreoffice else ()))


def as_pdf(
    papers: Mapping[str, bytes],
    *,
    converters: Sequence[Converter] | None = None,
    tick: Tick | None = None,
    seconds: float = SECONDS,
    work_in: Path | None = None,
) -> Converted:
    """Make PDFs of papers by file name, as many as possible in one start of a program.

    Raises `StoreUnavailable` for a full disk and where the time is up, and what `tick` raises; then no process is left and no file.
    """
    converted = Converted()
    with _work_folder(work_in) as folder:
        making = _Making(papers, folder, converted, tick)
        making.check()
        for converter in found_converters() if converters is None else converters:
            making.ask(converter, seconds)
        making.refuse_the_rest()
    return converted


@contextmanager
def _work_folder(work_in: Path | None) -> Iterator[Path]:
    """Make a folder that nobody else may look into, and remove it whatever happens; those of killed programs go with it."""
    try:
        folder = WorkFolder(FOLDER_START, within=work_in)
    except OSError as error:
        raise _disk(error) from error
    try:
        yield folder.path
    except OSError as error:
        raise _disk(error) from error
    finally:
        folder.remove()


class _Making:
    """PDFs in the making: each paper under a plain name of its own, so that no program stumbles over letters."""

    def __init__(self, papers: Mapping[str, bytes], folder: Path, converted: Converted, tick: Tick | None) -> None:
        self._papers = papers
        self._folder = folder
        self._out = folder / "out"
        self._converted = converted
        self._tick = tick
        self._asked: list[str] = []

    def check(self) -> None:
        """Refuse what is damaged, or would run macros or fetch something when opened."""
        self._out.mkdir()
        for name, content in self._papers.items():
            try:
                unpacked(content, name=name)
            except RuleBroken as refusal:
                self._converted.refusals[name] = refusal

    def ask(self, converter: Converter, seconds: float) -> None:
        """Let a program make what is not made yet."""
        sources = self._write_sources(converter.endings)
        if not sources:
            return
        self._asked.append(converter.name)
        time = seconds + SECONDS_A_PAPER * (len(sources) - 1)
        try:
            converter.convert(
                list(sources.values()), folder=self._folder, out=self._out, seconds=time, still=self._still
            )
        except OutOfTime as error:
            sentence = f"{converter.name} chưa dựng xong trang giấy sau {time:.0f} giây nên đã được dừng. Hãy thử lại."
            raise StoreUnavailable(sentence) from error
        except OSError as error:
            if error.errno in _NO_SPACE:
                raise
        self._take(sources)

    def refuse_the_rest(self) -> None:
        """Say of each paper without a PDF why it has none."""
        rest = [name for name in self._papers if not self._is_settled(name)]
        if rest and shutil.disk_usage(self._folder).free < _LEAST_ROOM:
            raise StoreUnavailable(_NO_ROOM)
        for name in rest:
            self._converted.refusals[name] = self._refusal(name)

    def _write_sources(self, endings: frozenset[str]) -> dict[str, Path]:
        sources: dict[str, Path] = {}
        for number, (name, content) in enumerate(self._papers.items()):
            ending = PurePath(name).suffix.lower()
            if ending in endings and not self._is_settled(name):
                sources[name] = self._folder / f"{number}{ending}"
                sources[name].write_bytes(content)
        return sources

    def _take(self, sources: Mapping[str, Path]) -> None:
        for name, source in sources.items():
            made = self._out / f"{source.stem}.pdf"
            content = made.read_bytes() if made.is_file() else b""
            if content.startswith(b"%PDF-"):
                self._converted.pdfs[name] = content

    def _still(self) -> None:
        if self._tick is not None:
            made = len(list(self._out.glob("*.pdf"))) + len(self._converted.refusals)
            self._tick(min(made, len(self._papers) - 1), len(self._papers))

    def _is_settled(self, name: str) -> bool:
        return name in self._converted.pdfs or name in self._converted.refusals

    def _refusal(self, name: str) -> RuleBroken:
        if not self._asked:
            return NoConverter(NO_CONVERTER)
        return RuleBroken(
            f"Không dựng được trang giấy của «{name}»: {' và '.join(self._asked)} không mở được tệp."
            " Hãy mở tệp bằng Word, lưu lại rồi xem lại."
        )


def _disk(error: OSError) -> StoreUnavailable:
    return StoreUnavailable(_NO_ROOM if error.errno in _NO_SPACE else _NO_FOLDER)
