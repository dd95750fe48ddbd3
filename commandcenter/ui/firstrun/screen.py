"""The first start: shown while the folder holds no office. Nothing here stands in the way of F9.

Everything is chosen first and founded with one press, so that a person who stops half way has founded nothing; what was
typed is kept. F9 founds an empty office at once and opens the console: a call does not wait for a form.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from commandcenter.journal.journal import Changes
from commandcenter.ui.firstrun.around import StartBar, StepsPanel
from commandcenter.ui.firstrun.beginning import IMPORT, OWN, SAMPLE, STARTS, Choice, Sample, look_into_sample
from commandcenter.ui.firstrun.founder import Founder, trouble_words
from commandcenter.ui.firstrun.panels import BackupPanel, DataPanel, SeatPanel, StartPanel, mark_wrong
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.wording import refusal

DRAFT = "firstrun"
DRAFT_MS = 300
WIDE = 1500
"""From this width on the steps stand at the left and the cards side by side (pixels at 100 %)."""

CONSOLE = Go("whistle", {"real": True})


class FirstRunScreen(Screen):
    """What is seen when there is no office yet."""

    name = "firstrun"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sample: Sample | None = None
        self._then: Go | None = None
        self._over = False
        self.founder = Founder(self.desk, self)
        self._build()
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(DRAFT_MS)
        self._keep_timer.timeout.connect(self._keep)
        self._connect()
        self._fold()
        self._fill(json.loads(self.desk.drafts().get(DRAFT, "{}")))
        self._show_start()

    def title(self) -> str:
        return self.tr("First start")

    def caption(self) -> str:
        return self.tr("no data yet")

    def hints(self) -> Hints:
        return (
            ("1–3", self.tr("what to begin with")),
            ("Tab", self.tr("next field")),
            ("F5", self.tr("look again")),
            ("Ctrl Enter", self.tr("start")),
            ("F9", self.tr("blow a whistle now")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.steps = StepsPanel(look)
        self.start_panel = StartPanel(look)
        self.seat_panel = SeatPanel(look, self.desk)
        self.data_panel = DataPanel(look, self.desk)
        self.backup_panel = BackupPanel(look, self.desk, self.services.settings.backup_folder)
        self.bar = StartBar(look)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._area, 1)
        right.addWidget(self.bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.steps)
        outer.addLayout(right, 1)

    def _connect(self) -> None:
        self.start_panel.chosen.connect(self._on_chosen)
        for panel in (self.start_panel, self.seat_panel, self.backup_panel):
            panel.edited.connect(self._on_edited)
        self.data_panel.changed.connect(self._show_steps)
        self.data_panel.again.clicked.connect(self.look_again)
        self.backup_panel.changed.connect(self._show_steps)
        self.steps.picked.connect(self._on_step)
        self.bar.plain.clicked.connect(self.start_plainly)
        self.bar.start.clicked.connect(self.start)
        self.founder.told.connect(self._on_told)
        self.founder.failed.connect(self._on_failed)
        self.look.changed.connect(self._fold)
        for keys, way in (
            ("Ctrl+Return", self.start),
            ("Ctrl+Enter", self.start),
            ("Alt+Return", self.start_plainly),
            ("Alt+Enter", self.start_plainly),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    # -- what was chosen -------------------------------------------------------------------------------------------

    @property
    def start_with(self) -> str:
        """sample, own or import."""
        return self.start_panel.start

    def choice(self) -> Choice:
        """What stands on the screen."""
        sitter = self.seat_panel.sitter
        return Choice(
            start=self.start_with,
            name=self.start_panel.name.text().strip(),
            person=sitter.person if sitter is not None else "",
            role=sitter.role if sitter is not None else "",
            sitter_name=self.seat_panel.sitter_name.text().strip(),
            sitter_phone=self.seat_panel.sitter_phone.text().strip(),
        )

    def _fields(self) -> Mapping[str, QLineEdit]:
        seat = self.seat_panel
        return {
            "name": self.start_panel.name,
            "seat": seat.seat,
            "sitter_name": seat.sitter_name,
            "sitter_phone": seat.sitter_phone,
            "backup": self.backup_panel.field,
        }

    def _typed(self) -> dict[str, str]:
        return {"start": self.start_with, **{name: field.text() for name, field in self._fields().items()}}

    def _fill(self, typed: Mapping[str, Any]) -> None:
        """Put back what was typed before the program was closed or spoke another language."""
        start = str(typed.get("start", ""))
        self.start_panel.choose(start if start in STARTS else SAMPLE)
        for name, field in self._fields().items():
            if name in typed:
                field.setText(str(typed[name]))

    def _keep(self) -> None:
        if not self._over:
            self.desk.save_draft(DRAFT, json.dumps(self._typed(), ensure_ascii=False))

    def where(self) -> Mapping[str, Any]:
        return {"typed": self._typed()}

    def show_what(self, what: Mapping[str, Any]) -> None:
        typed = what.get("typed")
        if isinstance(typed, Mapping):
            self._fill(typed)
            self._keep()
        if what.get("real"):
            self.blow_now()

    # -- becoming current ------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return "office" in changes.families()

    def reload(self, changes: Changes) -> None:
        if self.desk.reference.founded:
            self._on_founded()
        elif self._sample is None:
            answer = self.desk.ask(look_into_sample(self.now(), self.desk.new_id))
            answer.done.connect(self._on_sample)
            answer.failed.connect(self._on_no_sample)
            self.look_again()

    def tick(self, now: int) -> None:
        self.seat_panel.show_letter(now)

    def look_again(self) -> None:
        """F5: every check anew."""
        self.data_panel.checks.run()
        self.backup_panel.look_again()

    def _on_sample(self, sample: Sample) -> None:
        self._sample = sample
        self.seat_panel.show_sample(sample)
        self._show_start()

    def _on_no_sample(self, error: object) -> None:
        self.bar.say(trouble_words(error))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        self.start_panel.show_start(self._sample)
        self.seat_panel.show_start(self.start_with)
        self.seat_panel.show_letter(self.now())
        self._show_bar()
        self._show_steps()

    def _show_bar(self) -> None:
        self.bar.show_start(self.start_with, self._sample, busy=self.founder.busy)

    def _show_steps(self) -> None:
        panels = (self.start_panel, self.seat_panel, self.data_panel, self.backup_panel, self.bar)
        focus = QApplication.focusWidget()
        here = next((place for place, panel in enumerate(panels) if focus and panel.isAncestorOf(focus)), -1)
        states = (
            ("done" if self.start_panel.named else "later", self.start_panel.card.text()),
            ("done", self.seat_panel.told(self.start_with)),
            (self.data_panel.state, self.data_panel.checked.text()),
            (self.backup_panel.state, self.backup_panel.told),
            ("later", self.bar.then.text()),
        )
        self.steps.show_steps(states, self.bar.title.text(), here)

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self.start_panel.choose(STARTS[key - Qt.Key.Key_1])
            self.start_panel.card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain and key == Qt.Key.Key_F5:
            self.look_again()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.start_panel.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, 24)
            self._show_steps()

    def _on_step(self, place: int) -> None:
        heads: tuple[QWidget, ...] = (
            self.start_panel.card,
            self.seat_panel.seat,
            self.data_panel.again,
            self.backup_panel.field,
            self.bar.start,
        )
        heads[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self) -> None:
        self._on_edited()
        self._show_start()

    def _on_edited(self) -> None:
        self.bar.say("")
        self._mark(None)
        self._show_steps()
        self._keep_timer.start()

    def _mark(self, wrong: QLineEdit | None) -> None:
        for field in (self.start_panel.name, self.backup_panel.field):
            mark_wrong(field, field is wrong)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- founding --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Ctrl+Enter: found what was chosen, then the trial drill, the import or the overview."""
        if self.start_with == IMPORT:
            self._start(Go("importing"))
        elif self.start_with == SAMPLE and self._sample is not None and self._sample.drill[0]:
            self._start(Go("whistle", {"drill": self._sample.drill[0]}))
        else:
            self._start(Go("overview"))

    def start_plainly(self) -> None:
        """Alt+Enter: found the sample and go to work without the trial drill."""
        if self.bar.plain.isVisible():
            self._start(Go("overview"))

    def blow_now(self) -> None:
        """F9: an empty office at once, then the console. What was typed so far goes along."""
        self._then = CONSOLE
        typed = self.choice()
        name = typed.name if self.start_with != SAMPLE else ""
        self.founder.found(Choice(start=OWN, name=name, sitter_name=typed.sitter_name, sitter_phone=typed.sitter_phone))

    def _start(self, then: Go) -> None:
        if self.founder.busy:
            return
        if not self.start_panel.named:
            self._mark(self.start_panel.name)
            self.bar.say(refusal("name_missing", {}))
        elif not self.backup_panel.usable:
            self._mark(self.backup_panel.field)
            self.bar.say(self.backup_panel.told)
        else:
            self._then = then
            self.founder.found(self.choice())

    def _on_told(self, words: str) -> None:
        self.bar.say(words, bad=False)
        self._show_bar()

    def _on_failed(self, words: str) -> None:
        self.bar.say(words)
        self._show_bar()

    def _on_founded(self) -> None:
        """There is an office: by our press, by a retry of it, or because somebody else founded one."""
        if self._over:
            return
        self._over = True
        self._keep_timer.stop()
        self.desk.save_draft(DRAFT, "")
        if self.founder.sent:
            self.services.settings_wanted.emit(
                {"seat": self.seat_panel.seat.text().strip(), **self.backup_panel.setting()}
            )
            self.desk.index_behind()
            self.desk.back_up(automatic=True)
        self.services.go.emit(self._then or Go("overview"))

    # -- layout ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Wide: the steps at the left, cards side by side. Narrow: two columns, the cards below each other."""
        wide = self.width() >= self.look.px(WIDE)
        grid = self._grid
        panels = (self.start_panel, self.seat_panel, self.data_panel, self.backup_panel)
        self.steps.setVisible(wide)
        for panel in panels:
            panel.set_wide(wide)
            grid.removeWidget(panel)
        places = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1))
        if not wide:
            places = ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 1, 1), (1, 1, 1, 1))
        for one, place in zip(panels, places, strict=True):
            grid.addWidget(one, *place)
        grid.setColumnStretch(0, 60 if wide else 54)
        grid.setColumnStretch(1, 40 if wide else 46)
