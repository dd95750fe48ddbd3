"""Look and language: theme, text size and language of this computer's screens, and the name of this seat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import Panel
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.lines import SettingLine
from commandcenter.ui.settings.preview import Preview
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import SCALES, THEMES

translate = QCoreApplication.translate

LANGUAGES = ("zh_CN", "en")
LANGUAGE_NAMES = ("中文", "English")
"""Each by its own name, whatever language is on."""
LONGEST_SEAT_NAME = 12


class LookSection(Section):
    """Everything is in force at once and kept on this computer."""

    name = "look"
    icon = "monitor"

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._wanted = False
        self._build()
        self.services.settings_changed.connect(self._show_settings)

    @staticmethod
    def words() -> str:
        return translate("Settings", "Look and language")

    @staticmethod
    def counted(desk: Desk) -> str:
        return ""

    def caption(self) -> str:
        return self.tr("of this computer")

    def hints(self) -> Hints:
        return (
            ("T", self.tr("night, day")),
            ("+ -", self.tr("text size")),
            ("L", self.tr("language")),
            ("N", self.tr("name of the seat")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        panel = Panel(look, self.words(), self.tr("kept on this computer, at once in force"))
        self.theme = SegTabs(look, [self.tr("Night"), self.tr("Day")])
        self.theme.picked.connect(self._on_theme)
        self.scale = SegTabs(look, [f"{scale} %" for scale in SCALES])
        self.scale.picked.connect(self._on_scale)
        self.language = SegTabs(look, list(LANGUAGE_NAMES))
        self.language.picked.connect(self._on_language)
        self.seat = QLineEdit()
        self.seat.setMaxLength(LONGEST_SEAT_NAME)
        self.seat.editingFinished.connect(self._on_seat)
        self.seat.installEventFilter(self)
        self.theme_line = SettingLine(
            look,
            "moon",
            self.tr("Theme"),
            self.tr("Night for a dark room, day for a bright one. Paper is always white."),
            self.theme,
        )
        self.scale_line = SettingLine(
            look,
            "type",
            self.tr("Text size"),
            self.tr("Scales text and rows; narrow tables leave out what matters least."),
            self.scale,
        )
        self.language_line = SettingLine(
            look,
            "languages",
            self.tr("Language of the screens"),
            self.tr("Paper and data stay Chinese. The screen is built anew; nothing typed is lost."),
            self.language,
        )
        self.seat_line = SettingLine(look, "user", self.tr("Name of this seat"), "", self.seat)
        for line in (self.theme_line, self.scale_line, self.language_line, self.seat_line):
            panel.body.addWidget(line)
        sample = Panel(look, self.tr("Sample"), self.tr("as it is painted everywhere"))
        self.preview = Preview(look)
        sample.body.addWidget(self.preview, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(panel, 11, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(sample, 9, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.seat.setFixedWidth(self.look.px(200 if self.width() > self.look.px(1150) else 140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._show_settings()

    def _show_settings(self) -> None:
        settings = self.services.settings
        self.theme.pick(THEMES.index(settings.theme) if settings.theme in THEMES else 0)
        self.scale.pick(SCALES.index(settings.scale) if settings.scale in SCALES else 0)
        self.language.pick(LANGUAGES.index(settings.language) if settings.language in LANGUAGES else 0)
        self.theme_line.set_icon("moon" if self.theme.current == 0 else "sun")
        default = self.tr("Seat {letter}").format(letter=self.desk.letter)
        self.seat.setPlaceholderText(default)
        words = self.tr(
            "Stands in the top bar of this computer. Left empty it is called {name}; numbers carry {letter}."
        )
        self.seat_line.say(words.format(name=default, letter=self.desk.letter))
        if not self.seat.hasFocus():
            self.seat.setText(settings.seat)

    def typing(self) -> bool:
        return self.seat.hasFocus()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_theme(self, place: int) -> None:
        if THEMES[place] != self.services.settings.theme:
            self.services.settings_wanted.emit({"theme": THEMES[place]})

    def _on_scale(self, place: int) -> None:
        if SCALES[place] != self.services.settings.scale:
            self.services.settings_wanted.emit({"scale": SCALES[place]})

    def _on_language(self, place: int) -> None:
        if LANGUAGES[place] != self.services.settings.language:
            self.services.settings_wanted.emit({"language": LANGUAGES[place]})

    def _on_seat(self) -> None:
        name = self.seat.text().strip()
        if name != self.services.settings.seat:
            self.services.settings_wanted.emit({"seat": name})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the name takes it, Esc leaves it; both give the keyboard back."""
        if watched is self.seat and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.seat.setText(self.services.settings.seat)
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.theme.setFocus()
                return True
        return super().eventFilter(watched, event)

    def press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if key == Qt.Key.Key_T:
            self.theme.pick(1 - self.theme.current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.scale.pick(self.scale.current + (-1 if key == Qt.Key.Key_Minus else 1))
        elif key == Qt.Key.Key_L:
            self.language.pick(1 - self.language.current)
        elif key == Qt.Key.Key_N:
            self.name_seat()
        else:
            return False
        return True

    def name_seat(self) -> None:
        """N: the keyboard goes into the name of the seat."""
        self.seat.setFocus()
        self.seat.selectAll()

    def come(self) -> None:
        if self._wanted:
            self._wanted = False
            self.name_seat()
        else:
            self.theme.setFocus()

    def show_what(self, what: Mapping[str, Any]) -> None:
        self._wanted = what.get("field") == "seat"
