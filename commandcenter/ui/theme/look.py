"""The look handed to every widget: the current theme, fonts by role, icons tinted and cached, the style sheet.

``tokens.json`` is the only source of colours (design language 2). In drills every red becomes amber (``drill``).
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from string import Template
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QScreen,
    QStaticText,
    QTextLayout,
    QTransform,
)
from PySide6.QtWidgets import QApplication

from commandcenter.resource import resource

Key = TypeVar("Key")
Value = TypeVar("Value")

THEMES = ("dark", "light")
SCALES = (100, 115, 130)
FAMILIES = (
    "Inter",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "FandolHei",
    "sans-serif",
)
BUNDLED_FONTS = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "FandolHei-Regular")

ROLES: Mapping[str, tuple[int, int, int]] = {
    "caption": (13, 18, 400),
    "key": (12, 16, 500),
    "body": (14, 20, 400),
    "name": (14, 20, 500),
    "strong": (14, 20, 600),
    "panel": (15, 22, 600),
    "tile": (16, 24, 600),
    "screen": (18, 26, 600),
    "fact": (20, 28, 600),
    "timer_small": (20, 26, 600),
    "timer": (22, 28, 600),
    "clock": (24, 30, 600),
    "banner": (26, 32, 600),
    "kpi": (34, 40, 600),
    "wall_small": (24, 32, 400),
    "wall": (28, 38, 500),
    "wall_title": (36, 46, 600),
    "wall_banner": (48, 60, 600),
    "wall_count": (84, 92, 600),
}
"""Role → (pixels, line height in pixels, weight) at 100 % (design language 3)."""

KEPT_LINES = 4096
"""Lines of lists that stay set; a full page of a wide list has about three hundred."""

_WIDE = "\u2e80"
"""From here on characters come from the font for Chinese."""

_ROOM = QRectF(0, 0, 1e5, 1e3)
_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PLAIN = QTransform()

_DRILL = {"red": "amb", "redF": "ambF", "redS": "ambS", "onred": "onamb"}


class Look(QObject):
    """The current look. ``changed`` is emitted after the theme or the text size was switched."""

    changed = Signal()

    def __init__(self, theme: str = "dark", scale: int = 100) -> None:
        super().__init__()
        self._tokens = json.loads(resource("theme/tokens.json").read_text("utf-8"))
        _load_fonts()
        self._scratch = QTemporaryDir()
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self._plates: dict[tuple[str, str, int, int, float, bool, bool, float], QPixmap] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._lines: OrderedDict[tuple[str, str, int], tuple[QStaticText, int, int]] = OrderedDict()
        self._words: dict[tuple[str, str], tuple[QStaticText, float, float]] = {}
        self._told: dict[tuple[str, str, int], tuple[str, int, float]] = {}
        self._bases: dict[tuple[str, str], tuple[int, float]] = {}
        self._advances: dict[str, _Advances] = {}
        self._widths: dict[tuple[str, str], int] = {}
        self._cuts: dict[tuple[str, str, int], str] = {}
        self._ratio = 1.0
        self._measure()
        self._follow_screens()
        self.set(theme, scale)

    def _follow_screens(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow)
            app.screenRemoved.connect(self._measure)
            app.primaryScreenChanged.connect(self._measure)
            for screen in app.screens():
                self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._measure)
        screen.physicalDotsPerInchChanged.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Keep how many pixels a unit of length has on the sharpest screen: every icon of every row asks."""
        app = QGuiApplication.instance()
        self._ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

    def set(self, theme: str, scale: int) -> None:
        """Switch theme and text size (100, 115 or 130 %), and restyle the application."""
        self.theme = theme if theme in THEMES else "dark"
        self.scale = scale if scale in SCALES else 100
        self._colors = {name: QColor(value) for name, value in self._tokens[self.theme].items()}
        self._fonts.clear()
        self._metrics.clear()
        for kept in (self._lines, self._words, self._widths, self._cuts, self._told, self._bases, self._advances):
            kept.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font("body"))
            app.setPalette(self._palette())
            app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    @property
    def dark(self) -> bool:
        """Whether the night theme is on."""
        return self.theme == "dark"

    def color(self, name: str, *, drill: bool = False) -> QColor:
        """A colour token. In a drill no red is left."""
        return self._colors[_DRILL.get(name, name) if drill else name]

    def px(self, value: float) -> int:
        """A length that scales with the text."""
        return round(value * self.scale / 100)

    def font(self, role: str) -> QFont:
        """The font of a role, with tabular figures."""
        if role not in self._fonts:
            pixels, _, weight = ROLES[role]
            font = QFont()
            font.setFamilies(list(FAMILIES))
            font.setPixelSize(max(12, self.px(pixels)))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return self._fonts[role]

    def line(self, role: str) -> int:
        """The line height of a role in pixels."""
        return self.px(ROLES[role][1])

    def metrics(self, role: str) -> QFontMetrics:
        """The font metrics of a role."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.font(role))
        return self._metrics[role]

    def width(self, text: str, role: str) -> int:
        """How wide a text is drawn."""
        key = (text, role)
        found = self._widths.get(key)
        if found is None:
            found = _keep(self._widths, key, self.metrics(role).horizontalAdvance(text))
        return found

    def elided(self, text: str, role: str, width: int) -> str:
        """The text cut at the right to fit."""
        key = (text, role, width)
        found = self._cuts.get(key)
        if found is None:
            cut = self.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
            found = _keep(self._cuts, key, cut)
        return found

    def set_words(self, text: str, role: str) -> tuple[QStaticText, float, float]:
        """A line of text as it is, set in the font of its role and ready to be drawn again and again, with its width and
        height in pixels.
        """
        key = (text, role)
        found = self._words.get(key)
        if found is None:
            found = _keep(self._words, key, set_in(self.font(role), text))
        return found

    def set_line(self, text: str, role: str, width: int) -> tuple[QStaticText, int, int]:
        """A line of text cut at the right to fit, set in the font of its role and ready to be drawn again and again, with
        its width and height in pixels.
        """
        key = (text, role, width)
        found = self._lines.get(key)
        if found is None:
            words = text.replace("\n", " ")
            if (
                len(words.encode()) * self.px(ROLES[role][0]) > 3 * width
            ):  # too wide, going by the width of its characters
                words = self.elided(words, role, width)
            line = _set(self.font(role), words)
            size = line.size()
            if size.width() > width:  # most lines fit, and need not be set once more to be cut
                line = _set(self.font(role), self.elided(words, role, width))
                size = line.size()
            if len(self._lines) >= KEPT_LINES:
                self._lines.popitem(last=False)
            found = self._lines[key] = (line, round(size.width()), round(size.height()))
        return found

    def told_line(self, text: str, role: str, width: int) -> tuple[str, int, float]:
        """A line of text cut at the right to fit, with its height and how deep its base line lies, in pixels: for what is
        drawn as it comes into sight. To set a line and draw it costs twice as much as to draw it.
        """
        key = (text, role, width)
        found = self._told.get(key)
        if found is None:
            words = text.replace("\n", " ")
            advances = self._advances.get(role)
            if advances is None:
                advances = self._advances[role] = _Advances(self.metrics(role))
            if sum(map(advances.__getitem__, words)) + self.px(4) > width:  # what is kerned may be a little wider
                words = self.elided(words, role, width)
            found = _keep(self._told, key, (words, *self._base(words, role)))
        return found

    def _base(self, words: str, role: str) -> tuple[int, float]:
        """Height and base line of a line. The fonts its characters come from decide: the highest of them tells which."""
        top = "0" if words.isascii() else max(words)
        if top >= _WIDE:
            top = "一"
        key = (role, top)
        found = self._bases.get(key)
        if found is None:
            layout = QTextLayout(top, self.font(role))
            layout.beginLayout()
            line = layout.createLine()
            layout.endLayout()
            found = self._bases[key] = (round(_set(self.font(role), top).size().height()), line.ascent())
        return found

    def icon(self, name: str, color: str | QColor = "tx2", size: int = 16, *, drill: bool = False) -> QPixmap:
        """An icon of the bundled set, tinted, sharp on this screen."""
        tint = color if isinstance(color, QColor) else self.color(color, drill=drill)
        ratio = self._ratio
        key = (name, tint.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _rendered(name, tint, size, ratio)
        return self._pixmaps[key]

    def plate(
        self, width: int, height: int, fill: str, edge: str, *, radius: float = 4, drill: bool = False
    ) -> QPixmap:
        """A plate with round corners, filled or edged or both in colour tokens (empty: not), drawn once and kept."""
        ratio = self._ratio
        key = (fill, edge, width, height, radius, self.dark, drill, ratio)
        if key not in self._plates:
            tones = (self.color(token, drill=drill).name() if token else "" for token in (fill, edge))
            self._plates[key] = _plate(width, height, ratio, radius, *tones)
        return self._plates[key]

    def icon_file(self, name: str, color: str) -> str:
        """A tinted icon as a file for the style sheet, which can only name files."""
        path = self._scratch.filePath(f"{name}-{self.color(color).name()[1:]}.png")
        self.icon(name, color, 32).save(path, "PNG")
        return path

    def _style_sheet(self) -> str:
        values = {name: color.name() for name, color in self._colors.items()}
        values |= {
            "h_input": str(self.px(32)),
            "icon_chevron": self.icon_file("chevron-down", "tx2"),
            "icon_tick": self.icon_file("check", "onfill"),
        }
        return Template(resource("theme/style.qss").read_text("utf-8")).substitute(values)

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "bg0"),
            (roles.WindowText, "tx1"),
            (roles.Base, "inp"),
            (roles.AlternateBase, "bg2"),
            (roles.Text, "tx1"),
            (roles.Button, "bg2"),
            (roles.ButtonText, "tx1"),
            (roles.Highlight, "accF"),
            (roles.HighlightedText, "onfill"),
            (roles.ToolTipBase, "bg3"),
            (roles.ToolTipText, "tx1"),
            (roles.PlaceholderText, "tx3"),
            (roles.Link, "acc"),
        ):
            palette.setColor(role, self._colors[token])
        return palette


class _Advances(dict[str, int]):
    """How far a character alone moves the pen, in pixels; measured once."""

    def __init__(self, metrics: QFontMetrics) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, character: str) -> int:
        found = self[character] = self._metrics.horizontalAdvance(character)
        return found


def set_in(font: QFont, text: str) -> tuple[QStaticText, float, float]:
    """A line of text ready to be drawn again and again, with the width and height it would be drawn in, in pixels."""
    drawn = QFontMetricsF(font).boundingRect(_ROOM, int(_AT), text)
    return _set(font, text), drawn.width(), drawn.height()


def _set(font: QFont, text: str) -> QStaticText:
    line = QStaticText(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(_PLAIN, font)
    return line


def _keep(kept: dict[Key, Value], key: Key, value: Value) -> Value:
    """Keep what was measured or set; the oldest goes where there are too many."""
    if len(kept) >= KEPT_LINES:
        del kept[next(iter(kept))]
    kept[key] = value
    return value


@lru_cache(maxsize=1)
def _load_fonts() -> None:
    for name in BUNDLED_FONTS:
        path = resource(f"fonts/{name}.otf")
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=512)
def _svg(name: str) -> str:
    path = resource(f"icons/{name}.svg")
    return path.read_text("utf-8") if path.exists() else resource("icons/circle.svg").read_text("utf-8")


def _rendered(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color.name()).encode()))
    pixels = round(size * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _plate(width: int, height: int, ratio: float, radius: float, fill: str, edge: str) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(edge) if edge else Qt.PenStyle.NoPen)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(QRectF(inset, inset, width - 2 * inset, height - 2 * inset), radius, radius)
    painter.end()
    return pixmap
