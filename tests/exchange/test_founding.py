"""Founding: the sample office is complete, consistent and alive at any hour; the empty one holds nothing invented."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine, RefusedBy
from commandcenter.desk.ticker import raising
from commandcenter.desk.wire import command_from_wire, command_to_wire
from commandcenter.domain import joint_acts, limit, supervision, supervision_acts
from commandcenter.domain.calendar import calendar_from
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.clock import DAY, HOUR, at_local, local_date
from commandcenter.domain.coverage import vacancies
from commandcenter.domain.drill import drill_plan_of, may_start
from commandcenter.domain.drill_acts import ApproveDrill, FoundDrill, SubmitDrill
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.plan import MESSAGE_LIMIT, Plan, message, plan_of
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory
from commandcenter.domain.unit import RELATIONS, unit_of
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.exchange.founding import empty_office, sample_office
from commandcenter.exchange.official_days import official_days
from commandcenter.exchange.sample_cases import span
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import open_journal
from commandcenter.journal.reading.cases import CaseQuery, CaseReader
from commandcenter.journal.reading.incidents import IncidentReader
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.verify import verify
from commandcenter.resource import resource
from commandcenter.ui.settings.limit_model import GROUPS as GROUPS_OF_LIMITS

from conftest import NOW, Wall

PHONE = re.compile(r"100-0000-\d{4}")
PUBLIC = {"110", "119", "120", "122", "12345"}
GROUPS = ["综合协调", "抢险处置", "疏散安置", "警戒交通", "医疗救护", "物资保障", "信息报送", "善后群众工作"]
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")
HOURS = [
    pytest.param((2026, 7, 17, 3, 0), id="three at night"),
    pytest.param((2026, 7, 17, 12, 0), id="noon"),
    pytest.param((2026, 10, 1, 9, 30), id="national holiday"),
    pytest.param((2027, 1, 1, 0, 4), id="new year, beyond the calendar"),
]


def ids() -> Callable[[], str]:
    """Ids that come in the same order each time."""
    counter = count(1)
    return lambda: f"00000000-0000-7000-8000-{next(counter):012d}"


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value with the name it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from leaves(part, key)


@pytest.fixture(scope="module")
def command() -> FoundOffice:
    return sample_office(NOW, ids())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, migrated: Path, command: FoundOffice) -> Iterator[Engine]:
    """A sample office founded once, for the tests that only look."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copy(migrated, folder / FILE_NAME)
    opened = open_journal(folder, Wall())
    engine = Engine(opened, Wall())
    assert isinstance(engine.execute(command), Done)
    yield engine
    opened.close()


@pytest.fixture(scope="module")
def founded(sample: Engine) -> ReferenceReader:
    return ReferenceReader(sample.journal.connection)


@pytest.fixture(scope="module")
def units(founded: ReferenceReader) -> dict[str, Record]:
    return founded.records("unit")


@pytest.fixture(scope="module")
def plans(founded: ReferenceReader) -> list[Plan]:
    found = [plan_of(record) for record in founded.records("plan").values()]
    return sorted(found, key=lambda plan: plan.rank)


@pytest.fixture(scope="module")
def directory(founded: ReferenceReader) -> Directory:
    return founded.directory()


# --- the act ------------------------------------------------------------------------------------------------------


def test_the_journal_of_a_founded_office_is_whole_and_rebuilds_to_itself(sample: Engine) -> None:
    assert verify(sample.journal.connection).whole
    assert rebuild(sample.journal.connection).changed == 0


def test_founding_twice_is_refused(sample: Engine, wall: Wall) -> None:
    for again in (sample_office(wall(), ids()), empty_office("柳荫街道", wall(), ids())):
        outcome = sample.execute(again)
        assert isinstance(outcome, RefusedBy)
        assert outcome.code == "already_founded"


def test_the_same_moment_gives_the_same_founding(command: FoundOffice, wall: Wall) -> None:
    assert sample_office(wall(), ids()) == command
    other_ids = (f"other-{place}" for place in count())
    other = sample_office(wall(), lambda: next(other_ids))
    assert [entry for entry in other.records if entry not in command.records] == [other.records[0]]
    assert other.records[0][0] == "office/main"


