"""The categories of cases: the tree of up to three levels, added to, renamed, retired, or replaced by an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.category import category_id
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RestoreRecord, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

LEVELS = 3
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category; ``below`` counts those under it, ``key`` is empty for a level that has no record of its own."""

    path: Path
    key: str
    below: int
    open: bool
    cases: int

    @property
    def row_key(self) -> str:
        """The whole path."""
        return "/".join(self.path)


def tree(
    paths: Mapping[str, Path], closed: frozenset[Path], cases: Mapping[str, int], text: str = ""
) -> list[CategoryRow]:
    """Every category and every level above one, in order; what lies under a path in ``closed`` is left out.

    With ``text`` only the ones that hold it and the levels above them are shown, all open.
    """
    keys = {path: key for key, path in paths.items()}
    every = _with_levels(keys)
    if text:
        every = _with_levels(path for path in every if text in path[-1])
    below: Counter[Path] = Counter(path[:level] for path in every for level in range(1, len(path)))
    counted: Counter[Path] = Counter()
    for path, key in keys.items():
        for level in range(1, len(path) + 1):
            counted[path[:level]] += cases.get(key, 0)
    return [
        CategoryRow(path, keys.get(path, ""), below[path], bool(text) or path not in closed, counted[path])
        for path in sorted(every)
        if text or not any(path[:level] in closed for level in range(1, len(path)))
    ]


def _with_levels(paths: Iterable[Path]) -> set[Path]:
    """The paths and every level above them."""
    return {path[:level] for path in paths for level in range(1, len(path) + 1)}


def under(paths: Mapping[str, Path], path: Path) -> dict[str, Path]:
    """A category and all below it, by key."""
    return {key: other for key, other in paths.items() if other[: len(path)] == path}


def added(path: Path, records: Mapping[str, Record]) -> Command:
    """Enter a category; one that was retired comes back."""
    key = category_id(path)
    standing = records.get(key)
    if standing is not None and standing.known and not standing.active:
        return RestoreRecord(subject=f"category/{key}")
    return ListRecord(subject=f"category/{key}", fields={"path": list(path)})


def renamed(paths: Mapping[str, Path], path: Path, name: str, reason: str) -> Command:
    """Give a level another name, in its own path and in all below; the ids stay, so old cases keep their category."""
    level = len(path) - 1
    steps = [
        AmendRecord(
            subject=f"category/{key}",
            fields={"path": [*other[:level], name, *other[level + 1 :]]},
            reason=reason,
        )
        for key, other in under(paths, path).items()
    ]
    return steps[0] if len(steps) == 1 else Batch(commands=tuple(steps))


def retired(paths: Mapping[str, Path], path: Path, reason: str) -> Command:
    """Take a category and all below it out of use."""
    steps = [RetireRecord(subject=f"category/{key}", reason=reason) for key in under(paths, path)]
    return steps[0] if len(steps) == 1 else Batch(commands=tuple(steps))


class CategoryPainter(RowPainter):
    """The name with its level, how many lie below, how many open cases."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("name", translate("Categories", "Category"), 200, 1),
                Column("below", translate("Categories", "Below"), 90, align="right"),
                Column("cases", translate("Categories", "Open cases"), 110, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CategoryRow) -> None:
        look = self.look
        level = len(row.path) - 1
        if column == "name":
            x = rect.left() + level * look.px(26)
            if row.below:
                size = look.px(14)
                icon = "chevron-down" if row.open else "chevron-right"
                p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, "tx2", size))
            words = QRect(x + look.px(22), rect.top(), rect.right() - x - look.px(22), rect.height())
            paint.elided(p, look, words, row.path[-1], "strong" if not level else "body", "tx1")
        elif column == "below":
            paint.text(p, look, rect, str(row.below) if row.below else "", "body", "tx3", paint.RIGHT)
        else:
            paint.text(p, look, rect, str(row.cases) if row.cases else "", "body", "tx2", paint.RIGHT)


class CategoryView(RowView):
    """The tree; a click on the mark folds."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            row: CategoryRow = index.model().row(index.row())  # type: ignore[attr-defined]
            edge = Columns.EDGE + (len(row.path) - 1) * self._look.px(26)
            if row.below and edge - 4 <= event.position().x() <= edge + self._look.px(20):
                self.opened.emit(index.row())


