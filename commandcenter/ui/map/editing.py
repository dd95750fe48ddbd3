"""Drawing on the map: what is drawn, its name and place of the roster, every step undone, and one act at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain import geo
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.geo import AREA, LINE, POINT
from commandcenter.domain.map_acts import DescribeShape, DrawShape, ReshapeShape, RetireShape
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Place
from commandcenter.domain.roster_acts import enter_grid
from commandcenter.ui.map_words import kind_word, metres_words
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.mapview.drawing import DrawTool
from commandcenter.ui.parts.mapview.sketch import Sketch
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

SORT_OF = {
    **dict.fromkeys(("grid", "community", "boundary", "green", "water", "building", "site"), AREA),
    **dict.fromkeys(("alley", "street", "road"), LINE),
    **dict.fromkeys(("assembly", "shelter", "post_site", "landmark", "camera", "store", "gate", "hydrant"), POINT),
}
"""What can be drawn, in the order it is offered, and how."""
OFFERED = ("grid", "alley", "street", "building", "site", "assembly", "shelter", "post_site", "landmark", "camera")
MORE = ("road", "green", "water", "hydrant", "gate", "store", "community", "boundary")
MOST_OVERLAPS = 3
"""So many areas on whose ground the new one lies are named."""
LISTED = ("alley", "street", "building", "site", "assembly", "shelter", "landmark", "post_site")
"""Kinds that are entered into the roster as well when they are not there yet; a grid is entered by its own act."""


class EditSide(QWidget):
    """The right of the map while something is drawn."""

    save_asked = Signal()
    cancel_asked = Signal()
    undo_asked = Signal()
    retire_asked = Signal()

    def __init__(self, look: Look, find: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = Panel(look, self.tr("Draw"), head=40)
        self.undo = Button(look, self.tr("Back"), key="Ctrl Z", icon="undo-2", small=True)
        self.undo.clicked.connect(self.undo_asked)
        self.panel.add_to_head(self.undo)
        self.what = ElidedLabel(look, "", "fact")
        self.measure = Label(look, "", "caption", "2")
        self.step = Label(look, "", "body", "1")
        self.step.setWordWrap(True)
        self.trouble = Label(look, "", "body", "amb")
        self.trouble.setWordWrap(True)
        self.place_label = Label(look, self.tr("Place of the roster"), "caption", "2")
        self.place = Finder(look, find, self.tr("Place of the roster"))
        self.place.setPlaceholderText(self.tr("one that is not drawn yet"))
        self.place.setAccessibleName(self.tr("Place of the roster"))
        self.name_label = Label(look, self.tr("Name"), "caption", "2")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.aliases_label = Label(look, self.tr("Other names, with blanks between them"), "caption", "2")
        self.aliases = QLineEdit()
        self.aliases.setAccessibleName(self.tr("Other names, with blanks between them"))
        self.community_label = Label(look, self.tr("Community"), "caption", "2")
        self.community = Choice()
        self.community.setAccessibleName(self.tr("Community"))
        self.street_label = Label(look, self.tr("Street it belongs to"), "caption", "2")
        self.street = Choice()
        self.street.setAccessibleName(self.tr("Street it belongs to"))
        self.save = Button(look, self.tr("Save"), key="Ctrl Enter", kind="primary")
        self.save.clicked.connect(self.save_asked)
        self.cancel = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        self.cancel.clicked.connect(self.cancel_asked)
        self.retire = Button(look, self.tr("Take off the map"), icon="trash-2", kind="ghost", small=True)
        self.retire.clicked.connect(self.retire_asked)
        body = self.panel.body
        body.addLayout(column(self.what, self.measure, self.step, self.trouble, gap=4, margins=(14, 12, 14, 10)))
        body.addWidget(Line())
        fields = column(gap=4, margins=(14, 10, 14, 10))
        for label, widget in self.fields:
            fields.addWidget(label)
            fields.addWidget(widget)
        body.addLayout(fields)
        body.addLayout(row(self.retire, None, margins=(14, 4, 14, 10)))
        body.addStretch(1)
        self.panel.add_foot(None, self.cancel, self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    @property
    def fields(self) -> Sequence[tuple[Label, QWidget]]:
        """The fields with their labels, from above."""
        return (
            (self.place_label, self.place),
            (self.name_label, self.name),
            (self.aliases_label, self.aliases),
            (self.community_label, self.community),
            (self.street_label, self.street),
        )

    def show_fields(self, names: Sequence[QWidget]) -> None:
        """Show these fields only."""
        for label, widget in self.fields:
            label.setVisible(widget in names)
            widget.setVisible(widget in names)


class Editing(QObject):
    """One drawing at a time. ``begun`` and ``ended`` tell when the hand is taken and given back, ``saved`` gives the shape;
    ``missing_wanted`` asks for the list of what has no outline yet.
    """

    begun = Signal()
    ended = Signal()
    saved = Signal(str)
    missing_wanted = Signal()

    def __init__(self, context: Context, screen: QWidget, view: MapView) -> None:
        super().__init__(screen)
        self._context, self._screen, self.view = context, screen, view
        self.side = EditSide(context.look, self._find_place)
        self.side.save_asked.connect(self.save)
        self.side.cancel_asked.connect(self.cancel)
        self.side.undo_asked.connect(self.undo)
        self.side.retire_asked.connect(self.retire)
        self.side.place.found.connect(self._on_place)
        self.sketch: Sketch | None = None
        self.kind = ""
        self._shape = ""
        self._place = ""
        self._leaving = False
        self._ended = False
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.side)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    @property
    def running(self) -> bool:
        """Whether something is being drawn."""
        return self.sketch is not None

    def hints(self) -> Hints:
        """The keys of the hand that draws."""
        sketch = self.sketch
        if sketch is not None and sketch.open:
            return (
                ("← → ↑ ↓", self.tr("move the cross")),
                ("Space", self.tr("set a corner")),
                ("Enter", self.tr("done")),
                ("Ctrl Z", self.tr("back")),
                ("Ctrl Enter", self.tr("save")),
                ("Esc", self.tr("not now")),
            )
        return (
            ("[ ]", self.tr("choose a corner")),
            ("← → ↑ ↓", self.tr("move it")),
            ("Ins", self.tr("a corner before it")),
            ("Del", self.tr("take it away")),
            ("Enter", self.tr("name and corners, to and fro")),
            ("Ctrl Z", self.tr("back")),
            ("Ctrl Enter", self.tr("save")),
            ("Esc", self.tr("not now")),
        )

    # -- beginning -------------------------------------------------------------------------------------------------

    def open_menu(self, key: str, place: Place | None) -> None:
        """E: what is to be drawn. The shape that is chosen stands first, then its place when that is not drawn yet."""
        office = self.view.office
        menu = menu_in(self._screen)
        shape = office.shape(key) if key else None
        if shape is not None:
            words = self.tr("Change “{name}”").format(name=shape.name or kind_word(shape.kind))
            menu.addAction(words).setData(f"change:{shape.id}")
        elif place is not None and place.kind in SORT_OF:
            menu.addAction(self.tr("Draw “{name}”").format(name=place.name)).setData(f"place:{place.id}")
        if not menu.isEmpty():
            menu.addSeparator()
        for kind in OFFERED:
            menu.addAction(self.tr("New: {kind}").format(kind=kind_word(kind))).setData(f"new:{kind}")
        menu.addSeparator()
        for kind in MORE:
            menu.addAction(self.tr("New: {kind}").format(kind=kind_word(kind))).setData(f"new:{kind}")
        missing = len(office.undrawn(self._context.desk.reference.directory))
        if missing:
            menu.addSeparator()
            menu.addAction(self.tr("Not drawn yet: {n}").format(n=missing) + "\tN").setData("missing:")
        menu.triggered.connect(self._on_menu)
        menu.popup(self.view.mapToGlobal(QPoint(40, 40)))
        menu.setActiveAction(menu.actions()[0])

    def _on_menu(self, action: Any) -> None:
        sort, _, key = str(action.data()).partition(":")
        if sort == "change":
            self.change(key)
        elif sort == "place":
            place = self._context.desk.reference.directory.places[key]
            self.begin(place.kind, place.id)
        elif sort == "new":
            self.begin(key)
        elif sort == "missing":
            self.missing_wanted.emit()

    def begin(self, kind: str, place: str = "") -> None:
        """Draw a new shape, that of a place of the roster if one is given."""
        self.kind, self._shape = kind, ""
        self.sketch = Sketch(self.view.plane, SORT_OF[kind])
        self.side.place.setText("")
        self.side.name.setText("")
        directory = self._context.desk.reference.directory
        if place:
            self.side.place.choose(Match(place, directory.places[place].name))
        self._fill_choices()
        self._start()

    def change(self, shape: str) -> None:
        """Change a shape that is on the map."""
        standing = self.view.office.shape(shape)
        if standing is None:
            return
        self.kind, self._shape = standing.kind, standing.id
        self.sketch = Sketch(self.view.plane, standing.geometry.sort, standing.geometry)
        self.side.name.setText(standing.name)
        self._start()

    def _start(self) -> None:
        side, sketch = self.side, self.sketch
        if sketch is None:
            return
        standing = self.view.office.shape(self._shape) if self._shape else None
        side.retire.setVisible(standing is not None)
        if standing is not None:
            side.aliases.setText(" ".join(standing.aliases))
            side.show_fields([side.aliases] if standing.place else [side.name, side.aliases])
        else:
            self._show_new_fields()
        self.tool = DrawTool(self.view, sketch, self._on_step, self._shape)
        self.view.take_tool(self.tool)
        self.view.setFocus()
        self._ended = not sketch.open
        self._on_step()
        self.begun.emit()

    def _show_new_fields(self) -> None:
        side = self.side
        shown: list[QWidget] = []
        if self.kind in ("grid", "community", *LISTED):
            shown.append(side.place)
        if not side.place.key:
            shown.append(side.name)
            if self.kind == "grid" or self.kind in LISTED:
                shown.append(side.community)
            if self.kind in ("alley", "building", "site"):
                shown.append(side.street)
        side.show_fields(shown)

    def _fill_choices(self) -> None:
        directory = self._context.desk.reference.directory
        _fill(self.side.community, [(place.id, place.name) for place in directory.of_kind("community")])
        streets = directory.of_kind("street") if self.kind == "alley" else directory.streets()
        _fill(self.side.street, [("", ""), *((place.id, place.name) for place in streets)])

    def _find_place(self, text: str) -> list[Match]:
        """Places of the roster of this kind that are not drawn yet."""
        directory, office = self._context.desk.reference.directory, self.view.office
        kinds = {"alley": ("alley", "street"), "street": ("street", "alley"), "site": ("site", "building")}
        free = [
            place
            for place in directory.of_kind(*kinds.get(self.kind, (self.kind,)))
            if office.shape(place.id) is None and (text in place.name or place.initials.startswith(text.lower()))
        ]
        community = directory.places
        return [
            Match(place.id, place.name, community[place.community].name if place.community in community else "")
            for place in sorted(free, key=lambda place: place.id)
        ]

    def _on_place(self) -> None:
        if self.running and not self._shape:
            self._show_new_fields()

    # -- while it is drawn -----------------------------------------------------------------------------------------

    def _on_step(self) -> None:
        """A step was done or refused: how large it is, what comes next, why not."""
        sketch, side = self.sketch, self.side
        self._leaving = False
        if sketch is None:
            return
        name = side.name.text().strip() if self._shape else ""
        side.what.setText(name or kind_word(self.kind))
        size = sketch.measure()
        words = self.tr("corners {n}").format(n=len(sketch.corners))
        if sketch.sort == LINE and size:
            words += f" · {metres_words(size)}"
        elif sketch.sort == AREA and size:
            words += " · " + self.tr("{n} m²").format(n=f"{size:,.0f}")
        side.measure.setText(words)
        side.step.setText(self._next_words(sketch))
        self.say(self._refused_words(sketch.refused) or self._overlap_words(sketch))
        side.save.setEnabled(sketch.enough)
        if not self._shape and sketch.corners and self.kind != "community":
            community = self.view.office.community_at(self.view.plane.degrees(sketch.corners[0]))
            if community is not None and side.community.findData(community.id) >= 0:
                side.community.setCurrentIndex(side.community.findData(community.id))
        if sketch.open == self._ended:
            self._ended = not sketch.open
            if not self._ended:
                self.view.setFocus()
            elif not side.name.text().strip():
                self._to_name()
        self._context.services.hints_changed.emit()

    def _to_name(self) -> None:
        """The keyboard goes to the name, where one is asked for."""
        if not self.side.name.isHidden():
            self.side.name.setFocus()

    def _to_and_fro(self) -> None:
        """Enter after the end: from the corners to the name, from the name to the corners."""
        if self.side.name.hasFocus():
            self.view.setFocus()
        elif self.view.hasFocus():
            self._to_name()

    def _overlap_words(self, sketch: Sketch) -> str:
        """The grids (or communities) on whose ground the new one lies, with the share of it that does."""
        outline = sketch.outline() if self.kind in ("grid", "community") else None
        if outline is None:
            return ""
        told = self.view.office.overlaps(outline, self.kind, self._shape)
        shown = [
            self.tr("{name} ({share}% of this one)").format(
                name=one.shape.name or one.shape.id, share=_percent(one.share)
            )
            for one in told[:MOST_OVERLAPS]
        ]
        if len(told) > len(shown):
            shown.append(self.tr("{n} more").format(n=len(told) - len(shown)))
        words = self.tr("It overlaps {areas}. It can be saved all the same.")
        return words.format(areas=self.tr(", ").join(shown)) if shown else ""

    def _next_words(self, sketch: Sketch) -> str:
        if sketch.sort == POINT:
            return self.tr("Click where it is; another click moves it.")
        if sketch.open and not sketch.enough:
            return self.tr("Click the corners one after another. They cling to what is on the map.")
        if sketch.open:
            return self.tr("Enter or a double click ends it.")
        return self.tr("Drag a corner; a press on an edge puts one there. Ctrl+Enter saves.")

    def _refused_words(self, code: str) -> str:
        if code == "geometry_crossed":
            return self.tr("Not done: the edge would cross itself.")
        return self.tr("Not done: fewer corners make no shape.") if code else ""

    def undo(self) -> None:
        """Ctrl+Z."""
        if self.sketch is not None:
            self.sketch.undo()
            self._on_step()
            self.view.update()

    def say(self, words: str) -> None:
        """Why it was not saved, near the hand."""
        self.side.trouble.setText(words)
        self.side.trouble.setVisible(bool(words))

    # -- the end ---------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ctrl+Enter: one act."""
        sketch = self.sketch
        if sketch is None:
            return
        if sketch.open and not sketch.finish():
            self._on_step()
            if not sketch.refused:
                self.say(refusal("geometry_short", {"least": 3 if sketch.sort == AREA else 2}))
            return
        try:
            geometry = geo.geojson_of(sketch.geometry())
            command = self._changed(geometry) if self._shape else self._drawn(geometry)
        except Refused as refused:
            self.say(refusal(refused.code, refused.facts))
            return
        if command is None:
            self._stop()
            return
        sending = Sending(self._context, command, self.tr("On the map; the history keeps what was before"))
        sending.done.connect(self._on_saved)
        sending.refused.connect(self._on_refused)

    def _changed(self, geometry: dict[str, Any]) -> Command | None:
        standing = self.view.office.shape(self._shape)
        steps: list[Command] = []
        if self.sketch is not None and self.sketch.changed:
            steps.append(ReshapeShape(shape=self._shape, geometry=geometry))
        name, aliases = self.side.name.text().strip(), tuple(self.side.aliases.text().split())
        if standing is not None:
            named = None if standing.place or name == standing.name else name
            if named is not None or aliases != standing.aliases:
                steps.append(DescribeShape(shape=self._shape, name=named, aliases=aliases))
        self._place = self._shape
        return None if not steps else steps[0] if len(steps) == 1 else Batch(commands=tuple(steps))

    def _drawn(self, geometry: dict[str, Any]) -> Command:
        """The shape; a place that is not in the roster yet is entered with it, as one act."""
        desk, side = self._context.desk, self.side
        place, name = side.place.key, side.name.text().strip()
        self._place = place
        if place:
            return DrawShape(kind=self.kind, geometry=geometry, place=place)
        if self.kind != "grid" and self.kind not in LISTED:
            self._place = desk.new_id()
            return DrawShape(kind=self.kind, geometry=geometry, shape=self._place, name=name)
        if not name:
            side.name.setFocus()
            raise Refused("shape_name_missing", kind=self.kind)
        records = desk.read.reference.records("place")
        community = str(side.community.currentData() or "")
        if self.kind == "grid":
            if community not in records:
                raise Refused("place_unknown", place=community)
            self._place = name
            return Batch(
                commands=(
                    enter_grid(name, records[community], "", records),
                    DrawShape(kind="grid", geometry=geometry, place=name),
                )
            )
        self._place = desk.new_id()
        fields: dict[str, Any] = {"name": name, "kind": self.kind, "community": community}
        street = str(side.street.currentData() or "")
        if street and self.kind in ("alley", "building", "site"):
            fields["street"] = street
        if self.kind in ("alley", "street") and self.sketch is not None:
            fields["length_m"] = round(self.sketch.measure())
        fields = {key: value for key, value in fields.items() if value}
        listed = ListRecord(subject=f"place/{self._place}", fields=fields)
        return Batch(commands=(listed, DrawShape(kind=self.kind, geometry=geometry, place=self._place)))

    def _on_saved(self, _done: object) -> None:
        shape = self._place
        self._stop()
        self.saved.emit(shape)

    def _on_refused(self, refused: Any) -> None:
        self.say(refusal(refused.code, refused.facts, self._context.desk.reference.unit_name))

    def retire(self) -> None:
        """Take the shape off the map; its history stays."""
        if self._shape:
            said = self.tr("Taken off the map; the history keeps it")
            Sending(self._context, RetireShape(shape=self._shape), said).done.connect(self._on_retired)

    def _on_retired(self, _done: object) -> None:
        self._stop()
        self.saved.emit("")

    def cancel(self) -> None:
        """Esc: nothing is drawn. Where something was, only the second time: a hand in a hurry loses no corner."""
        if self.sketch is not None and self.sketch.changed and not self._leaving:
            self._leaving = True
            self.say(self.tr("Not saved. Esc again throws it away, Ctrl+Enter saves it."))
        elif self.running:
            self._stop()

    def _stop(self) -> None:
        self.sketch = None
        self.view.take_tool(None)
        self.view.setFocus()
        self.ended.emit()

    def key(self, event: QKeyEvent) -> bool:
        """A key that neither the tool nor a field took: Ctrl+Enter saves, Esc ends. True if it was one of them."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ended:
            self._to_and_fro()
        elif control and event.key() == Qt.Key.Key_Z:
            self.undo()
        else:
            return False
        return True


def _percent(share: float) -> str:
    return "<1" if share < 0.01 else f"{share * 100:.0f}"


def _fill(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    box.clear()
    for code, words in choices:
        box.addItem(words, code)
