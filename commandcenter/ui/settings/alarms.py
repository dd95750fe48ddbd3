"""Alarms and tones: what sounds at this computer and how loudly, silence for a while, and the measured rate of alarms."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, REAL
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.figures import Figure, FigureStrip
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.lines import SettingLine
from commandcenter.ui.settings.section import Section
from commandcenter.ui.shell.alarms import HOUR_MS, MOST_TONES, MUTE_MS, SOUNDING
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

GOAL_PER_HOUR = 6
"""The most alarms an hour at a seat in normal work (design language 7, after EEMUA 191)."""
RATE_HOURS = 24
VOLUME_STEP = 5
ON, OFF = 0, 1


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What can raise an alarm; ``sounds`` when it has a tone, else it is only shown."""

    family: str
    words: str
    sounds: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """How many limits ran out in the last hour and in the last day, and how many alarms nobody has noted yet."""

    hour: int
    day: int
    waiting: int


def sources() -> list[SourceRow]:
    """The families of alarms, those with a tone first."""
    words = {
        "report_in": translate("Alarms", "A department has not answered, not left or not arrived in time"),
        "whistle": translate("Alarms", "A report of an incident is due: leader, district, update, final"),
        "order": translate("Alarms", "An order of the command post is past its time"),
        "case": translate("Alarms", "A case is past its limit"),
        "problem": translate("Alarms", "A measure of a problem is past its day, or its recheck"),
        "consultation": translate("Alarms", "A decision of a consultation is past its day"),
        "proposal": translate("Alarms", "What was adopted of a proposal is past its day"),
    }
    rows = [SourceRow(family, text, family in SOUNDING) for family, text in words.items()]
    return sorted(rows, key=lambda one: not one.sounds)


