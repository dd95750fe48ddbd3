"""The first start: shown while the folder holds no office. Nothing here stands in the way of F9.

Everything is chosen first and founded with one press, so that a person who stops half way has founded nothing; what was
typed is kept. F9 founds an empty office at once and opens the console: a call does not wait for a form.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from commandcenter.desk.engine import NotSaved, RefusedBy
from commandcenter.domain.clock import local
from commandcenter.domain.event import REAL
from commandcenter.domain.numbering import whistle_number
from commandcenter.domain.office import FoundOffice
from commandcenter.journal.journal import Changes
from commandcenter.ui.firstrun.beginning import (
    IMPORT,
    OWN,
    SAMPLE,
    STARTS,
    Choice,
    Sample,
    Sitter,
    founding,
    look_into_sample,
)
from commandcenter.ui.firstrun.checks import (
    LOOK,
    OK,
    WAIT,
    BackupFacts,
    FolderChecks,
    backup_checks,
    look_at_backups,
)
from commandcenter.ui.firstrun.parts import (
    CheckList,
    LetterBox,
    SitterPainter,
    StartCard,
    StepRow,
    hatch_mark,
    sitter_key,
    sitter_spoken,
)
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.wording import refusal, trouble

DRAFT = "firstrun"
DRAFT_MS = 300
WIDE = 1500


class FirstRunScreen(Screen):
    """What is seen when there is no office yet."""

    name = "firstrun"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sample: Sample | None = None
        self._then: Go | None = None
        self._sent = False
        self._busy = False
        self._over = False
        self.checks = FolderChecks(self.desk, self)
        self._build()
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(DRAFT_MS)
        self._keep_timer.timeout.connect(self._keep)
        self._connect()
        self._take_draft()
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
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        self.steps_panel = self._build_steps()
        outer.addWidget(self.steps_panel)
        right = QVBoxLayout()
        right.setSpacing(12)
        outer.addLayout(right, 1)
        self.start_panel = self._build_start()
        self.seat_panel = self._build_seat()
        self.data_panel = self._build_data()
        self.backup_panel = self._build_backup()
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.addWidget(self._area, 1)
        right.addWidget(self._build_go())

    def _build_steps(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("First start"))
        panel.setFixedWidth(look.px(280))
        words = (
            self.tr("1 What to begin with"),
            self.tr("2 Seat and people"),
            self.tr("3 Where the data lies"),
            self.tr("4 Where backups go"),
            self.tr("5 A trial drill"),
        )
        self.steps = [StepRow(look, title) for title in words]
        for step in self.steps:
            step.clicked.connect(self._on_step)
            panel.body.addWidget(step)
        panel.body.addStretch(1)
        panel.body.addWidget(Line())
        lines = QVBoxLayout()
        lines.setContentsMargins(16, 12, 12, 14)
        lines.setSpacing(8)
        for icon, told in (
            ("save", self.tr("Close any time; what was typed is kept")),
            ("wifi-off", self.tr("No network and no account needed")),
            ("whistle", self.tr("F9 works already: it asks only what and where")),
        ):
            mark = Label(look)
            mark.setPixmap(look.icon(icon, "tx3", look.px(16)))
            note = Label(look, told, "caption", "2")
            note.setWordWrap(True)
            line = row(mark, gap=10)
            line.addWidget(note, 1)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(line)
        panel.body.addLayout(lines)
        return panel

    def _build_start(self) -> Panel:
        look = self.look
        panel = Panel(
            look, self.tr("1 What to begin with"), self.tr("a folder holds one office; sample and real never mix")
        )
        self.cards = [
            StartCard(look, "house", self.tr("The sample street"), "1"),
            StartCard(look, "building-2", self.tr("Our own street, empty"), "2"),
            StartCard(look, "file-spreadsheet", self.tr("From our workbooks"), "3"),
        ]
        self._cards_box = QGridLayout()
        self._cards_box.setContentsMargins(14, 10, 14, 10)
        self._cards_box.setSpacing(6)
        panel.body.addLayout(self._cards_box)
        panel.body.addWidget(Line())
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName(self.tr("Name of the office"))
        self.name_field.setPlaceholderText(self.tr("the street's name"))
        self.name_field.setMaxLength(40)
        self.name_field.setFixedWidth(look.px(300))
        self.name_note = ElidedLabel(look, "", "caption", "2")
        label = Label(look, self.tr("Name of the office"), "strong")
        label.setBuddy(self.name_field)
        panel.body.addLayout(row(label, self.name_field, self.name_note, gap=14, margins=(17, 10, 14, 10)))
        return panel

    def _build_seat(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("2 Seat and people"), self.tr("all of it can be changed later"))
        self.seat_field = QLineEdit()
        self.seat_field.setMaxLength(20)
        self.seat_field.setAccessibleName(self.tr("What this workstation is called"))
        self.seat_field.setPlaceholderText(self.tr("Seat {letter}").format(letter=self.desk.letter))
        self.letter = LetterBox(look)
        left = QVBoxLayout()
        left.setContentsMargins(17, 10, 17, 10)
        left.setSpacing(7)
        left.addWidget(Label(look, self.tr("What this workstation is called"), "strong"))
        left.addWidget(self.seat_field)
        left.addSpacing(4)
        left.addWidget(Label(look, self.tr("Its letter in numbers"), "strong"))
        left.addWidget(self.letter)
        left.addStretch(1)
        self._people_box = QVBoxLayout()
        self._people_box.setContentsMargins(0, 0, 0, 0)
        self._people_box.setSpacing(0)
        head = row(Label(look, self.tr("Who sits here"), "strong"), margins=(14, 12, 14, 6))
        self._people_box.addLayout(head)
        self._people_box.addWidget(self._build_sitters(), 1)
        self._people_box.addWidget(self._build_newcomer(), 1)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addLayout(left, 42)
        halves.addWidget(Line("v"))
        halves.addLayout(self._people_box, 58)
        panel.body.addLayout(halves, 1)
        return panel

    def _build_sitters(self) -> QWidget:
        look = self.look
        self.sitters = KeyedRows(sitter_key, sitter_spoken, self)
        self.sitter_view = RowView(look, self.sitters, SitterPainter(look, self), self.tr("Who sits here"))
        return self.sitter_view

    def _build_newcomer(self) -> QWidget:
        look = self.look
        self.newcomer = QWidget()
        self.sitter_name, self.sitter_phone = QLineEdit(), QLineEdit()
        for field, words in ((self.sitter_name, self.tr("Your name")), (self.sitter_phone, self.tr("Your phone"))):
            field.setAccessibleName(words)
            field.setMaxLength(40)
        self.sitter_name.setPlaceholderText(self.tr("may stay empty"))
        note = Label(
            look, self.tr("Becomes the first clerk of the roster. F9 works with nobody signed in."), "caption", "2"
        )
        note.setWordWrap(True)
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(4)
        fields.addWidget(Label(look, self.tr("Your name"), "caption", "2"), 0, 0)
        fields.addWidget(Label(look, self.tr("Your phone"), "caption", "2"), 0, 1)
        fields.addWidget(self.sitter_name, 1, 0)
        fields.addWidget(self.sitter_phone, 1, 1)
        inner = column(gap=10, margins=(14, 2, 14, 12))
        inner.addLayout(fields)
        inner.addWidget(note)
        inner.addStretch(1)
        self.newcomer.setLayout(inner)
        return self.newcomer

    def _build_data(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("3 Where the data lies"), self.tr("looked at, not assumed"))
        self.checked = Label(look, "", "caption", "2")
        panel.add_to_head(self.checked)
        self.again = Button(look, self.tr("Look again"), key="F5", icon="refresh-cw", small=True)
        panel.add_to_head(self.again)
        mark = Label(look)
        mark.setPixmap(look.icon("hard-drive", "tx2", look.px(16)))
        self.folder = ElidedLabel(look, str(self.desk.folder), "body", "1")
        panel.body.addLayout(row(mark, self.folder, gap=10, margins=(16, 9, 14, 9)))
        panel.body.addWidget(Line())
        self.check_list = CheckList(look)
        panel.body.addWidget(self.check_list)
        panel.body.addStretch(1)
        return panel

    def _build_backup(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("4 Where backups go"), self.tr("best on another disk"))
        self.backup_field = QLineEdit(self.services.settings.backup_folder or self._own_backups())
        self.backup_field.setAccessibleName(self.tr("Folder of the automatic backups"))
        self.backup_path = PathField(look, self.backup_field, "folder")
        panel.body.addLayout(row(self.backup_path, margins=(14, 9, 14, 9)))
        panel.body.addWidget(Line())
        self.backup_list = CheckList(look)
        panel.body.addWidget(self.backup_list)
        panel.body.addStretch(1)
        return panel

    def _build_go(self) -> QFrame:
        look = self.look
        bar = QFrame()
        bar.setProperty("panel", "true")
        self._hatch = Label(look)
        self.trial_title = Label(look, "", "strong")
        self.trial_note = ElidedLabel(look, "", "caption", "2")
        self.note = Label(look, "", "body", "amb")
        self.note.setWordWrap(True)
        self.plain_button = Button(look, self.tr("Start without a trial"), key="Alt Enter")
        self.start_button = Button(look, "", key="Ctrl Enter", icon="check", kind="primary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.trial_title)
        words.addWidget(self.trial_note)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(16, 10, 14, 10)
        layout.setSpacing(14)
        layout.addWidget(self._hatch)
        layout.addLayout(words, 4)
        layout.addWidget(self.note, 3)
        layout.addWidget(self.plain_button)
        layout.addWidget(self.start_button)
        self._restyle()
        return bar

    def _connect(self) -> None:
        for card in self.cards:
            card.toggled.connect(self._on_card)
        for field in (self.name_field, self.seat_field, self.sitter_name, self.sitter_phone):
            field.textEdited.connect(self._on_edited)
        self.backup_field.textEdited.connect(self._on_backup_edited)
        self.sitter_view.moved.connect(self._on_sitter)
        self.again.clicked.connect(self.look_again)
        self.plain_button.clicked.connect(self.start_plainly)
        self.start_button.clicked.connect(self.start)
        self.checks.changed.connect(self._show_checks)
        self.look.changed.connect(self._restyle)
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

    def _restyle(self) -> None:
        self._hatch.setPixmap(hatch_mark(self.look))
        self._fold()

    # -- what was chosen -------------------------------------------------------------------------------------------

    @property
    def start_with(self) -> str:
        """sample, own or import."""
        place = next((place for place, card in enumerate(self.cards) if card.isChecked()), 0)
        return STARTS[place]

    def choice(self) -> Choice:
        """What stands on the screen."""
        sitter = self.sitters.row(self.sitter_view.place)
        return Choice(
            start=self.start_with,
            name=self.name_field.text().strip(),
            person=sitter.person if isinstance(sitter, Sitter) else "",
            role=sitter.role if isinstance(sitter, Sitter) else "",
            sitter_name=self.sitter_name.text().strip(),
            sitter_phone=self.sitter_phone.text().strip(),
        )

    def _own_backups(self) -> str:
        return str(self.desk.folder / "backups")

    def _kept(self) -> dict[str, str]:
        return {
            "start": self.start_with,
            "name": self.name_field.text(),
            "seat": self.seat_field.text(),
            "sitter_name": self.sitter_name.text(),
            "sitter_phone": self.sitter_phone.text(),
            "backup": self.backup_field.text(),
        }

    def _keep(self) -> None:
        if not self._over:
            self.desk.save_draft(DRAFT, json.dumps(self._kept(), ensure_ascii=False))

    def _take_draft(self) -> None:
        """Put back what was typed before the program was closed."""
        kept: dict[str, str] = json.loads(self.desk.read.status.drafts().get(DRAFT, "{}"))
        place = STARTS.index(kept["start"]) if kept.get("start") in STARTS else 0
        self.cards[place].setChecked(True)
        self.seat_field.setText(kept.get("seat", self.services.settings.seat))
        self.name_field.setText(kept.get("name", ""))
        self.sitter_name.setText(kept.get("sitter_name", ""))
        self.sitter_phone.setText(kept.get("sitter_phone", ""))
        if kept.get("backup"):
            self.backup_field.setText(kept["backup"])

    def where(self) -> Mapping[str, Any]:
        return {"typed": self._kept()}

    # -- becoming current ------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return "office" in changes.families()

    def reload(self, changes: Changes) -> None:
        if self.desk.reference.founded:
            self._on_founded()
            return
        if self._sample is None:
            answer = self.desk.ask(look_into_sample(self.now(), self.desk.new_id))
            answer.done.connect(self._on_sample)
            answer.failed.connect(self._on_trouble)
            self.look_again()

    def show_what(self, what: Mapping[str, Any]) -> None:
        typed = what.get("typed")
        if isinstance(typed, Mapping):
            self.desk.save_draft(DRAFT, json.dumps(dict(typed), ensure_ascii=False))
            self._take_typed(typed)
        if what.get("blow"):
            self.blow_now()

    def _take_typed(self, typed: Mapping[str, str]) -> None:
        for name, field in (
            ("name", self.name_field),
            ("seat", self.seat_field),
            ("sitter_name", self.sitter_name),
            ("sitter_phone", self.sitter_phone),
            ("backup", self.backup_field),
        ):
            field.setText(str(typed.get(name, "")))
        if typed.get("start") in STARTS:
            self.cards[STARTS.index(typed["start"])].setChecked(True)

    def _on_sample(self, sample: Sample) -> None:
        self._sample = sample
        nobody = Sitter("", self.tr("Nobody yet"), "", self.tr("F9 works with nobody signed in"), False)
        self.sitters.show([nobody, *sample.sitters])
        self.sitter_view.go(0)
        self._show_start()

    def tick(self, now: int) -> None:
        self._show_letter(now)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        start, sample = self.start_with, self._sample
        if sample is not None:
            told = self.tr("{c} communities, {s} streets and alleys, {u} departments, {p} plans, {n} cases").format(
                c=sample.communities, s=sample.streets, u=sample.units, p=sample.plans, n=sample.cases
            )
        else:
            told = self.tr("a whole invented street")
        self.cards[0].tell(told, self.tr("to try everything; names and phones are invented"))
        self.cards[1].tell(
            self.tr("Limits with their sources, the calendar, 119 120 110 122, one plan for whatever happens"),
            self.tr("the rest is filled in as you go"),
        )
        self.cards[2].tell(
            self.tr("An empty office, then the import of cases and categories; looked at before anything is written"),
            self.tr("old cases start no clocks"),
        )
        own = start != SAMPLE
        self.name_field.setEnabled(own)
        self.name_field.setPlaceholderText(self.tr("the street's name") if own or sample is None else sample.name)
        self.name_note.setText(
            self.tr("stands on every page and in the title")
            if own
            else self.tr("invented; “sample” stays in the top bar")
        )
        self.sitter_view.setVisible(not own)
        self.newcomer.setVisible(own)
        self._show_letter(self.now())
        self._show_go()
        self._show_steps()

    def _show_letter(self, now: int) -> None:
        number = whistle_number("emergency", REAL, local(now).date(), self.desk.letter, 1)
        note = self.tr("given once and never changed; the next workstation gets the next letter")
        self.letter.show_letter(self.desk.letter, number, note)

    def _show_checks(self) -> None:
        good, look = self.checks.count(OK), self.checks.count(LOOK)
        self.check_list.show_checks(self.checks.checks)
        words = self.tr("{n} passed").format(n=good)
        if look:
            words = self.tr("{n} passed · {m} to look at").format(n=good, m=look)
        self.checked.setText(words)
        self.checked.set_tone("amb" if look else "2")
        self._show_steps()

    def _show_backup(self, facts: BackupFacts) -> None:
        self.backup_list.show_checks(backup_checks(facts))
        self._show_steps()

    def _show_go(self) -> None:
        start = self.start_with
        drill = self._sample.drill[1] if self._sample is not None else ""
        trial = start == SAMPLE and bool(drill)
        self._hatch.setVisible(trial)
        self.plain_button.setVisible(trial)
        if trial:
            self.trial_title.setText(self.tr("5 A trial drill"))
            self.trial_note.setText(
                self.tr("{name}: in the console in drill mode, on this computer alone").format(name=drill)
            )
        elif start == IMPORT:
            self.trial_title.setText(self.tr("5 Then the import opens"))
            self.trial_note.setText(self.tr("A drill needs a drill plan; write one in the settings."))
        else:
            self.trial_title.setText(self.tr("5 Then the overview opens"))
            self.trial_note.setText(self.tr("A drill needs a drill plan; write one in the settings."))
        words = self.tr("Start, then a trial drill") if trial else self.tr("Start")
        self.start_button.set_text(self.tr("Start and import") if start == IMPORT else words)
        self.start_button.setEnabled(not self._busy)
        self.plain_button.setEnabled(not self._busy)

    def _show_steps(self) -> None:
        focus = QApplication.focusWidget()
        start = self.cards[STARTS.index(self.start_with)].text()
        seat = self.seat_field.text().strip() or self.seat_field.placeholderText()
        who = self._who_sits()
        waits, look = self.checks.count(WAIT), self.checks.count(LOOK)
        backup = self.backup_list.checks
        near = any(check.level == LOOK for check in backup)
        named = self.start_with == SAMPLE or bool(self.name_field.text().strip())
        states = (
            ("done" if named else "later", start),
            ("done", f"{seat} · {who}" if who else seat),
            ("later" if waits else "look" if look else "done", self.checked.text()),
            ("later" if not backup else "look" if near else "done", backup[0].words if backup else ""),
            ("later", self.trial_note.text()),
        )
        panels = (self.start_panel, self.seat_panel, self.data_panel, self.backup_panel)
        here = next((place for place, panel in enumerate(panels) if focus and panel.isAncestorOf(focus)), -1)
        if focus in (self.plain_button, self.start_button):
            here = 4
        self.steps[-1].setText(self.trial_title.text())
        for place, (step, (state, words)) in enumerate(zip(self.steps, states, strict=True)):
            step.show_state(state, words, here=place == here)

    def _who_sits(self) -> str:
        if self.start_with != SAMPLE:
            return self.sitter_name.text().strip()
        sitter = self.sitters.row(self.sitter_view.place)
        return sitter.name if isinstance(sitter, Sitter) and sitter.person else ""

    def say(self, words: str, *, bad: bool = True) -> None:
        """Say something beside the buttons."""
        self.note.set_tone("amb" if bad else "2")
        self.note.setText(words)

    # -- keys ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """F9 is ours while there is no office: the window would open a console with nobody to call."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_whistle(event):
            event.accept()
            return True
        return super().event(event)

    def _is_whistle(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_F9 and not event.modifiers() and not self.desk.reference.founded

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if self._is_whistle(event):
            self.blow_now()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            card = self.cards[key - Qt.Key.Key_1]
            card.setChecked(True)
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain and key == Qt.Key.Key_F5:
            self.look_again()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.cards[STARTS.index(self.start_with)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, 24)
            self._show_steps()

    def _on_step(self) -> None:
        place = self.steps.index(self.sender())  # type: ignore[arg-type]
        (self.cards[STARTS.index(self.start_with)], self.seat_field, self.again, self.backup_field, self.start_button)[
            place
        ].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_card(self, chosen: bool) -> None:
        if chosen:
            self.say("")
            self._mark_wrong(None)
            self._show_start()
            self._keep_timer.start()

    def _on_edited(self, _text: str) -> None:
        self.say("")
        self._mark_wrong(None)
        self._show_steps()
        self._keep_timer.start()

    def _on_sitter(self, _place: int) -> None:
        self._show_steps()

    def _on_backup_edited(self, text: str) -> None:
        self._on_edited(text)
        self._look_at_backups()

    def look_again(self) -> None:
        """F5: every check anew."""
        self.checks.run()
        self._look_at_backups()

    def _look_at_backups(self) -> None:
        answer = self.desk.ask(look_at_backups(self.desk.folder, self.backup_field.text().strip(), self.now()))
        answer.done.connect(self._show_backup)
        answer.failed.connect(self._on_trouble)

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
        """Alt+Enter: found what was chosen and go to work."""
        if self.plain_button.isVisible():
            self._start(Go("overview"))

    def blow_now(self) -> None:
        """F9: an empty office at once, then the console. What was typed so far goes along."""
        if self.desk.reference.founded:
            self.services.go.emit(Go("whistle", {"real": True}))
            return
        self._then = Go("whistle", {"real": True})
        if not self._busy:
            name = self.name_field.text().strip() if self.start_with in (OWN, IMPORT) else ""
            self._found(
                Choice(start=OWN, name=name, sitter_name=self.sitter_name.text(), sitter_phone=self.sitter_phone.text())
            )

    def _start(self, then: Go) -> None:
        if self._busy:
            return
        if self.start_with != SAMPLE and not self.name_field.text().strip():
            self._mark_wrong(self.name_field)
            self.say(refusal("name_missing", {}))
            return
        if any(check.key == "path" for check in self.backup_list.checks):
            self._mark_wrong(self.backup_field)
            self.say(self.backup_list.checks[0].words)
            return
        self._then = then
        self._found(self.choice())

    def _found(self, choice: Choice) -> None:
        self._busy = True
        self.say(self.tr("The office is being prepared …"), bad=False)
        self._show_go()
        answer = self.desk.ask(founding(choice, self.now(), self.desk.new_id))
        answer.done.connect(self._on_prepared)
        answer.failed.connect(self._on_trouble)

    def _on_prepared(self, command: FoundOffice) -> None:
        self._sent = True
        self.say(self.tr("The office is being written …"), bad=False)
        ticket = self.desk.submit(command)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_not_saved)

    def _on_refused(self, refused: RefusedBy) -> None:
        self._let_go()
        self.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_not_saved(self, not_saved: NotSaved) -> None:
        """Nothing was written. The strip above can send the same once more; here everything can be changed again."""
        self._let_go()
        self.say(trouble(not_saved.code, not_saved.facts))

    def _on_trouble(self, error: object) -> None:
        self._let_go()
        self.say(trouble(getattr(error, "code", "crashed"), getattr(error, "facts", {"detail": type(error).__name__})))

    def _let_go(self) -> None:
        self._busy = False
        self._show_go()

    def _on_founded(self) -> None:
        """There is an office: by our press, by a retry of it, or because somebody else founded one."""
        if self._over:
            return
        self._over = True
        self._keep_timer.stop()
        self.desk.save_draft(DRAFT, "")
        then = self._then or Go("overview")
        if self._sent:
            self._apply_local()
            self.desk.index_behind()
            self.desk.back_up(automatic=True)
        self.services.go.emit(then)

    def _apply_local(self) -> None:
        backup = self.backup_field.text().strip()
        good = not any(check.key == "path" for check in self.backup_list.checks)
        changes: dict[str, Any] = {"seat": self.seat_field.text().strip()}
        if good:
            changes["backup_folder"] = "" if backup == self._own_backups() else backup
        self.services.settings_wanted.emit(changes)

    def _mark_wrong(self, field: QLineEdit | None) -> None:
        for one in (self.name_field, self.backup_field):
            one.setProperty("wrong", "true" if one is field else "false")
            one.style().unpolish(one)
            one.style().polish(one)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- layout ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Wide: the steps at the left, cards side by side. Narrow: two columns, the cards below each other."""
        wide = self.width() >= self.look.px(WIDE)
        self.steps_panel.setVisible(wide)
        grid, box = self._grid, self._cards_box
        for place, card in enumerate(self.cards):
            card.set_compact(not wide)
            box.removeWidget(card)
            box.addWidget(card, 0 if wide else place, place if wide else 0)
        for panel in (self.start_panel, self.seat_panel, self.data_panel, self.backup_panel):
            grid.removeWidget(panel)
        if wide:
            grid.addWidget(self.start_panel, 0, 0, 1, 2)
            grid.addWidget(self.seat_panel, 1, 0, 1, 2)
            grid.addWidget(self.data_panel, 2, 0)
            grid.addWidget(self.backup_panel, 2, 1)
        else:
            grid.addWidget(self.start_panel, 0, 0)
            grid.addWidget(self.seat_panel, 1, 0)
            grid.addWidget(self.data_panel, 0, 1)
            grid.addWidget(self.backup_panel, 1, 1)
        grid.setColumnStretch(0, 60 if wide else 54)
        grid.setColumnStretch(1, 40 if wide else 46)
        self.sitter_view.setMinimumHeight(self.look.px(34 * (4 if wide else 3)))
        self.check_list.set_row_height(36 if wide else 32)
        self.backup_list.set_row_height(36 if wide else 32)
