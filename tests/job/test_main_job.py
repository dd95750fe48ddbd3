"""The whole job by keys through the real window: letters in, a call, the whistle, the post, the end, the paper.

The demonstration plays it; here what it left behind - the journal, the paper, the pictures - is held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from commandcenter.app import make_application
from commandcenter.demo.play import EVENING, play
from commandcenter.demo.stage import texts
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.desk.work import rebuild_projections, verify_journal
from commandcenter.domain.clock import DAY
from commandcenter.domain.handover import HandOver
from commandcenter.domain.report_in import MILESTONES
from commandcenter.domain.roster import CHIEFS
from commandcenter.domain.timeline import entries
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import times
from commandcenter.ui.language import install_language
from pixels import colours
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from tests.reporting.paper_text import squeezed

LEAST_PICTURES = 30
FEWEST_COLOURS = 30
"""A picture of fewer colours shows nothing."""


@dataclass(frozen=True)
class Played:
    """What a run of the job left behind."""

    folder: Path
    out: Path
    told: dict[str, Any]
    incident: Incident
    reference: Reference
    paper: str


def _unheard(_done: int, _total: int) -> None:
    return None


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    out = tmp_path_factory.mktemp("job")
    folder = out / "data"
    app = make_application()
    try:
        told = play(out, folder, None, _unheard)
    finally:
        install_language(app, "en")  # the other tests of this process read the source's own words
    read = Read(folder)
    try:
        incident = read.incidents.incident(read.incidents.by_number(told["number"]))
        yield Played(folder, out, told, incident, Reference(read.reference), _text(Path(told["review"])))
    finally:
        read.close()


def _text(pdf: Path) -> str:
    document = QPdfDocument()
    assert document.load(str(pdf)) == QPdfDocument.Error.None_
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return squeezed("".join(pages))


def test_the_job_went_through_to_its_end(played: Played) -> None:
    whistle = played.incident.whistle
    assert whistle.stood_down_at is not None
    assert whistle.closed_at is not None
    assert whistle.mode == "real"
    assert whistle.blown_by
    assert played.incident.post.known
    assert [stage for stage, _ in whistle.reports] == ["initial", "final"]


def test_every_department_has_an_honest_end(played: Played) -> None:
    ends = {state.ordinal: state for state in played.incident.report_ins}
    assert len(ends) == 13
    assert all(state.closed for state in ends.values())
    refused = [state for state in ends.values() if state.outcome is not None and state.outcome.name == "refused"]
    assert [state.ordinal for state in refused] == [10]
    assert ends[1].people == 14


def test_the_paper_says_what_the_journal_says(played: Played) -> None:
    paper, whistle = played.paper, played.incident.whistle
    assert squeezed(whistle.number) in paper
    assert squeezed(whistle.place_words) in paper
    assert whistle.stood_down_at is not None
    for state in played.incident.report_ins:
        assert squeezed(played.reference.unit_name(state.unit)) in paper
        for name in MILESTONES:
            found = state.milestone(name)
            if found is not None and found.at is not None and name != "back":
                assert squeezed(times.since(whistle.blown_at, found.at)) in paper, (state.unit, name)


def test_every_entry_of_the_journal_stands_in_the_record(played: Played) -> None:
    read = Read(played.folder)
    try:
        facts = read.incidents.facts(played.incident.whistle.id)
    finally:
        read.close()
    lines = [line for line in entries(facts) if line.at]
    assert len(lines) > 80
    missing = [line for line in lines if squeezed(times.clock(line.at)) not in played.paper]
    assert not missing


def test_what_was_typed_stands_on_the_paper(played: Played) -> None:
    told = texts()
    words = [
        told["refusal"]["words"],
        told["leader"]["words"],
        told["district"]["told_by"],
        told["post"]["place_words"],
        told["order"]["words"],
        told["order"]["danger"],
        told["lines"]["smoke"],
        told["stand_down"]["words"],
        told["stand_down"]["risk"],
        told["lesson"]["words"],
        told["lesson"]["change"],
        told["lesson"]["owner"],
    ]
    assert [text for text in words if squeezed(text) not in played.paper] == []


def test_the_letters_came_in_once_and_the_bad_one_was_told(played: Played) -> None:
    reports = list((played.folder / "imports").glob("*.json"))
    assert len(reports) == 1
    read = Read(played.folder)
    try:
        assert read.cases.stage_counts()["history"] == 4
    finally:
        read.close()


def test_the_watch_was_handed_over_by_both(played: Played) -> None:
    told, read = texts(), Read(played.folder)
    try:
        found = read.reference.shifts(EVENING - DAY, EVENING)
        going = next(key for key, shift in found if shift.starts_at <= EVENING < shift.ends_at)
        state = read.matters.one(HandOver, f"handover/{going}")
    finally:
        read.close()
    names = played.reference.directory.people
    sides = {one.side: names[one.person].name for one in state.signatures}
    assert state.closed_at is not None
    assert sorted(sides) == ["into", "out"]
    paper = _text(played.out / "F01-交接班.pdf")
    written = [told["morning"][name] for name in ("note", "remark", "generator")]
    unread = [call["said"] for call in (*told["telephone"], *told["night"]) if "read_back" not in call]
    assert len(unread) == 1
    assert [text for text in (*sides.values(), *written, *unread) if squeezed(text) not in paper] == []


def test_every_chief_stands_on_the_wall_list(played: Played) -> None:
    directory = played.reference.directory
    paper = _text(played.out / "街巷长名录.pdf")
    chiefs = [
        post.person.name for street in directory.streets() for post in directory.holders(f"place/{street.id}", *CHIEFS)
    ]
    assert len(chiefs) == len(directory.streets())
    assert [name for name in chiefs if squeezed(name) not in paper] == []


def test_the_drill_stays_a_drill(played: Played) -> None:
    read = Read(played.folder)
    try:
        modes = {row.state.number: row.state.mode for row in read.incidents.all()}
    finally:
        read.close()
    assert modes[played.told["number"]] == "real"
    told = sorted((mode, number.partition("-20")[0]) for number, mode in modes.items())
    assert told == [("drill", "演-YJ"), ("drill", "演-YJ"), ("real", "JJ"), ("real", "YJ")]


def test_the_journal_is_whole_and_folds_to_the_same(played: Played) -> None:
    folder = str(played.folder)
    assert verify_journal(_unheard, folder, "")["events"] > 1500
    assert rebuild_projections(_unheard, folder, "")["changed"] == 0


def test_the_pictures_show_something(played: Played) -> None:
    names = played.told["pictures"]
    assert len(names) == len(set(names)) >= LEAST_PICTURES
    for name in names:
        picture = QImage(str(played.out / name))
        assert (picture.width(), picture.height()) == (1920, 1080), name
        assert colours(picture, 6) >= FEWEST_COLOURS, name


@pytest.mark.slow
def test_a_second_run_on_the_folder_is_a_run_of_its_own(played: Played, tmp_path: Path) -> None:
    again = play(tmp_path, played.folder, None, _unheard)
    assert again["run"] == 2
    assert again["number"] != played.told["number"]
    assert "（演示第2次）" in _text(Path(again["review"]))
