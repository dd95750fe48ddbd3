"""The marks of a case: what it is beside its stage and grade - anonymous, collective, repeated, awaiting a leader …"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import Case
from commandcenter.ui.case_words import SERVICES, case_word
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

Mark = tuple[str, str, str]
"""(icon, words, tone)."""


def marks_of(case: Case) -> list[Mark]:
    """The marks of a case, what a leader has to decide first."""
    found: list[Mark] = []

    def mark(icon: str, words: str, tone: str, when: bool) -> None:
        if when:
            found.append((icon, words, tone))

    mark("hourglass", translate("Marks", "more time: a leader decides"), "amb", case.extension is not None)
    mark("pause", translate("Marks", "suspension: a leader decides"), "amb", case.suspension is not None)
    mark("landmark", translate("Marks", "put before a leader"), "amb", case.submitted is not None)
    waiting = any(one.taken_at is None for one in case.escalated.values())
    mark("bell-ring", translate("Marks", "brought before a leader, not noted yet"), "amb", waiting)
    noted = bool(case.escalated) and not waiting
    mark("bell-ring", translate("Marks", "a leader took note"), "tx2", noted)
    disputed = any(line.disputed_at is not None for line in case.assignees)
    mark("circle-help", translate("Marks", "duty disputed, {n} of 2").format(n=case.disputes), "amb", disputed)
    mark("user-x", translate("Marks", "anonymous"), "tx2", case.anonymous)
    people = translate("Marks", "collective, {n} people").format(n=case.collective)
    mark("users-round", people, "tx1", case.collective > 1)
    mark("eye", translate("Marks", "before anybody complained"), "acc", case.proactive)
    same = len(case.linked) + len(case.absorbed)
    mark("link", translate("Marks", "repeated or linked: {n}").format(n=same), "acc", same > 0)
    mark("merge", translate("Marks", "goes on in another case"), "tx2", bool(case.merged_into))
    mark("rotate-ccw", translate("Marks", "done again: {n}").format(n=case.redone), "amb", case.redone > 0)
    mark("hourglass", translate("Marks", "extended"), "tx2", case.extended > 0)
    for one in case.handed:
        words = translate("Marks", "handed to {service}").format(service=case_word(SERVICES, one.service))
        mark("siren", words, "acc", True)
    instructed = translate("Marks", "instructions: {n}").format(n=case.instructions)
    mark("landmark", instructed, "tx2", case.instructions > 0)
    tried = translate("Marks", "not reached: {n}").format(n=case.tries)
    mark("phone-missed", tried, "amb", case.contacted_at is None and case.tries > 0 and not case.anonymous)
    mark("megaphone", translate("Marks", "notice is up"), "ok", case.noticed_at is not None)
    mark("rotate-ccw", translate("Marks", "came back"), "amb", case.recurred)
    return found


class Marks(QWidget):
    """Marks as small framed words, line by line; without any it takes no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: Sequence[Mark] = ()
        look.changed.connect(self._fit)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show marks."""
        self._marks = tuple(marks)
        self.setVisible(bool(marks))
        self.setAccessibleName("、".join(words for _, words, _ in marks))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        places = self._places()
        height = max((rect.bottom() for rect in places), default=-1) + 1
        if height != self.height():
            self.setFixedHeight(max(0, int(height)))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.height())

    def _places(self) -> list[QRect]:
        look = self._look
        gap, height = look.px(6), look.px(24)
        x = y = 0
        found = []
        for _, words, _ in self._marks:
            width = look.width(words, "caption") + look.px(14 + 5 + 16)
            if x and x + width > self.width():
                x, y = 0, y + height + gap
            found.append(QRect(x, y, width, height))
            x += width + gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        size = look.px(14)
        for rect, (icon, words, tone) in zip(self._places(), self._marks, strict=True):
            paint.rounded(p, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, None, look.color("ln3"))
            p.drawPixmap(QPointF(rect.left() + look.px(8), rect.center().y() - size / 2), look.icon(icon, tone, size))
            left = rect.left() + look.px(8) + size + look.px(5)
            text = QRect(left, rect.top(), rect.right() - left, rect.height())
            paint.elided(p, look, text, words, "caption", tone)
