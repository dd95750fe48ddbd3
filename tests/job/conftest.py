"""Names that the files here share with the others."""

from tests.conftest import NOW, Wall

__all__ = ["NOW", "Wall"]
