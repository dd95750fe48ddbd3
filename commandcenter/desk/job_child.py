"""The life of a child process that does the jobs of a lane: it loads no Qt, only what a job of it needs.

A job is a plain function named by its dotted path, called with a progress function and plain keyword arguments.
"""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import trouble_in

Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """Somebody asked the job to stop."""


def serve(pipe: Connection[Any, Any]) -> None:
    """The child's life: take a job, work, answer; end when the parent hangs up."""
    while True:
        try:
            told = pipe.recv()
        except EOFError:
            return
        if told == "stop":
            continue
        name, arguments = told
        outcome = _work(pipe, name, arguments)
        with suppress(BrokenPipeError):  # the parent is gone; hanging up is read next
            pipe.send(outcome)


def _work(pipe: Connection[Any, Any], name: str, arguments: Mapping[str, Any]) -> tuple[str, Any]:
    def progress(done: int, total: int) -> None:
        if pipe.poll() and pipe.recv() == "stop":
            raise Cancelled
        pipe.send(("progress", (done, total)))

    try:
        module, _, function = name.partition(":")
        return "done", getattr(importlib.import_module(module), function)(progress, **arguments)
    except Cancelled:
        return "cancelled", None
    except Refused as refused:
        return "failed", (refused.code, dict(refused.facts))
    except Exception as error:  # noqa: BLE001  the parent words it, with the trace for support
        trouble = trouble_in(error)
        if trouble is not None:
            return "failed", (trouble.code, {name: str(value) for name, value in trouble.facts.items()})
        return "failed", ("crashed", {"detail": traceback.format_exc(limit=8)})
