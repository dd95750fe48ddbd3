"""What is said on the terminal: sentences, progress on a line of its own, and the result for machines."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from types import FrameType
from typing import Any

Progress = Callable[[int, int], None]


class Stopped(Exception):
    """Ctrl+C between two steps of a long work."""


def speak_utf8() -> None:
    """A sign the terminal cannot show is replaced, never a reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


class Terminal:
    """``machine``: sentences go to the error stream, so that the last line of output is the result."""

    def __init__(self, machine: bool) -> None:
        self._machine = machine
        self._shown = ""
        self._stop = False

    def say(self, words: str) -> None:
        """A sentence for the person."""
        self._clear()
        print(words, file=sys.stderr if self._machine else sys.stdout, flush=True)

    def complain(self, words: str) -> None:
        """A sentence about what went wrong."""
        self._clear()
        print(words, file=sys.stderr, flush=True)

    def result(self, told: Mapping[str, Any]) -> None:
        """The result, as the last line of output, for machines."""
        if self._machine:
            print(json.dumps(told, ensure_ascii=False), flush=True)

    @contextmanager
    def long(self, words: str) -> Iterator[Progress]:
        """A long work: its progress stands on one line of a terminal; Ctrl+C makes the progress raise ``Stopped``."""
        before = signal.signal(signal.SIGINT, self._on_interrupt)

        def progress(done: int, total: int) -> None:
            if self._stop:
                self._stop = False
                raise Stopped
            self._show(f"{words} {done:,} / {total:,}" if total else words)

        try:
            yield progress
        finally:
            signal.signal(signal.SIGINT, before)
            self._clear()

    def _on_interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._stop = True

    def _show(self, line: str) -> None:
        if line != self._shown and sys.stderr.isatty():
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
            self._shown = line

    def _clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = ""
