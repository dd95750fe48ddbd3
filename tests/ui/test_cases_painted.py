"""The case list as it is painted: a page with its stamps is what its cells are one by one, and only what is asked for is painted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.columns import COLUMNS, Placed
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.cases.table import CaseView
from commandcenter.ui.parts.rowpage import Ink
from commandcenter.ui.shell.window import Window
from commandcenter.ui.theme.look import Look
from hypothesis import given
from hypothesis import strategies as st
from office_window import Hands
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

WIDE = 1500


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    window.resize(1600, 900)
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def rows_of(screen: CasesScreen) -> list[tuple[int, Any]]:
    """Rows of the list, each with the top it is painted at; one is not known yet."""
    high = screen.painter.row_height
    rows = [screen.model.row(place) for place in range(min(16, screen.model.rowCount()))]
    return [(place * high, row) for place, row in enumerate([*rows, None])]


def blank(screen: CasesScreen, rows: Sequence[object]) -> QImage:
    image = QImage(WIDE, len(rows) * screen.painter.row_height, QImage.Format.Format_RGB32)
    image.fill(screen.look.color("bg1"))
    return image


def as_page(screen: CasesScreen) -> QImage:
    rows = rows_of(screen)
    image = blank(screen, rows)
    p = QPainter(image)
    screen.painter.paint_page(p, WIDE, "bg1", rows)
    p.end()
    return image


def one_by_one(screen: CasesScreen) -> QImage:
    rows, high = rows_of(screen), screen.painter.row_height
    image = blank(screen, rows)
    p = QPainter(image)
    for top, row in rows:
        screen.painter.paint_row(p, QRect(0, top, WIDE, high), row, selected=False)
    p.end()
    return image


@pytest.mark.parametrize(
    "names", [tuple(COLUMNS)[:9], ("title", *tuple(COLUMNS)[9:16]), ("title", *tuple(COLUMNS)[16:])]
)
def test_a_page_is_its_rows_one_by_one(centre: CasesScreen, names: tuple[str, ...]) -> None:
    centre.list.show_columns([Placed(name, COLUMNS[name].width) for name in names])
    for query in (CaseQuery(), CaseQuery(view="all", order="received")):
        centre.model.show(query, centre.now())
        assert as_page(centre) == one_by_one(centre)
        assert as_page(centre) == one_by_one(centre)  # from the stamps this time


def test_a_stamp_follows_tick_width_height_and_look(centre: CasesScreen) -> None:
    seen = [as_page(centre)]
    centre.pane.tick(1)
    seen.append(as_page(centre))
    centre.list.show_columns([Placed("grade", 90), Placed("title", 200), Placed("stage", 140), Placed("category", 60)])
    seen.append(as_page(centre))
    centre.painter.close = True
    seen.append(as_page(centre))
    for theme, scale in (("light", 100), ("light", 130), ("dark", 100)):
        centre.look.set(theme, scale)
        assert as_page(centre) == one_by_one(centre)
        seen.append(as_page(centre))
    assert seen[3] == seen[-1]
    assert all(one != other for one, other in pairwise(seen))


def test_where_pixels_are_no_whole_ones_nothing_is_stamped(centre: CasesScreen) -> None:
    rows = rows_of(centre)
    image = QImage(WIDE * 3 // 2, len(rows) * centre.painter.row_height * 3 // 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.5)
    image.fill(centre.look.color("bg1"))
    centre.painter._stamps.clear()
    p = QPainter(image)
    centre.painter.paint_page(p, WIDE, "bg1", rows)
    p.end()
    assert not centre.painter._stamps
    assert image.pixelColor(5, round((centre.painter.row_height - 0.5) * 1.5)) == centre.look.color("ln")


def test_only_the_rows_that_changed_are_painted_and_the_selected_one_on_its_own_ground(
    centre: CasesScreen, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, high = centre.view, centre.painter.row_height
    assert isinstance(view, CaseView)
    view.go(4)
    view.verticalScrollBar().setValue(high)
    hands.settled()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    pages: list[list[int]] = []
    alone: list[int] = []
    painter = type(centre.painter)
    page, row = painter.paint_page, painter.paint_row

    def paint_page(self: Any, p: QPainter, width: int, ground: str, rows: Sequence[tuple[int, Any]]) -> None:
        pages.append([top for top, _ in rows])
        page(self, p, width, ground, rows)

    def paint_row(self: Any, p: QPainter, rect: QRect, found: Any, *, selected: bool) -> None:
        alone.append(rect.top())
        row(self, p, rect, found, selected=selected)

    monkeypatch.setattr(painter, "paint_page", paint_page)
    monkeypatch.setattr(painter, "paint_row", paint_row)
    for place in (2, 4, 9):
        view.update_row(place)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    assert pages == [[high, 8 * high]]
    assert alone == [3 * high]


def test_what_scrolled_is_what_would_be_painted_anew(centre: CasesScreen, hands: Hands) -> None:
    centre.model.show(CaseQuery(view="all", order="received"), centre.now())
    hands.until(lambda: centre.model.whole)
    bar, view = centre.view.verticalScrollBar(), centre.view.viewport()
    assert bar.maximum() > 40
    for step in (33, 7, bar.maximum() - 60, bar.maximum(), 11, 0):
        bar.setValue(step)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
        screen = QApplication.primaryScreen()
        window = view.window()
        shown = screen.grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        at = view.mapTo(window, view.rect().topLeft())
        there = shown.copy(QRect(at, view.size()))
        assert there == view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_words_change_pen_and_font_only_where_they_change(centre: CasesScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    look = centre.look
    p = QPainter(image)
    ink = Ink(p, look)
    ink.words(0, 0, 300, 33, "桐花街路灯损坏", "name", "tx1")
    p.setPen(look.color("red"))
    ink.words(0, 33, 300, 33, "", "name", "tx1")  # nothing to say
    ink.forget()
    ink.words(0, 66, 300, 33, "桐花街路灯损坏", "name", "tx1")
    p.end()
    assert image.copy(0, 0, 300, 33) == image.copy(0, 66, 300, 33)
    assert image.copy(0, 33, 300, 33) == image.copy(0, 99, 300, 33)


@given(
    words=st.text(st.sampled_from("青榆街道路灯井盖ATVWilj1047-:.·—…() \n"), max_size=40),
    role=st.sampled_from(("body", "name", "strong", "caption")),
    width=st.integers(0, 320),
)
def test_a_line_is_cut_where_it_does_not_fit_and_nowhere_else(
    qapp: QApplication, words: str, role: str, width: int
) -> None:
    look = _LOOKS.setdefault("one", Look())
    told, tall, base = look.told_line(words, role, width)
    plain = words.replace("\n", " ")
    assert told == look.metrics(role).elidedText(plain, Qt.TextElideMode.ElideRight, width)
    assert 0 < base < tall


_LOOKS: dict[str, Look] = {}
