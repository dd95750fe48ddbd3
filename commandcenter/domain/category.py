"""The editable category tree: three levels, each leaf a record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from commandcenter.domain.record import demands
from commandcenter.domain.refusal import Refused


def category_id(path: tuple[str, ...]) -> str:
    """The id of a category: the same on every desk for the same path."""
    return hashlib.sha256("/".join(path).encode()).hexdigest()[:12]


def category_path(text: str) -> tuple[str, ...]:
    """The levels in a written category such as ``供排水/道路积水``."""
    return tuple(level.strip() for level in text.replace("／", "/").split("/") if level.strip())[:3]


def levels(value: object) -> tuple[str, ...]:
    """The levels in the ``path`` field of a record; none where it holds no list."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


@demands("category")
def _check(fields: Mapping[str, Any]) -> None:
    path = fields.get("path")
    if not isinstance(path, list | tuple) or not 1 <= len(path) <= 3 or not all(str(level).strip() for level in path):
        raise Refused("category_path_wrong")
