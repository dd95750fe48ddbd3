"""The roster on paper and as contacts: everybody of the office stands on the wall list, a signboard tells no volunteer's number, cards fit."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.contacts_job import export_contacts
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.call_list import below, drawn
from commandcenter.domain.call_list_acts import DrawUpCallList, TickCall
from commandcenter.domain.command import Command
from commandcenter.domain.record import RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7
from tests.conftest import NOW
from vcard_reader import Property, read_cards


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office on disk."""
    found = tmp_path_factory.mktemp("roster_papers") / "data"
    found.mkdir()
    submit(found, sample_office(NOW, lambda: uuid7(NOW)))
    return found


def submit(folder: Path, *commands: Command) -> list[Done]:
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    try:
        found = [door.submit(command) for command in commands]
    finally:
        door.close()
    done = [one for one in found if isinstance(one, Done)]
    assert len(done) == len(commands), found
    return done


def directory_of(folder: Path) -> Directory:
    read = Read(folder)
    try:
        return Reference(read.reference, lambda: NOW).directory
    finally:
        read.close()


def data(folder: Path, form: str, subject: str) -> dict[str, Any]:
    return document_data(str(folder), "", form, subject, now=NOW)[0]


def pages(folder: Path, form: str, subject: str) -> int:
    printed = print_document(_unwatched, str(folder), "", form, subject, now=NOW)
    assert printed["pdf"].startswith(b"%PDF")
    return int(printed["pages"])


def only(card: list[Property], name: str) -> Property:
    (found,) = [line for line in card if line.name == name]
    return found


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


def test_every_street_and_everybody_of_its_team_stands_on_the_wall_list(folder: Path) -> None:
    told = data(folder, "wall_list", "office/main")
    rows = [row for block in told["blocks"] if block["is"] == "table" for row in block["rows"]]
    directory = directory_of(folder)
    assert sorted(row[0] for row in rows) == sorted(street.name for street in directory.streets())
    words = "\n".join(" ".join(row) for row in rows)
    for street in directory.streets():
        for holder in directory.holders(f"place/{street.id}", "street_chief", "alley_chief"):
            assert holder.person.name in words
        for holder in directory.holders(f"place/{street.id}", "steward"):
            assert holder.person.phone in words
    one = data(folder, "wall_list", "place/A1")
    assert len([block for block in one["blocks"] if block["is"] == "table"]) == 1


def test_a_signboard_names_volunteers_without_their_numbers(folder: Path, request: pytest.FixtureRequest) -> None:
    (board,) = data(folder, "signboard", "place/J07")["boards"]
    fields = {one["name"]: one["text"] for one in board["fields"]}
    assert board["name"] == "砚池胡同"
    assert fields["长度"] == "340米"
    assert fields["街巷长"].startswith("陶天佑")
    assert fields["联系电话"] == "100-0000-0026"
    directory = directory_of(folder)
    stewards = directory.holders("place/J07", "steward")
    assert fields["小巷管家"] == "、".join(holder.person.name for holder in stewards)
    assert not any(holder.person.phone in str(board) for holder in stewards)
    assert len(board["items"]) == 10
    printed = print_document(_unwatched, str(folder), "", "signboard", "place/J07", now=NOW)
    (text,) = request.getfixturevalue("pages")(printed["pdf"])
    assert "砚池胡同" in text
    assert "打印" not in text, "it hangs in the street: nobody there is told who printed it when"
    assert pages(folder, "signboard", "place/J03") == 3, "the street and its two alleys"


def test_a_vacancy_is_said_on_the_board(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    submit(copy, RetireRecord(subject="appointment/J07-alley_chief", reason="调离"))
    (board,) = data(copy, "signboard", "place/J07")["boards"]
    fields = {one["name"]: one["text"] for one in board["fields"]}
    assert fields["街巷长"] == "空缺"
    assert fields["联系电话"] == "—"


def test_eight_cards_stand_on_a_page_and_each_names_whom_to_call(folder: Path) -> None:
    cards = data(folder, "pocket_cards", "office/main")["cards"]
    assert len(cards) == len(directory_of(folder).streets())
    card = next(one for one in cards if one["code"] == "J07")
    rows = [(row["name"], row["text"]) for row in card["rows"]]
    assert rows[0] == ("巷长", "陶天佑 100-0000-0026")
    assert ("上级街长", "牛启明 100-0000-0010") in rows
    assert card["assembly"]
    assert pages(folder, "pocket_cards", "office/main") == -(-len(cards) // 8)


def test_a_call_list_tells_what_came_of_each_call_and_leaves_room_for_the_others(folder: Path) -> None:
    lines = drawn(directory_of(folder), below(directory_of(folder), "place/J07")).lines
    (made,) = submit(folder, DrawUpCallList(title="防汛叫应", lines=lines, about="place/J07"))
    key = str(made.report["call_list"])
    submit(
        folder,
        TickCall(call_list=key, person=lines[0].person, result="reached"),
        TickCall(call_list=key, person=lines[1].person, result="no_answer"),
        TickCall(call_list=key, person=lines[1].person, result="no_answer"),
    )
    told = data(folder, "roster_call_list", f"call_list/{key}")
    facts = {row["name"]: row["text"] for row in told["blocks"][0]["rows"]}
    assert facts["事由"] == "防汛叫应"
    assert f"共{len(lines)}人，已接通1人" in facts["进展"]
    rows = told["blocks"][1]["rows"]
    assert len(rows) == len(lines)
    assert rows[0][4].startswith("已接通")
    assert not rows[0][5]
    assert "未接" in rows[1][4]
    assert rows[1][4].endswith("（第2次）")
    assert rows[2][5] == "□是 □否"
    assert pages(folder, "roster_call_list", f"call_list/{key}") >= 1


@pytest.mark.parametrize(
    ("form", "subject"), [("signboard", "place/none"), ("wall_list", "place/J07"), ("roster_call_list", "call_list/x")]
)
def test_what_is_not_there_is_not_printed(folder: Path, form: str, subject: str) -> None:
    with pytest.raises(Refused) as refused:
        data(folder, form, subject)
    assert refused.value.code == "nothing_to_print"


def test_the_people_of_a_street_go_out_with_their_posts(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "砚池"
    options = {"about": "place/J07", "version": "3.0", "now": NOW}
    told = export_contacts(_unwatched, str(folder), "", str(target), options)
    path = Path(told["path"])
    assert path.name == "砚池.vcf"
    cards = read_cards(path.read_bytes())
    assert told["people"] == len(cards)
    names = [only(card, "FN").text() for card in cards]
    assert names[0] == "陶天佑"
    assert len(set(names)) == len(names)
    chief = cards[0]
    assert only(chief, "TEL").text() == "100-0000-0026"
    assert "砚池胡同巷长" in only(chief, "TITLE").text()
    assert only(chief, "ORG").parts(";")[1] == "槐序社区"
    assert "巷长" in only(chief, "CATEGORIES").parts(",")
