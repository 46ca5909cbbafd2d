"""The letter as it will read, or the mail where the mail alone asks, beside the fields that make it: its words, not its picture.

Here: `LetterSheet`. It is always black on white, as paper is. What the letter says is `documents.letter.printed_values`, the very texts
the form is filled with; what the mail says is the draft before its files are made.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QTextBrowser, QWidget

from govmail_desk.documents.letter import printed_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.documents.email_draft import DraftMail
    from govmail_desk.documents.letter import LetterContent

_NATION: Final = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_FONT: Final = "'Times New Roman','Liberation Serif',serif"
_MARGIN: Final = 18
_PAPER: Final = "background: #FFFFFF; color: #000000; border: 1px solid #87939F; padding: 0;"
"""Paper is white in every look of the window."""


class LetterSheet(QTextBrowser):
    """One letter or mail, to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Công văn sẽ lập"))
        self.document().setDocumentMargin(_MARGIN)
        self.setStyleSheet(f"QTextBrowser {{ {_PAPER} }}")

    def show_letter(self, content: LetterContent) -> None:
        """Show what the letter says now; the place read stays in view."""
        self.setAccessibleName(self.tr("Công văn sẽ lập"))
        self._show(_page(printed_values(content)))

    def show_mail(self, mail: DraftMail) -> None:
        """Show what the mail says now; the place read stays in view."""
        self.setAccessibleName(self.tr("Thư sẽ gửi"))
        self._show(_mail(mail))

    def show_instead(self, sentence: str) -> None:
        """Say why there is no letter to show."""
        self.setHtml(f"<p style='font-size:11pt'>{escape(sentence)}</p>")

    def _show(self, html: str) -> None:
        scrolled = self.verticalScrollBar().value()
        self.setHtml(html)
        self.verticalScrollBar().setValue(scrolled)


def _mail(mail: DraftMail) -> str:
    heads = (("Từ", mail.sender), ("Đến", mail.to or mail.to_name), ("Tiêu đề", mail.subject))
    head = "".join(f"<div><b>{word}:</b> {escape(said)}</div>" for word, said in heads)
    body = _line(mail.body)
    return f'<div style="font-size:11pt">{head}<hr>{body}</div>'


def _page(values: dict[str, str | tuple[str, ...]]) -> str:
    parts = (_head(values), _addressed(values), _body(values), _foot(values))
    return f'<div style="font-family:{_FONT}; font-size:11pt">{"".join(parts)}</div>'


def _head(values: dict[str, str | tuple[str, ...]]) -> str:
    left = [
        _line(values["co_quan_chu_quan"]),
        _line(values["co_quan"], weight="bold"),
        "<br>" + _line(values["so_ky_hieu"]),
        _line(values["trich_yeu_cong_van"]),
    ]
    right = [
        _line(_NATION[0], weight="bold"),
        f"<div style='font-weight:bold'><u>{_NATION[1]}</u></div>",
        "<br>" + _line(values["dia_danh_ngay"], style="italic"),
    ]
    return _columns("".join(left), "".join(right), align="center")


def _addressed(values: dict[str, str | tuple[str, ...]]) -> str:
    one, several = values["kinh_gui"], values["noi_gui"]
    lines = "".join(f"<br>{escape(line)}" for line in several)
    return f"<p align='center' style='margin-top:14px'>Kính gửi: {escape(str(one))}{lines}</p>"


def _body(values: dict[str, str | tuple[str, ...]]) -> str:
    paragraphs = [*_several(values["can_cu"]), *_several(values["noi_dung"]), str(values["doan_cuoi"])]
    return "".join(
        f"<p align='justify' style='text-indent:24px; margin:6px 0'>{escape(paragraph)}</p>" for paragraph in paragraphs
    )


def _foot(values: dict[str, str | tuple[str, ...]]) -> str:
    recipients = "<br>".join(map(escape, _several(values["noi_nhan"])))
    left = f"<p align='left' style='font-size:9pt'><b><i>Nơi nhận:</i></b><br>{recipients}</p>"
    post = "<br>".join(f"<b>{escape(line)}</b>" for line in _several(values["quyen_han"]))
    name = escape(str(values["ho_ten"])) or "&nbsp;"
    right = f"<p align='center'>{post}<br><br><br><br><b>{name}</b></p>"
    return _columns(left, right, align="left") + _line(values["dong_lien_he"])


def _columns(left: str, right: str, *, align: str) -> str:
    cells = f"<td width='42%' align='{align}' valign='top'>{left}</td><td width='58%' align='center' valign='top'>{right}</td>"
    return f"<table width='100%' cellpadding='2' style='margin-top:6px'><tr>{cells}</tr></table>"


def _line(text: str | Sequence[str], *, weight: str = "normal", style: str = "normal") -> str:
    if not text:
        return ""
    said = "<br>".join(map(escape, str(text).split("\n")))
    return f"<div style='font-weight:{weight}; font-style:{style}; white-space:pre-wrap'>{said}</div>"


def _several(value: str | Sequence[str]) -> Sequence[str]:
    return value.split("\n") if isinstance(value, str) else value
