"""Tasks that were asked for: what stands in the list is registered, what cannot wait is done first, the rest goes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.admission import Admission, deadlines
from commandcenter.domain.responsibility import Item
from commandcenter.domain.who_acts import Asked, matches
from commandcenter.ui import duty_words
from commandcenter.ui.duty_words import duty_word
from commandcenter.ui.parts.basic import Empty, Label, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns
from commandcenter.ui.responsibility.model import admission_rows
from commandcenter.ui.responsibility.painters import AdmissionPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class AdmissionPage(QWidget):
    """The tasks and the one that is chosen. ``acted`` names what a button asks for."""

    acted = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self._states: dict[str, Admission] = {}
        self.state: Admission | None = None
        self._build()

    def _build(self) -> None:
        look = self._look
        columns = Columns(
            look,
            [
                Column("number", translate("Duty", "Number"), 150, 0, "left", 2),
                Column("sender", translate("Duty", "Who asks"), 140, 1),
                Column("title", translate("Duty", "What is asked for"), 200, 4),
                Column("finding", translate("Duty", "The check found"), 130, 1, "left", 1),
                Column("stage", translate("Duty", "Stands"), 150),
                Column("day", translate("Duty", "Came in"), 90),
            ],
        )
        empty = Empty(
            look, "inbox", translate("Duty", "No task was asked for"),
            translate("Duty", "N enters a document; it is held against the list before the street takes it."),
        )  # fmt: skip
        self.list = ListPanel(
            look, translate("Duty", "Admission of tasks"), AdmissionPainter(look, columns, height=40), empty,
            act=translate("Duty", "Enter"), key="N", titled=True,
        )  # fmt: skip
        self.list.act.setObjectName("add")
        self.list.act.clicked.connect(self._on_button)
        self.list.view.moved.connect(self._on_moved)
        self.side = Panel(look, translate("Duty", "Task"))
        self.side.setFixedWidth(look.px(380))
        self.words = Label(look, "", "fact")
        self.facts = Label(look, "", "body", "2")
        self.likely = Label(look, "", "body", "1")
        for label in (self.words, self.facts, self.likely):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        told = column(gap=10, margins=(14, 12, 14, 10))
        for part in (self.words, self.facts, self.likely):
            told.addWidget(part)
        told.addStretch(1)
        self.side.body.addLayout(told, 1)
        self.next = Button(look, "", key=".", icon="corner-down-left", kind="primary", small=True)
        self.back = Button(look, translate("Duty", "Return"), key="R", icon="corner-down-left", small=True)
        self.paper = Button(look, translate("Duty", "Reply"), key="Ctrl P", icon="printer", small=True)
        for name, button in (("next", self.next), ("return", self.back), ("print", self.paper)):
            button.setObjectName(name)
            button.clicked.connect(self._on_button)
        self.side.add_foot(self.next, self.back, self.paper, None)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.list, 1)
        outer.addWidget(self.side)

    def show_states(self, states: Sequence[Admission], wanted: str = "") -> None:
        """Show the tasks; ``wanted`` is the id of the one to choose."""
        self._states = {state.id: state for state in states}
        rows = admission_rows(states)
        waiting = sum(1 for state in states if state.closed_at is None)
        self.list.show_rows(rows, translate("Duty", "{n} wait").format(n=waiting) if waiting else "")
        place = self.list.model.place_of(wanted) if wanted else self.list.view.place
        if rows:
            self.list.view.go(max(0, place))
        self._on_moved(self.list.view.place)

    def _on_moved(self, place: int) -> None:
        chosen = self.list.model.row(place)
        self.state = self._states.get(chosen.key) if chosen is not None else None
        self.side.setVisible(self.state is not None)
        if self.state is not None:
            self._show(self.state)

    def fitting(self, state: Admission) -> list[Item]:
        """The items its words point at, the best first."""
        asked = Asked((), f"{state.title}\n{state.task}")
        return [item for _, item, _ in matches(self._desk.reference.responsibility, asked)][:5]

    def _show(self, state: Admission) -> None:
        reference = self._desk.reference
        self.side.title.setText(state.number)
        stage = duty_words.ADMISSION_STAGES.get(state.stage)
        self.side.caption.setText(translate("Duty", stage[0]) if stage else "")
        self.words.setText(state.title or translate("Duty", "the words were erased by law"))
        running = [line for line in deadlines(state) if line.met_at is None and not line.stopped]
        due = min(running, key=lambda line: line.due_at, default=None)
        item = next((one for one in reference.responsibility if one.id == state.item), None)
        lines = [
            (translate("Duty", "Who asks"), state.sender),
            (translate("Duty", "Document"), state.document),
            (translate("Duty", "Came in"), short_moment(state.opened_at)),
            (translate("Duty", "The street is to"), state.task),
            (
                translate("Duty", "The check found"),
                duty_word(duty_words.FINDINGS, state.finding) if state.finding else "",
            ),
            (translate("Duty", "Item"), f"{item.number} {item.text}" if item else ""),
            (translate("Duty", "Why"), state.why),
            (translate("Duty", "Done at once"), state.acted),
            (translate("Duty", "Who does it"), reference.unit_name(state.unit) if state.unit else ""),
            (translate("Duty", "Approval"), state.approval),
            (translate("Duty", "Reply"), state.reply),
            (translate("Duty", "Remark"), state.result),
            (translate("Duty", "Until"), short_moment(due.due_at) if due else ""),
        ]
        self.facts.setText("\n".join(f"{name}：{told}" for name, told in lines if told))
        likely = self.fitting(state) if state.stage == "received" else []
        self.likely.setText(
            "\n".join([translate("Duty", "Its words point at:"), *(f"{one.number} {one.text}" for one in likely)])
            if likely
            else ""
        )
        self.likely.setVisible(bool(likely))
        words = self.next_words(state)
        self.next.set_text(words)
        self.next.setVisible(bool(words))
        self.back.setVisible(self.returnable)
        self.paper.setVisible(state.stage == "returned")

    @property
    def returnable(self) -> bool:
        """Whether the chosen task may go back to who asked."""
        state = self.state
        return state is not None and state.stage in ("checked", "acting") and state.finding != "in_list"

    @staticmethod
    def next_words(state: Admission) -> str:
        """What comes next, in words; empty when nothing does."""
        if state.stage == "received":
            return translate("Duty", "Check")
        if state.stage == "checked":
            told = {"in_list": translate("Duty", "Register"), "emergency": translate("Duty", "Act first")}
            return told.get(state.finding, translate("Duty", "Return"))
        return translate("Duty", "Report and register") if state.stage == "acting" else ""

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(sender.objectName())
