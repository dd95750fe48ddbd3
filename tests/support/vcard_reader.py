"""Reads vCards as RFC 6350 tells, written apart from the writer: unfolds, parts, unescapes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Property:
    """A line: its name, its parameters, its value as it stands."""

    name: str
    params: dict[str, str]
    value: str

    def text(self) -> str:
        """The value unescaped."""
        return unescaped(self.value)

    def parts(self, mark: str) -> list[str]:
        """The value cut at a mark that is not escaped, each part unescaped."""
        found, part, at = [], "", 0
        while at < len(self.value):
            if self.value[at] == "\\":
                part += self.value[at : at + 2]
                at += 2
                continue
            if self.value[at] == mark:
                found.append(part)
                part = ""
            else:
                part += self.value[at]
            at += 1
        return [unescaped(one) for one in [*found, part]]


def unescaped(text: str) -> str:
    found, at = "", 0
    while at < len(text):
        if text[at] == "\\":
            found += {"n": "\n", "N": "\n"}.get(text[at + 1], text[at + 1])
            at += 2
        else:
            found += text[at]
            at += 1
    return found


def read_cards(raw: bytes) -> list[list[Property]]:
    """The cards, each a list of its lines. Fails where a line is longer than allowed or a card is not closed."""
    lines: list[bytes] = []
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:]
        elif line:
            lines.append(line)
    cards: list[list[Property]] = []
    is_open = False
    for line in lines:
        one = _property(line.decode())
        if one.name == "BEGIN":
            assert not is_open
            is_open = True
            cards.append([])
        elif one.name == "END":
            assert is_open
            is_open = False
        else:
            assert is_open
            cards[-1].append(one)
    assert not is_open
    return cards


def _property(line: str) -> Property:
    marks = [at for at, letter in enumerate(line) if letter == ":" and line[:at].count('"') % 2 == 0]
    at = marks[0]
    head, value = line[:at], line[at + 1 :]
    name, *params = head.split(";")
    told = dict(one.split("=", 1) for one in params)
    return Property(name, {key: text.strip('"') for key, text in told.items()}, value)
