"""Names that the files here share with the others."""

from office_window import founded_folder
from tests.conftest import NOW, Wall

__all__ = ["NOW", "Wall", "founded_folder"]
