"""Asks the reading side every question a screen asks, about everything that stands in a data folder."""

from __future__ import annotations

from pathlib import Path

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.coverage import coverage, vacancies
from commandcenter.domain.indicators import curve, indicators, report_times
from commandcenter.domain.next_step import next_steps
from commandcenter.domain.number_check import stale
from commandcenter.domain.rates import three_rates
from commandcenter.domain.report_in import board_rank, overlay, running_clock
from commandcenter.domain.timeline import entries
from commandcenter.journal.reading.cases import VIEWS, CaseQuery


def ask_everything(folder: Path, now: int) -> int:
    """Every question once; raises what a screen would have stumbled over. Returns how many answers came."""
    read = Read(folder)
    try:
        return _cases(read, now) + _incidents(read, now) + _reference(read, now) + _status(read)
    finally:
        read.close()


def _cases(read: Read, now: int) -> int:
    cases, answers = read.cases, 0
    for view in VIEWS:
        for order in ("due", "received"):
            query = CaseQuery(view=view, order=order)
            page = cases.first_page(query, now)
            answers += len(page) + len(cases.order(query, now)) + cases.count(query, now)
            for row in page:
                state, facts = cases.case(row.id)
                assert state.known
                assert (state.number, state.stage) == (row.number, row.stage)
                assert row.units is not None
                answers += len(facts)
    answers += len(three_rates(read.rates.formulas(), read.rates.total(0, 999912, now)).response.__slots__)
    answers += sum(cases.counts(now).values()) + sum(cases.stage_counts().values())
    for column in ("channel", "community", "lead", "grade"):
        answers += len(cases.open_by(column))
    return answers + len(cases.by_community(now)) + len(cases.search("某"))


def _incidents(read: Read, now: int) -> int:
    incidents, answers = read.incidents, 0
    for row in incidents.all():
        whistle = row.state.id
        found = incidents.incident(whistle)
        assert found.whistle == row.state
        for state in found.report_ins:
            assert overlay(state, now) is not None
            assert board_rank(state, now)
            answers += state.steps_taken + (running_clock(state) is not None)
        assert indicators(found.whistle, found.report_ins, found.whistle.blown_at).called >= 0
        answers += len(report_times(found.whistle)) + len(curve(found.whistle, found.report_ins, "arrived"))
        answers += len(next_steps(found.whistle, found.report_ins, found.post, now))
        answers += len(entries(incidents.facts(whistle)))
    incidents.running()
    for clock in ("answer", "leave", "arrive"):
        answers += len(incidents.clock_facts(clock, 0))
    return answers + len(incidents.alarms()) + len(incidents.due(now)) + (incidents.next_due() or 0 > 0)


def _reference(read: Read, now: int) -> int:
    reference = Reference(read.reference)
    answers = len(reference.units) + len(reference.plans) + len(reference.drills) + len(reference.categories)
    answers += sum(reference.limit(key) is not None for key in reference.limits)
    reference.calendar.add_working_time(now, 10**8)
    directory = reference.directory
    for place in directory.places.values():
        answered = directory.answers_for(place)
        answers += len(answered.stewards) + len(directory.similar(place))
    roster = reference.roster
    day = roster.next_change(-(2**53))
    for _ in range(40):
        if day is None:
            break
        then = roster.at(day)
        answers += len(vacancies(then, day)) + len(coverage(then))
        answers += sum(then.acting_for(place) is not None for place in then.places.values())
        day = roster.next_change(day)
    answers += len(stale(directory, 2**40, 30)) + len(reference.groups) + len(reference.branches) + len(reference.staff)
    answers += len(directory.vacancies()) + len(reference.names) + len(read.reference.shifts(0, 2**52))
    for family in ("office", "node", "unit", "person", "shift", "plan", "drill", "place", "appointment", "limit"):
        for record in read.reference.records(family).values():
            answers += len(read.reference.record(record.subject).history)
    return answers


def _status(read: Read) -> int:
    status = read.status.status()
    assert status.events == read.status.position()
    return len(read.status.facts_after(0)) + len(read.status.vector())
