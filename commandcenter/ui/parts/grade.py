"""Grades 优良中差 as a box: a teal edge, a plain one, an amber edge, an amber fill - no red, so a drill may show them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

GRADE_WORDS: Mapping[str, str] = {
    "excellent": QT_TRANSLATE_NOOP("Grade", "A|excellent"),
    "good": QT_TRANSLATE_NOOP("Grade", "B|good"),
    "fair": QT_TRANSLATE_NOOP("Grade", "C|fair"),
    "poor": QT_TRANSLATE_NOOP("Grade", "D|poor"),
}
"""Grade → the one character of its box, before the bar."""


def grade_word(grade: str) -> str:
    """The character of a grade; empty for none."""
    return translate("Grade", GRADE_WORDS[grade]).partition("|")[0] if grade in GRADE_WORDS else ""


def grade_box(p: QPainter, look: Look, rect: QRect, grade: str, *, suggested: bool = False) -> None:
    """A grade in the middle of ``rect``; ``suggested`` by the record and not yet given by a person is dashed."""
    word = grade_word(grade)
    box = QRectF(0, 0, look.px(26), look.px(22))
    box.moveCenter(QRectF(rect).center())
    if not word:
        paint.rounded(p, box, 4, None, look.color("ln2"), 1, Qt.PenStyle.DotLine)
        return
    fill, edge, ink = {
        "excellent": (None, "ok", "ok"),
        "good": (None, "ln3", "tx1"),
        "fair": (None, "amb", "amb"),
        "poor": ("ambF", "ambF", "onamb"),
    }[grade]
    style = Qt.PenStyle.DashLine if suggested else Qt.PenStyle.SolidLine
    if suggested and grade == "poor":
        fill, ink = None, "amb"
    paint.rounded(p, box, 4, look.color(fill) if fill else None, look.color(edge), 1.2, style)
    paint.text(p, look, box, word, "name" if suggested else "strong", ink, paint.CENTER)
