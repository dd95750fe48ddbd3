"""``generate``: a trial office of any size, with its figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.cli.arguments import Given
from commandcenter.cli.terminal import Terminal
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.generating_job import generate
from commandcenter.domain.clock import local
from commandcenter.exchange.generator import Wish

translate = QCoreApplication.translate


def make(given: Given, terminal: Terminal) -> dict[str, Any]:
    """Make the office in the folder that was named; returns its figures. Refuses ``folder_not_empty``."""
    options = given.options
    now = SystemClock().now()
    wish = Wish(
        options["cases"], options["years"], options["seed"], min(options["until"] or now, now) // 60_000 * 60_000
    )
    folder = Path(options["folder"]).expanduser().resolve()
    with terminal.long(translate("Terminal", "Making the office")) as progress:

        def told(part: str, done: int) -> None:
            progress(done, wish.cases if part == "searching" else 0 if part == "closing" else wish.expected_events)

        found = generate(folder, given.key.hex() if given.key else "", wish, told)
    terminal.say(
        translate(
            "Terminal", "{made} cases in {events} entries, {open} of them open, until {until}; {size} MiB"
        ).format(
            made=f"{found['made']:,}",
            events=f"{found['events']:,}",
            open=f"{found['open']:,}",
            until=f"{local(wish.until):%Y-%m-%d %H:%M}",
            size=f"{found['bytes'] / (1 << 20):,.0f}",
        )
    )
    seconds = found["seconds"]
    terminal.say(
        translate("Terminal", "Seconds: {orders:.0f} for the entries, {searching:.0f} to make them searchable").format(
            orders=seconds["orders"], searching=seconds["searching"]
        )
    )
    terminal.say(translate("Terminal", "Digest: {digest}").format(digest=found["digest"]))
    return {**found, "folder": str(folder)}
