"""Printing as a job: read the matter, make the document, press it to PDF or write the Word copy.

Runs in a child process; it reads through its own connection and writes nothing but the file it was asked for. The window and
the command line use it, and whoever asks puts the print on record with what the job answers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Acting
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.database import key_from
from commandcenter.journal.trouble import telling
from commandcenter.reporting.background import Background
from commandcenter.reporting.material import Material
from commandcenter.reporting.paper import digest_of_document
from commandcenter.reporting.press import compile_pdf, page_count
from commandcenter.reporting.registry import Form, form_named
from commandcenter.reporting.words import UNKNOWN, word

Progress = Callable[[int, int], None]
Options = Mapping[str, Any]

_STEPS = 3
_OF_WHISTLE = ("whistle", "report_in", "post", "order", "sitrep", "review", "privacy")


def print_document(
    progress: Progress,
    folder: str,
    key: str,
    form: str,
    subject: str,
    target: str = "",
    *,
    options: Options | None = None,
    printed_by: str = "",
    seat: str = "",
    now: int | None = None,
) -> dict[str, Any]:
    """Press a form (its key) of a matter (its subject) to PDF. With ``target`` it is also written to that file, whole or not.

    ``printed_by`` is a person's id, ``seat`` the workstation: it sees personal data of an ended incident only while they were
    opened there. ``now`` is epoch milliseconds, the present when missing; ``options`` is what the form
    asks for besides. Answers ``pdf`` (bytes), ``pages``, ``number`` and ``mode`` of the matter, and for the record: ``form``,
    ``subject`` (of a report that was asked for by its whistle: the report's), ``digest`` of what it says, ``vector`` (what
    of the journal it was made from), ``earlier``, (when, digest, who) of the prints before this one.
    Raises ``Refused`` whistle_unknown, document_unknown, nothing_to_print, report_missing, and ``Trouble``.
    """
    progress(0, _STEPS)
    made = _Made.of(folder, key, form, subject, options=options, printed_by=printed_by, seat=seat, now=now)
    progress(1, _STEPS)
    made.data["paper"]["digest"] = made.digest[:12]
    pdf = compile_pdf(made.form.template, made.data)
    progress(2, _STEPS)
    if target:
        save(Path(target), pdf)
    progress(_STEPS, _STEPS)
    return made.told() | {"pdf": pdf, "pages": page_count(pdf)}


def word_copy(
    progress: Progress,
    folder: str,
    key: str,
    form: str,
    subject: str,
    target: str,
    *,
    options: Options | None = None,
    printed_by: str = "",
    seat: str = "",
    now: int | None = None,
) -> dict[str, Any]:
    """Write a Word copy of a form to ``target``, to be edited: the same data, in the layout of the standard.

    Answers and raises as ``print_document`` does, without ``pdf``; refuses ``no_word_copy``.
    """
    from commandcenter.reporting.word_copy import docx_of  # heavy, and only for who wants one

    progress(0, _STEPS)
    made = _Made.of(folder, key, form, subject, options=options, printed_by=printed_by, seat=seat, now=now)
    if not made.form.word:
        raise Refused("no_word_copy", document=made.form.name)
    progress(1, _STEPS)
    copy = docx_of(made.form, made.data)
    progress(2, _STEPS)
    save(Path(target), copy)
    progress(_STEPS, _STEPS)
    return made.told() | {"pages": 0}


def document_digest(
    progress: Progress, folder: str, key: str, form: str, subject: str, options: Options | None = None
) -> str:
    """The digest a print would have today, without making one: another one than the last print's means it changed."""
    made = _Made.of(folder, key, form, subject, options=options)
    progress(1, 1)
    return made.digest


def document_data(
    folder: str,
    key: str,
    form: str,
    subject: str,
    *,
    options: Options | None = None,
    printed_by: str = "",
    seat: str = "",
    now: int | None = None,
) -> tuple[dict[str, Any], str]:
    """The document as data, and its mode. Raises as ``print_document`` does."""
    made = _Made.of(folder, key, form, subject, options=options, printed_by=printed_by, seat=seat, now=now)
    return made.data, made.mode


