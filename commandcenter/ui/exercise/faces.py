"""What the screen of a running drill shows, as plain rows: the script, the departments, the aims, the radio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import SECOND
from commandcenter.domain.drill_actors import Part, part_of
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import in_scene, limit_of, scene_at
from commandcenter.domain.drill_score import aim_stands, grade_of, points_of, took_ms
from commandcenter.domain.event import PLAYED, Fact
from commandcenter.domain.report_in import ReportIn, overlay, running_clock
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.words import OVERLAYS, RELATIONS, STEPS, icon, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

CHARACTER_WORDS: Mapping[str, str] = {
    "by_rule": QT_TRANSLATE_NOOP("Exercise", "by the rule"),
    "slow": QT_TRANSLATE_NOOP("Exercise", "slow on the way"),
    "silent": QT_TRANSLATE_NOOP("Exercise", "does not pick up"),
    "asks": QT_TRANSLATE_NOOP("Exercise", "asks before it moves"),
    "refuses": QT_TRANSLATE_NOOP("Exercise", "refuses at first"),
    "wrong_place": QT_TRANSLATE_NOOP("Exercise", "at the wrong place"),
    "fewer": QT_TRANSLATE_NOOP("Exercise", "fewer people"),
    "lost": QT_TRANSLATE_NOOP("Exercise", "lost for a while"),
}
LEVEL_WORDS: Mapping[str, str] = {
    "easy": QT_TRANSLATE_NOOP("Exercise", "easy"),
    "medium": QT_TRANSLATE_NOOP("Exercise", "medium"),
    "hard": QT_TRANSLATE_NOOP("Exercise", "hard"),
}


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """An inject: covered as long as the trainee is not to know it. ``note`` tells what was seen of the action."""

    key: str
    minute: int
    text: str
    note: str
    grade: str
    points: str
    state: str
    covered: bool
    suggested: bool


@dataclass(frozen=True, slots=True)
class UnitFace:
    """A department as it stands in the scene. ``level``: late, warn or plain; ``left`` is the time of its running clock."""

    key: str
    digit: str
    ordinal: int
    relation: str
    relation_word: str
    name: str
    character: str
    icon: str
    step: str
    said: str
    left: str
    level: str


@dataclass(frozen=True, slots=True)
class AimRow:
    """An aim and whether it is met so far: met, missed, open, untested."""

    key: str
    words: str
    stands: str
    note: str


def t_plus(scene: int) -> str:
    """Scene time as it is told: ``20:42``, minutes running on past the hour."""
    minutes, seconds = divmod(max(0, scene) // SECOND, 60)
    return f"{minutes:02d}:{seconds:02d}"


def script_rows(run: DrillRun, now: int) -> list[ScriptRow]:
    """The script; what is to come is covered in a solo drill."""
    scene = scene_at(run, now)
    found = []
    for line in run.injects:
        told = run.of(line.id)
        given = told.delivered_at is not None
        covered = run.solo and run.live and not given and told.uncovered_at is None
        grade = grade_of(run, line)
        points = points_of(run, line)
        won = run.sheet.shares.get(grade, 0.0) * points
        found.append(
            ScriptRow(
                key=line.id,
                minute=line.minute,
                text="" if covered else line.text,
                note="" if covered else _note(run, line.id, line.expected, scene, given=given),
                grade=grade,
                points=f"{won:g} / {points}" if grade else "",
                state=_state(run, line.id, given=given),
                covered=covered,
                suggested=bool(grade) and not told.grade,
            )
        )
    return found


def _state(run: DrillRun, key: str, *, given: bool) -> str:
    told = run.of(key)
    if not given:
        return ""
    if told.seen_at is not None:
        return "seen"
    open_still = run.live and told.unseen_at is None and (told.late_at is None or told.grade == "")
    return "now" if open_still else "missed"


def _note(run: DrillRun, key: str, expected: str, scene: int, *, given: bool) -> str:
    """Below an inject: when its action was seen, or how long it is out, or - before it comes - what is expected."""
    told = run.of(key)
    if not given:
        return translate("Exercise", "expected: {words}").format(words=expected)
    if told.seen_at is not None:
        took = t_plus(took_ms(run, key) or 0)
        words = told.seen_words or expected
        return translate("Exercise", "seen after {time}: {words}").format(time=took, words=words)
    if told.unseen_at is not None or not run.live:
        return translate("Exercise", "not seen; expected: {words}").format(words=expected)
    out = scene - scene_at(run, told.delivered_at or 0)
    limit = limit_of(run, key)
    if told.late_at is not None:
        return translate("Exercise", "asked again; expected: {words}").format(words="…" if run.solo else expected)
    if limit is None:
        return translate("Exercise", "out for {time}, waits for you").format(time=t_plus(out))
    return translate("Exercise", "out for {time}; full marks within {limit}").format(
        time=t_plus(out), limit=t_plus(limit)
    )


def aim_rows(run: DrillRun) -> list[AimRow]:
    """The aims."""
    return [AimRow(aim.id, aim.words, *aim_stands(run, aim.id)) for aim in run.aims]


def unit_faces(run: DrillRun, incident: Incident | None, reference: Reference, now: int) -> list[UnitFace]:
    """The departments in the order of the board, in scene time."""
    if incident is None:
        return []
    scene = scene_at(run, now)
    return [_face(run, state, incident, reference, scene) for state in incident.report_ins]


def _face(run: DrillRun, state: ReportIn, incident: Incident, reference: Reference, scene: int) -> UnitFace:
    shown = in_scene(run, state)
    over = overlay(shown, scene)
    step = shown.furthest
    said = [call.words for call in run.calls if call.unit == state.unit]
    mine = any(order.unit in ("", state.unit) for order in incident.orders)
    left, level = "", "late" if over in ("late", "silent", "lost", "refused") else "plain"
    clock = running_clock(shown)
    if state.milestone("arrived") is not None and not state.closed and not mine:
        left, level = translate("Exercise", "no task"), "warn"
    elif clock is not None and clock.due_at is not None:
        gone = scene - clock.due_at
        left = ("+" if gone > 0 else "") + t_plus(abs(gone))
    part = part_of(run, state) if run.solo else None
    return UnitFace(
        key=state.unit,
        digit=str(state.ordinal % 10),
        ordinal=state.ordinal,
        relation=state.relation,
        relation_word=word(RELATIONS, state.relation).partition("|")[0],
        name=reference.unit_name(state.unit),
        character=_character(run, part, state) if part is not None else "",
        icon=icon(OVERLAYS, over) if over else icon(STEPS, step),
        step=word(OVERLAYS, over) if over else word(STEPS, step),
        said=said[-1] if said else "",
        left=left or "—",
        level=level,
    )


def _character(run: DrillRun, part: Part, state: ReportIn) -> str:
    """The character once it has shown itself; before that nobody knows it."""
    shown = {
        "silent": any(one.result != "reached" for one in state.tries),
        "asks": run.call(f"{state.unit}:asks") is not None,
        "refuses": run.call(f"{state.unit}:refused") is not None,
        "wrong_place": run.call(f"{state.unit}:wrong") is not None,
        "lost": run.call(f"{state.unit}:lost") is not None,
    }
    if shown.get(part.character, state.milestone("arrived") is not None):
        return translate("Exercise", CHARACTER_WORDS[part.character])
    return "—"


def radio_rows(run: DrillRun, facts: Sequence[Fact], reference: Reference) -> list[TimelineRow]:
    """Radio and telephone: what the departments said and what was said to them, by scene time."""
    found: list[tuple[int, int, TimelineRow]] = []
    ordered = {
        fact.words("words") for fact in facts if fact.kind in ("order.given", "whistle.noted", "drill_run.noted")
    }
    for call in run.calls:
        name = reference.unit_name(call.unit) if call.unit else translate("Exercise", "caller")
        found.append((call.at, 0, _row(run, f"call:{call.id}", call.at, "phone-call", call.words, name, "situation")))
        if call.answered_at is not None and call.answer and call.answer not in ordered:
            mine = _row(run, f"answer:{call.id}", call.answered_at, "arrow-right", call.answer, _me(), "order")
            found.append((call.answered_at, 1, mine))
    for fact in facts:
        if fact.role in (PLAYED, "system") or fact.body.get("origin") == "plan":
            continue
        if fact.kind in ("order.given", "whistle.noted", "drill_run.noted"):
            unit = str(fact.body.get("unit", ""))
            words = f"@{reference.unit_name(unit)} {fact.words('words')}" if unit else fact.words("words")
            sort = "order" if fact.kind == "order.given" else "situation"
            found.append(
                (fact.happened_at, 2, _row(run, str(fact.id), fact.happened_at, "arrow-right", words, _me(), sort))
            )
        elif fact.kind == "whistle.blown":
            words = translate("Exercise", "whistle blown")
            found.append(
                (fact.happened_at, 2, _row(run, str(fact.id), fact.happened_at, "whistle", words, _me(), "order"))
            )
        elif fact.kind == "report_in.call_tried":
            unit = reference.unit_name(fact.subject.rpartition("/")[2])
            reached = fact.body.get("result") == "reached"
            words = (
                translate("Exercise", "called {unit}")
                if reached
                else translate("Exercise", "called {unit}: nobody picks up")
            ).format(unit=unit)
            pick = "phone-outgoing" if reached else "phone-missed"
            found.append((fact.happened_at, 2, _row(run, str(fact.id), fact.happened_at, pick, words, _me(), "system")))
    found.sort(key=lambda entry: entry[:2])
    return [line for _, _, line in found]


def _me() -> str:
    return translate("Exercise", "I")


def _row(run: DrillRun, key: str, at: int, pick: str, words: str, author: str, sort: str) -> TimelineRow:
    return TimelineRow(key, t_plus(scene_at(run, at)), pick, f"{author}  {words}", "", sort)


def headline(run: DrillRun) -> str:
    """The line under the title of the banner."""
    parts = [run.number, run.place_words or run.setting]
    parts.append(
        translate("Exercise", "on this machine only, nobody is told; the departments are played")
        if run.solo
        else translate("Exercise", "nothing leaves the office; every text begins 【演练】")
    )
    return " · ".join(part for part in parts if part)


def recorded(at: int | None) -> str:
    """A real instant, as it stands in lists."""
    return when.moment(at, at) if at is not None else "—"