def test_no_subject_is_founded_twice(command: FoundOffice) -> None:
    subjects = [subject for subject, _, _ in command.records]
    assert len(subjects) == len(set(subjects))


def test_it_survives_the_way_through_the_local_socket(command: FoundOffice) -> None:
    assert command_from_wire(json.loads(json.dumps(command_to_wire(command)))) == command


def test_a_record_that_its_family_refuses_is_not_founded(command: FoundOffice, engine: Engine) -> None:
    wrong = ("unit/X1", {"name": "x", "kind": "nothing", "relation": "direct"}, {})
    outcome = engine.execute(FoundOffice(records=(*command.records, wrong)))
    assert isinstance(outcome, RefusedBy)
    assert outcome.code == "unit_kind_unknown"


# --- what is in it ------------------------------------------------------------------------------------------------


def test_the_sample_office_has_everything_in_the_right_number(founded: ReferenceReader, directory: Directory) -> None:
    kinds = Counter(place.kind for place in directory.places.values())
    assert kinds["community"] == 8
    assert kinds["grid"] == 42
    assert kinds["street"] + kinds["alley"] == 30
    assert (kinds["building"], kinds["site"], kinds["assembly"], kinds["shelter"]) == (43, 18, 8, 4)
    beside = ("group", "branch")
    posts = Counter(post.role for post in directory.appointments if post.target.partition("/")[0] not in beside)
    assert posts["street_chief"] + posts["alley_chief"] == 30
    assert (posts["steward"], posts["building_keeper"], posts["unit_keeper"]) == (60, 43, 18)
    assert (posts["secretary"], posts["head"], posts["leader"], posts["clerk"]) == (8, 9, 8, 12)
    unit_kinds = Counter(unit.get("kind") for unit in founded.records("unit").values())
    assert unit_kinds == {"section": 9, "community": 8, "department": 28, "force": 6}
    assert len(founded.records("plan")) == 17
    assert len(founded.records("drill")) == 16
    assert sorted(founded.records("calendar")) == ["2024", "2025", "2026", "hours"]
    assert len(founded.records("case_limit")) == 5
    assert len(founded.records("escalation")) == 4


def test_the_office_says_that_it_is_a_sample(founded: ReferenceReader) -> None:
    office = founded.records("office")["main"]
    assert (office.get("name"), office.get("district"), office.get("city")) == ("青榆街道", "榆和区", "澜川市")
    assert office.get("sample") is True
    assert {"id", "address", "centre", "phone"} <= set(office.fields)


