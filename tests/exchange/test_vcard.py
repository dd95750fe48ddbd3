"""Contacts for a telephone: whatever a name holds comes back; lines as the standard wants them; the roster's people whole."""

from __future__ import annotations

import pytest
from commandcenter.exchange.vcard import VERSIONS, Contact, name_parts, vcards
from hypothesis import given
from hypothesis import strategies as st
from vcard_reader import Property, read_cards

WORDS = st.text(
    st.one_of(st.sampled_from("单区尉迟恭欧阳巷长、，,;:\\\n\"=' A9é😀"), st.characters(codec="utf-8")), max_size=60
)


def kept(text: str) -> str:
    """What a contact keeps of a text: line ends made one, control characters gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter == "\n" or ord(letter) >= 32)


def one(card: list[Property], name: str) -> Property:
    found = [line for line in card if line.name == name]
    assert len(found) == 1, name
    return found[0]


@given(
    name=WORDS,
    phone=WORDS,
    org=st.lists(WORDS.filter(bool), max_size=3),
    titles=st.lists(WORDS.filter(bool), max_size=3),
    groups=st.lists(WORDS.filter(bool), max_size=3),
    note=WORDS,
    version=st.sampled_from(VERSIONS),
)
def test_whatever_is_written_is_read_back(
    name: str, phone: str, org: list[str], titles: list[str], groups: list[str], note: str, version: str
) -> None:
    contact = Contact("person-1", name, ((phone, "cell"),), org, titles, groups, note, 1_784_000_000_000)
    raw = vcards([contact, contact], version).encode()
    cards = read_cards(raw)
    assert len(cards) == 2
    assert cards[0] == cards[1]
    card = cards[0]
    assert card[0].name == "VERSION"
    assert card[0].value == version
    assert one(card, "FN").text() == kept(name)
    family, given_, *rest = one(card, "N").parts(";")
    assert (family, given_) == tuple(kept(part) for part in name_parts(name))
    assert rest == ["", "", ""]
    assert one(card, "TEL").text() == kept(phone)
    assert one(card, "TEL").params["TYPE"].lower() == "cell"
    if org:
        assert one(card, "ORG").parts(";") == [kept(part) for part in org]
    if titles:
        assert one(card, "TITLE").text() == kept("、".join(titles))
    if groups:
        assert one(card, "CATEGORIES").parts(",") == [kept(part) for part in groups]
    if note:
        assert one(card, "NOTE").text() == kept(note)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("单建国", ("单", "建国")),
        ("欧阳明月", ("欧阳", "明月")),
        ("尉迟恭", ("尉迟", "恭")),
        ("欧阳", ("欧", "阳")),
        ("古丽·买买提", ("", "古丽·买买提")),
        ("王", ("", "王")),
        ("John", ("", "John")),
        ("", ("", "")),
    ],
)
def test_family_and_given_name_stand_apart(name: str, parts: tuple[str, str]) -> None:
    assert name_parts(name) == parts


def test_a_telephone_files_a_surname_as_it_is_read() -> None:
    (card,) = read_cards(vcards([Contact("1", "单建国")]).encode())
    assert one(card, "SORT-STRING").text() == "shan jianguo"
    (card,) = read_cards(vcards([Contact("1", "单建国")], "4.0").encode())
    assert one(card, "N").params["SORT-AS"] == "shan,jianguo"


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2\.1"):
        vcards([], "2.1")
