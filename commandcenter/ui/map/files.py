"""Map files: what would come of one is told before anything is written; the map is written in any declared system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import local
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.map_words import kind_word
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

JOB = "commandcenter.desk.map_job:"
SYSTEMS = ("", "WGS-84", "GCJ-02", "BD-09", "CGCS2000", "LOCAL")
"""Systems by name; any other is told by its EPSG number."""
KINDS = (
    "",
    "building",
    "water",
    "green",
    "road",
    "street",
    "alley",
    "grid",
    "community",
    "boundary",
    "camera",
    "hydrant",
)
TOLD = 6


def system_word(code: str) -> str:
    """A coordinate system in words."""
    words = {
        "": translate("MapFiles", "as the file says"),
        "WGS-84": translate("MapFiles", "WGS-84 (GPS)"),
        "GCJ-02": translate("MapFiles", "GCJ-02 (maps of phones)"),
        "BD-09": "BD-09",
        "CGCS2000": translate("MapFiles", "CGCS2000 (survey, degrees)"),
        "LOCAL": translate("MapFiles", "local metres from an origin"),
    }
    return words[code]


def origin_of(text: str) -> tuple[float, float] | None:
    """Longitude and latitude that were typed with a comma or blank between them; None for nothing. Raises ``ValueError``."""
    told = text.replace("，", " ").replace(",", " ").split()
    if not told:
        return None
    if len(told) != 2:
        raise ValueError(text)
    return float(told[0]), float(told[1])


class MapFiles(QObject):
    """Brings a file in, or writes one."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.sheet: FormSheet | None = None
        self._previewed: dict[str, Any] | None = None

    def open_menu(self, beside: QWidget) -> None:
        """I: in or out."""
        menu = menu_in(self._host)
        menu.addAction(self.tr("Bring a map file in (GeoJSON)")).triggered.connect(self.open_import)
        menu.addAction(self.tr("Write the map to a file (GeoJSON)")).triggered.connect(self.open_export)
        menu.popup(beside.mapToGlobal(beside.rect().topLeft()))
        menu.setActiveAction(menu.actions()[0])

    # -- in --------------------------------------------------------------------------------------------------------

    def open_import(self) -> None:
        """Ask for a file and what its numbers mean."""
        systems = [(code, system_word(code)) for code in SYSTEMS]
        kinds = [(kind, kind_word(kind) if kind else self.tr("as the file says")) for kind in KINDS]
        fields = [
            Field(
                "path", self.tr("File"), kind="open_file", required=True, wide=True, filter="GeoJSON (*.geojson *.json)"
            ),
            Field("crs", self.tr("Coordinates"), kind="choice", choices=systems),
            Field("epsg", self.tr("or EPSG number"), hint="4549"),
            Field("origin", self.tr("Origin of local metres"), hint=self.tr("longitude, latitude")),
            Field("kind", self.tr("What it shows"), kind="choice", choices=kinds),
            Field("swapped", " ", kind="check", hint=self.tr("latitude first")),
            Field("leave_out", " ", kind="check", hint=self.tr("leave broken ones out")),
            Field("trust", " ", kind="check", hint=self.tr("bring it in in spite of the doubt"), wide=True),
        ]
        self.sheet = FormSheet(
            self._context.look,
            self._host,
            self.tr("Bring a map file in"),
            fields,
            send=self.tr("Look into it"),
            now=self._context.desk.clock.now,
        )
        self.note = self.sheet.say_below(self.tr("Nothing is written before you have seen what would come of it."))
        self.sheet.submitted.connect(self._on_import)
        self.sheet.form.changed.connect(self._on_edited)
        self.sheet.open_sheet()

    def _on_edited(self) -> None:
        self._previewed = None
        if self.sheet is not None:
            self.sheet.send_button.set_text(self.tr("Look into it"))

    def _options(self, values: Mapping[str, Any]) -> dict[str, Any] | None:
        crs = f"EPSG:{values['epsg']}" if values["epsg"] else str(values["crs"])
        try:
            origin = origin_of(str(values["origin"]))
        except ValueError:
            if self.sheet is not None:
                self.sheet.form.mark_wrong("origin")
                self.sheet.say(self.tr("Longitude and latitude, with a comma between them."))
            return None
        return {
            "crs": crs,
            "origin": origin,
            "kind": values["kind"],
            "swapped": values["swapped"],
            "leave_out": values["leave_out"],
            "trust": values["trust"],
        }

    def _on_import(self, values: dict[str, Any]) -> None:
        options = self._options(values)
        if options is None or self.sheet is None:
            return
        desk = self._context.desk
        known = self._previewed == options | {"path": values["path"]}
        self._pending = options | {"path": values["path"]}
        arguments = {**desk.child_arguments(), "path": str(values["path"]), "options": options}
        if known:
            who = desk.who()
            arguments["options"] = {**options, "who": {"actor": who.actor, "role": who.role, "seat": who.seat}}
        job = desk.start_job("map", f"{JOB}{'import_map' if known else 'preview_map'}", arguments)
        job.done.connect(self._on_imported if known else self._on_previewed)
        job.failed.connect(self._on_failed)
        self.sheet.send_button.setEnabled(False)
        self.sheet.say(self.tr("writing …") if known else self.tr("looking into it …"))

    def _on_previewed(self, told: Mapping[str, Any]) -> None:
        if self.sheet is None:
            return
        self._previewed = self._pending
        self.sheet.say("")
        self.note.setText(preview_words(told))
        self.sheet.send_button.setEnabled(True)
        self.sheet.send_button.set_text(self.tr("Bring it in"))

    def _on_imported(self, told: Mapping[str, Any]) -> None:
        counts = told["counts"]
        words = self.tr("On the map: {new} new, {changed} changed, {base} in the base").format(
            new=counts.get("new", 0), changed=counts.get("changed", 0), base=counts.get("base", 0)
        )
        self._context.services.toast.emit(Toast(words, kind="done", seconds=10))
        if self.sheet is not None:
            self.sheet.finish()
        self._context.desk.reread()

    def _on_failed(self, trouble: Trouble) -> None:
        if self.sheet is not None:
            self.sheet.send_button.setEnabled(True)
            self.sheet.say(refusal(trouble.code, trouble.facts, self._context.desk.reference.unit_name))

    # -- out -------------------------------------------------------------------------------------------------------

    def open_export(self) -> None:
        """Ask where the map goes and in which system."""
        moment = local(self._context.desk.clock.now()).strftime("%Y%m%d-%H%M")
        name = self.tr("Map-{moment}").format(moment=moment)
        systems = [(code, system_word(code)) for code in SYSTEMS[1:]]
        fields = [
            Field(
                "path",
                self.tr("File"),
                kind="save_file",
                required=True,
                wide=True,
                value=proposed_path(f"{name}.geojson"),
            ),
            Field("crs", self.tr("Coordinates"), kind="choice", choices=systems, value="WGS-84"),
            Field("epsg", self.tr("or EPSG number"), hint="4549"),
            Field("origin", self.tr("Origin of local metres"), hint=self.tr("longitude, latitude")),
            Field("base", " ", kind="check", hint=self.tr("with all houses of the base"), value=True),
        ]
        self.sheet = FormSheet(
            self._context.look,
            self._host,
            self.tr("Write the map to a file"),
            fields,
            send=self.tr("Write"),
            now=self._context.desk.clock.now,
        )
        self.sheet.submitted.connect(self._on_export)
        self.sheet.open_sheet()

    def _on_export(self, values: dict[str, Any]) -> None:
        desk, sheet = self._context.desk, self.sheet
        if sheet is None:
            return
        try:
            origin = origin_of(str(values["origin"]))
        except ValueError:
            sheet.form.mark_wrong("origin")
            sheet.say(self.tr("Longitude and latitude, with a comma between them."))
            return
        crs = f"EPSG:{values['epsg']}" if values["epsg"] else str(values["crs"])
        options = {"crs": crs, "origin": origin, "base": bool(values["base"])}
        job = desk.start_job(
            "map", f"{JOB}write_map", {**desk.child_arguments(), "path": str(values["path"]), "options": options}
        )
        job.done.connect(self._on_written)
        job.failed.connect(self._on_failed)
        sheet.send_button.setEnabled(False)
        sheet.say(self.tr("writing …"))

    def _on_written(self, told: Mapping[str, Any]) -> None:
        words = self.tr("Written: {n} · {path}").format(n=told["count"], path=told["path"])
        self._context.services.toast.emit(Toast(words, kind="done", seconds=10))
        if self.sheet is not None:
            self.sheet.finish()