def test_every_phone_is_public_or_of_the_invented_form(command: FoundOffice) -> None:
    told = list(leaves(command_to_wire(command)))
    phones = [value for key, value in told if key in ("phone", "duty_phone") and value]
    assert len(phones) > 400
    assert [phone for phone in phones if phone not in PUBLIC and not PHONE.fullmatch(phone)] == []
    assert [value for _, value in told if re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", value)] == []


def test_one_phone_is_one_person_and_one_person_one_phone(directory: Directory) -> None:
    names = Counter(person.name for person in directory.people.values())
    assert names.most_common(1)[0][1] == 1
    phones = Counter(person.phone for person in directory.people.values())
    assert phones.most_common(1)[0][1] == 1


def test_names_and_phones_of_people_lie_in_the_private_part(command: FoundOffice) -> None:
    people = [(fields, words) for subject, fields, words in command.records if subject.startswith("person/")]
    assert all(set(fields) <= {"post", "verified_at", "checked_at", "check"} for fields, _ in people)
    assert all(set(words) - {"verified_phone", "checked_phone"} == {"name", "phone"} for _, words in people)
    known = {words["name"] for _, words in people}
    public = {value for subject, fields, _ in command.records for _, value in leaves(fields)}
    assert known.isdisjoint(public)


def test_chinese_texts_have_full_width_punctuation(command: FoundOffice, wall: Wall) -> None:
    for founding in (command, empty_office("柳荫街道", wall(), ids())):
        texts = [value for _, value in leaves(command_to_wire(founding))]
        assert [text for text in texts if HALF_WIDTH.search(text)] == []


def test_every_street_has_a_chief_two_stewards_and_grids_and_every_grid_one_street(directory: Directory) -> None:
    grids = Counter(grid for street in directory.streets() for grid in street.grids)
    known = {place.id for place in directory.places.values() if place.kind == "grid"}
    assert set(grids) == known
    assert set(grids.values()) == {1}
    for street in directory.streets():
        answering = directory.answers_for(street)
        assert answering.chief is not None
        assert answering.chief.person.phone
        assert len(answering.stewards) == 2
        assert len(answering.deputies) == 1
        assert street.grids
        assert street.kind == "street" or directory.places[street.street].kind == "street"
    assert directory.vacancies() == ()
    assert [one.place.id for one in vacancies(directory, NOW)] == ["A8-07", "A6-05"]


def test_every_place_lies_in_a_community_and_somebody_answers_for_each_building_and_unit(directory: Directory) -> None:
    for place in directory.places.values():
        if place.kind != "community":
            assert directory.places[place.community].kind == "community"
        if place.kind in ("building", "site"):
            answering = directory.answers_for(place)
            assert answering.chief is not None
            assert answering.keepers
            assert answering.secretary is not None
            assert answering.assembly is not None


def test_a_name_in_a_text_finds_its_place(directory: Directory) -> None:
    located = {
        "望潮公寓A座底商有煤气味": "B13",
        "砚池胡同9号院进水": "B02",
        "砚池胡同中段路灯不亮": "J07",
        "榆和第三小学体育馆开门": "R01",
    }
    for text, place in located.items():
        found = directory.locate(text)
        assert found is not None
        assert found.id == place


def test_posts_point_at_people_places_and_units_that_exist(founded: ReferenceReader, directory: Directory) -> None:
    units = founded.records("unit")
    for post in directory.appointments:
        assert post.person in directory.people
        family, _, key = post.target.partition("/")
        if family not in ("group", "branch"):
            assert key in {"place": directory.places, "unit": units, "office": {"main": 0}}[family]


# --- units, limits, calendar --------------------------------------------------------------------------------------


def test_units_have_a_relation_a_number_and_a_contact_order(units: dict[str, Record]) -> None:
    for record in units.values():
        unit = unit_of(record)
        assert unit.relation in RELATIONS
        assert unit.duty_phone
        assert 2 <= len(unit.contacts) <= 3
        assert all(contact.name and contact.post and contact.phone for contact in unit.contacts)
        assert unit.first_action


def test_limits_of_departments_are_those_of_the_sample(units: dict[str, Record]) -> None:
    assert unit_of(units["D09"]).limits == {"answer": 5, "leave": 10, "arrive": 40}
    assert unit_of(units["D01"]).limits == {"answer": None, "leave": None, "arrive": None}
    assert unit_of(units["D28"]).limits == {"answer": 15, "leave": None, "arrive": None}
    assert units["D01"].get("limits") is not None
    assert units["S01"].get("limits") is None


def joint_limits() -> list[str]:
    return [getattr(joint_acts, name) for name in ("ANALYSE", "LEAD", "SURVEY", "MEETING", "VERIFY", "UPPER")] + [
        joint_acts.FIRST_LOOK,
        joint_acts.SECOND_LOOK,
    ]


def supervision_limits() -> list[str]:
    weights = [f"{supervision_acts.WEIGHT}{sort}" for sort in supervision.SORTS]
    return [supervision_acts.REMINDER, supervision_acts.LETTER, supervision_acts.RECTIFY, *weights]


def test_every_limit_the_program_asks_for_is_there(founded: ReferenceReader) -> None:
    records = founded.records("limit")
    asked = [value for name, value in vars(limit).items() if name.isupper() and isinstance(value, str) and "." in value]
    asked += [limit.grade_key(grade) for grade in limit.GRADES]
    asked += ["case.redo", "case.suspend_review"]
    assert set(asked) <= set(records)
    asked += [*joint_limits(), *supervision_limits()]
    assert set(asked) <= set(records)
    groups = set(GROUPS_OF_LIMITS)
    for record in records.values():
        assert record.get("least") <= record.get("value") <= record.get("most")
        assert record.get("group") in groups
        assert record.get("source")
        assert record.get("name")
    assert {record.get("group") for record in records.values()} == groups
    ranks = [record.get("rank") for record in records.values()]
    assert sorted(ranks) == list(range(1, len(records) + 1))


def test_the_grades_are_those_of_the_published_draft(founded: ReferenceReader) -> None:
    records = founded.records("limit")
    grades = {grade: limit.limit_of(records[limit.grade_key(grade)]) for grade in limit.GRADES}
    hours = {grade: found.milliseconds / HOUR for grade, found in grades.items() if found}
    assert hours == {"urgent": 2, "prompt": 24, "general": 7 * 24, "complex": 15 * 24}


def test_the_calendar_knows_holidays_and_worked_weekends(founded: ReferenceReader) -> None:
    calendar = calendar_from(
        {int(year): record for year, record in founded.records("calendar").items() if year.isdigit()}
    )
    assert not calendar.works(date(2026, 10, 1))
    assert calendar.works(date(2026, 10, 10))
    assert calendar.works(date(2026, 7, 16))
    assert not calendar.provisional(date(2024, 2, 29))
    assert calendar.provisional(date(2027, 1, 1))
    assert founded.records("calendar")["2026"].get("names")["2026-10-01"] == "国庆节"


def test_a_year_beyond_the_package_is_no_record() -> None:
    assert official_days(2035) is None
    assert official_days(1999) is None


# --- plans and drills ---------------------------------------------------------------------------------------------


def test_ten_plans_lie_on_the_keys(plans: list[Plan]) -> None:
    assert [plan.rank for plan in plans] == list(range(1, 18))
    assert plans[9].code == "TY-00"
    assert all(plan.id == plan.code and re.fullmatch(r"[A-Z]{2}-\d{2}", plan.code) for plan in plans)


def test_every_unit_named_in_a_plan_exists(plans: list[Plan], units: dict[str, Record]) -> None:
    for plan in plans:
        called = {line.unit for line in plan.units}
        led = {unit for group in plan.groups for unit in (group.lead, *group.members)}
        assert called | led <= set(units)
        assert {unit for _, unit in plan.first_five} <= called
        assert {unit for unit in led - called if not unit.startswith("S")} == set()


def test_plans_are_complete(plans: list[Plan]) -> None:
    for plan in plans:
        ticked = [line for line in plan.units if not line.optional]
        assert len(ticked) == 0 if plan.code == "TY-00" else 8 <= len(ticked) <= 12
        assert plan.code == "TY-00" or any(line.duty == "lead" for line in ticked)
        assert all(line.why for line in plan.units)
        assert 5 <= len(plan.first_five) <= 7
        assert [GROUPS.index(group.name) for group in plan.groups] == sorted(GROUPS.index(g.name) for g in plan.groups)
        assert all(group.lead for group in plan.groups)
        assert set(plan.texts) == set(RELATIONS)
        assert plan.prompts
        assert plan.hazards
        assert resource(f"icons/{plan.icon}.svg").exists()


def test_units_stand_in_a_sensible_order_of_calls(plans: list[Plan], units: dict[str, Record]) -> None:
    """Those who save lives or stop the danger, then the street's own forces, then the others; those informed last."""
    saving = {"D01", "D02", "D03", "D10", "D11", "D12", "D13", "D27"}
    for plan in plans:
        ticked = [line.unit for line in plan.units if not line.optional]
        relations = [unit_of(units[unit]).relation for unit in ticked]
        assert "report" not in relations[: len(relations) - 2]
        own = [place for place, relation in enumerate(relations) if relation == "direct"]
        if own:
            assert own == list(range(own[0], own[0] + len(own)))
            assert set(ticked[: own[0]]) <= saving
            assert saving & {"D01", "D02", "D03"} & set(ticked[own[-1] :]) == set()


def test_every_text_fits_when_filled_with_the_longest_values(
    plans: list[Plan], units: dict[str, Record], directory: Directory
) -> None:
    def longest(values: Iterator[str]) -> str:
        return max(values, key=len)

    leaders = [post.person for post in directory.appointments if post.role == "leader"]
    facts = {
        "time": "12月31日 23:59",
        "place": longest(place.name for place in directory.places.values()),
        "event": longest(plan.name for plan in plans),
        "assembly": longest(place.name for place in directory.places.values() if place.kind == "assembly"),
        "contact": longest(f"{directory.people[leader].name} {directory.people[leader].phone}" for leader in leaders),
    }
    for plan in plans:
        for line in plan.units:
            relation = line.relation or unit_of(units[line.unit]).relation
            text = message(plan.texts[relation], {**facts, "ask": line.why})
            assert len(text) <= MESSAGE_LIMIT, (plan.code, line.unit, len(text))
            assert "〔" not in text


def test_texts_say_what_the_relation_allows_in_the_fixed_order(plans: list[Plan]) -> None:
    words = {"direct": "请到场", "dispatch": "请报到", "request": "请支援", "report": "报告"}
    order = ["{time}", "{place}", "{event}", "{ask}", "{assembly}", "{contact}"]
    for plan in plans:
        for relation, text in plan.texts.items():
            assert text.startswith("【应急响应】")
            assert words[relation] in text
            assert not any(word in text for other, word in words.items() if other != relation)
            places = [text.index(place) for place in order]
            assert places == sorted(places)
            assert "请回复“收到" in text[places[-1] :]


def test_every_plan_can_be_blown_as_it_stands(plans: list[Plan], command: FoundOffice, engine: Engine) -> None:
    assert isinstance(engine.execute(command), Done)
    for plan in plans:
        calls = tuple(UnitCall(unit=line.unit) for line in plan.units)
        outcome = engine.execute(BlowWhistle(units=calls, plan=plan.id))
        assert isinstance(outcome, Done)
        incident = IncidentReader(engine.journal.connection).incident(outcome.subjects[0].partition("/")[2])
        assert [entry.unit for entry in incident.report_ins] == [line.unit for line in plan.units]
        assert len(incident.orders) == len(plan.first_five)
        assert all(order.unit for order in incident.orders)


def test_every_drill_has_its_plan_its_place_and_known_units(
    founded: ReferenceReader, directory: Directory, units: dict[str, Record], command: FoundOffice, engine: Engine
) -> None:
    assert isinstance(engine.execute(command), Done)
    plans = founded.records("plan")
    for record in founded.records("drill").values():
        drill = drill_plan_of(record)
        assert drill.plan in plans
        assert drill.place in directory.places
        assert drill.place_words
        assert drill.goals
        assert [line.minute for line in drill.injects] == sorted(line.minute for line in drill.injects)
        assert all(line.text and line.expected and line.units for line in drill.injects)
        named = {word for line in drill.injects for word in line.units.split()}
        assert named - set(units) <= {"街巷长", "街道", "全体"}
        calls = (UnitCall(unit="D03"),)
        blown = BlowWhistle(units=calls, plan=drill.plan, drill=drill.id, mode="drill", place=drill.place)
        assert isinstance(engine.execute(blown), Done)
    assert {drill_plan_of(record).plan for record in founded.records("drill").values()} == set(plans) - {"TY-00"}


def test_the_sixteen_scenarios_are_ready_to_run(founded: ReferenceReader) -> None:
    """124 injects: each can be given, is scored, tests something that stands there, and knows what comes when nothing is done."""
    plans = [drill_plan_of(record) for record in founded.records("drill").values()]
    assert (len(plans), sum(len(plan.injects) for plan in plans)) == (16, 124)
    for plan in plans:
        may_start(plan, solo=False)
        assert plan.status() == "scenario"
        assert (plan.stop_word, bool(plan.safety), plan.purpose) == ("演练停止", True, "test")
        assert sum(line.points or 0 for line in plan.injects) == 100, plan.id
        assert {key for line in plan.injects for key in line.aims} == {aim.id for aim in plan.aims}, plan.id
        assert len({line.id for line in plan.injects}) == len(plan.injects)
        for line in plan.injects:
            assert line.late_at is not None, (plan.id, line.id)
            assert line.late_text.strip() != line.text.strip()
            assert line.criterion in {"alert", "first", "command", "presence", "people", "resources", "public"}


def test_a_drill_is_founded_from_each_scenario(command: FoundOffice, engine: Engine) -> None:
    assert isinstance(engine.execute(command), Done)
    reader = ReferenceReader(engine.journal.connection)
    for key, record in reader.records("drill").items():
        made = engine.execute(FoundDrill(scenario=key))
        assert isinstance(made, Done)
        (subject,) = made.subjects
        drill = drill_plan_of(reader.record(subject))
        assert (drill.scenario, drill.injects, drill.aims) == (
            key,
            drill_plan_of(record).injects,
            drill_plan_of(record).aims,
        )
        assert isinstance(engine.execute(SubmitDrill(drill=drill.id)), Done)
        assert isinstance(engine.execute(ApproveDrill(drill=drill.id, name="沈建勋")), Done)
        may_start(drill_plan_of(reader.record(subject)), solo=False)


# --- shifts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [(2026, 7, 16, 3, 0), (2026, 7, 16, 8, 29), (2026, 7, 16, 8, 30)])
def test_shifts_follow_each_other_without_a_gap(engine: Engine, wall: Wall, moment: tuple[int, ...]) -> None:
    now = wall.set(*moment)
    assert isinstance(engine.execute(sample_office(now, ids())), Done)
    reader = ReferenceReader(engine.journal.connection)
    people = reader.directory().people
    shifts = reader.shifts(0, now + 400 * DAY)
    assert shifts[0][1].plan.get("starts_at") <= now - 3 * DAY
    assert shifts[-1][1].plan.get("ends_at") >= now + 60 * DAY
    for (_, before), (_, after) in pairwise(shifts):
        assert before.plan.get("ends_at") == after.plan.get("starts_at")
    for key, shift in shifts:
        starts_at = shift.plan.get("starts_at")
        assert starts_at == at_local(local_date(starts_at), 8, 30)
        assert key == f"{local_date(starts_at):%Y%m%d}"
        lines = shift.plan.get("people")
        assert Counter(line["role"] for line in lines) == {"leader": 1, "clerk": 2, "squad": 1, "community": 8}
        assert all(line["person"] in people for line in lines)
        assert len({line["person"] for line in lines}) == len(lines)
    leading = [shift.plan.get("people")[0]["person"] for _, shift in shifts[:10]]
    assert len(set(leading[:5])) == 5
    assert leading[:5] == leading[5:]


def test_everybody_of_the_running_shift_but_one_community_has_signed_in(founded: ReferenceReader, wall: Wall) -> None:
    ((_, running),) = founded.shifts(wall(), wall())
    missing = [line for line in running.plan.get("people") if line["person"] not in running.signed_in]
    assert [line["role"] for line in missing] == ["community"]
    before = founded.shifts(wall() - 2 * DAY, wall() - 2 * DAY)[0][1]
    assert len(before.signed_in) == len(before.plan.get("people"))


# --- the board ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", HOURS)
def test_the_board_is_alive_at_any_hour(engine: Engine, wall: Wall, moment: tuple[int, ...]) -> None:
    now = wall.set(*moment)
    outcome = engine.execute(sample_office(now, ids()))
    assert isinstance(outcome, Done), outcome
    connection = engine.journal.connection
    reader = CaseReader(connection)
    counts = reader.counts(now)
    assert 3 <= counts["overdue"] <= 5
    assert 3 <= counts["soon"] <= 6
    assert counts["open"] >= 45
    assert counts["to_judge"] == 2
    assert counts["unsigned"] == 2, "one that nobody signed for, one that one of two signed for"
    assert counts["call_back"] == 2
    assert counts["suspended"] == 2
    today = at_local(local_date(now))
    rows = reader.first_page(CaseQuery(view="closed"), now)
    assert 4 <= sum(row.closed_at is not None and today <= row.closed_at <= now for row in rows) <= 8
    later = [row for row in reader.first_page(CaseQuery(), now) if row.next_due and row.next_due > now + HOUR]
    assert len(later) >= 20
    within_a_day = [row for row in later if row.next_due and row.next_due < now + DAY]
    assert len(within_a_day) >= 10
    assert verify(connection).whole


@pytest.mark.parametrize("moment", HOURS)
def test_the_first_ticks_sound_one_alarm_and_no_more(engine: Engine, wall: Wall, moment: tuple[int, ...]) -> None:
    now = wall.set(*moment)
    assert isinstance(engine.execute(sample_office(now, ids())), Done)
    reader = IncidentReader(engine.journal.connection)
    for _tick in range(2):
        for _, raised in raising(reader.due(now)):
            assert isinstance(engine.execute(raised), Done)
    assert reader.due(now) == []
    assert [alarm.clock for alarm in reader.alarms()] == ["sign:S05"]


def test_cases_come_by_all_nine_channels_and_point_at_what_exists(
    founded: ReferenceReader, sample: Engine, directory: Directory, wall: Wall
) -> None:
    rows = CaseReader(sample.journal.connection).first_page(CaseQuery(view="all"), wall(), 1000)
    assert len(rows) >= 60
    assert {row.channel for row in rows} == set(CHANNELS)
    assert {row.grade for row in rows} == set(limit.GRADES)
    categories = founded.records("category")
    for row in rows:
        assert row.category in categories
        if row.place:
            place = directory.places[row.place]
            assert row.community == (place.id if place.kind == "community" else place.community)
    numbers = [row.number for row in sorted(rows, key=lambda row: row.received_at)]
    assert numbers == sorted(numbers)


def test_no_step_of_a_case_was_against_the_rules_or_lies_ahead(
    sample: Engine, command: FoundOffice, wall: Wall
) -> None:
    reader = CaseReader(sample.journal.connection)
    keys = [matter.case for matter in command.matters if isinstance(matter, RegisterCase)]
    for key in keys:
        case, facts = reader.case(key)
        assert case.irregular == ()
        times = [fact.happened_at for fact in facts if not fact.kind.endswith(("raised", "acknowledged"))]
        assert times == sorted(times)
        assert times[-1] <= wall()
        assert case.anonymous or (case.reporter and case.phone)


def test_winter_and_summer_have_their_own_matters(wall: Wall) -> None:
    def titles(now: int) -> set[str]:
        found = sample_office(now, ids()).matters
        return {matter.matter.title for matter in found if isinstance(matter, RegisterCase)}

    summer, winter = titles(wall.set(2026, 7, 16)), titles(wall.set(2026, 1, 16))
    assert len(summer) == len(winter)
    assert any("不足16度" in title for title in winter - summer)
    assert not any("不足16度" in title for title in summer)


def test_a_span_of_time_is_read_and_nonsense_refused() -> None:
    assert span("1d2h30m") == DAY + 2 * HOUR + HOUR // 2
    assert span("90m") == HOUR + HOUR // 2
    for wrong in ("", "h", "2 h", "30s"):
        with pytest.raises(ValueError, match="span"):
            span(wrong)


# --- the empty office ---------------------------------------------------------------------------------------------


def test_the_empty_office_holds_nothing_invented(engine: Engine, wall: Wall) -> None:
    command = empty_office(" 柳荫街道 ", wall(), ids())
    assert isinstance(engine.execute(command), Done)
    reader = ReferenceReader(engine.journal.connection)
    office = reader.records("office")["main"]
    assert (office.get("name"), office.get("sample")) == ("柳荫街道", False)
    assert {unit.get("duty_phone") for unit in reader.records("unit").values()} == {"110", "119", "120", "122"}
    assert list(reader.records("plan")) == ["TY-00"]
    for family in ("place", "person", "appointment", "drill", "shift", "category"):
        assert reader.records(family) == {}
    told = tomllib.loads(resource("reference/limits.toml").read_text("utf-8"))["limit"]
    assert set(reader.records("limit")) == {limit["key"] for limit in told}
    assert CaseReader(engine.journal.connection).counts(wall())["open"] == 0
    assert not any(PHONE.search(value) for _, value in leaves(command_to_wire(command)))
    assert verify(engine.journal.connection).whole
    assert rebuild(engine.journal.connection).changed == 0


def test_an_emergency_whistle_can_be_blown_in_the_empty_office(engine: Engine, wall: Wall) -> None:
    assert isinstance(engine.execute(empty_office("柳荫街道", wall(), ids())), Done)
    assert isinstance(engine.execute(BlowWhistle(units=(UnitCall(unit="119"),), plan="TY-00")), Done)


def test_an_office_without_a_name_is_refused(engine: Engine, wall: Wall) -> None:
    outcome = engine.execute(empty_office("  ", wall(), ids()))
    assert isinstance(outcome, RefusedBy)
    assert outcome.code == "name_missing"
