"""The panels of the foresight screen: hot spots, reminders, the study of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.reference import Reference
from commandcenter.domain.topic import Study
from commandcenter.journal.reading.foresight import HotSpots, WordStudy
from commandcenter.ui.foresight.rules import AlertPainter, kind_name
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.hourheat import HourHeat
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.mapview.placemap import PlaceMap
from commandcenter.ui.parts.yearcurve import YearCurve, years_of
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

MODES = ("days", "former", "night", "hours")


class HotPanel(Panel):
    """Hot spots: the last ninety days, the same days of former years, the night hours, or the hours of the week."""

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Foresight", "Hot spots"), "", parent)
        self.kinds = Choice()
        self.kinds.setAccessibleName(translate("Foresight", "Kind of case"))
        self.kinds.setMaximumWidth(look.px(132))
        self.modes = SegTabs(
            look,
            [
                translate("Foresight", "90 days"),
                translate("Foresight", "Usual"),
                translate("Foresight", "Night"),
                translate("Foresight", "Hours"),
            ],
        )
        self.add_to_head(self.kinds)
        self.add_to_head(self.modes)
        self.board = PlaceMap(look, desk)
        self.heat = HourHeat(look)
        self.empty = Empty(look, "map-pin", translate("Foresight", "Being counted …"))
        self.pages = QStackedWidget()
        for page in (self.board, self.heat, self.empty):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.pages.setCurrentWidget(self.empty)

    @property
    def mode(self) -> str:
        """Which of ``MODES`` is shown."""
        return MODES[self.modes.current]

    @property
    def kind(self) -> str:
        """The kind that is chosen; empty for all."""
        return str(self.kinds.currentData() or "")

    def offer_kinds(self, counts: Mapping[str, int], reference: Reference) -> None:
        """Offer the kinds that there are cases of, the most frequent first; what is chosen stays."""
        chosen = self.kind
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(translate("Foresight", "All kinds"), "")
        for category, count in counts.items():
            self.kinds.addItem(f"{kind_name(category, reference) or category} {count}", category)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))
        self.kinds.blockSignals(False)

    def show_spots(self, spots: HotSpots, reference: Reference, age: str) -> None:
        """Show what was counted."""
        if self.mode == "hours":
            self.heat.show_counts(spots.hours)
            self.pages.setCurrentWidget(self.heat)
            words = translate("Foresight", "{n} cases by weekday and hour")
            self.caption.setText(words.format(n=spots.total) + age)
            return
        directory = reference.directory
        if not directory.of_kind("community"):
            words = translate("Foresight", "The roster has no community yet")
            self.empty.say(words, translate("Foresight", "Communities, streets and grids come with the roster, Alt 5."))
            self.pages.setCurrentWidget(self.empty)
            self.caption.setText(translate("Foresight", "{n} cases").format(n=spots.total) + age)
            return
        counts: Mapping[str, int] = spots.places
        if self.mode == "former":
            if spots.former is None:
                words = translate("Foresight", "No former year to compare with")
                self.empty.say(words, translate("Foresight", "It is told once a year has passed here or was imported."))
                self.pages.setCurrentWidget(self.empty)
                self.caption.setText("")
                return
            counts = {key: round(mean) for key, mean in spots.former.items()}
        nowhere = self.board.show_counts(directory, counts)
        self.pages.setCurrentWidget(self.board)
        if self.mode == "former":
            words = translate("Foresight", "mean of {n} former years, same days").format(n=spots.former_years)
        elif nowhere:
            words = translate("Foresight", "{n} cases, {m} without a place").format(n=spots.total, m=nowhere)
        else:
            words = translate("Foresight", "{n} cases").format(n=spots.total)
        self.caption.setText(words + age)


class RulesPanel(ListPanel):
    """What the rules found, and how they have done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        empty = Empty(
            look,
            "circle-check",
            translate("Foresight", "No rule has fired"),
            translate("Foresight", "They are run every few minutes; R runs them now."),
        )
        super().__init__(look, translate("Foresight", "Reminders of the rules"), AlertPainter(look), empty, parent)
        self.rules = Button(look, translate("Foresight", "Rules"), icon="settings", key="E", small=True)
        self.add_to_head(self.rules)
        self.left = Label(look, "", "caption", "2")
        self.right = Label(look, "", "caption", "2")
        self.add_foot(self.left, None, self.right)