class _Made:
    """A document that was made, with what is remembered of it."""

    def __init__(self, form: Form, subject: str, data: dict[str, Any], vector: str, earlier: list[Any]) -> None:
        self.form = form
        self.subject = subject
        self.data = data
        self.vector = vector
        self.earlier = earlier
        self.digest = digest_of_document(data)
        data["paper"] |= {"form": form.code, "prints": len(earlier)}

    @property
    def mode(self) -> str:
        """``real`` or ``drill``."""
        return "drill" if self.data["paper"]["drill"] else "real"

    def told(self) -> dict[str, Any]:
        """What the record of the print needs."""
        return {
            "form": self.form.key,
            "subject": self.subject,
            "number": self.data["paper"]["number"],
            "mode": self.mode,
            "digest": self.digest,
            "vector": self.vector,
            "earlier": self.earlier,
        }

    @classmethod
    def of(
        cls,
        folder: str,
        key: str,
        name: str,
        subject: str,
        *,
        options: Options | None = None,
        printed_by: str = "",
        seat: str = "",
        now: int | None = None,
    ) -> _Made:
        """Read and make."""
        form = form_named(name)
        moment = SystemClock().now() if now is None else now
        read = Read(Path(folder), key_from(key))
        try:
            subject = _meant(read, form, subject)
            vector = ",".join(f"{node}:{seq}" for node, seq in sorted(read.status.vector().items()))
            material = _material(read, form, subject, moment, printed_by, options or {}, seat)
            data = form.make(material)
            earlier = [(one.at, one.digest, one.by) for one in material.prints.on_paper]
            if form.key == "review":
                earlier = [(at, digest, "") for at, digest, _ in material.incident.review.prints] + earlier
        finally:
            read.close()
        return cls(form, subject, data, vector, earlier)


def _meant(read: Read, form: Form, subject: str) -> str:
    """The matter itself: of a report that is asked for by its whistle, the newest. Refuses ``report_missing``."""
    family, _, key = subject.partition("/")
    if family not in form.families:
        raise Refused("nothing_to_print")
    if form.key != "situation_report" or family != "whistle":
        return subject
    if not read.incidents.whistle(key).known:
        raise Refused("whistle_unknown")
    reports = read.incidents.sitreps(key)
    if not reports:
        raise Refused("report_missing", ordinal=0)
    return reports[-1].subject


def _material(read: Read, form: Form, subject: str, now: int, printed_by: str, options: Options, seat: str) -> Material:
    family, _, key = subject.partition("/")
    whistle = key.partition("/")[0] if family in _OF_WHISTLE else read.matters.parent(subject)
    reference = Reference(read.reference, lambda: now)
    names = background_of(reference, read.incidents.whistle(whistle) if whistle else Whistle())
    return Material(
        form=form,
        subject=subject,
        whistle=whistle,
        now=now,
        printed_by=names.person(printed_by),
        names=names,
        incidents=read.incidents,
        matters=read.matters,
        cases=read.cases,
        reference=read.reference,
        directory=reference.directory,
        privacy=read.privacy,
        rates=read.rates,
        patrols=read.patrols,
        calls=read.calls,
        duty_log=read.duty_log,
        options=options,
        seat=seat,
        prints=read.matters.one(Prints, prints_subject(form.key, subject)),
    )


def background_of(reference: Reference, whistle: Whistle) -> Background:
    """The names behind ids, as the office has them now; of a whistle places and units as they were on its day."""
    office, directory = reference.office, reference.directory
    if whistle.known:
        directory = directory.at(whistle.blown_at)
    place = directory.places.get(whistle.place)
    assembly = directory.answers_for(place).assembly if place is not None else None
    acting = directory.acting_for(place) if place is not None else None
    script = next((plan for plan in reference.drills if plan.id == whistle.drill), None) if whistle.drill else None
    return Background(
        office=str(office.get("full_name", "") or office.get("name", "")),
        sample=office.get("sample") is True,
        phone=str(office.get("phone", "")),
        units=reference.units_at(whistle.blown_at) if whistle.known else reference.units,
        people={key: person.name for key, person in directory.people.items()},
        places={key: found.name for key, found in directory.places.items()},
        plan=reference.plan(whistle.plan) if whistle.plan else None,
        drill=script.name if script is not None else "",
        assembly=assembly.name if assembly is not None else "",
        there=_answers(acting) if acting is not None else "",
        limits={key: limit for key in reference.limits if (limit := reference.limit(key)) is not None},
    )


def _answers(acting: Acting) -> str:
    """``巷长 陶天佑 100-0000-0026``; of who stands in, for whom."""
    role = word("roster_role", acting.holder.role)
    instead = f"（代{acting.holder.person.name}）" if acting.holder.away is not None else ""
    return f"{role} {acting.person.name}{instead} {acting.person.phone or UNKNOWN}"


def save(target: Path, content: bytes) -> None:
    """Write the file whole: beside its place first, then moved there. Raises ``Trouble``."""
    beside = target.with_name(f"{target.name}.part")
    with telling(target):
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
