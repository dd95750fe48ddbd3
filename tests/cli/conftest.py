"""The sample office comes from the fixtures of the window."""

from office_window import founded_folder
from tests.conftest import NOW, Wall

__all__ = ["NOW", "Wall", "founded_folder"]
