"""One played incident, real and as a drill, shared by the tests of this folder; and the text of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from paper_text import squeezed, without_standing_matter
from played_incident import Desk, play
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from tests.conftest import NOW, Wall

__all__ = ["NOW", "Wall"]  # every conftest has the same module name, so this one hands them on


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk.open(tmp_path_factory.mktemp("real"))
    play(desk)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk.open(tmp_path_factory.mktemp("drill"), sample=True)
    play(desk, drill=True)
    yield desk
    desk.close()


@pytest.fixture
def pages(qapp: Any) -> Callable[[bytes], list[str]]:
    """The text layer of a PDF, page by page, as somebody would copy it."""

    def read(pdf: bytes) -> list[str]:
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(None)
        document.load(buffer)
        assert document.status() == QPdfDocument.Status.Ready
        found = [document.getAllText(page).text() for page in range(document.pageCount())]
        document.close()
        return found

    return read


@pytest.fixture
def running_text(pages: Callable[[bytes], list[str]]) -> Callable[[bytes], str]:
    """The text of a whole document in one piece, without the marks and figures that stand on every page."""

    def read(pdf: bytes) -> str:
        return "".join(squeezed(without_standing_matter(text)) for text in pages(pdf))

    return read
