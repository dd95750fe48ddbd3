"""F07 突发事件信息报告: one report to the district with its ten items, delivered or still a draft.

The initial report tells all ten items, what nobody knows as 不明. A later one does not repeat the start: it names which items
stand as they were told, and tells the others (anchors.md 4.8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.domain.drill import MARK
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.refusal import Refused
from commandcenter.domain.sitrep import ITEMS, Signature, SituationReport, Version, in_order, rank
from commandcenter.domain.value import whole
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import times
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.material import Material
from commandcenter.reporting.paper import event_parts, paper
from commandcenter.reporting.report_text import report_name, report_number
from commandcenter.reporting.story import Story, kept
from commandcenter.reporting.words import ERASED, UNKNOWN, tables


def situation_report_of(material: Material) -> dict[str, Any]:
    """The report ``material.subject``, or the draft that stands in the options. Refuses ``report_missing``."""
    draft = material.options.get("draft")
    if isinstance(draft, Mapping):
        report = draft_report(material.subject, draft, material.now)
    else:
        found = (line for line in material.incident.sitreps if line.subject == material.subject)
        report = next(found, SituationReport())
    if not report.known:
        raise Refused("report_missing", ordinal=0)
    return situation_report_document(
        material.incident, material.facts, material.names, material.now, material.printed_by, report
    )


def draft_report(subject: str, told: Mapping[str, Any], now: int) -> SituationReport:
    """A report as it stands on the screen: ``stage``, ``ordinal``, ``items``, and who signs where somebody has."""
    items = told.get("items")
    texts = {str(k): str(v) for k, v in items.items()} if isinstance(items, Mapping) else {}
    signer = str(told.get("signer", ""))
    at = whole(told.get("at")) or now
    return SituationReport(
        subject=subject,
        known=True,
        stage=str(told.get("stage", "")),
        ordinal=whole(told.get("ordinal")) or 1,
        versions=(Version(1, at, "", texts),),
        signed=Signature(at, "", signer, 1, told.get("oral") is True) if signer else None,
        receiver=str(told.get("receiver", "")),
    )


def situation_report_document(
    incident: Incident,
    facts: Sequence[Fact],
    background: Background,
    now: int,
    printed_by: str,
    report: SituationReport,
) -> dict[str, Any]:
    """The report as the template takes it; every text is Chinese and final."""
    story = Story(incident, facts, background, now)
    gone = story.gone(report.subject)
    reports = in_order(incident.sitreps)
    place = rank(report.stage, report.ordinal, reports)
    name = report_name(report.stage, place)
    drill = story.whistle.mode == DRILL
    told = {code: report.items.get(code, "") for code in ITEMS}
    first = report.stage == "initial"
    title = f"{background.office.removesuffix('办事处')}突发事件信息报告"
    about = paper(story, title=f"{title}（{name}）", printed_by=printed_by, private=True)
    return {
        "document": "situation_report",
        "paper": about | {"number": report_number(story.whistle.number, report.stage, place)},
        "heading": [f"{MARK if drill else ''}{title}"],
        "issue": f"第{report.ordinal}期（{name}）",
        "event": story.whistle.number,
        "subject": "".join(event_parts(story)),
        "ordinal": report.ordinal,
        "receiver": kept(report.receiver, gone),
        "items": [
            {"name": words, "text": told[code] or (ERASED if gone else UNKNOWN)}
            for code, words in tables()["item"].items()
            if told[code] or gone or (first and code != "needs")
        ],
        "repeated": _not_repeated(told, reports, report) if not first and not gone else "",
        "signer": _signer(report, gone),
        "issued": times.moment(report.issued_at),
        "issued_day": times.day(report.issued_at),
        "issued_by": background.person(report.issued_by) or printed_by or NOBODY,
        "phone": background.phone,
        "closing": "本件为演练文稿，不对外报送。" if drill else "" if report.stage == "final" else "后续情况随时续报。",
        "note": "事件等级为街道初判，仅供参考，不作发布依据。",
    }


def _signer(report: SituationReport, gone: bool) -> str:
    if report.signed is None:
        return "待签"
    name = kept(report.signer, gone)
    return f"{name}（口头同意，待补签）" if report.unsigned else name


def _not_repeated(told: Mapping[str, str], reports: Sequence[SituationReport], report: SituationReport) -> str:
    """Which items stand as an earlier report told them, and which report that was."""
    by_report: dict[int, list[str]] = {}
    before = [one for one in reports if one.delivered_at is not None and one.ordinal < report.ordinal]
    for code, name in tables()["item"].items():
        last = next((one for one in reversed(before) if one.items.get(code)), None)
        if not told[code] and last is not None:
            by_report.setdefault(last.ordinal, []).append(name)
    parts = []
    for ordinal, names in sorted(by_report.items()):
        one = next(found for found in before if found.ordinal == ordinal)
        title = report_name(one.stage, rank(one.stage, one.ordinal, reports))
        parts.append(f"{'、'.join(names)}见第{ordinal}期（{title}，{times.moment(one.issued_at)}）")
    return f"{'；'.join(parts)}，不再重复。" if parts else ""
