"""A small office for tests of the rules and the journal: a few units of each relation, limits, one plan, one drill plan."""

from __future__ import annotations

from typing import Any

Records = tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]

UNITS: tuple[tuple[str, str, str, str, dict[str, float | None] | None], ...] = (
    ("D01", "消防救援站", "department", "request", {"answer": None, "leave": None, "arrive": None}),
    ("D03", "派出所", "department", "dispatch", {"answer": 5, "leave": 10, "arrive": 15}),
    ("D07", "综合行政执法队", "force", "direct", {"answer": 3, "leave": 5, "arrive": 15}),
    ("D10", "燃气抢修一队", "department", "request", {"answer": 5, "leave": 10, "arrive": 30}),
    ("D05", "区应急管理局", "department", "report", {"answer": 5, "leave": None, "arrive": None}),
    ("S03", "城市管理办公室", "section", "direct", None),
    ("A3", "望潮社区", "community", "direct", None),
)
"""Code, name, kind, relation, own limits in minutes (None: the office's)."""

PEOPLE = {"P1": "唐以宁", "P2": "葛大为", "P3": "沈建勋"}

LIMITS: tuple[tuple[str, float, str], ...] = (
    ("whistle.emergency.answer", 5, "minute"),
    ("whistle.emergency.leave", 10, "minute"),
    ("whistle.emergency.arrive", 30, "minute"),
    ("warning.red_answer", 15, "minute"),
    ("whistle.muster.L1", 24, "hour"),
    ("whistle.muster.L2", 2, "working_hour"),
    ("whistle.muster.L3", 1, "hour"),
    ("whistle.muster.meeting_L1", 3, "day"),
    ("whistle.muster.meeting_L2", 2, "day"),
    ("whistle.muster.answer", 1, "working_day"),
    ("whistle.muster.appraisal", 5, "day"),
    ("report.leader", 5, "minute"),
    ("report.district.phone", 15, "minute"),
    ("report.district.written", 40, "minute"),
    ("report.district.update", 60, "minute"),
    ("report.district.final", 24, "hour"),
    ("case.judge", 30, "minute"),
    ("case.sign_in", 30, "minute"),
    ("case.contact_citizen", 24, "hour"),
    ("case.redo", 72, "hour"),
    ("case.redo_decide", 1, "working_day"),
    ("case.soon", 10, "minute"),
    ("case.suspend_review", 90, "day"),
    ("case.grade.urgent", 2, "hour"),
    ("case.grade.prompt", 24, "hour"),
    ("case.grade.general", 7, "day"),
    ("case.grade.complex", 15, "day"),
)


RAINSTORM = {
    "name": "暴雨",
    "plan": "RQ",
    "measures": {"blue": ["逐个叫应"], "orange": ["带班领导到岗"], "red": ["应转人员转移完毕"]},
    "reach": {"blue": ["community"], "red": ["building_keeper"]},
}


def records() -> Records:
    """Everything the office is founded with."""
    found: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("office/main", {"name": "青榆街道", "id": "qingyu"}, {}),
        ("place/A3", {"name": "望潮社区", "kind": "community"}, {}),
        ("place/J07", {"name": "望潮街", "kind": "street", "community": "A3"}, {}),
        ("place/A3-B1", {"name": "望潮公寓A座", "kind": "building", "community": "A3", "street": "J07"}, {}),
    ]
    for key, name, kind, relation, limits in UNITS:
        fields: dict[str, Any] = {"name": name, "kind": kind, "relation": relation, "duty_phone": "100-0000-0001"}
        if limits is not None:
            fields["limits"] = limits
        words = {"contacts": [{"name": "贺值班", "post": "值班员", "phone": f"100-0000-30{key[1:]}"}]}
        found.append((f"unit/{key}", fields, words))
    found += [(f"person/{key}", {}, {"name": name, "phone": f"100-0000-40{key[1:]}"}) for key, name in PEOPLE.items()]
    found += [
        (f"limit/{key}", {"value": value, "unit": unit, "basis": "office", "source": "街道办公会议定"}, {})
        for key, value, unit in LIMITS
    ]
    found += [
        ("matter_kind/living", {"name": "宜居生活", "units": ["D03"]}, {}),
        (
            "procedure/W1",
            {
                "name": "双派双考",
                "steps": [
                    {"id": "1", "text": "受理", "hours": 2},
                    {"id": "2", "text": "科室开会", "group": "双派", "limit": "case.judge"},
                    {"id": "3", "text": "社区先到", "group": "双派", "evidence": "照片"},
                    {"id": "4", "text": "一起办"},
                ],
            },
            {},
        ),
        ("procedure/W2", {"name": "先试后选", "steps": [{"id": "1", "text": "议事"}]}, {}),
        ("responsibility/1", {"number": "1", "block": "city", "text": "修路灯", "part": "hold", "words": ["路灯"]}, {}),
        ("matter_kind/petition", {"name": "信访维稳", "confidential": True}, {}),
        ("warning_plan/rainstorm", RAINSTORM, {}),
    ]
    plan = {
        "name": "燃气泄漏",
        "code": "RQ",
        "units": [
            {"unit": "D01", "duty": "lead"},
            {"unit": "D03", "ask": 6},
            {"unit": "D07", "ask": 8, "limits": {"arrive": 10}},
        ],
        "first_five": [{"text": "先拨119", "unit": "D01"}, {"text": "远离现场开灯", "unit": ""}],
    }
    drill = {"name": "燃气泄漏演练", "plan": "RQ", "injects": [{"t_min": 0, "inject": "闻到气味", "expected": "警戒"}]}
    found += [("plan/RQ", plan, {}), ("drill/SC01", drill, {})]
    return tuple(found)
