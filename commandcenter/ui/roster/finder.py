"""The left of the roster: a search that knows pinyin initials, its hits, and the tree of streets and alleys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.domain.roster import Place
from commandcenter.domain.whereabouts import NOWHERE, Whereabouts
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.roster.painters import FoundPainter, TreePainter, found_spoken, tree_spoken
from commandcenter.ui.roster.search import FoundRow, find
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.tree import FILTERS, TreeRow, counts, tree, wanted
from commandcenter.ui.theme.look import Look

MOST_SEEN = 8


class TreeView(RowView):
    """The tree. A click on the mark folds a street, one on the button of a vacant row asks to fill it."""

    folded = Signal(int)
    assigned = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        painter = self.itemDelegate()
        if not index.isValid() or not isinstance(painter, TreePainter):
            return
        entry: TreeRow = index.model().row(index.row())  # type: ignore[attr-defined]
        rect = self.visualRect(index)
        if entry.vacant and not painter.past and painter.assign_rect(rect).contains(event.position().toPoint()):
            self.assigned.emit(index.row())
        elif not entry.level and event.position().x() < rect.left() + painter.look.px(36):
            self.folded.emit(index.row())


class RosterFinder(Panel):
    """Search above, tree below. ``chosen`` emits (place, person) when the mark moves; ``where`` tells what an address means."""

    chosen = Signal(str, str)
    opened = Signal()
    assigned = Signal(str)
    phone_asked = Signal()

    def __init__(self, look: Look, where: Callable[[str], Whereabouts], parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._where = where
        self._standing = Standing()
        self._counts = (0,) * len(FILTERS)
        self._closed: frozenset[str] = frozenset()
        self._moving = False
        self._build()

    def _build(self) -> None:
        look = self._look
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, street, phone or pinyin initials"))
        self.field.setAccessibleName(self.tr("Search the roster"))
        self.field.addAction(QIcon(look.icon("search", "tx3", 16)), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.slash = KeyCaps(look, "/")
        self.body.addLayout(row(self.field, self.slash, margins=(12, 12, 12, 8)))
        self.hits = KeyedRows(_found_key, found_spoken, self)
        self.hit_painter = FoundPainter(look, self)
        self.hit_view = RowView(look, self.hits, self.hit_painter, self.tr("Hits"))
        self.hit_view.moved.connect(self._on_hit)
        self.hit_view.opened.connect(self._on_hit_opened)
        self.hit_view.clicked.connect(self._on_hit_clicked)
        self.nothing = Label(look, self.tr("Nobody and nothing of that name"), "body", "3")
        self.nothing.setContentsMargins(14, 4, 14, 10)
        self._hit_rule = Line()
        self.body.addWidget(self.hit_view)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._hit_rule)
        self.filter = SegTabs(look, [""] * len(FILTERS))
        self.filter.picked.connect(self._on_filter)
        self.fold_all = Button(look, self.tr("Fold all"), key="Z", icon="chevrons-up", kind="ghost", small=True)
        self.fold_all.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Z does it: Tab goes on to the posts
        self.fold_all.clicked.connect(self.turn_all)
        self.body.addLayout(row(self.filter, None, margins=(12, 8, 8, 8)))
        self.body.addWidget(Line())
        self.model = KeyedRows(_tree_key, tree_spoken, self)
        self.painter = TreePainter(look, self)
        self.view = TreeView(look, self.model, self.painter, self.tr("Streets and alleys"))
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.view.folded.connect(self._on_folded)
        self.view.assigned.connect(self._on_assigned)
        self.body.addWidget(self.view, 1)
        self.foot_note = ElidedLabel(look, "", "caption", "3")
        self.add_foot(self.foot_note, self.fold_all)
        self._show_hits([])
        look.changed.connect(self._fit_hits)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_standing(self, standing: Standing) -> None:
        """Show a roster."""
        self._standing = standing
        self._counts = counts(standing)
        self.painter.now, self.painter.past = standing.at, standing.past
        self._word_filters()
        self._fill()
        if self.field.text().strip():
            self._search(self.field.text())

    def _word_filters(self) -> None:
        """The filters with how many they keep, where there is room for figures."""
        words = (
            self.tr("All"),
            self.tr("Vacant"),
            self.tr("Overdue"),
            self.tr("To prove"),
            self.tr("Away"),
            self.tr("Communities"),
        )
        told = [f"{one} {n}" for one, n in zip(words, self._counts, strict=True)]
        px = self._look.px
        room = self.width() - px(24)
        wide = sum(self._look.width(one, "strong") + px(22) for one in told) + 2
        self.filter.set_words(told if wide <= room else list(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_filters()

    def pick_filter(self, place: int) -> None:
        """Show what one of the filters keeps."""
        self.filter.pick(place)

    def _fill(self, keep: str = "") -> None:
        chosen = self.model.row(self.view.place)
        keep = keep or (chosen.place if chosen is not None else "")
        self._moving = True
        only = FILTERS[self.filter.current]
        self.painter.only = only
        self.model.show(tree(self._standing, self._closed, only))
        self.view.viewport().update()
        self.foot_note.setText(self.tr("rows {n}").format(n=self.model.rowCount()))
        at = self.model.place_of(keep) if keep else -1
        if at < 0 and keep and keep in self._standing.directory.places:
            at = self.model.place_of(self._standing.directory.places[keep].street)
        self.view.setCurrentIndex(self.model.index(at, 0))
        self._moving = False
        words = self.tr("Unfold all") if self._all_closed() else self.tr("Fold all")
        self.fold_all.set_text(words)
        self.fold_all.setVisible(any(entry.alleys for entry in self.model.rows))

    def mark(self, place: str) -> None:
        """Put the mark of the tree on a place, unfolding its street; nothing is told."""
        found = self._standing.directory.places.get(place)
        street = self._standing.directory.street_of(found) if found is not None else None
        if found is not None and found.kind == "community":
            if not self._standing.directory.streets():
                self.filter.pick(FILTERS.index("community"))
            street = found
        if street is None:
            self._moving = True
            self.view.setCurrentIndex(self.model.index(-1, 0))
            self._moving = False
            return
        self._closed -= {street.street}
        self._fill(street.id)
        self.view.scrollTo(self.view.currentIndex())

    def _all_closed(self) -> bool:
        return all(not entry.open for entry in self.model.rows if not entry.level and entry.alleys)

    # -- searching -------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        told = text.strip()
        found = find(self._standing.directory, text, self._where(told) if told else NOWHERE)
        self._show_hits(found)
        if found:
            self.hit_view.setCurrentIndex(self.hits.index(-1, 0))
            self.hit_view.go(0)

    def _show_hits(self, found: list[FoundRow]) -> None:
        self.hits.show(found)
        typed = bool(self.field.text().strip())
        self.hit_view.setVisible(bool(found))
        self.nothing.setVisible(typed and not found)
        self._hit_rule.setVisible(typed)
        self._fit_hits()

    def _fit_hits(self) -> None:
        rows = min(MOST_SEEN, self.hits.rowCount())
        self.hit_view.setFixedHeight(rows * self.hit_painter.row_height + 1)

    def _on_hit(self, at: int) -> None:
        found = self.hits.row(at)
        if found is not None:
            self.chosen.emit(found.place, found.person)

    def _on_hit_clicked(self, index: object) -> None:
        self._on_hit(index.row())  # type: ignore[attr-defined]

    def _on_hit_opened(self, _at: int) -> None:
        self.opened.emit()

    # -- the tree --------------------------------------------------------------------------------------------------

    def _on_moved(self, at: int) -> None:
        entry = self.model.row(at)
        if entry is not None and not self._moving:
            self.chosen.emit(entry.place, "")

    def _on_opened(self, at: int) -> None:
        entry = self.model.row(at)
        if entry is not None and not entry.level and entry.alleys:
            self._on_folded(at)
        else:
            self.opened.emit()

    def _on_folded(self, at: int) -> None:
        entry = self.model.row(at)
        if entry is not None and not entry.level:
            self.fold(entry.open)

    def fold(self, closing: bool) -> None:
        """← and →: fold the street the mark is on or in, or unfold it."""
        entry = self.model.row(self.view.place)
        if entry is None or FILTERS[self.filter.current] == "community":
            return
        place = self._standing.directory.places[entry.place]
        street = place.id if not entry.level else place.street
        before = self._closed
        self._closed = self._closed | {street} if closing else self._closed - {street}
        if self._closed != before:
            self._fill(street if closing else entry.place)
            if closing and entry.level:
                self.chosen.emit(street, "")

    def turn_all(self) -> None:
        """Fold every street, or unfold all of them when none is open."""
        if self._all_closed():
            self._closed = frozenset()
        else:
            self._closed = frozenset(entry.place for entry in self.model.rows if not entry.level and entry.alleys)
        self._fill()

    def _on_filter(self, _at: int) -> None:
        """The mark goes to the first that is meant: a street that only heads its alleys is not what was asked for."""
        self._fill()
        rows, only = self.model.rows, FILTERS[self.filter.current]
        meant = [at for at, entry in enumerate(rows) if wanted(self._standing, self._place(entry), only)]
        if meant and self.view.place not in meant:
            self.view.go(meant[0])

    def _place(self, entry: TreeRow) -> Place:
        return self._standing.directory.places[entry.place]

    def _on_assigned(self, at: int) -> None:
        entry = self.model.row(at)
        if entry is not None:
            self.assigned.emit(entry.place)

    # -- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            key = event.key()
            if key == Qt.Key.Key_Down and self.hits.rowCount():
                self.hit_view.setFocus()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                (self.hit_view if self.hits.rowCount() else self.view).setFocus()
                return True
            if key == Qt.Key.Key_Escape:
                self.leave_search()
                return True
            if key == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.phone_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def leave_search(self) -> None:
        """Esc: forget what was typed; the tree stands where the hit lies."""
        self.field.clear()
        self.view.setFocus()


def _found_key(found: FoundRow) -> str:
    return found.key


def _tree_key(entry: TreeRow) -> str:
    return entry.place