class CategorySection(Section):
    """The tree, and what happened to the chosen category."""

    name = "categories"
    icon = "list-filter"
    families = frozenset({"category", "case"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._records: dict[str, Record] = {}
        self._paths: dict[str, Path] = {}
        self._closed: frozenset[Path] = frozenset()
        self._sheet: FormSheet | None = None
        self._at: Path = ()
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Categories")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.categories))

    def caption(self) -> str:
        return self.tr("cases keep their category when its name changes")

    def hints(self) -> Hints:
        return (
            ("A", self.tr("add below")),
            ("F2", self.tr("rename")),
            ("Del", self.tr("retire")),
            ("← →", self.tr("fold, unfold")),
            ("/", self.tr("find")),
        )

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panel = Panel(look, self.words(), "")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find a category"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_find)
        self.import_button = Button(look, self.tr("Import a workbook"), icon="folder-input", small=True)
        self.add_button = Button(look, self.tr("Add"), key="A", icon="plus", small=True)
        self.rename_button = Button(look, self.tr("Rename"), key="F2", small=True)
        self.retire_button = Button(look, self.tr("Retire"), key="Del", small=True, kind="ghost")
        for widget in (self.field, self.import_button, self.retire_button, self.rename_button, self.add_button):
            self.panel.add_to_head(widget)
        self.import_button.clicked.connect(self.open_import)
        self.add_button.clicked.connect(self.add)
        self.rename_button.clicked.connect(self.rename)
        self.retire_button.clicked.connect(self.retire)
        self.model = KeyedRows(_key, _spoken, self)
        painter = CategoryPainter(look, self)
        self.view = CategoryView(look, self.model, painter, self.words())
        self.list = RowList(look, self.model, painter, self.words(), view=self.view)
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.empty = Empty(
            look,
            "list-filter",
            self.tr("No category yet"),
            self.tr("Import the workbook of categories, or press A and enter the first one."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.panel.body.addWidget(self.pages, 1)
        self.foot = ElidedLabel(look, "", "caption", "3")
        self.panel.add_foot(self.foot)
        side = Panel(look, self.tr("History"), self.tr("only added to, never deleted"))
        self.history = HistoryView(look, self.tr("History"))
        side.body.addWidget(self.history, 1)
        self.side = side
        layout.addWidget(self.panel, 1)
        layout.addWidget(side)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self.look.px
        wide = self.width() > px(1150)
        self.field.setFixedWidth(px(150) if wide else px(96))
        self.side.setFixedWidth(px(420) if wide else px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        if "*" in changes.subjects or "category" in changes.families():
            self._records = self.desk.read.reference.records("category")
            self._paths = self.desk.reference.categories
        self._cases = self.desk.read.cases.open_by("category")
        self._fill()

    def _fill(self, keep: str = "") -> None:
        chosen = self.chosen()
        keep = keep or (chosen.row_key if chosen is not None else "")
        rows = tree(self._paths, self._closed, self._cases, self.field.text().strip())
        self.model.show(rows)
        self.pages.setCurrentIndex(0 if self._paths else 1)
        place = self.model.place_of(keep) if keep else -1
        self.view.go(max(0, place))
        leaves = sum(1 for row in rows if not row.below)
        self.panel.caption.setText(self.tr("{n} in use").format(n=len(self._paths)))
        self.foot.setText(self.tr("lines {n}, of the lowest level {leaves}").format(n=len(rows), leaves=leaves))
        self._on_moved(self.view.place)

    def chosen(self) -> CategoryRow | None:
        """The category the mark is on."""
        found = self.model.row(self.view.place)
        return found if isinstance(found, CategoryRow) else None

    def _on_moved(self, _place: int) -> None:
        chosen = self.chosen()
        self.rename_button.setEnabled(chosen is not None)
        self.retire_button.setEnabled(chosen is not None)
        rows: list[HistoryRow] = []
        if chosen is not None and chosen.key:
            names = {
                "listed": self.tr("entered"),
                "amended": self.tr("renamed"),
                "retired": self.tr("retired"),
                "restored": self.tr("back"),
            }
            for change in reversed(self.desk.read.reference.record(f"category/{chosen.key}").history):
                who = self.author(change)
                first = self.tr("{who}, {day}").format(who=who, day=self.day(change.at))
                path = change.fields.get("path")
                second = change.reason or ("/".join(map(str, path)) if isinstance(path, Sequence) else "")
                rows.append(HistoryRow(str(change.id), names.get(change.verb, change.verb), first, second))
        self.history.show_rows(rows)

    # -- acting ----------------------------------------------------------------------------------------------------

    def open_import(self) -> None:
        """The import screen, for categories."""
        self.services.go.emit(Go("importing", {"categories": True}))

    def add(self) -> None:
        """A: a category below the chosen one, or beside it when it is of the third level."""
        chosen = self.chosen()
        above = () if chosen is None else chosen.path if len(chosen.path) < LEVELS else chosen.path[:-1]
        choices = [("", self.tr("at the top"))]
        choices += [("/".join(above[:level]), "/".join(above[:level])) for level in range(1, len(above) + 1)]
        fields = [
            Field("name", self.tr("Name"), required=True),
            Field("above", self.tr("Below"), kind="choice", choices=choices, value="/".join(above)),
        ]
        self._open(
            FormSheet(self.look, self.host, self.tr("New category"), fields, send=self.tr("Enter"), now=self._now)
        )
        if self._sheet is not None:
            self._sheet.submitted.connect(self._on_add)

    def _now(self) -> int:
        return self.desk.clock.now()

    def _open(self, sheet: FormSheet) -> None:
        self._sheet = sheet
        sheet.open_sheet()
        sheet.form.widgets[sheet.form.fields[0].name].setFocus()

    def _on_add(self, values: dict[str, Any]) -> None:
        name = str(values["name"]).replace("/", "／")
        above = tuple(part for part in str(values["above"]).split("/") if part)
        path = (*above, name)
        self._at = path
        if any(other == path for other in self._paths.values()) and self._sheet is not None:
            self._sheet.say(self.tr("It is in the tree already."))
            return
        self._closed -= {path[:level] for level in range(1, len(path))}
        self.send(added(path, self._records), self.tr("Entered"), self._sheet).done.connect(self._on_done)

    def rename(self) -> None:
        """F2."""
        chosen = self.chosen()
        if chosen is None:
            return
        self._at = chosen.path
        fields = [
            Field("name", self.tr("Name"), value=chosen.path[-1], required=True, wide=True),
            Field("reason", self.tr("Why it changes"), required=True, wide=True),
        ]
        sheet = FormSheet(self.look, self.host, self.tr("Rename"), fields, send=self.tr("Rename"), now=self._now)
        count = len(under(self._paths, chosen.path))
        sheet.caption.setText(self.tr("{path} · entries that change with it: {n}").format(path=chosen.row_key, n=count))
        self._open(sheet)
        sheet.submitted.connect(self._on_rename)

    def _on_rename(self, values: dict[str, Any]) -> None:
        name = str(values["name"]).replace("/", "／")
        if name == self._at[-1] and self._sheet is not None:
            self._sheet.say(self.tr("Nothing was changed."))
            return
        target = (*self._at[:-1], name)
        if any(other[: len(target)] == target for other in self._paths.values()) and self._sheet is not None:
            self._sheet.say(self.tr("It is in the tree already."))
            return
        command = renamed(self._paths, self._at, name, str(values["reason"]))
        self._at = target
        self.send(command, self.tr("Renamed"), self._sheet).done.connect(self._on_done)

    def retire(self) -> None:
        """Del."""
        chosen = self.chosen()
        if chosen is None:
            return
        self._at = chosen.path
        fields = [Field("reason", self.tr("Why it ends"), required=True, wide=True)]
        title = self.tr("Take out of use")
        sheet = FormSheet(self.look, self.host, title, fields, send=title, danger=True, now=self._now)
        count = len(under(self._paths, chosen.path))
        words = self.tr("{path} · entries {n}; open cases that keep it: {cases}")
        sheet.caption.setText(words.format(path=chosen.row_key, n=count, cases=chosen.cases))
        self._open(sheet)
        sheet.submitted.connect(self._on_retire)

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = retired(self._paths, self._at, str(values["reason"]))
        self.send(command, self.tr("Taken out of use; the history keeps it"), self._sheet)

    def _on_done(self, _done: object) -> None:
        self.reload(Changes(frozenset({"*"})))
        self._fill("/".join(self._at))

    # -- keys ------------------------------------------------------------------------------------------------------

    def _fold(self, closing: bool) -> None:
        chosen = self.chosen()
        if chosen is None or self.field.text().strip():
            return
        path = chosen.path if chosen.below or not closing else chosen.path[:-1]
        if closing and path in self._closed:
            path = path[:-1]
        if not path:
            return
        self._closed = self._closed | {path} if closing else self._closed - {path}
        self._fill("/".join(path) if closing else "")

    def _on_opened(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and row.below:
            self._closed = self._closed | {row.path} if row.open else self._closed - {row.path}
            self._fill(row.row_key)

    def _on_find(self, _text: str) -> None:
        self._fill()

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            self.rename()
        elif plain and key == Qt.Key.Key_A:
            self.add()
        elif plain and key == Qt.Key.Key_Delete:
            self.retire()
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(key == Qt.Key.Key_Left)
        elif plain and key == Qt.Key.Key_Slash:
            self.field.setFocus()
            self.field.selectAll()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and self.field.hasFocus():
            if key == Qt.Key.Key_Escape:
                self.field.clear()
            self.view.setFocus()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()


def _key(row: CategoryRow) -> str:
    return row.row_key


def _spoken(row: CategoryRow) -> str:
    return f"{row.row_key}, {row.below}, {row.cases}"
