"""The settings screen: the sections at the left, the chosen one beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commandcenter.journal.journal import Changes
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.settings.alarms import AlarmSection
from commandcenter.ui.settings.appearance import LookSection
from commandcenter.ui.settings.calendar import CalendarSection
from commandcenter.ui.settings.case_limits import CaseLimitSection
from commandcenter.ui.settings.categories import CategorySection
from commandcenter.ui.settings.data import DataSection
from commandcenter.ui.settings.erasures import ErasureSection
from commandcenter.ui.settings.escalations import EscalationSection
from commandcenter.ui.settings.hours import HoursSection
from commandcenter.ui.settings.leads import DrillLead, PlanLead
from commandcenter.ui.settings.limits import LimitSection
from commandcenter.ui.settings.office import OfficeSection
from commandcenter.ui.settings.privacy import PrivacySection
from commandcenter.ui.settings.section import Section
from commandcenter.ui.settings.units import UnitSection
from commandcenter.ui.theme.look import Look

SECTIONS: tuple[type[Section], ...] = (
    LimitSection,
    CaseLimitSection,
    EscalationSection,
    HoursSection,
    UnitSection,
    PlanLead,
    DrillLead,
    OfficeSection,
    CategorySection,
    CalendarSection,
    AlarmSection,
    LookSection,
    PrivacySection,
    ErasureSection,
    DataSection,
)
COUNT_WIDTH = 34
EVERYTHING = Changes(frozenset({"*"}))


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in the list."""

    name: str
    icon: str
    words: str
    count: str


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [Column("icon", "", 18), Column("words", "", 60, 1, drop=2), Column("count", "", COUNT_WIDTH, drop=3)]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SectionRow) -> None:
        look = self.look
        if column == "icon":
            size = look.px(17)
            at = QPointF(rect.left(), rect.center().y() - size / 2)
            p.drawPixmap(at, look.icon(row.icon, "tx2", size))
        elif column == "words":
            room = rect if row.count else rect.adjusted(0, 0, Columns.GAP + look.px(COUNT_WIDTH), 0)
            paint.elided(p, look, room, row.words, "name", "tx1")
        else:
            paint.text(p, look, rect, row.count, "body", "tx3", paint.RIGHT)


class SettingsScreen(Screen):
    """Ctrl+comma."""

    name = "settings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kinds = {kind.name: kind for kind in SECTIONS}
        self._built: dict[str, Section] = {}
        self._waiting: dict[str, Changes] = {}
        self._build()
        self._pick(SECTIONS[0].name)

    def title(self) -> str:
        return self.section.words()

    def caption(self) -> str:
        return self.section.caption()

    def clearance(self) -> int:
        """Toasts stand above the feet of the panels, where the buttons are."""
        return self.look.px(46)

    def hints(self) -> Hints:
        return (("↑ ↓", self.tr("choose")), *self.section.hints(), ("Ctrl Tab", self.tr("next section")))

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.panel = Panel(look, self.tr("Settings"))
        self.model = KeyedRows(_key, _spoken, self)
        self.list = RowView(look, self.model, _Painter(look, self), self.tr("Sections"))
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.list, 1)
        self.scope = Label(
            look,
            self.tr("Look, sound and seat name are of this computer; everything else of the office."),
            "caption",
            "3",
        )
        self.scope.setWordWrap(True)
        self.scope.setContentsMargins(2, 2, 2, 2)
        self._foot = self.panel.add_foot(self.scope)
        self.stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.panel)
        layout.addWidget(self.stack, 1)
        self.model.show(self._rows())
        look.changed.connect(self._fit)
        self._fit()

    def _rows(self) -> list[SectionRow]:
        return [SectionRow(kind.name, kind.icon, kind.words(), kind.counted(self.desk)) for kind in SECTIONS]

    def _fit(self) -> None:
        px = self.look.px
        narrow = self.width() < px(1180)
        wide = self.width() >= px(1400)
        self.panel.setFixedWidth(px(52) if narrow else px(236) if wide else px(204))
        self.panel.head.setVisible(not narrow)
        self._foot.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- sections --------------------------------------------------------------------------------------------------

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._built[self._current]

    def named(self, name: str) -> Section:
        """A section, built when it is first wanted."""
        if name not in self._built:
            section = self._kinds[name](self.context, self)
            self._built[name] = section
            self._waiting[name] = EVERYTHING
            self.stack.addWidget(section)
        return self._built[name]

    def _pick(self, name: str) -> None:
        section = self.named(name)
        self._current = name
        self.stack.setCurrentWidget(section)
        place = self.model.place_of(name)
        if self.list.place != place:
            self.list.go(place)
        if self.isVisible():
            self._catch_up()
        self.services.hints_changed.emit()

    def _catch_up(self) -> None:
        waiting = self._waiting.get(self._current)
        if waiting is not None and not self.section.typing():
            del self._waiting[self._current]
            self.section.reload(waiting)

    def show_what(self, what: Mapping[str, Any]) -> None:
        name = str(what.get("section", ""))
        if name in self._kinds:
            self._pick(name)
        self.section.show_what(what)
        if self.isVisible():
            self.section.come()

    def where(self) -> Mapping[str, Any]:
        return {"section": self._current, **self.section.where()}

    def typing(self) -> bool:
        return False

    def reload(self, changes: Changes) -> None:
        everything = "*" in changes.subjects
        for name, section in self._built.items():
            if everything or changes.families() & section.families:
                self._waiting[name] = self._waiting.get(name, Changes()) | changes
        self.model.show(self._rows())
        self._catch_up()
        self.services.hints_changed.emit()

    def tick(self, now: int) -> None:
        self._catch_up()
        self.section.tick(now)

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self.section.come()

    def event(self, event: QEvent) -> bool:
        """F2 edits here, Ctrl+Tab goes from section to section; elsewhere they are the window's keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            sections = control and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if sections or (event.key() in self.section.takes and not event.modifiers()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            names = [kind.name for kind in SECTIONS]
            step = -1 if key == Qt.Key.Key_Backtab else 1
            self._pick(names[(names.index(self._current) + step) % len(names)])
            self.section.come()
        elif self.section.press(event):
            return
        elif key == Qt.Key.Key_Escape:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_moved(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and row.name != self._current:
            self._pick(row.name)

    def _on_opened(self, _place: int) -> None:
        self.section.come()


def _key(row: SectionRow) -> str:
    return row.name


def _spoken(row: SectionRow) -> str:
    return f"{row.words} {row.count}"
