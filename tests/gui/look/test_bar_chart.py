"""Bars drawn by hand: read as words, told apart without colour, in every look."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.look.bar_chart import BarChart, Bars
from govmail_desk.gui.look.theme import Look, dress, theme_in_use

GROUPS = (Bars("Văn phòng", (16, 15)), Bars("Phòng Chuyển đổi số", (20, 25)))


@pytest.fixture
def chart(qtbot) -> BarChart:
    made = BarChart()
    qtbot.addWidget(made)
    made.show_bars("Đầu kỳ và cuối kỳ", ("Đầu kỳ", "Cuối kỳ"), GROUPS)
    made.resize(420, made.sizeHint().height())
    return made


def drawn(chart: BarChart) -> QImage:
    return chart.grab().toImage()


def shades(image: QImage, colour: QColor) -> int:
    return sum(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_a_screen_reader_hears_every_figure(chart: BarChart) -> None:
    assert chart.accessibleName() == "Đầu kỳ và cuối kỳ"
    assert chart.accessibleDescription() == (
        "Văn phòng: đầu kỳ 16, cuối kỳ 15; Phòng Chuyển đổi số: đầu kỳ 20, cuối kỳ 25"
    )


def test_a_figure_nobody_knows_is_said_so_and_has_no_bar(chart: BarChart) -> None:
    chart.show_bars("Sử dụng", ("Số hộp thư",), (Bars("Đã kích hoạt", (None,)),))
    assert chart.accessibleDescription() == "Đã kích hoạt: chưa có số liệu"
    assert shades(drawn(chart), theme_in_use().colour("accent")) == 0


def test_it_is_as_high_as_its_bars(chart: BarChart) -> None:
    two = chart.sizeHint().height()
    chart.show_bars("Ít hơn", ("Đầu kỳ", "Cuối kỳ"), GROUPS[:1])
    assert chart.sizeHint().height() < two


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_it_wears_the_look_in_use(chart: BarChart, scheme, qapp: QApplication) -> None:
    try:
        dress(qapp, Look(scheme))
        assert shades(drawn(chart), theme_in_use().colour("accent")) > 100
    finally:
        dress(qapp, Look("light"))


def test_the_kinds_differ_in_more_than_colour(chart: BarChart) -> None:
    """The first kind is full, the second hatched: of its bar less than the whole is in its colour."""
    image = drawn(chart)
    full, hatched = (shades(image, theme_in_use().colour(name)) for name in ("accent", "ink_soft"))
    assert hatched < full / 2


def test_nothing_to_show_is_drawn_without_complaint(chart: BarChart) -> None:
    chart.show_bars("Không có gì", ("Số lượt",), ())
    assert drawn(chart).width() == 420
