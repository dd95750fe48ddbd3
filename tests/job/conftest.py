"""Names that the files here share with the others."""

from main_screens import desk, quick
from office_window import application, clock, founded_folder, hands, office_folder, window
from tests.conftest import NOW, Wall

__all__ = [
    "NOW",
    "Wall",
    "application",
    "clock",
    "desk",
    "founded_folder",
    "hands",
    "office_folder",
    "quick",
    "window",
]
