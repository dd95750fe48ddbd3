"""The last look before blowing: where, who leads, what is dangerous there, what to ask first, what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.masking import mask_known
from commandcenter.domain.whistle_scales import GRADED
from commandcenter.ui import when
from commandcenter.ui.map_words import nearer_words
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, Panel, clear, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.roster_words import post_words
from commandcenter.ui.theme.look import Look
from commandcenter.ui.whistle.draft import UnitRow, WhistleDraft
from commandcenter.ui.words import ROLES, SCALE_CODES, SCALES, word

Person = tuple[str, str, str, str]
"""(role word, name, post, phone)."""

MOST_PEOPLE = 4
"""So many people are named to be told."""


class Briefing(Panel):
    """The right column of the console. ``left`` is emitted when the fields were finished with Enter."""

    place_edited = Signal(str)
    title_edited = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._low = self._tight = False
        self.place_field = self._field(self.tr("Place; may be confirmed later"), self.tr("Place"))
        self.place_field.textEdited.connect(self.place_edited)
        self.title_field = self._field(
            self.tr("In a few words what happened (may stay empty)"), self.tr("What happened")
        )
        self.title_field.textEdited.connect(self.title_edited)
        self.place_field.returnPressed.connect(self._after_place)
        self.title_field.returnPressed.connect(self.left)
        self._proposed: tuple[str, ...] = ()
        self._pick = -1
        self.place_field.installEventFilter(self)
        self.place_note = Label(look, "", "body", "2")
        self.place_note.setWordWrap(True)
        self.place_note.setContentsMargins(14, 0, 14, 8)
        self.origin = ElidedLabel(look, "", "strong", "amb")
        self._origin_line = QWidget()
        without = Label(look, self.tr("leave it out"), "strong", "amb")
        self._origin_line.setLayout(row(self.origin, KeyCaps(look, "X"), without, margins=(14, 10, 12, 0)))
        self._origin_line.setVisible(False)
        self.body.addWidget(self._origin_line)
        self.body.addLayout(row(self.place_field, KeyCaps(look, "G"), margins=(12, 12, 12, 8)))
        self.body.addWidget(self.place_note)
        self.body.addLayout(row(self.title_field, KeyCaps(look, "W"), margins=(12, 0, 12, 8)))
        self.guess = ElidedLabel(look, "", "caption", "2")
        self._guess_line = QWidget()
        self._guess_line.setLayout(row(self.guess, KeyCaps(look, "J"), margins=(14, 0, 12, 8)))
        self.body.addWidget(self._guess_line)
        self.body.addWidget(Line())
        self._people = QVBoxLayout()
        self._people.setContentsMargins(14, 8, 14, 8)
        self._people.setSpacing(8)
        self.body.addLayout(self._people)
        self.body.addWidget(Line())
        self.body.addWidget(self._build_advice(), 1)
        self.body.addWidget(Line())
        self.body.addWidget(self._build_alike())
        self._checks_box = QWidget()
        self._checks = QVBoxLayout(self._checks_box)
        self._checks.setContentsMargins(14, 10, 14, 10)
        self._checks.setSpacing(6)
        self.body.addWidget(self._checks_box)

    def _field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        return field

    def _after_place(self) -> None:
        """Enter behind the place: on to the words while there are none, then to the button. The proposal that was gone to with
        the arrow is taken first.
        """
        if 0 <= self._pick < len(self._proposed):
            self.place_field.setText(self._proposed[self._pick])
            self.place_edited.emit(self._proposed[self._pick])
            return
        if self.title_field.text().strip():
            self.left.emit()
        else:
            self.write_words()

    def edit_place(self) -> None:
        """Put the keyboard into the place."""
        self.place_field.setFocus()
        self.place_field.selectAll()

    def write_words(self, text: str = "") -> None:
        """Put the keyboard into the words of what happened; ``text`` was typed elsewhere and is added."""
        self.title_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.title_field.setText(self.title_field.text() + text)
            self.title_edited.emit(self.title_field.text())
        self.title_field.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the proposed places."""
        if watched is self.place_field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._proposed:
                self._pick = max(0, min(len(self._proposed) - 1, self._pick + step))
                self._show_proposed()
                return True
        return super().eventFilter(watched, event)

    def _show_proposed(self) -> None:
        names = [f"▸{name}" if place == self._pick else name for place, name in enumerate(self._proposed)]
        self.place_note.setText(self.tr("perhaps: {names} · [↓] chooses").format(names=" · ".join(names)))

    def _build_advice(self) -> QWidget:
        inner = QWidget()
        self._advice = QVBoxLayout(inner)
        self._advice.setContentsMargins(14, 10, 14, 10)
        self._advice.setSpacing(6)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(self._look.px(36))
        scroll.setWidget(inner)
        self._advice_area = scroll
        return scroll

    def _build_alike(self) -> QFrame:
        """Already running? Two keys answer, no dialog, and blowing on is an answer too."""
        look = self._look
        self._alike_box = QFrame()
        self._alike_box.setProperty("bar", "foot")
        self.alike = ElidedLabel(look, "", "strong", "amb")
        self.join = Button(look, self.tr("Join it"), key="B", small=True, kind="warn")
        self.as_new = Button(look, self.tr("It is another one"), key="N", small=True)
        outer = QVBoxLayout(self._alike_box)
        outer.setContentsMargins(14, 8, 14, 8)
        outer.setSpacing(6)
        outer.addWidget(self.alike)
        outer.addLayout(row(self.join, self.as_new, None))
        self._alike_box.setMinimumHeight(look.px(82))
        self._alike_box.setVisible(False)
        return self._alike_box

    def show_alike(self, words: str) -> None:
        """Ask about a running whistle that is perhaps the same event; an empty text asks nothing."""
        self.alike.setText(words)
        self._alike_box.setVisible(bool(words))
        self._checks_box.setVisible(not (words and self._low))  # the question needs the room

    def set_low(self, low: bool, tight: bool) -> bool:
        """In a low window fewer names, and no line that only reassures, so that the dangers keep their words; in a ``tight`` one
        (large type) the leader alone, and the first guess is behind its key. Returns whether anything changed.
        """
        if (low, tight) == (self._low, self._tight):
            return False
        self._low, self._tight = low, tight
        self._guess_line.setVisible(not tight)
        self._advice_area.setMinimumHeight(self._look.px(60 if low and not tight else 36))
        return True

    def show_guess(self, draft: WhistleDraft) -> None:
        """The first guesses on their scales, and where everybody gathers; what nobody said is unknown."""
        guesses = draft.all_guesses
        parts = [self.tr("First guess:")]
        if guesses.get("kind"):
            parts.append(word(SCALE_CODES, guesses["kind"]))
        for scale in GRADED:
            if guesses.get(scale):
                parts.append(f"{word(SCALES, scale)} {word(SCALE_CODES, guesses[scale])}")
        if not any(guesses.get(scale) for scale in GRADED):
            parts.append(self.tr("grade unknown"))
        where = draft.assembly_name
        if where and (draft.assembly or draft.assembly_words):  # else it stands beside the place already
            parts.append(self.tr("gather at {place}").format(place=where))
        self.guess.setText(" · ".join(parts).replace(": ·", ":").replace("： ·", "："))

    def typing(self) -> bool:
        """Whether the keyboard is in one of the fields."""
        return self.place_field.hasFocus() or self.title_field.hasFocus()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_fields(self, draft: WhistleDraft) -> None:
        """Put place and title into the fields, unless somebody types there."""
        for field, text in ((self.place_field, draft.place_words), (self.title_field, draft.title)):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)  # what it begins with is in sight

    def show_origin(self, draft: WhistleDraft) -> None:
        """What came along from another screen and how to leave it out: nobody chose it here."""
        words = ""
        if draft.case is not None:
            words = self.tr("Brought along: case {number} “{title}”")
            words = words.format(number=draft.case.number, title=mask_known(draft.case.title, draft.case.reporter))
        elif draft.call:
            told = " ".join(part for part in (when.clock(draft.called_at), draft.call_number) if part)
            words = self.tr("Brought along: telephone call {told}").format(told=told)
        elif draft.warning:
            words = self.tr("Brought along: warning “{title}”").format(title=draft.brought_title)
        elif draft.brought:
            words = self.tr("Brought along: {place} of the roster").format(place=draft.place_words)
        self.origin.setText(words)
        self._origin_line.setVisible(bool(words))

    def show_place(self, draft: WhistleDraft, reference: Reference) -> None:
        """Community, grids, assembly point, names it is confused with, and what is known of the place."""
        answering, place = draft.answering, draft.place
        if answering is None or place is None:
            found = reference.directory.suggested(draft.place_words) if draft.place_words else ()
            proposed = tuple(one.name for one in found)
            if proposed != self._proposed:
                self._proposed, self._pick = proposed, -1
            if proposed:
                self._show_proposed()
                return
            self.place_note.setText(self.tr("not recognised; it is written as typed") if draft.place_words else "")
            return
        self._proposed, self._pick = (), -1
        street = answering.street or place
        grids = draft.there.grid or "、".join(street.grids[:2])
        near = "、".join(other.name for other in reference.directory.similar(street))
        parts = [
            answering.community.name if answering.community else "",
            self.tr("grid {names}").format(names=grids) if grids else "",
            self.tr("assembly point {name}").format(name=answering.assembly.name) if answering.assembly else "",
            nearer_words(draft.there),
            self.tr("not: {names}").format(names=near) if near else "",
            "" if self._low else street.note,
        ]
        self.place_note.setText(" · ".join(part for part in parts if part))

    def show_people(self, people: Sequence[Person]) -> None:
        """Who leads and who answers for the place."""
        clear(self._people)
        look = self._look
        if not people:
            self._people.addWidget(Label(look, self.tr("no shift is planned"), "body", "3"))
        for role, name, post, phone in people[: 1 if self._tight else 2 if self._low else None]:
            label = Label(look, role, "caption", "3")
            label.setFixedWidth(look.px(64))
            self._people.addLayout(
                row(
                    label,
                    Label(look, name, "strong"),
                    ElidedLabel(look, post, "caption", "2"),
                    Label(look, phone, "body", "2"),
                )
            )

    def show_advice(self, draft: WhistleDraft) -> None:
        """What the plan warns of and reminds of; before a drill its aims and its script."""
        clear(self._advice)
        plan = draft.plan
        if plan is None:
            self._advice.addWidget(Label(self._look, self.tr("The plan's warnings stand here."), "body", "3"))
        else:
            self._advise(self.tr("Dangers"), "triangle-alert", plan.hazards, "amb")
            self._advise(self.tr("Do not forget"), "list-checks", plan.prompts, "tx2")
        if draft.drill is not None:
            script = [f"{inject.minute}′　{inject.text}" for inject in draft.drill.injects]
            self._advise(self.tr("Aims of the drill"), "target", draft.drill.goals, "tx2")
            self._advise(self.tr("Script, minutes after the start"), "clipboard-list", script, "tx2")
        self._advice.addStretch(1)

    def _advise(self, title: str, icon: str, lines: Sequence[str], tone: str) -> None:
        if not lines:
            return
        self._advice.addWidget(Label(self._look, title, "caption", "3"))
        for line in lines:
            self._advice.addLayout(self._marked(icon, tone, line, "1"))

    def show_checks(self, rows: Sequence[UnitRow], draft: WhistleDraft) -> None:
        """What is in order and what is still missing."""
        clear(self._checks)
        ticked = [one for one in rows if one.ticked]
        silent = [one.name for one in ticked if not one.callable]
        if ticked:
            words = self.tr("departments {n}, with a number {m}")
            self._check("ok", words.format(n=len(ticked), m=len(ticked) - len(silent)))
        if silent:
            self._check("amb", self.tr("no number: {names}").format(names="、".join(silent[:3])))
        if not draft.place_words:
            self._check("amb", self.tr("The place is to be confirmed; it can be added while the phones ring"))
        if not self._low:
            self._check("ok", self.tr("Can be taken back for 10 s, until the first call is logged"))

    def _check(self, tone: str, words: str) -> None:
        icon = "check" if tone == "ok" else "triangle-alert"
        self._checks.addLayout(self._marked(icon, tone, words, "amb" if tone == "amb" else "2"))

    def _marked(self, icon: str, tone: str, words: str, ink: str) -> QHBoxLayout:
        mark = Label(self._look)
        mark.setPixmap(self._look.icon(icon, tone, self._look.px(15)))
        text = Label(self._look, words, "body", ink)
        text.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        return line


def people_on(reference: Reference, draft: WhistleDraft, shift_people: Sequence[tuple[str, str]]) -> list[Person]:
    """The leader and the clerks of the running shift, (role, person id) each, and who answers for the place in fact:
    the chief, who stands in, or while the post is vacant the deputy. Never left out for a shift of many.
    """
    found = []
    for role, one in shift_people:
        person = reference.directory.people.get(one)
        if role in ("leader", "clerk") and person is not None:
            found.append((word(ROLES, role), person.name, person.post, person.phone))
    there = []
    acting = reference.directory.acting_for(draft.answering.place) if draft.answering else None
    if acting is not None:
        person = acting.person
        there.append((post_words(acting.holder), person.name, person.post, person.phone))
    return [*found[: MOST_PEOPLE - len(there)], *there]
