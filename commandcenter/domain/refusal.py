"""A rule saying no: a code and the facts behind it. The screen finds the words."""

from __future__ import annotations


class Refused(Exception):
    """A command the rules do not allow.

    ``code`` is stable and translated by the screen and the command line; ``facts`` are the values that
    the sentence needs (names, numbers, times as epoch milliseconds).
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({told})"
