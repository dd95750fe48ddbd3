"""The public notice of what came of a case (公示): nobody can be asked, so everybody is told."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.event import REAL
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material


def public_notice(material: Material) -> dict[str, Any]:
    """公示: the newest notice of a case, with nothing on it that its writer did not write.

    Refuses ``nothing_to_print`` when no notice was put up, or its words were erased.
    """
    case, facts = material.cases.case(material.key)
    found = next((fact for fact in reversed(facts) if fact.verb == "noticed" and fact.words("words")), None)
    if not case.known or found is None:
        raise Refused("nothing_to_print")
    until = whole(found.body.get("until"))
    told = [blocks.par(line) for line in found.words("words").splitlines() if line.strip()]
    if found.words("where"):
        told.append(blocks.par(found.words("where"), "公示地点"))
    if until is not None:
        told.append(blocks.par(f"{times.day(found.happened_at)}至{times.day(until)}", "公示期限"))
    told.append(blocks.par(f"对公示内容有意见的，可向{material.names.office}反映，电话：{_phone(material)}。"))
    told.append(blocks.signed(material.names.office, times.day(found.happened_at)))
    return {
        "document": "public_notice",
        "paper": material.paper(title="公示", number=case.number, mode=REAL),
        "heading": ["诉求办理结果公示"],
        "blocks": told,
    }


def _phone(material: Material) -> str:
    return material.names.phone or "　　　　　　　　"
