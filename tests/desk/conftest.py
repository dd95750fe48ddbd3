"""The fixtures of a desk on a small office live in ``tests/support/small_desk.py``.

Every ``conftest.py`` has the same module name, so this one also hands on what tests import from the one above.
"""

from small_desk import Hand, clock, desk, hand, office_of_its_own, small_folder
from tests.conftest import NOW, Wall

__all__ = ["NOW", "Hand", "Wall", "clock", "desk", "hand", "office_of_its_own", "small_folder"]
