"""Printing as a job: read the incident, make the document, press it to PDF. The window and the command line use it.

Runs in a child process; it reads through its own connection and writes nothing but the file it was asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.refusal import Refused
from commandcenter.journal.database import key_from
from commandcenter.journal.reading.incidents import Incident
from commandcenter.journal.trouble import telling
from commandcenter.reporting import forms
from commandcenter.reporting.background import Background
from commandcenter.reporting.paper import digest_of_document
from commandcenter.reporting.press import compile_pdf, page_count
from commandcenter.reporting.review import review_document

Progress = Callable[[int, int], None]

DOCUMENTS = {
    "review": review_document,
    "whistle_order": forms.whistle_order_document,
    "call_sheet": forms.call_sheet_document,
    "sign_in_sheet": forms.sign_in_sheet_document,
    "hand_over": forms.hand_over_document,
    "command_log": forms.command_log_document,
}
"""The documents that need nothing but the incident; ``situation_report`` also needs which report."""

_STEPS = 3


def print_document(
    progress: Progress,
    folder: str,
    key: str,
    document: str,
    whistle: str,
    target: str = "",
    *,
    report: int = 0,
    printed_by: str = "",
    now: int | None = None,
) -> dict[str, Any]:
    """Print one document of a whistle (its id). With ``target`` the PDF is also written to that file, whole or not.

    ``report`` chooses the situation report by its ordinal, the newest for 0. ``printed_by`` is a person's id; ``now`` is
    epoch milliseconds, the present when missing. Answers ``pdf`` (bytes), ``digest`` of what it says, ``pages``,
    ``number`` of the whistle and ``mode``. Raises ``Refused`` whistle_unknown, document_unknown, report_missing, and
    ``Trouble``.
    """
    progress(0, _STEPS)
    data, mode = document_data(folder, key, document, whistle, report=report, printed_by=printed_by, now=now)
    progress(1, _STEPS)
    digest = digest_of_document(data)
    data["paper"]["digest"] = digest[:12]
    pdf = compile_pdf(document, data)
    progress(2, _STEPS)
    if target:
        save(Path(target), pdf)
    progress(_STEPS, _STEPS)
    return {
        "pdf": pdf,
        "digest": digest,
        "pages": page_count(pdf),
        "number": data["paper"]["number"],
        "mode": mode,
    }


def document_digest(progress: Progress, folder: str, key: str, document: str, whistle: str, report: int = 0) -> str:
    """The digest a print would have today, without making one: another one than the last print's means it changed."""
    data, _ = document_data(folder, key, document, whistle, report=report)
    progress(1, 1)
    return digest_of_document(data)


def document_data(
    folder: str,
    key: str,
    document: str,
    whistle: str,
    *,
    report: int = 0,
    printed_by: str = "",
    now: int | None = None,
) -> tuple[dict[str, Any], str]:
    """The document as data, and the mode of the whistle. Raises as ``print_document`` does."""
    if document not in DOCUMENTS and document != "situation_report":
        raise Refused("document_unknown", document=document)
    moment = SystemClock().now() if now is None else now
    read = Read(Path(folder), key_from(key))
    try:
        incident = read.incidents.incident(whistle)
        if not incident.whistle.known:
            raise Refused("whistle_unknown")
        facts = read.incidents.facts(whistle)
        names = background_of(Reference(read.reference), incident)
    finally:
        read.close()
    who = names.person(printed_by)
    if document != "situation_report":
        return DOCUMENTS[document](incident, facts, names, moment, who), incident.whistle.mode
    chosen = next(
        (line for line in reversed(incident.sitreps) if report in (0, line.ordinal)),
        None,
    )
    if chosen is None:
        raise Refused("report_missing", ordinal=report)
    data = forms.situation_report_document(incident, facts, names, moment, who, chosen)
    return data, incident.whistle.mode


def background_of(reference: Reference, incident: Incident) -> Background:
    """The names behind an incident's ids, as the office has them now."""
    whistle, office = incident.whistle, reference.office
    directory = reference.directory
    place = directory.places.get(whistle.place)
    assembly = directory.answers_for(place).assembly if place is not None else None
    script = next((plan for plan in reference.drills if plan.id == whistle.drill), None)
    return Background(
        office=str(office.get("full_name", "") or office.get("name", "")),
        sample=office.get("sample") is True,
        phone=str(office.get("phone", "")),
        units=reference.units,
        people={key: person.name for key, person in directory.people.items()},
        places={key: found.name for key, found in directory.places.items()},
        plan=reference.plan(whistle.plan) if whistle.plan else None,
        drill=script.name if script is not None else "",
        assembly=assembly.name if assembly is not None else "",
        limits={key: limit for key in reference.limits if (limit := reference.limit(key)) is not None},
    )


def save(target: Path, pdf: bytes) -> None:
    """Write the file whole: beside its place first, then moved there. Raises ``Trouble``."""
    beside = target.with_name(f"{target.name}.part")
    with telling(target):
        try:
            with beside.open("wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