class SourcePainter(RowPainter):
    """What runs out, and whether it sounds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("words", translate("Alarms", "What runs out"), 200, 1),
                Column("sounds", translate("Alarms", "How it is told"), 150),
            ],
        )
        super().__init__(look, columns, parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SourceRow) -> None:
        look = self.look
        if column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1")
            return
        size = look.px(16)
        icon = "volume-2" if row.sounds else "eye"
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, "tx2", size))
        words = translate("Alarms", "tone and screen") if row.sounds else translate("Alarms", "screen only")
        paint.elided(p, look, rect.adjusted(size + look.px(8), 0, 0, 0), words, "body", "tx2")


class AlarmSection(Section):
    """The tones of this computer at the left, what was measured at the right."""

    name = "alarms"
    icon = "bell"
    families = frozenset({"report_in", "whistle", "order", "case", "post", "sitrep"})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._asked_at: int | None = None
        self._build()
        self.services.settings_changed.connect(self._show_settings)

    @staticmethod
    def words() -> str:
        return translate("Settings", "Alarms and tones")

    @staticmethod
    def counted(desk: Desk) -> str:
        return ""

    def caption(self) -> str:
        return self.tr("of this computer")

    def hints(self) -> Hints:
        return (
            ("S", self.tr("tones on, off")),
            ("+ -", self.tr("volume")),
            ("T", self.tr("try the tone")),
            ("Y", self.tr("try the drill's tone")),
            ("M", self.tr("mute, sound again")),
            ("N", self.tr("flash, stand still")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._build_tones(), 11, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._build_measured(), 9, Qt.AlignmentFlag.AlignTop)
        self.look.changed.connect(self._fit)
        self._fit()

    def _build_tones(self) -> Panel:
        look = self.look
        panel = Panel(look, self.words(), self.tr("kept on this computer, at once in force"))
        self.sound = SegTabs(look, [self.tr("On"), self.tr("Off")])
        self.sound.picked.connect(self._on_sound)
        rules = self.tr(
            "A limit that runs out in an incident sounds: one tone, again each minute until F8, after {most} times silent. "
            "Switched off, the screen still shows everything."
        )
        self.sound_line = SettingLine(
            look, "volume-2", self.tr("Alarm tones"), rules.format(most=MOST_TONES), self.sound
        )
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(VOLUME_STEP)
        self.volume.setPageStep(2 * VOLUME_STEP)
        self.volume.valueChanged.connect(self._on_volume)
        self.volume.sliderReleased.connect(self._on_released)
        self.percent = Label(look, "", "strong")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.volume_line = SettingLine(
            look,
            "gauge",
            self.tr("Volume"),
            self.tr("Of the tones; the computer's own volume comes on top."),
            self.volume,
            self.percent,
        )
        self.real_button = Button(look, self.tr("Real"), key="T", icon="play", small=True)
        self.drill_button = Button(look, self.tr("Drill"), key="Y", icon="play", small=True)
        self.real_button.clicked.connect(self.try_real)
        self.drill_button.clicked.connect(self.try_drill)
        self.try_line = SettingLine(
            look, "bell-ring", self.tr("Try the tones"), "", self.real_button, self.drill_button
        )
        self.mute_button = Button(look, "", key="M", small=True)
        self.mute_button.clicked.connect(self.mute)
        self.mute_line = SettingLine(look, "bell-off", self.tr("Silence for a while"), "", self.mute_button)
        self.flash = SegTabs(look, [self.tr("Flash"), self.tr("Stand still")])
        self.flash.picked.connect(self._on_flash)
        still = self.tr("The tile of a late department flashes once a second until F8. Standing still it stays red.")
        self.flash_line = SettingLine(look, "eye", self.tr("Late departments"), still, self.flash)
        for line in (self.sound_line, self.volume_line, self.try_line, self.mute_line, self.flash_line):
            panel.body.addWidget(line)
        return panel

    def _build_measured(self) -> QWidget:
        look = self.look
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.figures = FigureStrip(look)
        column.addWidget(self.figures)
        panel = Panel(look, self.tr("What is told, and how"), self.tr("the same at every seat"))
        self.sources = KeyedRows(_key, _spoken, self)
        self.sources.show(sources())
        listing = RowList(look, self.sources, SourcePainter(look, self), self.tr("What is told, and how"))
        listing.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panel.body.addWidget(listing)
        self.listing = listing
        note = Label(look, self.tr("An alarm never takes the keyboard and opens no window."), "caption", "3")
        note.setWordWrap(True)
        panel.body.addLayout(row(note, margins=(14, 8, 14, 10)))
        column.addWidget(panel)
        return side

    def _fit(self) -> None:
        px = self.look.px
        self.volume.setFixedWidth(px(220) if self.width() > px(1150) else px(130))
        self.listing.setFixedHeight(self.listing.header.height() + self.sources.rowCount() * px(36) + 2)
        self.percent.setFixedWidth(self.look.width("100 %", "strong") + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._show_settings()
        self._ask_rates()

    def _show_settings(self) -> None:
        settings = self.services.settings
        self.sound.pick(ON if settings.sound else OFF)
        self.flash.pick(ON if settings.flash else OFF)
        if not self.volume.isSliderDown():
            self.volume.setValue(settings.volume)
        self.percent.setText(f"{settings.volume} %")
        self.sound_line.set_icon("volume-2" if settings.sound else "volume-x", "tx2" if settings.sound else "amb")
        for widget in (self.volume, self.real_button, self.drill_button):
            widget.setEnabled(settings.sound)
        if settings.sound:
            words = self.tr("Nothing heard? Look at the loudspeaker; without one the computer beeps.")
        else:
            words = self.tr("The tones are off.")
        self.try_line.say(words)
        self._show_mute()

    def _show_mute(self) -> None:
        left = self.services.muted_until - self.desk.clock.now()
        if left > 0:
            words = self.tr("Silent until {time}, {left} left. The screen goes on showing.")
            self.mute_line.say(words.format(time=when.clock(self.services.muted_until), left=when.span(left)), "amb")
            self.mute_button.set_text(self.tr("Sound again"))
            self.mute_button.set_icon("bell-ring")
        else:
            words = self.tr("For a talk on the phone; after {n} minutes they sound again by themselves.")
            self.mute_line.say(words.format(n=MUTE_MS // MINUTE))
            self.mute_button.set_text(self.tr("Mute for {n} minutes").format(n=MUTE_MS // MINUTE))
            self.mute_button.set_icon("bell-off")

    def _ask_rates(self) -> None:
        now = self.desk.clock.now()
        self._asked_at = now

        def work(read: Read) -> Rates:
            rate = read.incidents.alarm_rate
            return Rates(rate(now - HOUR_MS), rate(now - RATE_HOURS * HOUR_MS), len(read.incidents.alarms()))

        self.desk.ask(work).done.connect(self._on_rates)

    def _on_rates(self, rates: Rates) -> None:
        many = rates.hour > GOAL_PER_HOUR
        goal = self.tr("more than {n}: limits too tight?") if many else self.tr("at most {n} is good")
        noted = self.tr("nobody has noted them") if rates.waiting else ""
        average = f"{rates.day / RATE_HOURS:.1f}".removesuffix(".0")
        self.figures.show_figures(
            [
                Figure(self.tr("Last hour"), str(rates.hour), "", goal.format(n=GOAL_PER_HOUR), many),
                Figure(
                    self.tr("Last {n} hours").format(n=RATE_HOURS),
                    str(rates.day),
                    "",
                    self.tr("{n} an hour").format(n=average),
                ),
                Figure(self.tr("Wait for F8"), str(rates.waiting), "", noted),
            ]
        )

    def tick(self, now: int) -> None:
        self._show_mute()
        if self._asked_at is None or now - self._asked_at >= MINUTE:
            self._ask_rates()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_sound(self, place: int) -> None:
        if self.services.settings.sound != (place == ON):
            self.services.settings_wanted.emit({"sound": place == ON})

    def _on_flash(self, place: int) -> None:
        if self.services.settings.flash != (place == ON):
            self.services.settings_wanted.emit({"flash": place == ON})

    def _on_volume(self, volume: int) -> None:
        self.percent.setText(f"{volume} %")
        if not self.volume.isSliderDown():
            self._on_released()

    def _on_released(self) -> None:
        if self.services.settings.volume != self.volume.value():
            self.services.settings_wanted.emit({"volume": self.volume.value()})

    def try_real(self) -> None:
        """T: the tone of a real alarm."""
        self.services.tone_wanted.emit(REAL)

    def try_drill(self) -> None:
        """Y: the tone of a drill."""
        self.services.tone_wanted.emit(DRILL)

    def mute(self) -> None:
        """M: silence for a while, or let it sound again."""
        self.services.mute_wanted.emit(self.services.muted_until <= self.desk.clock.now())
        self._show_mute()

    def press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if key == Qt.Key.Key_S:
            self.sound.pick(OFF if self.services.settings.sound else ON)
        elif key == Qt.Key.Key_N:
            self.flash.pick(OFF if self.services.settings.flash else ON)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and self.volume.isEnabled():
            self.volume.setValue(self.volume.value() + (-VOLUME_STEP if key == Qt.Key.Key_Minus else VOLUME_STEP))
        elif key == Qt.Key.Key_T and self.real_button.isEnabled():
            self.try_real()
        elif key == Qt.Key.Key_Y and self.drill_button.isEnabled():
            self.try_drill()
        elif key == Qt.Key.Key_M:
            self.mute()
        else:
            return False
        return True

    def come(self) -> None:
        self.sound.setFocus()


def _key(row: SourceRow) -> str:
    return row.family


def _spoken(row: SourceRow) -> str:
    words = translate("Alarms", "tone and screen") if row.sounds else translate("Alarms", "screen only")
    return f"{row.words}: {words}"
