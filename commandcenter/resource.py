"""Finds the program's own data files: reference data, templates, fonts, icons, sounds, translations."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _root() -> Path:
    here = Path(__file__).resolve().parent
    bundled = getattr(sys, "_MEIPASS", None)
    places = [Path(bundled) / "resources"] if bundled else []
    places += [here / "resources", here.parent / "resources"]
    for place in places:
        if (place / "theme" / "tokens.json").exists():
            return place
    raise FileNotFoundError("the program's resources folder is missing")


def resource(name: str) -> Path:
    """The path of a data file, ``name`` relative to the resources folder. It need not exist."""
    return _root() / name
