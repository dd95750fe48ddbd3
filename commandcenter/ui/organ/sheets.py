"""The forms of a command post's life: site, group, meeting, decision, hand-over, the end. Each gives its command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import CLEARED, HINTS, KEPT, PostDecision
from commandcenter.domain.command_post_acts import (
    ArchivePost,
    ChooseSite,
    Decide,
    EndPost,
    HandOverPost,
    HoldMeeting,
    OpenGroup,
    ProposePost,
    SettleDecision,
    TakeBackPost,
    WithdrawPost,
    released_people,
)
from commandcenter.domain.roster import Place
from commandcenter.domain.supply import Supply, still_out
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.incident_words import CLEARED as CLEARED_WORDS
from commandcenter.ui.incident_words import HINTS as HINT_WORDS
from commandcenter.ui.incident_words import KEPT as KEPT_WORDS
from commandcenter.ui.incident_words import said
from commandcenter.ui.parts.formhand import Built, FormHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.incident_sheets import (
    board_line,
    caption_of,
    ordinals,
    receiver_of,
    receivers,
)

translate = QCoreApplication.translate


class OrganSheets:
    """Builds the forms of one post. ``seat`` is the name of who is signed in, the one who signs for us."""

    def __init__(self, hand: FormHand) -> None:
        self._hand = hand
        self._desk = hand.context.desk

    def _form(self, incident: Incident, key: str, title: str, fields: Sequence[Field], send: str, **told: Any) -> Any:
        name = f"post.{incident.whistle.id}.{key}"
        return self._hand.build(name, title, caption_of(incident), fields, send, **told)

    # -- P0, P1 --------------------------------------------------------------------------------------------------------

    def propose(self, incident: Incident) -> Built:
        """A post is to be set up."""
        fields = [Field("words", translate("OrganForm", "Why a post is needed"), "lines", required=True, wide=True)]
        title = translate("OrganForm", "Propose a command post")
        sheet = self._form(incident, "propose", title, fields, translate("OrganForm", "Propose"))
        return sheet, lambda v: ProposePost(whistle=incident.whistle.id, words=v["words"])

    def sites(self, incident: Incident) -> list[Place]:
        """Places a post can stand: those looked at beforehand near the incident first, then assembly points, shelters."""
        directory = self._desk.reference.directory
        place = directory.places.get(incident.whistle.place)
        community = (directory.answers_for(place).community if place is not None else None) or place
        found = directory.of_kind("post_site", "assembly", "shelter", community=community.id if community else "")
        return list(found)

    def site(self, incident: Incident) -> Built:
        """The site, looked at from six sides."""
        post, sites = incident.post, self.sites(incident)
        other = ("", translate("OrganForm", "another place, written below"))
        choices = [*((place.id, " · ".join(p for p in (place.name, place.note) if p)) for place in sites), other]
        chosen = post.site or ("" if post.site_words or not sites else sites[0].id)
        plan = self._desk.reference.plan(incident.whistle.plan)
        planned = plan.post_site if plan is not None and post.sited_at is None else ""
        words, backup = post.site_words or ("" if sites else planned), post.backup_words or (planned if sites else "")
        fields = [
            Field("place", translate("OrganForm", "Site looked at beforehand"), "choice", chosen, choices, wide=True),
            Field("words", translate("OrganForm", "or another place"), value="" if post.site else words),
            Field("backup", translate("OrganForm", "Backup place"), value=backup),
            Field("grid", translate("OrganForm", "Grid"), value=post.grid or self._grid(incident, sites), wide=True),
        ]
        fields += [
            Field(name, translate("OrganForm", "Safety") if place == 0 else "", "check", name in post.hints, hint=words)
            for place, (name, words) in enumerate((name, said(HINT_WORDS, name)) for name in HINTS)
        ]
        title = translate("OrganForm", "Site of the post")
        sheet = self._form(incident, "site", title, fields, translate("OrganForm", "Choose"), width=720)
        sheet.say_below(translate("OrganForm", "What is not ticked hinders nothing; it stays on record."))
        names = {place.id: place.name for place in sites}

        def make(v: dict[str, Any]) -> Command:
            own = v["words"]
            return ChooseSite(
                whistle=incident.whistle.id,
                place="" if own else v["place"],
                place_words=own or names.get(v["place"], ""),
                backup=v["backup"],
                grid=v["grid"],
                hints=tuple(name for name in HINTS if v[name]),
            )

        return sheet, make

    def _grid(self, incident: Incident, sites: Sequence[Place]) -> str:
        place = self._desk.reference.directory.places.get(incident.whistle.place)
        if place is not None and place.kind == "grid":
            return place.name
        return place.grids[0] if place is not None and len(place.grids) == 1 else ""

    # -- P3, P4 --------------------------------------------------------------------------------------------------------

    def group(self, incident: Incident, name: str = "") -> Built:
        """A working group: lead, and members by their numbers on the board."""
        post = incident.post
        standing = next((one for one in post.groups if one.name == name), None)
        names = list(
            dict.fromkeys([*(one.name for one in self._desk.reference.post_data.groups), *_names(post.groups)])
        )
        opened = {one.name for one in post.groups}
        first = name or next((one for one in names if one not in opened), names[0] if names else "")
        numbers = {state.unit: str(state.ordinal) for state in incident.report_ins if state.listed}
        members = " ".join(numbers[unit] for unit in standing.members if unit in numbers) if standing else ""
        fields = [
            Field("group", translate("OrganForm", "Group"), "choice", first, [(one, one) for one in names]),
            Field("other", translate("OrganForm", "or another name")),
            Field("lead", translate("OrganForm", "Who leads it"), value=standing.lead if standing else ""),
            Field("members", translate("OrganForm", "Members: their numbers"), value=members, hint="2 3 7"),
        ]
        title = translate("OrganForm", "Working group")
        sheet = self._form(incident, f"group.{name}", title, fields, translate("OrganForm", "Record"))
        sheet.say_below(board_line(self._desk, incident))

        def make(v: dict[str, Any]) -> Command:
            try:
                units = ordinals(v["members"], incident)
            except ValueError as error:
                units = (str(error),)
            return OpenGroup(whistle=incident.whistle.id, group=v["other"] or v["group"], lead=v["lead"], members=units)

        return sheet, make

    def meeting(self, incident: Incident, known: Sequence[str]) -> Built:
        """A meeting, with what is known beside it."""
        fields = [
            Field("words", translate("OrganForm", "What was said"), "lines", required=True, wide=True, height=110),
            Field("chair", translate("OrganForm", "Led by"), value=incident.post.commander_words),
            Field("people", translate("OrganForm", "How many took part"), "number"),
        ]
        number = len(incident.post.meetings) + 1
        title = translate("OrganForm", "Meeting {n} at the post").format(n=number)
        sheet = self._form(incident, f"meeting.{number}", title, fields, translate("OrganForm", "Record"))
        sheet.say_below("\n".join((translate("OrganForm", "Known now:"), *known)))
        return sheet, lambda v: HoldMeeting(
            whistle=incident.whistle.id, words=v["words"], chair=v["chair"], people=v["people"]
        )

    def decide(self, incident: Incident, known: Sequence[str]) -> Built:
        """A decision; what is known is kept by itself."""
        fields = [
            Field("words", translate("OrganForm", "What is decided"), "lines", required=True, wide=True),
            Field("basis", translate("OrganForm", "Basis: plan, law, advice, what was seen"), wide=True),
            Field("orderer", translate("OrganForm", "Decided by"), value=incident.post.commander_words),
            Field("whom", translate("OrganForm", "For whom"), "choice", "", receivers(self._desk, incident)),
            Field("minutes", translate("OrganForm", "Within how many minutes"), "number", least=1),
            Field("as_order", "", "check", hint=translate("OrganForm", "give it out as an order at once")),
        ]
        title = translate("OrganForm", "Decision")
        sheet = self._form(incident, "decide", title, fields, translate("OrganForm", "Decide"), width=700)
        sheet.say_below("\n".join((translate("OrganForm", "Kept with it, from the record:"), *known)))

        def make(v: dict[str, Any]) -> Command:
            whom = receiver_of(v["whom"])
            return Decide(
                whistle=incident.whistle.id,
                words=v["words"],
                basis=v["basis"],
                orderer=v["orderer"],
                due_at=self._desk.clock.now() + v["minutes"] * MINUTE if v["minutes"] else None,
                as_order=v["as_order"],
                unit=whom.get("unit", ""),
                group=whom.get("group", ""),
            )

        return sheet, make

    def settle(self, incident: Incident, one: PostDecision, verb: str) -> Built:
        """A decision was carried out or given up."""
        dropped = verb == "dropped"
        words = translate("OrganForm", "Why it is given up") if dropped else translate("OrganForm", "What came of it")
        fields = [Field("words", words, "lines", required=dropped, wide=True)]
        title = translate("OrganForm", "Decision {n}").format(n=one.number)
        sheet = self._form(incident, f"{verb}.{one.key}", title, fields, translate("OrganForm", "Record"))
        sheet.caption.setText(one.words)
        return sheet, lambda v: SettleDecision(
            whistle=incident.whistle.id, decision=one.key, verb=verb, words=v["words"]
        )

    # -- P6 … P9 -------------------------------------------------------------------------------------------------------

    def hand_over(self, incident: Incident, seat: str, *, fire: bool) -> Built:
        """Command goes to a higher command, or the fire-fighting to the fire service."""
        open_orders = sum(one.open for one in incident.orders)
        here = sum(state.on_scene for state in incident.report_ins)
        told = f"现场{here}个单位，未完成指令{open_orders}条"  # data, so Chinese in every language of the screen
        scopes = [
            ("all", translate("OrganForm", "the whole command, to a higher command")),
            ("fire", translate("OrganForm", "the fire-fighting, to the fire service (by law)")),
        ]
        fields = [
            Field("to", translate("OrganForm", "Who takes over"), required=True),
            Field("scope", translate("OrganForm", "What is handed over"), "choice", "fire" if fire else "all", scopes),
            Field("words", translate("OrganForm", "Situation"), "lines", told, required=True, wide=True),
            Field("risks", translate("OrganForm", "Risks"), value=_risks(incident)),
            Field("resources", translate("OrganForm", "Resources: gear, supplies, shelters")),
            Field("giver", translate("OrganForm", "Handed over by"), value=seat or incident.post.commander_words),
            Field("receiver", translate("OrganForm", "Received by")),
            Field(
                "signed",
                translate("OrganForm", "Form F08"),
                "check",
                hint=translate("OrganForm", "both have signed the form"),
            ),
        ]
        title = translate("OrganForm", "Hand over command")
        sheet = self._form(incident, "handover", title, fields, translate("OrganForm", "Hand over"), width=720)
        return sheet, lambda v: HandOverPost(whistle=incident.whistle.id, **v)

    def take_back(self, incident: Incident, seat: str) -> Built:
        """The higher command hands back."""
        fields = [
            Field("giver", translate("OrganForm", "Handed back by"), value=incident.post.handed_over_to),
            Field("receiver", translate("OrganForm", "Received by"), value=seat),
            Field("words", translate("OrganForm", "Words"), "lines", wide=True),
        ]
        title = translate("OrganForm", "Take command back")
        sheet = self._form(incident, "takeback", title, fields, translate("OrganForm", "Take back"))
        return sheet, lambda v: TakeBackPost(whistle=incident.whistle.id, **v)

    def end(self, incident: Incident) -> Built:
        """The post is downgraded or dissolved."""
        whistle = incident.whistle
        over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
        ways = [
            ("dissolved", translate("OrganForm", "dissolved: the danger is over")),
            ("downgraded", translate("OrganForm", "downgraded: others go on")),
        ]
        fields = [
            Field("by", translate("OrganForm", "How"), "choice", "dissolved" if over else "downgraded", ways),
            Field(
                "orderer",
                translate("OrganForm", "Ordered by"),
                value=incident.post.commander_words,
                required=True,
            ),
            Field("words", translate("OrganForm", "Words"), "lines", wide=True),
        ]
        title = translate("OrganForm", "End the command post")
        sheet = self._form(incident, "end", title, fields, translate("OrganForm", "Record"))
        return sheet, lambda v: EndPost(whistle=whistle.id, **v)

    def withdraw(self, incident: Incident, supplies: Sequence[Supply], seat: str) -> Built:
        """People and gear are counted, then the post leaves."""
        expected = released_people([state for state in incident.report_ins if state.listed])
        out = still_out(supplies)
        fields = [
            Field("people", translate("OrganForm", "People counted out"), "number", expected, required=True),
            Field("counted_by", translate("OrganForm", "Counted by"), value=seat),
        ]
        fields += [Field(name, "", "check", hint=said(CLEARED_WORDS, name)) for name in CLEARED]
        fields.append(
            Field("words", translate("OrganForm", "Why a count differs or something is out"), "lines", wide=True)
        )
        title = translate("OrganForm", "Count and withdraw the post")
        sheet = self._form(incident, "withdraw", title, fields, translate("OrganForm", "Withdraw"))
        told = (
            translate("OrganForm", "By the releases: {n} people.").format(n=expected)
            if expected is not None
            else translate("OrganForm", "By the releases: not known for every unit.")
        )
        borrowed = translate("OrganForm", "Supplies still out: {n}.").format(n=len(out))
        sheet.say_below(f"{told}　{borrowed}")
        return sheet, lambda v: WithdrawPost(
            whistle=incident.whistle.id,
            people=v["people"],
            counted_by=v["counted_by"],
            cleared=tuple(name for name in CLEARED if v[name]),
            words=v["words"],
        )

    def archive(self, incident: Incident) -> Built:
        """The papers go into the archive."""
        fields = [Field(name, "", "check", hint=said(KEPT_WORDS, name)) for name in KEPT]
        fields.append(Field("words", translate("OrganForm", "Where they are kept"), wide=True))
        title = translate("OrganForm", "Archive the post")
        sheet = self._form(incident, "archive", title, fields, translate("OrganForm", "Archive"))
        return sheet, lambda v: ArchivePost(
            whistle=incident.whistle.id, kept=tuple(name for name in KEPT if v[name]), words=v["words"]
        )


def _names(groups: Sequence[Any]) -> list[str]:
    return [one.name for one in groups]


def _risks(incident: Incident) -> str:
    hazard = incident.whistle.facts.get("hazard")
    return hazard.words if hazard is not None else ""
