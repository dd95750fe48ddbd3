"""The forms that the board and the tabs of the command post share: an order, and the post being set up."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import PostGroup
from commandcenter.domain.command_post_acts import SetUpPost
from commandcenter.domain.order import GiveOrder
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.parts.formhand import Built, FormHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.onduty import leader_on_duty

translate = QCoreApplication.translate


def caption_of(incident: Incident) -> str:
    """What stands beside the title of a form about an incident."""
    return f"{incident.whistle.number} {incident.whistle.title}"


def receivers(desk: Desk, incident: Incident) -> list[tuple[str, str]]:
    """Whom an order can go to: everybody, a unit of the board, a group of the post. (code, words)."""
    name = desk.reference.unit_name
    units = [
        (state.unit, f"{state.ordinal} {name(state.unit)}")
        for state in incident.report_ins
        if state.listed and not state.closed
    ]
    groups = [
        (f"group:{one.name}", translate("IncidentForm", "{name} (group)").format(name=one.name))
        for one in incident.post.groups
    ]
    return [("", translate("IncidentForm", "everybody")), *units, *groups]


def receiver_of(code: str) -> dict[str, str]:
    """The unit or the group of a chosen receiver, as commands take it."""
    return {"group": code.removeprefix("group:")} if code.startswith("group:") else {"unit": code}


def ordinals(text: str, incident: Incident) -> tuple[str, ...]:
    """The units of the board with the ordinals written in ``text``, each once, in that order. Raises ``ValueError``."""
    by_number = {str(state.ordinal): state.unit for state in incident.report_ins if state.listed}
    wanted = text.replace("，", " ").replace(",", " ").replace("、", " ").split()
    unknown = [number for number in wanted if number not in by_number]
    if unknown:
        raise ValueError(unknown[0])
    return tuple(dict.fromkeys(by_number[number] for number in wanted))


def board_line(desk: Desk, incident: Incident) -> str:
    """The units of the board with their ordinals, to read while numbers are typed."""
    name = desk.reference.unit_name
    return "　".join(f"{state.ordinal} {name(state.unit)}" for state in incident.report_ins if state.listed)


def order_form(
    hand: FormHand, incident: Incident, *, text: str = "", unit: str = "", several: str = "", verbal: bool = False
) -> Built:
    """An order: one task, who, until when, danger, gear, bounds. ``several`` are ordinals: one order each.

    ``verbal`` is the spoken order of a leader: who spoke, and that it was repeated to them.
    """
    desk, whistle = hand.context.desk, incident.whistle
    orderer = translate("IncidentForm", "Ordered by") if not verbal else translate("IncidentForm", "Which leader")
    fields = [
        Field("words", translate("IncidentForm", "What is to be done"), "lines", text, required=True, wide=True),
        Field("unit", translate("IncidentForm", "Who"), "choice", unit, receivers(desk, incident)),
        Field("several", translate("IncidentForm", "or several: their numbers"), value=several, hint="3 7 10"),
        Field("minutes", translate("IncidentForm", "Within how many minutes"), "number", least=1),
        Field("orderer", orderer, required=verbal, value="" if verbal else incident.post.commander_words),
        Field("danger", translate("IncidentForm", "Danger to watch for")),
        Field("gear", translate("IncidentForm", "Protective gear")),
        Field("bounds", translate("IncidentForm", "From where to where"), wide=True),
    ]
    if verbal:
        said = translate("IncidentForm", "I have repeated it to the leader")
        fields.append(Field("read_back", translate("IncidentForm", "Read back"), "check", hint=said, wide=True))
    key = f"post.{whistle.id}.{'verbal' if verbal else 'task'}"
    title = (
        translate("IncidentForm", "Spoken order of a leader") if verbal else translate("IncidentForm", "Give an order")
    )
    sheet = hand.build(key, title, caption_of(incident), fields, translate("IncidentForm", "Give"))
    sheet.say_below(board_line(desk, incident))

    def make(v: dict[str, Any]) -> Command:
        units = _read_ordinals(v["several"], incident)
        whom = receiver_of(v["unit"])
        return GiveOrder(
            whistle=whistle.id,
            words=v["words"],
            unit=whom.get("unit", "") if not units else "",
            group=whom.get("group", "") if not units else "",
            units=units,
            due_at=desk.clock.now() + v["minutes"] * MINUTE if v["minutes"] else None,
            danger=v["danger"],
            gear=v["gear"],
            bounds=v["bounds"],
            orderer=v["orderer"],
            verbal=verbal,
            read_back=bool(v.get("read_back", False)),
            channel="face" if verbal else "",
        )

    return sheet, make


def _read_ordinals(text: str, incident: Incident) -> tuple[str, ...]:
    """The units meant; a number that stands on no tile is passed on, so that the rules name it."""
    try:
        return ordinals(text, incident)
    except ValueError as error:
        return (str(error),)


def set_up_form(hand: FormHand, incident: Incident) -> Built:
    """Set up the post, or change who commands and where. The plan's groups open with it."""
    desk, whistle, post = hand.context.desk, incident.whistle, incident.post
    directory = desk.reference.directory
    leaders = [
        person
        for person in directory.people.values()
        if any(held.role == "leader" for held in directory.posts_of(person.id))
    ]
    choices = [
        ("", translate("IncidentForm", "somebody else")),
        *((person.id, f"{person.name} {person.post}") for person in leaders),
    ]
    plan = desk.reference.plan(whistle.plan)
    site = _site_words(desk, incident) or (plan.assembly if plan else "")
    place = post.place_words if post.standing else site
    fields = [
        Field(
            "commander",
            translate("IncidentForm", "Commander"),
            "choice",
            post.commander or ("" if post.commander_words else leader_on_duty(desk)),
            choices,
        ),
        Field(
            "commander_name",
            translate("IncidentForm", "or another name"),
            value="" if post.commander else post.commander_words,
        ),
        Field("deputy_name", translate("IncidentForm", "Deputy"), value=post.deputy_words),
        Field("phone", translate("IncidentForm", "Phone of the post"), value=post.phone),
        Field("radio", translate("IncidentForm", "Radio channel"), value=post.radio),
        Field(
            "signed",
            translate("IncidentForm", "Sign"),
            "check",
            post.signed,
            hint=translate("IncidentForm", "the sign of the post is up"),
        ),
        Field(
            "place_words",
            translate("IncidentForm", "Where (upwind, outside the cordon)"),
            value=place,
            required=True,
            wide=True,
        ),
    ]
    title = (
        translate("IncidentForm", "Change the command post")
        if post.standing
        else translate("IncidentForm", "Set up the command post")
    )
    sheet = hand.build(
        f"post.{whistle.id}.post", title, caption_of(incident), fields, translate("IncidentForm", "Record")
    )
    groups = () if post.standing or plan is None else plan.groups
    if groups:
        told = translate("IncidentForm", "Groups of the plan that open with it: {n}").format(n=len(groups))
        sheet.caption.setText(told)

    def make(v: dict[str, Any]) -> Command:
        person = directory.people.get(v["commander"])
        listed = {state.unit for state in incident.report_ins}
        opened = tuple(
            PostGroup(
                group.name,
                desk.reference.unit_name(group.lead) if group.lead else "",
                tuple(unit for unit in group.members if unit in listed),
            )
            for group in groups
        )
        same = v["place_words"] == _site_words(desk, incident)
        return SetUpPost(
            whistle=whistle.id,
            commander=v["commander"],
            commander_name=v["commander_name"] or (person.name if person else ""),
            deputy_name=v["deputy_name"],
            phone=v["phone"] or (person.phone if person else ""),
            radio=v["radio"],
            place=post.site if same else "",
            place_words=v["place_words"],
            signed=v["signed"],
            groups=opened,
        )

    return sheet, make


def _site_words(desk: Desk, incident: Incident) -> str:
    """Where the post is to stand: the site that was chosen, else the assembly point of the place."""
    post, directory = incident.post, desk.reference.directory
    if post.site_words or post.site:
        place = directory.places.get(post.site)
        return post.site_words or (place.name if place is not None else "")
    place = directory.places.get(incident.whistle.place)
    assembly = directory.answers_for(place).assembly if place is not None else None
    return assembly.name if assembly is not None else ""
