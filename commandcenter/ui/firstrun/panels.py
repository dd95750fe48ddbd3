"""The four panels of the first start: what to begin with, who sits here, where the data lies, where backups go."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import local
from commandcenter.domain.event import REAL
from commandcenter.domain.numbering import whistle_number
from commandcenter.ui.firstrun.beginning import SAMPLE, STARTS, Sample, Sitter
from commandcenter.ui.firstrun.checks import LOOK, OK, WAIT, BackupFacts, FolderChecks, backup_checks, look_at_backups
from commandcenter.ui.firstrun.founder import trouble_words
from commandcenter.ui.firstrun.parts import CheckList, LetterBox, SitterPainter, StartCard, sitter_key, sitter_spoken
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


def mark_wrong(field: QLineEdit, wrong: bool) -> None:
    """Edge a field that stands in the way, or take the edge off again."""
    field.setProperty("wrong", "true" if wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)


class StartPanel(Panel):
    """What to begin with, and the name of the office. ``chosen`` when another start was, ``edited`` when a name was."""

    chosen = Signal()
    edited = Signal()

    def __init__(self, look: Look) -> None:
        head = translate("FirstRun", "a folder holds one office; sample and real never mix")
        super().__init__(look, translate("FirstRun", "1 What to begin with"), head)
        self.cards = [
            StartCard(look, "house", translate("FirstRun", "The sample street"), "1"),
            StartCard(look, "building-2", translate("FirstRun", "Our own street, empty"), "2"),
            StartCard(look, "file-spreadsheet", translate("FirstRun", "From our workbooks"), "3"),
        ]
        self._cards_box = QGridLayout()
        self._cards_box.setContentsMargins(14, 10, 14, 10)
        self._cards_box.setSpacing(6)
        self.body.addLayout(self._cards_box)
        self.body.addWidget(Line())
        name = translate("FirstRun", "Name of the office")
        self.name = QLineEdit()
        self.name.setAccessibleName(name)
        self.name.setMaxLength(40)
        self._note = ElidedLabel(look, "", "caption", "2")
        label = Label(look, name, "strong")
        label.setBuddy(self.name)
        self.body.addLayout(row(label, self.name, self._note, gap=14, margins=(17, 10, 14, 10)))
        for card in self.cards:
            card.toggled.connect(self._on_card)
        self.name.textEdited.connect(self._on_edited)
        self._fit()
        look.changed.connect(self._fit)

    @property
    def start(self) -> str:
        """sample, own or import."""
        return STARTS[next((place for place, card in enumerate(self.cards) if card.isChecked()), 0)]

    @property
    def card(self) -> StartCard:
        """The card that is chosen."""
        return self.cards[STARTS.index(self.start)]

    @property
    def named(self) -> bool:
        """Whether the office has a name: the sample brings its own."""
        return self.start == SAMPLE or bool(self.name.text().strip())

    def choose(self, start: str) -> None:
        """Choose a start."""
        self.cards[STARTS.index(start)].setChecked(True)

    def show_start(self, sample: Sample | None) -> None:
        """Show what each start brings; ``sample`` is None until it was looked into."""
        told = translate("FirstRun", "a whole invented street")
        if sample is not None:
            told = translate(
                "FirstRun", "communities {c}, streets and alleys {s}, departments {u}, plans {p}, cases {n}"
            ).format(c=sample.communities, s=sample.streets, u=sample.units, p=sample.plans, n=sample.cases)
        self.cards[0].tell(told, translate("FirstRun", "to try everything; names and phones are invented"))
        self.cards[1].tell(
            translate(
                "FirstRun", "Limits with their sources, the calendar, 119 120 110 122, one plan for whatever happens"
            ),
            translate("FirstRun", "the rest is filled in as you go"),
        )
        self.cards[2].tell(
            translate(
                "FirstRun",
                "An empty office, then the import of cases and categories; looked at before anything is written",
            ),
            translate("FirstRun", "old cases start no clocks"),
        )
        own = self.start != SAMPLE
        asked = translate("FirstRun", "the street's name")
        self.name.setEnabled(own)
        self.name.setPlaceholderText(asked if own or sample is None else sample.name)
        self._note.setText(
            translate("FirstRun", "stands on every page and in the title")
            if own
            else translate("FirstRun", "invented; “sample” stays in the top bar")
        )

    def set_wide(self, wide: bool) -> None:
        """Cards side by side, or low ones below each other."""
        for place, card in enumerate(self.cards):
            card.set_compact(not wide)
            self._cards_box.removeWidget(card)
            self._cards_box.addWidget(card, 0 if wide else place, place if wide else 0)

    def _fit(self) -> None:
        self.name.setFixedWidth(self._look.px(300))

    def _on_card(self, chosen: bool) -> None:
        if chosen:
            self.chosen.emit()

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()


class SeatPanel(Panel):
    """What this workstation is called, its letter, and who sits here. ``edited`` when any of it was changed."""

    edited = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        head = translate("FirstRun", "all of it can be changed later")
        super().__init__(look, translate("FirstRun", "2 Seat and people"), head)
        self._desk = desk
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addLayout(self._build_seat(), 42)
        halves.addWidget(Line("v"))
        people = column(gap=0)
        people.addLayout(row(Label(look, translate("FirstRun", "Who sits here"), "strong"), margins=(14, 12, 14, 6)))
        people.addWidget(self._build_sitters(), 1)
        people.addWidget(self._build_newcomer(), 1)
        halves.addLayout(people, 58)
        self.body.addLayout(halves, 1)
        for field in (self.seat, self.sitter_name, self.sitter_phone):
            field.textEdited.connect(self._on_edited)
        self.view.moved.connect(self._on_moved)

    def _build_seat(self) -> QVBoxLayout:
        look = self._look
        name = translate("FirstRun", "What this workstation is called")
        self.seat = QLineEdit()
        self.seat.setMaxLength(20)
        self.seat.setAccessibleName(name)
        self.seat.setPlaceholderText(translate("FirstRun", "Seat {letter}").format(letter=self._desk.letter))
        self.letter = LetterBox(look)
        left = column(gap=7, margins=(17, 10, 17, 10))
        left.addWidget(Label(look, name, "strong"))
        left.addWidget(self.seat)
        left.addSpacing(4)
        left.addWidget(Label(look, translate("FirstRun", "Its letter in numbers"), "strong"))
        left.addWidget(self.letter)
        left.addStretch(1)
        return left

    def _build_sitters(self) -> QWidget:
        self.sitters = KeyedRows(sitter_key, sitter_spoken, self)
        painter = SitterPainter(self._look, self)
        self.view = RowView(self._look, self.sitters, painter, translate("FirstRun", "Who sits here"))
        return self.view

    def _build_newcomer(self) -> QWidget:
        look = self._look
        self.newcomer = QWidget()
        self.sitter_name, self.sitter_phone = QLineEdit(), QLineEdit()
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(4)
        asked = (
            (self.sitter_name, translate("FirstRun", "Your name")),
            (self.sitter_phone, translate("FirstRun", "Your phone")),
        )
        for place, (field, words) in enumerate(asked):
            field.setAccessibleName(words)
            field.setMaxLength(40)
            fields.addWidget(Label(look, words, "caption", "2"), 0, place)
            fields.addWidget(field, 1, place)
        self.sitter_name.setPlaceholderText(translate("FirstRun", "may stay empty"))
        words = translate("FirstRun", "Becomes the first clerk of the roster. F9 works with nobody signed in.")
        note = Label(look, words, "caption", "2")
        note.setWordWrap(True)
        inner = column(gap=10, margins=(14, 2, 14, 12))
        inner.addLayout(fields)
        inner.addWidget(note)
        inner.addStretch(1)
        self.newcomer.setLayout(inner)
        return self.newcomer

    @property
    def sitter(self) -> Sitter | None:
        """Somebody of the sample office who is chosen to sit here."""
        found = self.sitters.row(self.view.place)
        return found if isinstance(found, Sitter) and found.person else None

    def show_sample(self, sample: Sample) -> None:
        """Offer the people of the sample office."""
        nobody = Sitter(
            "",
            translate("FirstRun", "Nobody yet"),
            "",
            translate("FirstRun", "F9 works with nobody signed in"),
            False,
        )
        self.sitters.show([nobody, *sample.sitters])
        self.view.go(0)

    def show_start(self, start: str) -> None:
        """People of the sample, or somebody new."""
        self.view.setVisible(start == SAMPLE)
        self.newcomer.setVisible(start != SAMPLE)

    def show_letter(self, now: int) -> None:
        """Show how numbers will read at ``now`` (epoch milliseconds)."""
        number = whistle_number("emergency", REAL, local(now).date(), self._desk.letter, 1)
        note = translate("FirstRun", "given once and never changed; the next workstation gets the next letter")
        self.letter.show_letter(self._desk.letter, number, note)

    def told(self, start: str) -> str:
        """The seat and who sits there, in short."""
        sitter = self.sitter
        who = self.sitter_name.text().strip() if start != SAMPLE else sitter.name if sitter is not None else ""
        seat = self.seat.text().strip() or self.seat.placeholderText()
        return f"{seat} · {who}" if who else seat

    def set_wide(self, wide: bool) -> None:
        """How many people are seen at least."""
        self.view.setMinimumHeight(self._look.px(34 * (4 if wide else 3)))

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_moved(self, _place: int) -> None:
        self.edited.emit()


class DataPanel(Panel):
    """Where the data lies, and what the checks found there. ``changed`` after each that came in."""

    changed = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(
            look, translate("FirstRun", "3 Where the data lies"), translate("FirstRun", "looked at, not assumed")
        )
        self.checks = FolderChecks(desk, self)
        self.checked = Label(look, "", "caption", "2")
        self.add_to_head(self.checked)
        self.again = Button(look, translate("FirstRun", "Look again"), key="F5", icon="refresh-cw", small=True)
        self.add_to_head(self.again)
        self._mark = Label(look)
        folder = ElidedLabel(look, str(desk.folder), "body", "1")
        self.body.addLayout(row(self._mark, folder, gap=10, margins=(16, 9, 14, 9)))
        self.body.addWidget(Line())
        self.list = CheckList(look)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.checks.changed.connect(self._show)
        self._fit()
        look.changed.connect(self._fit)

    @property
    def state(self) -> str:
        """later while checks run, look when one found something, done."""
        return "later" if self.checks.count(WAIT) else "look" if self.checks.count(LOOK) else "done"

    def set_wide(self, wide: bool) -> None:
        """Rows a little lower in narrow windows."""
        self.list.set_row_height(36 if wide else 32)

    def _show(self) -> None:
        good, look = self.checks.count(OK), self.checks.count(LOOK)
        self.list.show_checks(self.checks.checks)
        words = translate("FirstRun", "{n} passed").format(n=good)
        if look:
            words = translate("FirstRun", "{n} passed · {m} to look at").format(n=good, m=look)
        self.checked.setText(words)
        self.checked.set_tone("amb" if look else "2")
        self.changed.emit()

    def _fit(self) -> None:
        self._mark.setPixmap(self._look.icon("hard-drive", "tx2", self._look.px(16)))


class BackupPanel(Panel):
    """Where backups go. ``edited`` when another place was written, ``changed`` when it was looked at."""

    edited = Signal()
    changed = Signal()

    def __init__(self, look: Look, desk: Desk, place: str) -> None:
        super().__init__(
            look, translate("FirstRun", "4 Where backups go"), translate("FirstRun", "best on another disk")
        )
        self._desk = desk
        self._own = str(desk.folder / "backups")
        self.field = QLineEdit(place or self._own)
        self.field.setAccessibleName(translate("FirstRun", "Folder of the automatic backups"))
        self.body.addLayout(row(PathField(look, self.field, "folder"), margins=(14, 9, 14, 9)))
        self.body.addWidget(Line())
        self.list = CheckList(look)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.field.textEdited.connect(self._on_edited)

    @property
    def state(self) -> str:
        """later until it was looked at, look when somebody should, done."""
        found = self.list.checks
        return "later" if not found else "look" if any(check.level == LOOK for check in found) else "done"

    @property
    def told(self) -> str:
        """What was found first."""
        return self.list.checks[0].words if self.list.checks else ""

    @property
    def usable(self) -> bool:
        """Whether the path can be taken as it is written."""
        return not any(check.key == "path" for check in self.list.checks)

    def setting(self) -> Mapping[str, str]:
        """The local setting it amounts to; none for a path that cannot be taken."""
        place = self.field.text().strip()
        return {"backup_folder": "" if place == self._own else place} if self.usable else {}

    def look_again(self) -> None:
        """Look at the place that is written."""
        answer = self._desk.ask(look_at_backups(self._desk.folder, self.field.text().strip(), self._desk.clock.now()))
        answer.done.connect(self._show)
        answer.failed.connect(self._on_failed)

    def set_wide(self, wide: bool) -> None:
        """Rows a little lower in narrow windows."""
        self.list.set_row_height(36 if wide else 32)

    def _show(self, facts: BackupFacts) -> None:
        self.list.show_checks(backup_checks(facts))
        self.changed.emit()

    def _on_failed(self, error: object) -> None:
        self.list.show_checks(())
        self.list.setToolTip(trouble_words(error))
        self.changed.emit()

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
        self.look_again()


def promise(look: Look, icon: str, words: str) -> QHBoxLayout:
    """A line with its mark: something one can rely on."""
    mark = Label(look)
    mark.setPixmap(look.icon(icon, "tx3", look.px(16)))
    note = Label(look, words, "caption", "2")
    note.setWordWrap(True)
    line = row(mark, gap=10)
    line.addWidget(note, 1)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return line
