"""The map of the office (Alt+5, the tab Map): layers and search at the left, the map, the chosen place at the right; E draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commandcenter.desk.read import Read
from commandcenter.domain.geo import Point
from commandcenter.domain.office import OFFICE
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.journal.reading.foresight import HotSpots
from commandcenter.ui.map.layers import LAYERS, POINTS_OF, LayerView, layers_from
from commandcenter.ui.map.place import PlaceSide
from commandcenter.ui.map.reading import Chosen, matches, of_place, of_spot
from commandcenter.ui.parts.basic import KeyCaps, Label, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import soon_ms
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.mapview.hand import Hit
from commandcenter.ui.parts.mapview.markers import Marker
from commandcenter.ui.parts.mapview.marks import (
    Day,
    count_markers,
    coverage_zones,
    incident_legend,
    level_counts,
    patrol_zones,
    words_of_level,
)
from commandcenter.ui.parts.mapview.panel import OfficeMapPanel
from commandcenter.ui.parts.mapview.zones import Zone
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast
from commandcenter.ui.roster_words import called_as

if TYPE_CHECKING:
    from commandcenter.ui.map.editing import Editing
    from commandcenter.ui.map.missing import MissingSide

NEAR = 1.1
"""Pixels per metre at which a place that was looked for is shown."""
CASES_HERE = 40
HOT = ("spots", 90, "", False)
"""The question of the hot spots as the foresight screen asks it, so that both have one answer."""
FAMILIES = {"case", "shape", "map_layer", "place", "person", "appointment", "absence", "whistle", "report_in", "patrol"}


class MapScreen(Screen):
    """Alt+5, the tab Map."""

    name = "map"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._layers = layers_from(self.services.settings.map_layers)
        self._asked = 0
        self._day: Day | None = None
        self._hot: HotSpots | None = None
        self._key = ""
        self._point: Point | None = None
        self._wanted = ""
        self._editing: Editing | None = None
        self._missing: MissingSide | None = None
        self._build()
        self.services.flashed.connect(self.panel.map.beat)

    def title(self) -> str:
        return self.tr("Map")

    def caption(self) -> str:
        return self.panel.words_of_office()

    def hints(self) -> Hints:
        if self.editing:
            return self.editor.hints()
        return (
            ("/", self.tr("address")),
            ("← → ↑ ↓", self.tr("move")),
            ("+ -", self.tr("enlarge")),
            ("Home", self.tr("whole office")),
            ("Tab", self.tr("what is marked")),
            ("Enter", self.tr("open")),
            ("L", self.tr("layers")),
            ("P", self.tr("call")),
            ("F9", self.tr("whistle here")),
            ("F2", self.tr("register here")),
            ("E", self.tr("draw")),
            ("N", self.tr("not drawn yet")),
            ("Ctrl P", self.tr("print")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.field = Finder(look, self._matches, self.tr("Address"))
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setPlaceholderText(self.tr("Address, street, landmark"))
        self.field.found.connect(self._on_found)
        self.field.returnPressed.connect(self._on_entered)
        self.layers = LayerView(look)
        self.layers.switched.connect(self.switch_layer)
        self.note = Label(look, "", "caption", "3")
        self.note.setWordWrap(True)
        self.left = Panel(look, self.tr("Layers"), head=40)
        self.left.add_to_head(KeyCaps(look, "L"))
        self.left.body.addWidget(self.layers, 1000)
        self.left.body.addLayout(column(self.note, margins=(14, 10, 14, 10)))
        self.left.body.addStretch(1)
        self.draw = Button(look, self.tr("Draw"), key="E", icon="pencil", small=True)
        self.draw.clicked.connect(self.edit)
        self.more = Button(look, self.tr("Files"), key="I", icon="folder-open", small=True)
        self.more.clicked.connect(self.open_files)
        self.left.add_foot(self.draw, self.more, None)
        self._left = QWidget()
        self._left.setLayout(column(self.field, self.left, gap=10))
        self.panel = OfficeMapPanel(look, self.desk, self.tr("Map of the office"))
        self.panel.add_to_head(self._zoom_button("minus", self.tr("Make smaller"), self._smaller))
        self.panel.add_to_head(self._zoom_button("plus", self.tr("Enlarge"), self._larger))
        self.panel.picked.connect(self._on_picked)
        self.panel.opened.connect(self._on_opened)
        self.panel.source.changed.connect(self._on_map)
        self.side = PlaceSide(look, self.desk.reference)
        self.side.phone_asked.connect(self.call)
        self.side.whistle_asked.connect(self.blow)
        self.side.register_asked.connect(self.register)
        self.side.case_opened.connect(self._open_case)
        self.sides = QStackedWidget()
        self.sides.addWidget(self.side)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._left)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.sides)
        self.look.changed.connect(self._fit)
        self._fit()

    def _zoom_button(self, icon: str, name: str, act: Any) -> Button:
        button = Button(self.look, "", icon=icon, kind="ghost", small=True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        return button

    def _fit(self) -> None:
        px, wide = self.look.px, self.width()
        narrow = wide < px(1500)
        self._left.setFixedWidth(px(248) if narrow else px(276))
        self.sides.setFixedWidth(px(350) if narrow else px(420))
        self.panel.legend.setVisible(wide >= px(1180))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.panel.map.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _larger(self) -> None:
        self.panel.map.zoom(1)

    def _smaller(self) -> None:
        self.panel.map.zoom(-1)

    # -- becoming current ------------------------------------------------------------------------------------------

    def where(self) -> Mapping[str, Any]:
        chosen = self.side.chosen
        return {"place": chosen.place.id} if chosen is not None and chosen.place is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        place = str(what.get("place", ""))
        if place:
            self._wanted = place
            self._go_wanted()

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def typing(self) -> bool:
        return self.editing

    def reload(self, changes: Changes) -> None:
        self._ask()
        if self._key or self._point is not None:
            self._show_chosen()

    def _ask(self) -> None:
        """Read what is of today beside the window's thread."""
        self._asked += 1
        number, now, layers = self._asked, self.now(), self._layers

        def work(read: Read) -> tuple[int, Day]:
            return number, Day(read, now, layers)

        self.desk.ask(work).done.connect(self._on_day)
        if "hot" in layers:
            watch = self.desk.foresight
            watch.answered.connect(self._on_hot, Qt.ConnectionType.UniqueConnection)
            self._hot = watch.kept(HOT) or self._hot
            watch.ask(HOT, "hot_spots", {"days": 90, "category": "", "night": False})

    def _on_day(self, told: tuple[int, Day]) -> None:
        number, day = told
        if number == self._asked:
            self._day = day
            self._show()

    def _on_hot(self, key: object, spots: object) -> None:
        if key == HOT and isinstance(spots, HotSpots):
            self._hot = spots
            self._show()

    def _on_map(self) -> None:
        self._show()
        self._show_missing()
        self._go_wanted()
        if self._key or self._point is not None:
            self._show_chosen()
        self.services.hints_changed.emit()

    def _show(self) -> None:
        """Put everything of today on the map."""
        day, reference, now = self._day, self.desk.reference, self.now()
        office = self.panel.source.ground.office
        self.layers.show_layers(self._layers, {})
        if day is None or not self.panel.source.read:
            return
        markers: list[Marker] = []
        nowhere = 0
        told: dict[str, str] = {}
        if self._hot is not None and "hot" in self._layers:
            hot, _, nowhere = count_markers(self._hot.places, office, reference.directory)
            markers += hot
            told["hot"] = str(sum(marker.count for marker in hot))
        markers += [one for one in day.markers(office, reference, now) if one.layer in self._layers]
        zones: list[Zone] = []
        if "coverage" in self._layers:
            holes = coverage_zones(reference.directory, office)
            zones += holes
            told["coverage"] = str(len(holes))
        if "patrols" in self._layers:
            zones += patrol_zones(day.walks, now, office)
            ended = sum(one.ended_at is not None for one in day.walks)
            told["patrols"] = f"{ended}/{len(day.walks)}"
        counts = level_counts(day.cases, now, soon_ms(reference))
        legend = [(level, words_of_level(level, counts[level])) for level in counts if counts[level]]
        if day.incidents and "incident" in self._layers:
            legend = [*incident_legend(day.incidents, office, reference), *legend]
        legend += self._legend_of(zones)
        for layer in ("cases", "incident", "departments"):
            if layer in self._layers:
                told[layer] = str(sum(marker.count or 1 for marker in markers if marker.layer == layer))
        if "cases" in self._layers:
            told["cases"] = str(day.total)
        for layer, kinds in POINTS_OF.items():
            told[layer] = str(len(office.all_of(*kinds)))
        self.panel.show_markers(markers, legend)
        self.panel.map.show_zones(zones)
        self.panel.map.show_points(kind for layer in self._layers for kind in POINTS_OF.get(layer, ()))
        self.layers.show_layers(self._layers, told)
        missing = day.nowhere if "cases" in self._layers else 0
        words = [self.tr("{n} open cases have no spot on the map").format(n=missing)] if missing else []
        words += [self.tr("{n} cases of the hot spots have no spot on the map").format(n=nowhere)] if nowhere else []
        words += self._troubles()
        self.note.setText("\n".join(words))

    def _legend_of(self, zones: list[Zone]) -> list[tuple[str, str]]:
        """What the areas and ways say, each with how many there are."""
        both = {"coverage", "patrols"} <= self._layers
        late = self.tr("not walked {n}") if "patrols" in self._layers else self.tr("nobody there {n}")
        said = {
            "gap": self.tr("vacant {n}"),
            "late": self.tr("nobody there, not walked {n}") if both else late,
            "done": self.tr("walked {n}"),
        }
        counts = {tone: sum(zone.tone == tone for zone in zones) for tone in said}
        return [(tone, words.format(n=counts[tone])) for tone, words in said.items() if counts[tone]]

    def _troubles(self) -> list[str]:
        office = self.panel.source.ground.office
        said = {
            "missing": self.tr("The base “{name}” is not on this computer"),
            "altered": self.tr("The base “{name}” is damaged"),
        }
        return [
            said[office.loaded[layer.id].trouble].format(name=layer.name)
            for layer in office.layers
            if office.loaded[layer.id].trouble in said
        ]

    def switch_layer(self, layer: str) -> None:
        """Show a layer, or hide it; this seat remembers it."""
        self._layers = self._layers ^ {layer}
        self.services.settings_wanted.emit({"map_layers": " ".join(one for one in LAYERS if one in self._layers)})
        self._show()
        self._ask()

    # -- the search ------------------------------------------------------------------------------------------------

    def _matches(self, text: str) -> list[Match]:
        return matches(text, self.desk.reference)

    def _on_found(self) -> None:
        """A match was taken, or marked with the arrows: look there; the keyboard stays in the line."""
        key = self.field.first if self.field.showing() else self.field.key
        if key:
            self._go_to_match(key)

    def _on_entered(self) -> None:
        words = self.field.text().strip()
        found = self._matches(words)
        if found:
            self._go_to_match(found[0].key)
            self.panel.map.setFocus()
        elif words:
            self.services.toast.emit(Toast(self.tr("Nothing of that name is known here"), kind="warn"))

    def _go_to_match(self, key: str) -> None:
        reference = self.desk.reference
        if key != "@found":
            self.go_to_place(key)
            return
        found = reference.addresses.find(self.field.text())
        if found is None:
            return
        if found.point is None and found.place is not None:
            self.go_to_place(found.place.id)
        elif found.point is not None:
            if found.place is not None and found.precise in ("street", "community", "estate"):
                self.go_to_place(found.place.id)
                return
            shape = found.shape.id if found.shape is not None else ""
            self._choose(shape or (found.place.id if found.place else ""), found.point)
            self.panel.map.go_to(found.point, 2.0)

    def go_to_place(self, place: str) -> None:
        """Look at a place and choose it."""
        office, directory = self.panel.source.ground.office, self.desk.reference.directory
        known = directory.places.get(place)
        spot = office.point_of(known, directory) if known is not None else None
        shape = office.shape(place)
        self._choose(place, spot[0] if spot is not None else None)
        if shape is not None and shape.geometry.sort != "point":
            self.panel.map.show_box(self.panel.map.plane.rect(shape.box))
        elif spot is not None:
            self.panel.map.go_to(spot[0], NEAR)
        elif shape is not None:
            self.panel.map.go_to(shape.middle, NEAR)

    def _go_wanted(self) -> None:
        if self._wanted and self.panel.source.read:
            wanted, self._wanted = self._wanted, ""
            self.panel.map.fit()
            self.go_to_place(wanted)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _on_picked(self, hit: Hit | None) -> None:
        if hit is None:
            self._choose("", None)
        elif hit.marker is not None:
            self._choose(hit.marker.shape, hit.marker.point, mark=hit.marker.key)
        else:
            self._choose(hit.key, hit.point)

    def _choose(self, key: str, point: Point | None, mark: str = "") -> None:
        if self._missing is not None and self.sides.currentWidget() is self._missing:
            self.sides.setCurrentWidget(self.side)
        self._key, self._point = key, point
        self.panel.map.choose(mark or key)
        self._show_chosen()
        self.services.hints_changed.emit()

    def _show_chosen(self) -> None:
        """Everything about the chosen spot: one question for its cases and walks, by index."""
        reference, now = self.desk.reference, self.now()
        office = self.panel.source.ground.office
        place = reference.directory.places.get(self._key)
        shape = office.shape(self._key) or next((one for one in office.base if one.id == self._key), None)
        chosen: Chosen | None = None
        if place is not None and place.kind not in ("grid", "community"):
            exact = self._point if shape is not None and shape.geometry.sort == "point" else None
            chosen = of_place(place, office, reference, exact)
        elif self._point is not None:
            chosen = of_spot(self._point, office, reference, shape)
        elif place is not None:
            chosen = of_place(place, office, reference)
        self.side.show_chosen(chosen)
        if chosen is None:
            return
        self._show_cases(chosen, now)
        key = chosen.place.id if chosen.place is not None else ""
        read = self.desk.read.patrols
        today = [one for one in (self._day.walks if self._day is not None else ()) if one.place == key]
        spots = read.open_spots([key]).get(key, 0) if key else 0
        self.side.show_patrols(read.of_place(key, 1) if key else [], today, spots, now)

    def _show_cases(self, chosen: Chosen, now: int) -> None:
        place = chosen.place
        query = CaseQuery(view="open", place=" ".join(chosen.inside))
        if place is not None and place.kind == "community":
            query = CaseQuery(view="open", community=place.id)
        elif place is not None and place.kind == "grid":
            query = CaseQuery(view="open", grid=place.id)
        if not chosen.inside:
            self.side.show_cases([], now, 0)
            return
        rows = self.desk.read.cases.first_page(query, now, CASES_HERE)
        self.side.show_cases(rows, now, len(rows))

    def _on_opened(self, hit: Hit) -> None:
        """Enter or a double click: a case, the cases of a spot, an incident, the place in the roster."""
        sort, _, key = (hit.marker.key if hit.marker is not None else "").partition("/")
        if sort == "case":
            self._open_case(key)
        elif sort == "cases":
            self.services.go.emit(Go("cases", {"view": "open", "place": key}))
        elif sort == "whistle":
            self.services.go.emit(Go("post", {"whistle": key}))
        elif sort == "patrol":
            self.services.go.emit(Go("patrols", {"patrol": key}))
        elif hit.key in self.desk.reference.directory.places:
            self.services.go.emit(Go("roster", {"place": hit.key}))

    def _open_case(self, case: str) -> None:
        self.services.go.emit(Go("cases", {"case": case}))

    # -- acts ------------------------------------------------------------------------------------------------------

    def call(self) -> None:
        """P: whoever answers here."""
        chosen = self.side.chosen
        holder = chosen.call if chosen is not None else None
        reached = holder.reached if holder is not None else None
        if reached is None or holder is None or not reached.phone:
            if chosen is not None:
                self.services.toast.emit(Toast(self.tr("Nobody to be called is known here"), kind="warn"))
            return
        self.services.phone.emit(Phone(reached.name, called_as(holder), reached.phone, person=reached.id))

    def whistle_context(self) -> dict[str, str]:
        """F9 takes the chosen place along."""
        return {key: str(value) for key, value in self.where().items()}

    def blow(self) -> None:
        """F9, from the button."""
        self.services.go.emit(Go("whistle", {"real": True, **self.whistle_context()}))

    def register_context(self) -> dict[str, str]:
        """F2 takes the chosen place along."""
        place = str(self.where().get("place", ""))
        return {"at": place} if place else {}

    def register(self) -> None:
        """F2, from the button."""
        self.services.go.emit(Go("cases", {"register": True, **self.register_context()}))

    # -- drawing ---------------------------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether something is being drawn."""
        return self._editing is not None and self._editing.running

    @property
    def editor(self) -> Editing:
        """What draws; made when it is first wanted."""
        if self._editing is None:
            from commandcenter.ui.map.editing import Editing

            self._editing = Editing(self.context, self, self.panel.map)
            self.sides.addWidget(self._editing.side)
            self._editing.begun.connect(self._on_editing)
            self._editing.ended.connect(self._on_editing)
            self._editing.saved.connect(self._on_drawn)
            self._editing.missing_wanted.connect(self.open_missing)
        return self._editing

    def edit(self) -> None:
        """E: change the shape that is chosen; where none is, or it has none, draw a new one."""
        chosen = self.side.chosen
        self.editor.open_menu(self._key, chosen.place if chosen is not None else None)

    def open_missing(self) -> None:
        """N: the grids, streets and alleys that have no outline yet."""
        if self._missing is None:
            from commandcenter.ui.map.missing import MissingSide

            self._missing = MissingSide(self.look)
            self._missing.chosen.connect(self._draw_place)
            self._missing.closed.connect(self._close_missing)
            self.sides.addWidget(self._missing)
        self._show_missing()
        self.sides.setCurrentWidget(self._missing)
        self._missing.take()

    def _show_missing(self) -> None:
        from commandcenter.ui.map.missing import missing_rows

        if self._missing is not None:
            directory = self.desk.reference.directory
            self._missing.show_rows(missing_rows(self.panel.source.ground.office.undrawn(directory), directory))

    def _draw_place(self, place: str) -> None:
        """A line of the list was chosen: its community is looked at, and the drawing begins with its name."""
        known = self.desk.reference.directory.places.get(place)
        shape = self.panel.source.ground.office.shape(known.community) if known is not None else None
        if known is None:
            return
        if shape is not None:
            self.panel.map.show_box(self.panel.map.plane.rect(shape.box))
        self.editor.begin(known.kind, place)

    def _close_missing(self) -> None:
        if self._missing is not None and self.sides.currentWidget() is self._missing:
            self.sides.setCurrentWidget(self.side)
            self.panel.map.setFocus()

    def _on_editing(self) -> None:
        self.sides.setCurrentWidget(self.editor.side if self.editing else self.side)
        self.services.hints_changed.emit()
        if not self.editing:
            self.refresh_if_stale()

    def _on_drawn(self, shape: str) -> None:
        self._wanted = ""
        self._choose(shape, None)

    def open_files(self) -> None:
        """I: bring a map file in, or write one."""
        from commandcenter.ui.map.files import MapFiles

        MapFiles(self.context, self).open_menu(self.more)

    def print_map(self) -> None:
        """Ctrl+P: the sheet of the chosen place, else that of the whole office."""
        from commandcenter.ui.parts.printing import print_form

        place = str(self.where().get("place", ""))
        print_form(self.context, self, ("map_sheet", f"place/{place}" if place else OFFICE))

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.editing and self.editor.key(event):
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P and not self.editing:
            self.print_map()
            return
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
            return
        acts = {
            Qt.Key.Key_Slash: self._to_search,
            Qt.Key.Key_L: self._to_layers,
            Qt.Key.Key_P: self.call,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_I: self.open_files,
            Qt.Key.Key_N: self.open_missing,
            Qt.Key.Key_Home: self.panel.map.fit,
            Qt.Key.Key_Plus: self._larger,
            Qt.Key.Key_Equal: self._larger,
            Qt.Key.Key_Minus: self._smaller,
            Qt.Key.Key_Escape: self._back,
        }
        if key in acts and not self.editing:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _to_search(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _to_layers(self) -> None:
        self.layers.setFocus()

    def _back(self) -> None:
        """Esc: the keyboard goes back to the map; there it chooses nothing."""
        if self.panel.map.hasFocus():
            self._choose("", None)
        else:
            self.panel.map.setFocus()
