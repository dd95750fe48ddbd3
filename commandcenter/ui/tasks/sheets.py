"""The forms of what is given out and who is moved: what became of an order, supplies, a household."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.command import Command
from commandcenter.domain.order import Order, SettleOrder
from commandcenter.domain.supply import WAYS, Supply
from commandcenter.domain.supply_acts import SettleSupply, TakeSupply
from commandcenter.domain.transfer import PRIORITIES, Household
from commandcenter.domain.transfer_acts import AmendHousehold, CheckHousehold, ListHousehold, MoveHousehold
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.incident_words import PRIORITIES as PRIORITY_WORDS
from commandcenter.ui.incident_words import TRANSFER, said
from commandcenter.ui.incident_words import WAYS as WAY_WORDS
from commandcenter.ui.parts.formhand import Built, FormHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.incident_sheets import caption_of

translate = QCoreApplication.translate


class TaskSheets:
    """Builds the forms of one incident's orders, supplies and households."""

    def __init__(self, hand: FormHand) -> None:
        self._hand = hand
        self._desk = hand.context.desk

    def _form(self, incident: Incident, key: str, title: str, fields: Sequence[Field], send: str) -> Any:
        return self._hand.build(f"post.{incident.whistle.id}.{key}", title, caption_of(incident), fields, send)

    # -- orders --------------------------------------------------------------------------------------------------------

    def settle(self, incident: Incident, one: Order, verb: str) -> Built:
        """Progress, the result with what shows it, or why it is dropped."""
        titles = {
            "progressed": translate("TaskForm", "How far it is"),
            "done": translate("TaskForm", "It is done"),
            "dropped": translate("TaskForm", "Drop the order"),
        }
        labels = {
            "progressed": translate("TaskForm", "What was told"),
            "done": translate("TaskForm", "Result"),
            "dropped": translate("TaskForm", "Why it is dropped"),
        }
        fields = [Field("words", labels[verb], "lines", required=verb != "done", wide=True)]
        if verb == "done":
            fields.append(
                Field("evidence", translate("TaskForm", "What shows it: photo, reading, who saw it"), wide=True)
            )
        fields.append(Field("told_by", translate("TaskForm", "Said by")))
        sheet = self._form(incident, f"{verb}.{one.subject}", titles[verb], fields, translate("TaskForm", "Record"))
        sheet.caption.setText(one.words)
        return sheet, lambda v: SettleOrder(order=one.subject, verb=verb, channel="phone", **v)

    # -- supplies ------------------------------------------------------------------------------------------------------

    def take(self, incident: Incident, supplies: Sequence[Supply]) -> Built:
        """Something is taken from a store."""
        stores = self._desk.reference.directory.of_kind("store")
        out: dict[str, int] = {}
        for one in supplies:
            out[one.item] = out.get(one.item, 0) + max(0, one.rest)
        goods = [(store, line) for store in stores for line in store.goods]
        measures = {line.item: line.measure for _, line in goods}
        choices = [("", translate("TaskForm", "something else, written below"))]
        for store, line in goods:
            words = translate("TaskForm", "{item}: {n}{measure} in {store}").format(
                item=line.item, n=line.quantity, measure=line.measure, store=store.name
            )
            if out.get(line.item):
                words += translate("TaskForm", ", {n} out here").format(n=out[line.item])
            choices.append((f"{store.id}/{line.item}", words))
        units = [
            ("", translate("TaskForm", "a person, named below")),
            *(
                (state.unit, f"{state.ordinal} {self._desk.reference.unit_name(state.unit)}")
                for state in incident.report_ins
                if state.listed
            ),
        ]
        first = choices[1][0] if len(choices) > 1 else ""
        fields = [
            Field("goods", translate("TaskForm", "What"), "choice", first, choices, wide=True),
            Field("item", translate("TaskForm", "or something else")),
            Field("measure", translate("TaskForm", "counted in")),
            Field("quantity", translate("TaskForm", "How many"), "number", required=True, least=1),
            Field("unit", translate("TaskForm", "Which unit takes it"), "choice", "", units),
            Field("taken_by", translate("TaskForm", "Who takes it")),
            Field("words", translate("TaskForm", "What for")),
        ]
        title = translate("TaskForm", "Take supplies")
        sheet = self._form(incident, "take", title, fields, translate("TaskForm", "Take"))

        def make(v: dict[str, Any]) -> Command:
            store, _, item = v["goods"].partition("/")
            own = v["item"]
            return TakeSupply(
                whistle=incident.whistle.id,
                item=own or item,
                quantity=v["quantity"],
                measure=v["measure"] or ("" if own else measures.get(item, "")),
                store="" if own else store,
                unit=v["unit"],
                taken_by=v["taken_by"],
                words=v["words"],
            )

        return sheet, make

    def account(self, incident: Incident, one: Supply, way: str) -> Built:
        """A part of a taking, or all of it, came back, was used, broke or is written off."""
        why = way in ("damaged", "written_off")
        fields = [
            Field(
                "way",
                translate("TaskForm", "What became of it"),
                "choice",
                way,
                [(w, said(WAY_WORDS, w)) for w in WAYS],
            ),
            Field("quantity", translate("TaskForm", "How many"), "number", max(1, one.rest), required=True, least=1),
            Field("told_by", translate("TaskForm", "Brought or counted by")),
            Field("words", translate("TaskForm", "Reason"), required=why),
        ]
        title = translate("TaskForm", "{item}: {n}{measure} still out").format(
            item=one.item, n=one.rest, measure=one.measure
        )
        sheet = self._form(incident, f"account.{one.subject}", title, fields, translate("TaskForm", "Record"))
        return sheet, lambda v: SettleSupply(supply=one.subject, **v)

    # -- people who move -----------------------------------------------------------------------------------------------

    def _shelters(self) -> list[tuple[str, str]]:
        places = self._desk.reference.directory.of_kind("shelter")
        words = translate("TaskForm", "{name}, room for {n}")
        known = [
            (place.id, words.format(name=place.name, n=place.capacity) if place.capacity else place.name)
            for place in places
        ]
        return [("", translate("TaskForm", "not a shelter of ours")), *known]

    def household(self, incident: Incident, line: Household | None = None) -> Built:
        """A household of the list, or what is amended of one."""
        fields = [
            Field(
                "address",
                translate("TaskForm", "Address"),
                value=line.address if line else "",
                required=True,
                wide=True,
            ),
            Field(
                "people",
                translate("TaskForm", "How many people (empty: unknown)"),
                "number",
                line.people if line else None,
            ),
            Field("households", translate("TaskForm", "Households"), "number", line.households if line else 1, least=1),
            Field("name", translate("TaskForm", "Name"), value=line.name if line else ""),
            Field("phone", translate("TaskForm", "Phone"), value=line.phone if line else ""),
            Field("helper", translate("TaskForm", "Helper"), value=line.helper if line else ""),
            Field("words", translate("TaskForm", "What to know"), value=line.words if line else ""),
        ]
        chosen = line.priority if line else ()
        fields += [
            Field(
                name,
                translate("TaskForm", "To think of first") if not place else "",
                "check",
                name in chosen,
                hint=said(PRIORITY_WORDS, name),
            )
            for place, name in enumerate(PRIORITIES)
        ]
        title = translate("TaskForm", "Household") if line else translate("TaskForm", "Household to move")
        key = f"household.{line.subject}" if line else "household"
        sheet = self._form(incident, key, title, fields, translate("TaskForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            told = {name: v[name] for name in ("address", "name", "phone", "helper", "words")}
            priority = tuple(name for name in PRIORITIES if v[name])
            if line is None:
                return ListHousehold(
                    whistle=incident.whistle.id,
                    people=v["people"],
                    households=v["households"] or 1,
                    priority=priority,
                    **told,
                )
            return AmendHousehold(
                transfer=line.subject,
                people=v["people"],
                households=v["households"],
                priority=priority,
                **told,
            )

        return sheet, make

    def move(self, incident: Incident, line: Household, to: str) -> Built:
        """People of a household come into another state."""
        refused = to == "refused"
        words = translate("TaskForm", "In their words") if refused else translate("TaskForm", "Words")
        fields = [Field("people", translate("TaskForm", "How many (empty: all)"), "number", least=1)]
        fields.append(Field("helper", translate("TaskForm", "Who was there"), value=_open(line.helper)))
        if to in ("moved", "sheltered"):
            fields.append(
                Field("place", translate("TaskForm", "Shelter"), "choice", line.place, self._shelters(), wide=True)
            )
        if to in ("moved", "sheltered", "relatives"):
            fields.append(Field("place_words", translate("TaskForm", "or another place"), wide=True))
        fields.append(Field("words", words, "lines", required=refused, wide=True))
        title = f"{line.address}: {said(TRANSFER, to)}"
        sheet = self._form(incident, f"{to}.{line.subject}", title, fields, translate("TaskForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            own = v.get("place_words", "")
            return MoveHousehold(
                transfer=line.subject,
                to=to,
                people=v["people"],
                place="" if own else v.get("place", ""),
                place_words=own,
                helper=v["helper"],
                words=v["words"],
            )

        return sheet, make

    def check(self, incident: Incident, line: Household) -> Built:
        """A head count of those who moved."""
        fields = [
            Field("people", translate("TaskForm", "How many are there"), "number", required=True),
            Field("helper", translate("TaskForm", "Counted by"), value=_open(line.helper)),
        ]
        title = translate("TaskForm", "{address}: head count").format(address=line.address)
        sheet = self._form(incident, f"check.{line.subject}", title, fields, translate("TaskForm", "Record"))
        told = translate("TaskForm", "moved and sheltered by the list: {n}")
        there = sum(line.spread.get(name, 0) for name in ("moved", "sheltered"))
        sheet.caption.setText(told.format(n=there))
        return sheet, lambda v: CheckHousehold(transfer=line.subject, people=v["people"], helper=v["helper"])


def _open(name: str) -> str:
    """A name to start with; one that is masked after the end of the incident is not written back."""
    return "" if "*" in name else name
