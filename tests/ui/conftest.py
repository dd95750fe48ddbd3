"""The fixtures of the window live in ``tests/support/office_window.py``.

Every ``conftest.py`` has the same module name, so this one also hands on what tests import from the one above.
"""

from importer import dirty, importer
from main_screens import desk, quick, restart
from map_tab import map_screen, map_view
from office_window import Hands, application, clock, founded_folder, hands, office_folder, window
from post_board import post, small
from post_tabs import organ, tasks
from settings_hands import come, officer
from tests.conftest import NOW, Wall

__all__ = [
    "NOW",
    "Hands",
    "Wall",
    "application",
    "clock",
    "come",
    "desk",
    "dirty",
    "founded_folder",
    "hands",
    "importer",
    "map_screen",
    "map_view",
    "office_folder",
    "officer",
    "organ",
    "post",
    "quick",
    "restart",
    "small",
    "tasks",
    "window",
]
