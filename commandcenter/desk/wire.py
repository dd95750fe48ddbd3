"""Commands and outcomes as JSON, for the local socket and for child processes. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import msgspec

from commandcenter.desk.engine import Done, NotSaved, Outcome, RefusedBy
from commandcenter.domain.command import Batch, Command, Who
from commandcenter.domain.office import FoundOffice
from commandcenter.journal.journal import Changes


def command_to_wire(command: Command) -> dict[str, Any]:
    """A command as plain values, its name under ``do``."""
    told: dict[str, Any] = {"do": type(command).__name__}
    for item in fields(command):
        value = getattr(command, item.name)
        if isinstance(command, Batch) and item.name == "commands":
            value = [command_to_wire(part) for part in command.commands]
        elif isinstance(command, FoundOffice) and item.name == "matters":
            value = [command_to_wire(part) for part in command.matters]
        told[item.name] = msgspec.to_builtins(value)
    return told


def command_from_wire(told: Mapping[str, Any]) -> Command:
    """The command in plain values. Raises ``ValueError`` for anything that is none."""
    from commandcenter.domain.acts import command_named  # every command: not before the first one comes

    kind = command_named(str(told.get("do")))
    if kind is None:
        raise ValueError(f"no such command: {told.get('do')!r}")
    rest = {name: value for name, value in told.items() if name != "do"}
    nested = "commands" if kind is Batch else "matters" if kind is FoundOffice else ""
    if nested:
        parts = tuple(command_from_wire(part) for part in rest.pop(nested, ()))
        told_parts: dict[str, Any] = {nested: parts}
        return replace(msgspec.convert({**rest, nested: ()}, kind, strict=False), **told_parts)
    return msgspec.convert(rest, kind, strict=False)


def outcome_to_wire(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain values."""
    if isinstance(outcome, Done):
        return {
            "is": "done",
            "subjects": list(outcome.subjects),
            "report": msgspec.to_builtins(dict(outcome.report)),
            "position": outcome.changes.position,
        }
    kind = "refused" if isinstance(outcome, RefusedBy) else "not_saved"
    return {"is": kind, "code": outcome.code, "facts": msgspec.to_builtins(dict(outcome.facts), enc_hook=str)}


def outcome_from_wire(told: Mapping[str, Any]) -> Outcome:
    """The outcome in plain values."""
    if told.get("is") == "done":
        subjects = tuple(told.get("subjects", ()))
        changes = Changes(frozenset(subjects), int(told.get("position", 0)))
        return Done(subjects, told.get("report", {}), changes)
    kind = RefusedBy if told.get("is") == "refused" else NotSaved
    return kind(str(told.get("code", "unknown")), told.get("facts", {}))


def who_to_wire(who: Who | None) -> dict[str, str] | None:
    """Who acts, as plain values."""
    return None if who is None else msgspec.to_builtins(who)


def who_from_wire(told: Mapping[str, Any] | None) -> Who | None:
    """Who acts; None for the person at the seat."""
    return None if told is None else msgspec.convert(told, Who)
