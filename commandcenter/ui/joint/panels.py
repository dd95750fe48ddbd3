"""The panels of the joint screen: head with the stages, duty table, reminders, what was told, survey and meeting, appraisal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.joint import Gathering
from commandcenter.ui.joint.model import DutyRow, JointFacts, JudgedRow, LogRow, MatterRow, NoteRow
from commandcenter.ui.joint.painters import (
    DutyHeader,
    DutyPainter,
    JudgedPainter,
    LogPainter,
    MatterPainter,
    NotePainter,
    duty_columns,
)
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.days import short_day, short_moment
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.stagecells import StageCells
from commandcenter.ui.slow_words import slow_clock
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, listed, word

translate = QCoreApplication.translate


def _key(one: MatterRow | DutyRow | LogRow | NoteRow | JudgedRow) -> str:
    return one.key


def _matter_spoken(one: MatterRow) -> str:
    return f"{one.number} {one.title} {one.stage} {one.clock}"


def _duty_spoken(one: DutyRow) -> str:
    relation = word(RELATIONS, one.relation)
    return f"{one.ordinal} {relation} {one.unit} {one.task} {one.signed} {one.due} {one.state} {one.last}"


def _log_spoken(one: LogRow) -> str:
    return f"{one.at} {one.what} {one.whom} {one.words}"


def _note_spoken(one: NoteRow) -> str:
    return f"{one.unit} {one.at} {one.sort} {one.words}"


def _judged_spoken(one: JudgedRow) -> str:
    return f"{one.unit} {one.kept} {one.urged} {one.verdict}"


class MatterList(Panel):
    """The matters at the left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Joint", "Matters"), "", parent)
        self.add = Button(look, translate("Joint", "New"), key="B", icon="plus", small=True)
        self.add_to_head(self.add)
        self.model = KeyedRows(_key, _matter_spoken, self)
        self.view = RowView(look, self.model, MatterPainter(look, self), translate("Joint", "Matters"))
        self.body.addWidget(self.view, 1)