def preview_words(told: Mapping[str, Any]) -> str:
    """What would come of a file: what is new, changed, the same; what speaks against it."""
    counts = told["counts"]
    acts = {
        "new": translate("MapFiles", "new {n}"),
        "changed": translate("MapFiles", "changed {n}"),
        "same": translate("MapFiles", "the same {n}"),
        "base": translate("MapFiles", "base {n}"),
    }
    lines = [" · ".join(words.format(n=counts[act]) for act, words in acts.items() if counts.get(act))]
    lines.append(" · ".join(f"{kind_word(kind)} {count}" for kind, count in told["kinds"].items()))
    lines.append(translate("MapFiles", "coordinates read as {crs}").format(crs=told["crs"]))
    if told["doubt"] is not None:
        lines.append(refusal(told["doubt"]["code"], told["doubt"]["facts"]))
    lines += [
        translate("MapFiles", "broken: number {place} {name} - {why}").format(
            place=one["place"], name=one["name"], why=refusal(one["code"], one["facts"])
        )
        for one in told["broken"][:TOLD]
    ]
    if told["outside"]:
        lines.append(translate("MapFiles", "outside the office: {n}").format(n=told["outside"]))
    if told["unplaced"]:
        names = "、".join(map(str, told["unplaced"][:TOLD]))
        lines.append(translate("MapFiles", "no place of the roster has this name: {names}").format(names=names))
    return "\n".join(line for line in lines if line)
