"""A person at the import screen: real files by their paths, real keys, and what the screen and the database say."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.screen import ImportScreen
from commandcenter.ui.shell.window import Window
from office_window import Hands
from tests.exchange.dirty_workbook import Expected, dirty_workbook

SLOW = 60_000


class Importer:
    """A person at the import screen."""

    def __init__(self, window: Window, hands: Hands) -> None:
        self.window = window
        self.hands = hands
        window.do_command("import")
        found = window.screens["importing"]
        assert isinstance(found, ImportScreen)
        self.screen = found

    @property
    def page(self) -> Page:
        """What is in sight."""
        page = self.screen.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def free(self) -> None:
        """Wait until no job is at work and every screen was told."""
        self.hands.until(lambda: self.screen.job is None, SLOW)
        self.hands.settled()

    def read(self, path: Path) -> None:
        """Type the path of a file and press Enter."""
        assert self.screen.file.line.hasFocus()
        self.screen.file.line.selectAll()
        self.hands.type(str(path))
        self.hands.enter()
        self.free()

    def on(self, stage: str) -> None:
        """Ctrl+Enter, to the stage that has to come."""
        self.hands.send()
        self.free()
        assert self.page is self.screen._pages[stage], (stage, self.screen.stage, self.screen.card.words.text())

    def to_live(self, path: Path) -> None:
        """From the file to the stage of history or live."""
        self.read(path)
        if self.screen.stage == "sheets":
            self.on("columns")
        self.on("check")
        self.on("live")

    def whole(self, path: Path) -> None:
        """From the file to the report, as history."""
        self.to_live(path)
        self.on("report")

    def figures(self) -> dict[str, str]:
        """What the report says."""
        return {figure.label: figure.value for figure in self.screen.report.figures.figures}

    def cases(self) -> list[CaseRow]:
        """All cases of the office."""
        reader = self.screen.desk.read.cases
        order = reader.order(CaseQuery(view="all", order="received"), self.screen.now())
        return list(reader.rows(order).values())

    def reports(self) -> list[Path]:
        """The reports beside the data."""
        return sorted((self.screen.desk.folder / "imports").glob("*.json"))


@pytest.fixture
def importer(window: Window, hands: Hands) -> Importer:
    return Importer(window, hands)


@pytest.fixture
def dirty(tmp_path: Path) -> Expected:
    return dirty_workbook(tmp_path / "messages.xlsx")