@dataclass(frozen=True, slots=True)
class WordChip:
    """A word with its count; ``out`` is one that must not be there."""

    words: str
    out: bool


class WordChips(QWidget):
    """The words of a study with what each finds alone. One paint; what has no room is told at the end as a number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: tuple[WordChip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chips(self, chips: Sequence[WordChip]) -> None:
        """Show words."""
        self._chips = tuple(chips)
        self.setAccessibleName("; ".join(chip.words for chip in chips))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        x = 0
        for place, chip in enumerate(self._chips):
            wide = look.width(chip.words, "caption") + px(16)
            if x + wide > self.width() - px(34):
                rest = f"+{len(self._chips) - place}"
                paint.text(p, look, QRectF(x, 0, px(34), self.height()), rest, "caption", "tx3")
                return
            box = QRectF(x, px(3), wide, px(24))
            if chip.out:
                paint.rounded(p, box, 4, None, look.color("ln3"), 1, Qt.PenStyle.DashLine)
            else:
                paint.rounded(p, box, 4, look.color("accS"), look.color("acc"))
            paint.text(p, look, box, chip.words, "caption", "tx2" if chip.out else "tx1", paint.CENTER)
            x += wide + px(8)


class WordField(QLineEdit):
    """Where the words are typed: ``漏雨 渗水 -漏水管``. Enter counts, Esc gives the keyboard back."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def words_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(words one of which must be there, words that must not) in what was typed; a minus marks the second."""
    parts = text.replace("－", "-").replace("，", " ").replace(",", " ").split()
    include = tuple(dict.fromkeys(part for part in parts if not part.startswith("-")))
    exclude = tuple(dict.fromkeys(part[1:] for part in parts if part.startswith("-") and len(part) > 1))
    return include, exclude


def words_text(include: Sequence[str], exclude: Sequence[str]) -> str:
    """The words as they are typed."""
    return " ".join((*include, *(f"-{word}" for word in exclude)))


class StudyPanel(Panel):
    """A word over all years: the field, the chips, the curve of each year."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Foresight", "Words over all years"), "", parent)
        self.keep = Button(look, translate("Foresight", "Keep as a topic"), icon="folder-kanban", key="S", small=True)
        self.add_to_head(self.keep)
        self.field = WordField()
        self.field.setPlaceholderText(translate("Foresight", "leaking roof -water pipe"))
        self.field.setAccessibleName(translate("Foresight", "Words"))
        self.field.setFixedWidth(look.px(290))
        self.chips = WordChips(look)
        self.curve = YearCurve(look)
        self.body.addLayout(row(self.field, self.chips, margins=(14, 10, 14, 2)))
        self.body.addWidget(self.curve, 1)

    def show_study(
        self,
        study: WordStudy | Study | None,
        season: Sequence[int],
        now: tuple[int, int],
        words: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        """Show a study: a fresh one with what each word finds, or a kept one."""
        if study is None:
            self.curve.show_years([], 0)
            self.chips.show_chips([])
            return
        years = years_of(study.by_month, now)
        self.curve.show_years(years, now[0], season)
        include, exclude = words
        if isinstance(study, WordStudy):
            chips = [WordChip(f"{word} {study.by_word.get(word, 0)}", False) for word in include]
            out = translate("Foresight", "not {word} {n}")
            chips += [WordChip(out.format(word=word, n=study.excluded.get(word, 0)), True) for word in exclude]
        else:
            chips = [WordChip(word, False) for word in include]
            chips += [WordChip(translate("Foresight", "not {word}").format(word=word), True) for word in exclude]
        self.chips.show_chips(chips)
