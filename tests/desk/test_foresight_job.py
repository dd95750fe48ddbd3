"""Foresight at two desks: the rules find the same piles, raise one alert each, watch the spot, and measure honestly."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from commandcenter.desk import foresight_job as job
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done, RefusedBy, Request
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain.case_acts import ImportCases, Matter
from commandcenter.domain.clock import CHINA, DAY, HOUR
from commandcenter.domain.command import Command
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.foresight import Foresight
from commandcenter.domain.foresight_acts import (
    CloseForesight,
    DispatchForesight,
    JudgeForesight,
    WatchForesight,
)
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.subjects import folded
from commandcenter.domain.topic import Topic
from commandcenter.domain.topic_acts import (
    AssessHazard,
    DispatchHazards,
    FoundPoint,
    ListHazards,
    LookBackHazard,
    OpenTopic,
    PointTask,
    ProgressHazard,
    SetLookBack,
)
from commandcenter.exchange.founding import sample_office
from commandcenter.journal import indexing, log
from commandcenter.journal.ids import uuid7
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.reading.foresight import ForesightReader
from commandcenter.journal.reading.matters import MatterReader

NOW = round(datetime(2026, 7, 20, 10, tzinfo=CHINA).timestamp() * 1000)


class Desk:
    """A folder with the sample office, its clock in the test's hand."""

    def __init__(self, folder: Path, now: int = NOW) -> None:
        founded = folder.exists()
        folder.mkdir(exist_ok=True)
        self.folder, self.now = folder, now
        door = open_door(folder, self._clock)
        assert isinstance(door, OwnDoor)
        self.door = door
        if not founded:
            self.done(sample_office(now, self._new_id))

    def _clock(self) -> int:
        return self.now

    def _new_id(self) -> str:
        return uuid7(self.now)

    @property
    def connection(self):  # type: ignore[no-untyped-def]
        return self.door.engine.journal.connection

    def done(self, command: Command, id: str = "") -> Done:
        engine = self.door.engine
        request = engine.request(command)
        if id:
            request = Request(command, id)
        outcome = engine.execute_all([request])[0]
        assert isinstance(outcome, Done), outcome
        return outcome

    def refused(self, command: Command) -> str:
        outcome = self.door.engine.execute(command)
        assert isinstance(outcome, RefusedBy), outcome
        return outcome.code

    def history(self, *cases: tuple[int, str, str]) -> None:
        """Cases of former days: (received at, place, words)."""
        rows = tuple(
            Matter(title=words, text=words, place=place, place_words=place, community="A4", received_at=at)
            for at, place, words in cases
        )
        self.done(ImportCases(rows=rows))
        while indexing.lag(self.connection):
            indexing.index_batch(self.connection)

    def evaluate(self) -> list[str]:
        """Run the rules as a desk does; returns the ids of commands that were sent."""
        told = job.evaluate(_unwatched, str(self.folder), "", self.now)
        sent = []
        for key, command in job.raising(told):
            self.done(command, key)
            sent.append(key)
        return sent

    def alerts(self) -> dict[tuple[str, str], Foresight]:
        return {(one.rule, one.spot): one for one in MatterReader(self.connection).of(Foresight, "foresight")}

    def topic(self, key: str) -> Topic:
        return MatterReader(self.connection).one(Topic, f"topic/{key}")

    def close(self) -> None:
        self.door.close()


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office, founded once; each test works on a copy under an identity of its own."""
    folder = tmp_path_factory.mktemp("office") / "data"
    Desk(folder).close()
    return folder


@pytest.fixture
def desk(office: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(office, tmp_path / "one", ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    made = Desk(tmp_path / "one")
    yield made
    made.close()


def test_a_pile_is_raised_once_however_often_the_rules_are_run(desk: Desk) -> None:
    desk.history(*((NOW - days * DAY, "B16", "楼道漏雨") for days in (1, 4, 9)))
    first = desk.evaluate()
    assert first
    before = desk.alerts()
    alert = before["R01", "B16"]
    assert alert.stage == "raised"
    assert alert.now is not None
    assert alert.now.count == 3
    assert len(alert.now.evidence) == 3
    assert before["R05", "A4"].now is not None, "the words found them too"
    desk.now += HOUR
    desk.evaluate()
    assert desk.alerts() == before


def test_two_desks_that_raise_the_same_pile_make_one_alert(tmp_path: Path) -> None:
    """Each evaluates for itself; what both wrote, folded in any order, is one episode with the evidence of both."""
    one, two = Desk(tmp_path / "one"), Desk(tmp_path / "two")
    try:
        cases = tuple((NOW - days * DAY, "B16", "楼道漏雨") for days in (1, 4, 9))
        one.history(*cases)
        two.history(*cases)
        raised = [{key for key in desk.evaluate() if key.rpartition(":")[2].isdigit()} for desk in (one, two)]
        assert raised[0] == raised[1]
        assert len(raised[0]) >= 2
        left, right = one.alerts(), two.alerts()
        assert {alert.id for alert in left.values()} == {alert.id for alert in right.values()}
        subject = left["R01", "B16"].subject
        both: list[Fact] = [*log.facts_of(one.connection, subject), *log.facts_of(two.connection, subject)]
        assert len(both) == 2
        state = folded(subject, causal_order(both))
        assert state == folded(subject, reversed(both))
        assert len(state.episodes) == 1
        assert set(state.now.evidence) == {
            *left["R01", "B16"].now.evidence,  # type: ignore[union-attr]
            *right["R01", "B16"].now.evidence,  # type: ignore[union-attr]
        }
    finally:
        one.close()
        two.close()


def test_from_the_alert_to_the_case_to_the_watch_and_back(desk: Desk) -> None:
    desk.history(*((NOW - days * DAY, "B16", "楼道漏雨") for days in (1, 4, 9)))
    desk.evaluate()
    alert = desk.alerts()["R01", "B16"]
    told = desk.done(DispatchForesight(alert=alert.id, unit="S03", others=("A4",), title="楼顶普查", place="B16"))
    case, _ = CaseReader(desk.connection).case(told.report["case"])
    assert case.proactive
    assert case.stage == "dispatched"
    assert case.lead is not None
    assert case.lead.unit == "S03"
    assert set(case.linked) == set(alert.now.evidence)  # type: ignore[union-attr]
    assert desk.refused(DispatchForesight(alert=alert.id, unit="S03", title="再派")) == "alert_dispatched"
    assert desk.refused(JudgeForesight(alert=alert.id, verdict="false", words="误报")) == "alert_dispatched"
    assert desk.refused(WatchForesight(alert=alert.id, measure=" ")) == "measure_needed"
    desk.now += 2 * DAY
    desk.done(WatchForesight(alert=alert.id, measure="屋面补漏", days=10))
    assert desk.alerts()["R01", "B16"].stage == "watching"
    desk.evaluate()
    assert desk.alerts()["R01", "B16"].stage == "watching", "the case of its own is no recurrence"
    desk.now += DAY
    desk.history((desk.now - HOUR, "B16", "又漏雨"))
    desk.evaluate()
    again = desk.alerts()["R01", "B16"]
    assert again.stage == "reopened"
    assert len(again.episodes[-1].recurred) == 1
    desk.evaluate()
    assert desk.alerts()["R01", "B16"] == again
    assert desk.refused(CloseForesight(alert=alert.id)) == "reason_needed"
    desk.done(CloseForesight(alert=alert.id, words="转入专题"))
    assert not desk.alerts()["R01", "B16"].running


def test_a_false_alarm_needs_a_reason_and_sleeps_for_its_period(desk: Desk) -> None:
    desk.history(*((NOW - days * DAY, "B16", "楼道漏雨") for days in (1, 4, 9)))
    desk.evaluate()
    alert = desk.alerts()["R01", "B16"]
    assert desk.refused(JudgeForesight(alert=alert.id, verdict="false")) == "reason_needed"
    desk.done(JudgeForesight(alert=alert.id, verdict="false", words="同一人重复来电"))
    desk.evaluate()
    assert desk.alerts()["R01", "B16"].stage == "closed"
    assert len(desk.alerts()["R01", "B16"].episodes) == 1


def test_a_rule_that_is_switched_off_says_nothing(desk: Desk) -> None:
    desk.done(AmendRecord(subject="foresight_rule/R01", fields={"on": False}))
    desk.history(*((NOW - days * DAY, "B16", "楼道漏雨") for days in (1, 4, 9)))
    desk.evaluate()
    assert ("R01", "B16") not in desk.alerts()


WORDS = ("漏雨", "漏水管", "屋面渗水", "雨水管断", "噪声", "楼顶漏雨又见漏水管", "ABC 渗水", "")


def test_words_over_all_years_are_those_of_a_substring_scan(desk: Desk) -> None:
    cases = [
        (NOW - (365 * year + 11 * n) * DAY, place, words)
        for year in range(4)
        for n, words in enumerate(WORDS, start=1)
        for place in ("B16", "B26" if year % 2 else "")
        if words
    ]
    desk.history(*cases)
    reader = ForesightReader(desk.connection)
    base = reader.study(("漏雨", "渗水"), ("漏水管",), (), NOW)
    rows = desk.connection.execute("SELECT title, place_words, text, received_at FROM case_row").fetchall()

    def found(row: tuple[str, str, str, int]) -> bool:
        text = "\n".join(row[:3])
        return any(word in text for word in ("漏雨", "渗水")) and "漏水管" not in text

    wanted = [row for row in rows if found(row)]
    assert base.cases == len(wanted)
    assert sum(base.by_month.values()) == base.cases
    assert base.by_word["漏雨"] == sum(
        "漏雨" in "\n".join(row[:3]) and "漏水管" not in "\n".join(row[:3]) for row in rows
    )
    assert (
        base.excluded["漏水管"]
        == base.excluded_all
        == sum(
            any(word in "\n".join(row[:3]) for word in ("漏雨", "渗水")) and "漏水管" in "\n".join(row[:3])
            for row in rows
        )
    )
    assert {point.place for point in base.repeated} >= {"B16", "B26"}
    assert sum(point.times for point in base.points) + base.unplaced == base.cases
    assert reader.study((), (), (), NOW).cases == 0


def test_a_topic_from_the_words_to_the_effect(desk: Desk, tmp_path: Path) -> None:
    summer = [round(datetime(year, 7, 5, tzinfo=CHINA).timestamp() * 1000) for year in (2024, 2025, 2026)]
    desk.history(
        *((at + n * DAY, "B16", "屋顶漏雨") for at in summer[:2] for n in range(5)),
        (summer[2], "B16", "屋顶漏雨"),
        *((at + n * DAY, "B26", "屋顶漏雨") for at in summer for n in range(2)),
        (summer[2] + DAY, "B38", "屋顶漏雨"),
    )
    study = ForesightReader(desk.connection).study(("屋顶漏雨",), (), (), NOW)
    topic = desk.done(OpenTopic(name="屋顶漏雨", include=("屋顶漏雨",), first=6, last=9)).report["topic"]
    points = tuple(
        FoundPoint(
            place=one.place, community=one.community, times=one.times, years=tuple(one.years), evidence=one.evidence
        )
        for one in study.repeated
    )
    assert {one.place for one in points} == {"B16", "B26"}
    listed = ListHazards(topic=topic, points=points, cases=study.cases, by_month=dict(study.by_month))
    assert desk.done(listed).report["listed"] == 2
    assert desk.done(listed).report["listed"] == 0, "a point stands on the list once"
    first, second = desk.topic(topic).points
    task = PointTask(hazard=first.id, title="修屋顶")
    assert desk.refused(DispatchHazards(topic=topic, tasks=(task,))) == "no_lead"
    for one in (first, second):
        desk.done(AssessHazard(topic=topic, hazard=one.id, likelihood="high", repairer="S03", cause="老化"))
    tasks = (task, PointTask(hazard=second.id, title="修屋顶"))
    cases = desk.done(DispatchHazards(topic=topic, tasks=tasks)).report["cases"]
    assert len(cases) == 2
    assert all(CaseReader(desk.connection).case(case)[0].proactive for case in cases)
    assert desk.refused(DispatchHazards(topic=topic, tasks=(task,))) == "hazard_dispatched"
    mended, other = (first, second) if first.place == "B16" else (second, first)
    may = round(datetime(2026, 5, 20, tzinfo=CHINA).timestamp() * 1000)
    desk.done(ProgressHazard(topic=topic, hazard=mended.id, progress="repaired", happened_at=may))
    assert desk.refused(SetLookBack(topic=topic, year=2026)) == "due_in_past"
    desk.done(SetLookBack(topic=topic, year=2027))
    assert desk.refused(LookBackHazard(topic=topic, hazard=other.id, year=2027, found="recurred")) == "words_needed"
    desk.done(LookBackHazard(topic=topic, hazard=mended.id, year=2027, found="fine"))
    assert desk.topic(topic).rounds[0].done_at is None
    desk.done(LookBackHazard(topic=topic, hazard=other.id, year=2027, found="recurred", words="又渗"))
    assert desk.topic(topic).rounds[0].done_at is not None
    assert desk.topic(topic).hazard(other.id).progress == "repairing"  # type: ignore[union-attr]
    effect = job.measure_effect(_unwatched, str(desk.folder), "", NOW, topic)
    assert (effect.year, effect.before, effect.after) == (2026, 7, 4)
    assert effect.repaired == (1, 5, 1)
    assert effect.unrepaired == (1, 2, 2)
    assert effect.elsewhere == (0, 1)
    assert effect.before == effect.repaired[1] + effect.unrepaired[1] + effect.elsewhere[0]
    assert effect.after == effect.repaired[2] + effect.unrepaired[2] + effect.elsewhere[1]


def test_the_report_says_what_the_topic_keeps_and_what_the_comparison_does_not_prove(desk: Desk) -> None:
    topic = MatterReader(desk.connection).of(Topic, "topic")[0]
    data, mode = document_data(str(desk.folder), "", "special_report", topic.subject)
    words = str(data)
    assert mode == "real"
    assert data["paper"]["number"] == topic.number
    for one in topic.points:
        assert one.cause in words
        assert one.measure in words
    assert "不能说明" in words
    assert "不算比例" in words
    assert "减少" not in words, "fewer than ten cases after: counts only"
    made = print_document(_unwatched, str(desk.folder), "", "special_report", topic.subject)
    assert bytes(made["pdf"]).startswith(b"%PDF")


def test_hot_spots_are_those_of_a_look_at_every_case(desk: Desk) -> None:
    desk.history(*((NOW - 400 * DAY - n * HOUR, "B16", "漏雨") for n in range(6)))
    reader = ForesightReader(desk.connection)
    spots = reader.hot_spots(NOW, 90)
    rows = desk.connection.execute(
        "SELECT place FROM case_row WHERE received_at >= ? AND received_at < ? AND stage <> 'refused'",
        (NOW - 90 * DAY, NOW),
    ).fetchall()
    assert spots.total == len(rows) == sum(spots.places.values()) == sum(spots.hours)
    assert spots.former_years == 1
    assert spots.former is not None
    assert spots.former["B16"] == 6
    night = reader.hot_spots(NOW, 90, night=True)
    assert 0 < night.total < spots.total
