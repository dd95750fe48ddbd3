"""Lessons: what went well or badly, and for each the change, its owner and the day. One sheet, one line, one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import local
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.review import LEVELS, SORTS, Action, Finding, Review, SetAction, SetFinding
from commandcenter.domain.whistle import Whistle
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, KeyCaps, Panel
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


def level_words() -> dict[str, str]:
    """Where a cause lies, or what has to change."""
    return {
        "plan": translate("Lessons", "Plan"),
        "training": translate("Lessons", "Training"),
        "equipment": translate("Lessons", "Equipment"),
        "coordination": translate("Lessons", "Coordination"),
        "information": translate("Lessons", "Information"),
    }


@dataclass(frozen=True, slots=True)
class Lesson:
    """A finding with one of its actions, or either alone."""

    key: str
    ordinal: int
    finding: Finding | None
    action: Action | None

    @property
    def words(self) -> str:
        """What happened."""
        return self.finding.words if self.finding is not None else ""


def lessons_of(review: Review) -> list[Lesson]:
    """What stands, in the order it was entered (ids grow with time): each finding with its actions, then lone actions."""
    findings = [review.findings[key] for key in sorted(review.findings) if not review.findings[key].dropped]
    actions = [review.actions[key] for key in sorted(review.actions) if not review.actions[key].dropped]
    pairs: list[tuple[Finding | None, Action | None]] = []
    for finding in findings:
        own = [action for action in actions if action.finding == finding.id]
        pairs += [(finding, action) for action in own] or [(finding, None)]
    known = {finding.id for finding in findings}
    pairs += [(None, action) for action in actions if action.finding not in known]
    return [
        Lesson(action.id if action else finding.id if finding else "", place, finding, action)
        for place, (finding, action) in enumerate(pairs, start=1)
    ]


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("ordinal", "", 22),
            Column("words", translate("Lessons", "What happened"), 160, 5),
            Column("level", translate("Lessons", "Where"), 84, drop=2),
            Column("action", translate("Lessons", "What changes"), 160, 5),
            Column("owner", translate("Lessons", "Owner"), 84, 1),
            Column("due", translate("Lessons", "By"), 96, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.today = ""
        self.drill = False

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Lesson) -> None:
        look, action = self.look, row.action
        ink = "tx3" if action is not None and action.done_at is not None else "tx1"
        if column == "ordinal":
            paint.text(p, look, rect, str(row.ordinal), "caption", "tx3")
        elif column == "words":
            paint.elided(p, look, rect, row.words or "—", "body", ink)
        elif column == "level":
            self._paint_level(p, rect, row.finding)
        elif action is None:
            if column == "action" and row.finding is not None and row.finding.sort == "problem":
                paint.elided(p, look, rect, translate("Lessons", "nothing decided yet"), "body", "amb")
        elif column == "action":
            paint.elided(p, look, rect, action.words, "body", ink)
        elif column == "owner":
            paint.elided(p, look, rect, action.owner, "body", "tx2")
        else:
            self._paint_due(p, rect, action)

    def _paint_level(self, p: QPainter, rect: QRect, finding: Finding | None) -> None:
        if finding is None:
            return
        good = finding.sort == "good"
        words = translate("Lessons", "good") if good else level_words().get(finding.level, "")
        chip = Chip(words, "thumbs-up" if good else "wrench", "done" if good else "plain")
        width = paint.chip_width(self.look, chip)
        box = QRectF(rect.left(), rect.center().y() - self.look.px(11), width, self.look.px(22))
        paint.chip(p, self.look, box, chip)

    def _paint_due(self, p: QPainter, rect: QRect, action: Action) -> None:
        if action.done_at is not None:
            proven = bool(action.proof)
            words = translate("Lessons", "done, proven") if proven else translate("Lessons", "done")
            ink = self.look.color("ok" if proven else "tx2")
        else:
            over = bool(self.today) and action.due_on < self.today
            words = action.due_on[5:] if action.due_on[:4] == self.today[:4] else action.due_on
            ink = self.look.color("red", drill=self.drill) if over else self.look.color("tx2")
        paint.text(p, self.look, rect, words, "body", ink, paint.RIGHT)


def _key(row: Lesson) -> str:
    return row.key


def _spoken(row: Lesson) -> str:
    action = row.action
    return f"{row.ordinal} {row.words}. " + (f"{action.words}, {action.owner}, {action.due_on}" if action else "")


class LessonsPanel(Panel):
    """The list. ``opened`` emits a lesson to change."""

    opened = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            translate("Lessons", "Lessons"),
            translate("Lessons", "each is one change, one person, one day"),
            parent,
            head=40,
        )
        self.add = Button(look, translate("Lessons", "Add"), key="N", icon="plus", kind="ghost", small=True)
        self.tabs = SegTabs(look, [translate("Lessons", "Lessons"), translate("Lessons", "Versions, changes")])
        self.tabs.picked.connect(self._on_tab)
        self.add_to_head(KeyCaps(look, "V"))
        self.add_to_head(self.tabs)
        self.add_to_head(self.add)
        self.model = KeyedRows(_key, _spoken, self)
        self._painter = _Painter(look, self)
        self.list = RowList(look, self.model, self._painter, translate("Lessons", "Lessons"))
        self.list.view.opened.connect(self._on_opened)
        self.nothing = Empty(
            look,
            "lightbulb",
            translate("Lessons", "No lesson yet"),
            translate("Lessons", "N adds what went well or badly, and what changes because of it."),
        )
        lessons = QWidget()
        inner = QVBoxLayout(lessons)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.nothing, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(lessons)
        self.body.addWidget(self._pages, 1)

    def show_lessons(self, lessons: Sequence[Lesson], now: int, *, drill: bool) -> None:
        """Show the lessons; an action past its day is red."""
        self._painter.today, self._painter.drill = local(now).date().isoformat(), drill
        self.model.show(lessons)
        self.list.setVisible(bool(lessons))
        self.nothing.setVisible(not lessons)
        self.list.view.viewport().update()

    def add_view(self, view: QWidget) -> None:
        """Put another view behind the second tab."""
        self._pages.addWidget(view)

    def show_changed(self, count: int) -> None:
        """How much has changed since the last signature or print, in the word of the tab."""
        words = translate("Lessons", "Versions, changes")
        self.tabs.set_words([translate("Lessons", "Lessons"), f"{words} {count}" if count else words])

    def _on_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self.add.setVisible(place == 0)

    @property
    def chosen(self) -> Lesson | None:
        """The selected lesson."""
        row = self.model.row(self.list.view.place) if self.list.view.place >= 0 else None
        return row if isinstance(row, Lesson) else None

    def _on_opened(self, place: int) -> None:
        row = self.model.row(place)
        if isinstance(row, Lesson):
            self.opened.emit(row)


def lesson_sheet(look: Look, desk: Desk, host: QWidget, whistle: Whistle, lesson: Lesson | None) -> FormSheet:
    """The sheet for a lesson: what happened, and what changes."""
    finding = lesson.finding if lesson is not None else None
    action = lesson.action if lesson is not None else None
    due = action.due_on if action is not None else (local(desk.clock.now()) + timedelta(days=14)).date().isoformat()
    sorts = {"problem": translate("Lessons", "a problem"), "good": translate("Lessons", "went well")}
    levels = level_words()
    fields = [
        Field(
            "sort",
            translate("Lessons", "Sort"),
            kind="choice",
            choices=[(code, sorts[code]) for code in SORTS],
            value=finding.sort if finding else "problem",
        ),
        Field(
            "level",
            translate("Lessons", "Where the cause lies"),
            kind="choice",
            choices=[(code, levels[code]) for code in LEVELS],
            value=finding.level if finding else "coordination",
        ),
        Field(
            "words",
            translate("Lessons", "What happened"),
            value=finding.words if finding else "",
            wide=True,
            required=action is None or finding is not None,
        ),
        Field("effect", translate("Lessons", "Effect"), value=finding.effect if finding else "", wide=True),
        Field("cause", translate("Lessons", "Cause"), value=finding.cause if finding else "", wide=True),
        Field("change", translate("Lessons", "What changes"), value=action.words if action else "", wide=True),
        Field("owner", translate("Lessons", "Owner"), value=action.owner if action else ""),
        Field("due_on", translate("Lessons", "By"), kind="date", value=due),
        Field(
            "verification",
            translate("Lessons", "How it will be verified"),
            value=action.verification if action else "",
            wide=True,
        ),
    ]
    title = translate("Lessons", "Change the lesson") if lesson else translate("Lessons", "A lesson")
    sheet = FormSheet(look, host, title, fields, send=translate("Lessons", "Record"), now=desk.clock.now)
    sheet.caption.setText(f"{whistle.number} {whistle.title}")
    key = f"review.{whistle.id}.{lesson.key if lesson else 'new'}"
    sheet.keep_draft(key, desk.save_draft, desk.drafts().get(key, ""))
    return sheet


def proof_sheet(look: Look, desk: Desk, host: QWidget, lesson: Lesson) -> FormSheet:
    """The sheet for a change that was made: what shows it, and who looked."""
    action = lesson.action
    fields = [
        Field(
            "proof",
            translate("Lessons", "Proof: record, photo, number, and where it lies"),
            kind="lines",
            value=action.proof if action is not None else "",
            wide=True,
            required=True,
        ),
        Field(
            "verified_by", translate("Lessons", "Looked at by"), value=action.verified_by if action is not None else ""
        ),
    ]
    title = translate("Lessons", "The change is made")
    sheet = FormSheet(look, host, title, fields, send=translate("Lessons", "Record"), width=560, now=desk.clock.now)
    sheet.caption.setText(action.words if action is not None else "")
    return sheet


def lesson_command(desk: Desk, whistle: str, lesson: Lesson | None, values: dict[str, Any]) -> Command:
    """The act of recording what the sheet holds: the finding, and the action when a change is written."""
    finding = lesson.finding if lesson is not None else None
    action = lesson.action if lesson is not None else None
    acts: list[Command] = []
    finding_id = finding.id if finding else desk.new_id()
    if values["words"]:
        acts.append(
            SetFinding(
                whistle=whistle,
                id=finding_id,
                sort=values["sort"],
                level=values["level"],
                words=values["words"],
                cause=values["cause"],
                effect=values["effect"],
            )
        )
    if values["change"] or action is not None:
        acts.append(
            SetAction(
                whistle=whistle,
                id=action.id if action else desk.new_id(),
                finding=finding_id if values["words"] else "",
                words=values["change"],
                owner=values["owner"],
                due_on=values["due_on"],
                verification=values["verification"],
            )
        )
    return acts[0] if len(acts) == 1 else Batch(commands=tuple(acts))
