"""Local settings of this seat: look, sound, window. A file of its own; they are no facts and never travel."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """Settings with their defaults.

    ``scale``: text size in percent (100, 115, 130). ``sound``: alarm tones. ``volume``: 0-100. ``flash``: an overdue key
    block may flash once a second. ``geometry``: the window's place as Qt saves it, in hex. ``import_columns``: which
    column gave which field of an imported sheet, by the signature of its headings (``exchange.mapping``). ``printer``: the
    name of the one last chosen, empty for the computer's own. ``watch_folder``: where exports of other systems appear and
    are imported by themselves, empty for none. ``map_layers``: what the map shows over the ground, by the codes of its layers.
    """

    theme: str = "dark"
    scale: int = 100
    language: str = "zh_CN"
    sound: bool = True
    volume: int = 80
    flash: bool = True
    geometry: str = ""
    backup_folder: str = ""
    seat: str = ""
    printer: str = ""
    case_columns: str = ""
    watch_folder: str = ""
    map_layers: str = "cases incident departments coverage assembly"
    import_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def load_settings(folder: Path) -> LocalSettings:
    """The settings in a data folder; a missing or damaged file gives the defaults, a wrong value its own default."""
    try:
        told = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return LocalSettings()
    if not isinstance(told, dict):
        return LocalSettings()
    defaults = LocalSettings()
    good: dict[str, Any] = {}
    for item in fields(LocalSettings):
        value = told.get(item.name)
        if type(value) is type(getattr(defaults, item.name)):
            good[item.name] = _plain(value) if isinstance(value, dict) else value
    return replace(defaults, **good)


def _plain(told: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What of a table of texts by name is whole."""
    return {
        name: {key: value for key, value in inner.items() if isinstance(value, str)}
        for name, inner in told.items()
        if isinstance(inner, dict)
    }


def save_settings(folder: Path, settings: LocalSettings) -> None:
    """Write the settings; an interrupted write leaves the old file. Raises ``OSError``."""
    path = folder / FILE_NAME
    temporary = path.with_suffix(".new")
    temporary.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
    os.replace(temporary, path)
