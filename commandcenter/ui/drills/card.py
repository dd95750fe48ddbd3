"""The card of who delivers an inject: what is read aloud, what to look for, what earns which grade, what comes if it is missed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.drill import GRADES, MARK, DrillPlan, Inject
from commandcenter.ui.drills.model import short_name
from commandcenter.ui.parts.basic import Label, Line
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import DRILL_GRADES, INJECT_CHANNELS, INJECT_TRIGGERS, word

translate = QCoreApplication.translate


class InjectCard(QFrame):
    """Four columns for the chosen inject."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "foot")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.heads: list[Label] = []
        self.bodies: list[Label] = []
        names = (self.tr("Read aloud"), self.tr("Look for"), self.tr("How it is graded"), self.tr("If it is not done"))
        for place, name in enumerate(names):
            if place:
                layout.addWidget(Line("v"))
            head, body = Label(look, name, "caption", "3"), Label(look, "", "body")
            body.setWordWrap(True)
            body.setAccessibleName(name)
            cell = QVBoxLayout()
            cell.setContentsMargins(14, 10, 12, 10)
            cell.setSpacing(6)
            cell.addWidget(head)
            cell.addWidget(body)
            cell.addStretch(1)
            layout.addLayout(cell, 3 if place == 0 else 2)
            self.heads.append(head)
            self.bodies.append(body)
        self.setFixedHeight(look.px(176))

    def show_inject(self, line: Inject | None, plan: DrillPlan, reference: Reference) -> None:
        """Show an inject; nothing when there is none."""
        if line is None:
            for body in self.bodies:
                body.setText("")
            return
        how = " · ".join((word(INJECT_CHANNELS, line.channel), word(INJECT_TRIGGERS, line.trigger)))
        self.heads[0].setText(self.tr("Inject {n}, read aloud · {how}").format(n=plan.injects.index(line) + 1, how=how))
        self.bodies[0].setText(MARK + (line.say or line.text))
        names = "、".join(short_name(reference, key) for key in line.who)
        watch = line.watch or ((line.expected,) if line.expected else ())
        self.bodies[1].setText("\n".join(watch) + (f"\n{names}" if names else ""))
        criterion = next((one.name for one in plan.sheet.criteria if one.id == line.criterion), "")
        points = self.tr("{criterion}, {n} points").format(criterion=criterion or "—", n=line.points or 0)
        grades = [f"{word(DRILL_GRADES, grade)}  {line.marks[grade]}" for grade in GRADES if line.marks.get(grade)]
        self.bodies[2].setText("\n".join([*grades, points]))
        if line.late_at is None:
            self.bodies[3].setText(self.tr("Nothing written"))
            self.bodies[3].set_tone("amb")
        else:
            words = self.tr("After {n} min (T+{minute}): {words}")
            self.bodies[3].setText(words.format(n=line.late_minutes, minute=line.late_at, words=line.late_text))
            self.bodies[3].set_tone("1")
