"""What orders can point at: the places, grids and units of a founded office, read from its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Entry = tuple[str, dict[str, Any], dict[str, Any]]
"""A record to be listed: subject, fields, private words."""

_SORTS = {"building": "building", "site": "building", "street": "street", "alley": "street", "community": "community"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place an order can come from. ``grids`` are those it may lie in, ``kind`` is that of its record."""

    id: str
    name: str
    kind: str
    community: str
    grids: tuple[str, ...]


class Ground:
    """Spots by community and sort: ``building``, ``street`` or ``community``."""

    def __init__(self, records: Iterable[Entry]) -> None:
        places = {subject.partition("/")[2]: fields for subject, fields, _ in records if subject.startswith("place/")}
        grids = {key: fields["grids"] for key, fields in places.items() if fields["kind"] == "community"}
        self.communities = tuple(sorted(grids))
        self.spots: dict[tuple[str, str], list[Spot]] = {}
        for key, fields in sorted(places.items()):
            sort = _SORTS.get(fields["kind"])
            if sort is None:
                continue
            community = key if sort == "community" else str(fields["community"])
            own = fields.get("grids") or places.get(str(fields.get("street", "")), {}).get("grids") or ()
            near = [grid for grid in own if grid in grids.get(community, ())] or grids.get(community, [""])
            spot = Spot(key, str(fields["name"]), str(fields["kind"]), community, tuple(near))
            self.spots.setdefault((community, sort), []).append(spot)

    def at(self, community: str, sort: str) -> list[Spot]:
        """The spots of a sort in a community; the community itself where it has none."""
        return self.spots.get((community, sort)) or self.spots[community, "community"]