class HeadPanel(QFrame):
    """Title, number, leaders; the clock that presses; the next step; the stages."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("panel", "true")
        self._icon = QLabel()
        self.title = ElidedLabel(look, "", "fact")
        self.caption = ElidedLabel(look, "", "caption", "2")
        self._due_name = Label(look, "", "caption", "3")
        self._due = Label(look, "", "fact")
        self._left_name = Label(look, translate("Joint", "left"), "caption", "3")
        self._left = Label(look, "", "fact")
        for label in (self._due_name, self._due, self._left_name, self._left):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.urge = Button(look, translate("Joint", "Urge"), key="U", icon="bell")
        self.paper = Button(look, translate("Joint", "Papers"), key="Ctrl P", icon="printer")
        self.next = Button(look, "", key=".", icon="corner-down-left", kind="primary")
        self.cells = StageCells(look)
        words = column(self.title, self.caption, gap=2)
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 14, 10)
        top.setSpacing(14)
        top.addWidget(self._icon)
        top.addLayout(words, 1)
        self._due_box = QWidget()
        due = column(self._due_name, self._due, gap=0)
        left = column(self._left_name, self._left, gap=0)
        due.setContentsMargins(0, 0, 0, 0)
        pair = QHBoxLayout(self._due_box)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(18)
        pair.addLayout(due)
        pair.addLayout(left)
        top.addWidget(self._due_box)
        for button in (self.next, self.urge, self.paper):
            top.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(Line())
        outer.addWidget(self.cells)

    def show_matter(self, facts: JointFacts, step: str, *, wide: bool) -> None:
        """Show a matter; ``step`` names what comes next, empty when nothing does."""
        look, state = self._look, facts.state
        self._icon.setPixmap(look.icon("git-branch", "tx2", look.px(26)))
        self.title.setText(state.title)
        self.caption.setText(facts.caption())
        line = facts.pressing()
        self._due_box.setVisible(line is not None and wide)
        if line is not None:
            name = slow_clock(line.name)
            duty = state.duty(line.name.partition(":")[2].partition(".")[0])
            if duty is not None:
                name = facts.who(duty.unit)
            self._due_name.setText(look.elided(name, "caption", look.px(150)))
            self._due.setText(short_moment(line.due_at))
            self._left.setText(facts.left(line))
            level = facts.level(line)
            self._left.set_tone({"over": "amb" if facts.drill else "red", "warn": "amb"}.get(level, "1"))
        self.next.setVisible(bool(step))
        self.next.set_text(step)
        self.urge.setVisible(state.stage == "working")
        self.cells.show_cells(facts.cells())


class TablePanel(Panel):
    """The duty table, or what has to be done before there is one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Joint", "Duty table"), "", parent)
        self.signatures = Label(look, "", "caption", "amb")
        self.add = Button(look, translate("Joint", "Add a line"), key="A", icon="plus", small=True)
        self.add_to_head(self.signatures)
        self.add_to_head(self.add)
        titles = {
            "unit": translate("Joint", "Department"),
            "task": translate("Joint", "Task"),
            "signed": translate("Joint", "Signature"),
            "due": translate("Joint", "By"),
            "state": translate("Joint", "State"),
            "last": translate("Joint", "Last word"),
        }
        self.model = KeyedRows(_key, _duty_spoken, self)
        painter = DutyPainter(look, duty_columns(look, titles), self, height=40)
        self.list = RowList(look, self.model, painter, translate("Joint", "Duty table"))
        header = DutyHeader(look, painter.columns)
        header.follow(self.list.view.viewport())
        outer = self.list.layout()
        if outer is not None:
            outer.replaceWidget(self.list.header, header)
        self.list.header.deleteLater()
        self.list.header = header
        self.view = self.list.view
        self.empty = Empty(look, "table-2", translate("Joint", "No duty table yet"), "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)
        self._legend = Label(look, translate("Joint", "bright tick: reminded · faint tick: not yet"), "caption", "3")
        self._rule = ElidedLabel(
            look,
            translate("Joint", "dates are told by the departments; a change needs the leader's word"),
            "caption",
            "3",
        )
        self._rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot = self.add_foot(self._legend, 12, self._rule)

    def show_table(self, facts: JointFacts, step: str, *, wide: bool) -> None:
        """Show the lines."""
        rows = facts.duties()
        state = facts.state
        self.model.show(rows)
        self.pages.setCurrentIndex(0 if rows else 1)
        self.foot.setVisible(bool(rows) and wide)
        meeting = state.meeting
        self.caption.setText(
            translate("Joint", "agreed in the meeting of {day}").format(day=short_day(meeting.at)) if meeting else ""
        )
        signed, whole = facts.signatures()
        self.signatures.setVisible(bool(rows))
        self.signatures.set_tone("amb" if signed < whole else "ok")
        words = [translate("Joint", "signed {n} / {m}").format(n=signed, m=whole)]
        if state.variant == "peer":
            missing = state.unsigned_sides(
                "table" if state.started_at is None or not state.verified else "verification"
            )
            names = {"own": translate("Joint", "our street"), "peer": translate("Joint", "the street next door")}
            if missing:
                words.append(
                    translate("Joint", "missing: {names}").format(names="、".join(names[one] for one in missing))
                )
                self.signatures.set_tone("amb")
        self.signatures.setText(listed(words))
        self.add.setVisible(state.stage in ("agreed", "working", "fed_back"))
        if not rows:
            self.empty.say(
                translate("Joint", "No duty table yet"),
                translate("Joint", "Next: {step}").format(step=step) if step else "",
            )


class LogPanel(Panel):
    """Reminders of themselves and urges by people."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Joint", "Reminders"), translate("Joint", "once at 50, 80 and 100 %"), parent)
        self.coming = ElidedLabel(look, "", "body", "1")
        self._bar = QFrame()
        self._bar.setProperty("bar", "foot")
        self._bar.setLayout(row(self.coming, margins=(14, 7, 14, 7)))
        self.body.addWidget(self._bar)
        self.model = KeyedRows(_key, _log_spoken, self)
        self.view = RowView(look, self.model, LogPainter(look, self), translate("Joint", "Reminders"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty = Empty(look, "bell", translate("Joint", "Nothing was reminded yet"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def show_log(self, facts: JointFacts) -> None:
        """Show what was recorded, and what comes next by itself."""
        at, whom = facts.upcoming()
        self._bar.setVisible(bool(at))
        text = translate("Joint", "Next {time}: {whom} · recorded by itself, never sent").format(time=at, whom=whom)
        self.coming.setText(text if at else "")
        rows = facts.log()
        self.model.show(rows)
        self.pages.setCurrentIndex(0 if rows else 1)


class NotePanel(Panel):
    """Steps, feedback, refusals, verification, look-backs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Joint", "Feedback"), "", parent)
        self.add = Button(look, translate("Joint", "Record feedback"), key="N", icon="plus", small=True)
        self.add_to_head(self.add)
        self.model = KeyedRows(_key, _note_spoken, self)
        self.view = RowView(look, self.model, NotePainter(look, self), translate("Joint", "Feedback"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty = Empty(look, "message-square-text", translate("Joint", "Nothing was told yet"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)
        self._waiting = ElidedLabel(look, "", "caption", "3")
        self._foot = self.add_foot(self._waiting)

    def show_notes(self, facts: JointFacts) -> None:
        """Show what was told; at the foot what is still waited for."""
        rows = facts.notes()
        self.model.show(rows)
        self.caption.setText(translate("Joint", "{n} entries").format(n=len(rows)) if rows else "")
        self.pages.setCurrentIndex(0 if rows else 1)
        waiting = sum(1 for duty in facts.state.duties if not duty.settled)
        working = facts.state.stage == "working"
        self.add.setVisible(working)
        self._foot.setVisible(working)
        words = translate("Joint", "{n} still have to feed back; then it is verified").format(n=waiting)
        self._waiting.setText(words)


class GatheringPanel(Panel):
    """The survey or the meeting: when, who, what came of it."""

    def __init__(self, look: Look, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, "", parent)
        self._icon = icon
        self._when = Label(look, "", "strong")
        self._people = ElidedLabel(look, "", "caption", "3")
        self._people.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = Label(look, "", "body", "2")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._mark = Label(look, "", "caption", "amb")
        self._mark.setWordWrap(True)
        inner = column(gap=6, margins=(14, 10, 14, 10))
        inner.addLayout(row(self._when, self._people))
        inner.addWidget(self._words)
        inner.addWidget(self._mark)
        inner.addStretch(1)
        self.body.addLayout(inner)

    def show_gathering(self, facts: JointFacts, gathering: Gathering | None, limit: str, mark: str = "") -> None:
        """Show it; ``limit`` tells until when it has to be held, ``mark`` what is missing."""
        self._mark.setText(mark)
        self._mark.setVisible(bool(mark))
        if gathering is None:
            self.caption.setText(limit)
            self._when.setText(translate("Joint", "not held yet"))
            self._people.setText("")
            self._words.setText("")
            return
        photos = gathering.photos
        pictures = translate("Joint", "{n} photographs").format(n=photos) if photos is not None else ""
        chair = translate("Joint", "chair {name}").format(name=gathering.chair) if gathering.chair else ""
        self.caption.setText(listed([chair, gathering.place]))
        end = f" – {short_moment(gathering.until).partition(' ')[2]}" if gathering.until else ""
        self._when.setText(short_moment(gathering.at) + end)
        people = gathering.people
        heads = translate("Joint", "{n} people").format(n=people) if people is not None else ""
        bodies = translate("Joint", "{n} bodies").format(n=len(gathering.heads))
        self._people.setText(listed([bodies, heads, pictures]))
        self._people.setToolTip("、".join(facts.who(unit) for unit in gathering.heads))
        self._words.setText(gathering.words)


class AppraisalPanel(Panel):
    """The double appraisal: facts of the log, and each side's word on the whistle."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Joint", "Double appraisal"), "", parent)
        self.judge = Button(look, translate("Joint", "Enter a word"), key="G", icon="plus", small=True)
        self.add_to_head(self.judge)
        titles = {
            "unit": translate("Joint", "Department"),
            "kept": translate("Joint", "Time kept"),
            "urged": translate("Joint", "Urged"),
            "verdict": translate("Joint", "Whistle"),
        }
        self.model = KeyedRows(_key, _judged_spoken, self)
        painter = JudgedPainter(look, self, titles)
        self.list = RowList(look, self.model, painter, translate("Joint", "Double appraisal"))
        self.list.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.list, 1)
        self._figure = Label(look, "", "clock")
        self._said = ElidedLabel(look, "", "body", "2")
        self._note = Label(
            look,
            translate("Joint", "Only facts of the log stand here. Who is asked for support is never ranked."),
            "caption",
            "3",
        )
        self._note.setWordWrap(True)
        foot = column(gap=4, margins=(14, 8, 14, 10))
        foot.addLayout(row(self._figure, self._said, gap=10))
        foot.addWidget(self._note)
        self.body.addWidget(Line())
        self.body.addLayout(foot)

    def show_appraisal(self, facts: JointFacts) -> None:
        """Show both sides. Fewer than ten stay counts."""
        self.model.show(facts.judged())
        justified = facts.state.appraisal.justified
        self._figure.setText(f"{justified.part} / {justified.whole}" if justified.whole else "—")
        own = facts.own_verdict()
        words = [
            translate("Joint", "call the whistle right")
            if justified.whole
            else translate("Joint", "nobody has said yet")
        ]
        if own:
            words.append(translate("Joint", "our own word: {word}").format(word=own))
        self._said.setText(listed(words))
        started = facts.state.started_at is not None
        self.judge.setVisible(started)
        self.caption.setText("" if started else translate("Joint", "after the work began"))
