"""Working copies of records: what is being written is kept as a draft until it is saved, so neither Esc nor a crash loses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from commandcenter.desk.desk import Desk
from commandcenter.domain.record import Record

Copy = dict[str, Any]
"""The editable parts of a record by name."""


class WorkCopies:
    """The records of a family as they stand and as they are being written. ``standing`` makes the copy of a record.

    The drafts are kept under ``prefix`` and the record's id. A record that was never saved exists only here.
    """

    def __init__(self, desk: Desk, family: str, prefix: str, standing: Callable[[Record], Copy]) -> None:
        self._desk, self._family, self._prefix, self._standing = desk, family, prefix, standing
        self._copies: dict[str, Copy] = {}
        self.records: dict[str, Record] = {}
        for key, text in desk.drafts().items():
            if key.startswith(prefix):
                told = json.loads(text)
                if isinstance(told, dict):
                    self._copies[key.removeprefix(prefix)] = told

    def read(self) -> None:
        """Read the records anew; a copy that says what its record says is forgotten."""
        self.records = self._desk.read.reference.records(self._family)
        for key, told in self._copies.items():
            standing = self._standing(self.record(key))
            self._copies[key] = standing | {part: told[part] for part in standing if part in told}
        self._copies = {key: edited for key, edited in self._copies.items() if self.changed(key)}

    def record(self, key: str) -> Record:
        """The record as it stands; an unknown one under its subject when it was never saved."""
        return self.records.get(key, Record(subject=f"{self._family}/{key}"))

    @property
    def unsaved(self) -> list[str]:
        """The records that were never saved, by id."""
        return sorted(key for key in self._copies if key not in self.records)

    def copy(self, key: str) -> Copy:
        """The working copy of a record."""
        if key not in self._copies:
            self._copies[key] = self._standing(self.record(key))
        return self._copies[key]

    def begin(self, key: str, begun: Copy) -> None:
        """Begin a record that does not exist yet."""
        self._copies[key] = begun
        self.keep(key)

    def changed(self, key: str) -> list[str]:
        """The parts that differ from the record as it stands."""
        edited = self._copies.get(key)
        if edited is None:
            return []
        standing = self._standing(self.record(key))
        return [part for part in standing if edited.get(part) != standing[part]]

    def keep(self, key: str) -> None:
        """Write the working copy down, or forget it when nothing differs."""
        if key in self._copies:
            text = json.dumps(self._copies[key], ensure_ascii=False) if self.changed(key) else ""
            self._desk.save_draft(f"{self._prefix}{key}", text)

    def drop(self, key: str) -> None:
        """Forget the working copy."""
        self._copies.pop(key, None)
        self._desk.save_draft(f"{self._prefix}{key}", "")
