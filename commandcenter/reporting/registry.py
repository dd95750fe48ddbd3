"""Every form there is: its number in the list of forms (domain.md 5.6), its name, of what it is printed, and what makes it.

To add one: write a function that takes a ``Material`` and answers the document as plain data, and put a line here.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commandcenter.domain.refusal import Refused

if TYPE_CHECKING:
    from commandcenter.reporting.material import Material

Document = dict[str, Any]

ARCHIVED = "内部　存档"
"""What is kept as evidence of the watch is not destroyed after use."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form. ``key`` names it in the program, ``code`` in the list of forms, ``name`` is what people call it.

    ``families`` are those of the subjects it is printed of. ``document`` is ``module:function``, loaded when first asked
    for: the function takes the ``Material``, or with ``of_incident`` what the review takes (incident, facts, names, now,
    who prints). ``template`` is the layout in ``resources/reports``: ``official`` (GB/T 9704) and ``sheet`` (a form) set
    the blocks of ``reporting.blocks`` and need no file of their own. ``word`` offers a Word copy, ``private`` asks for
    a mark how it is handled (``handling``; what is archived is not destroyed after use), ``drafts`` for the Word copy's blocks where the layout is a file of its own.
    """

    key: str
    code: str
    name: str
    families: tuple[str, ...]
    document: str
    template: str = "sheet"
    word: bool = False
    private: bool = True
    handling: str = "内部　用后销毁"
    of_incident: bool = False
    drafts: str = ""

    def make(self, material: Material) -> Document:
        """The document as plain data."""
        function = _loaded(self.document)
        if self.of_incident:
            return dict(
                function(material.incident, material.facts, material.names, material.now, material.printed_by),
            )
        return dict(function(material))

    def blocks(self, data: Mapping[str, Any]) -> list[dict[str, Any]]:
        """What stands on the paper as blocks, for the Word copy."""
        return list(_loaded(self.drafts)(data)) if self.drafts else list(data["blocks"])


def _loaded(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(f"commandcenter.reporting.{module}"), function)
    return found


def _of_whistle(key: str, code: str, name: str, document: str, **more: Any) -> Form:
    """A form of an incident with a layout of its own."""
    return Form(key, code, name, ("whistle",), document, template=key, of_incident=True, **more)


FORMS: Mapping[str, Form] = {
    form.key: form
    for form in (
        _of_whistle("whistle_order", "F04", "吹哨单", "forms:whistle_order_document"),
        _of_whistle("call_sheet", "F04", "呼叫单", "forms:call_sheet_document"),
        _of_whistle("sign_in_sheet", "F05", "部门报到签到表", "forms:sign_in_sheet_document"),
        Form("progress", "F06", "报到进度表", ("whistle",), "boards:progress_document", of_incident=True),
        Form(
            *("false_alarm", "F21", "误报情况说明", ("whistle",), "boards:false_alarm_document"),
            template="official",
            word=True,
            of_incident=True,
        ),
        Form(
            *("destruction", "F20", "个人信息销毁清单", ("privacy",), "destruction:destruction_document"), private=False
        ),
        Form(
            *("erasure_list", "F20", "个人信息销毁清单（案件）", ("erasure_request",), "erasures:erasure_list"),
            private=False,
        ),
        Form(
            *("erasure_answer", "函", "个人信息删除申请答复书", ("erasure_request",), "erasures:erasure_answer"),
            template="official",
            word=True,
        ),
        Form("drill_scheme", "F15", "演练方案", ("drill",), "drill_scheme:scheme_document", word=True),
        Form("drill_script", "F15", "演练脚本", ("drill",), "drill_scheme:script_document", word=True),
        Form("drill_evaluation", "F15", "演练评估表", ("drill_run",), "drill_forms:evaluation_document", word=True),
        Form(
            *("drill_summary", "F15", "演练总结", ("drill_run",), "drill_forms:summary_document"),
            template="official",
            word=True,
        ),
        Form("case_list", "F03", "案件清单", ("office",), "case_lists:case_list"),
        Form("roster_differences", "附", "名录差别清单", ("office",), "roster_differences:differences_document"),
        Form("case_call_list", "F03", "案件呼叫单", ("office",), "case_lists:call_list"),
        Form(
            *("public_notice", "F19", "诉求办理结果公示", ("case",), "case_notices:public_notice"),
            template="official",
            word=True,
            private=False,
        ),
        Form("responsibility_list", "F23", "街道职责清单", ("office",), "duties:responsibility_list", private=False),
        Form("duty_disputes", "F24", "职责争议专项清单", ("office",), "duties:duty_disputes"),
        Form(
            *("admission_reply", "函", "任务退回函", ("admission",), "duties:admission_reply"),
            template="official",
            word=True,
            private=False,
        ),
        Form("kit", "F22", "停电手工应急卡", ("office",), "kit:kit_document"),
        Form(
            *(
                "situation_report",
                "F07",
                "突发事件信息报告",
                ("sitrep", "whistle"),
                "information_report:situation_report_of",
            ),
            template="situation_report",
            word=True,
            drafts="drafts:situation_report_blocks",
        ),
        Form("warning_record", "F06", "预警叫应记录", ("warning",), "warnings:warning_record"),
        Form("muster_order", "F04", "吹哨单（集结）", ("muster",), "musters:muster_order"),
        Form("muster_members", "F05", "党员集结签到表", ("muster",), "musters:muster_members"),
        Form(
            *("muster_notice", "F19", "公示文本", ("muster",), "musters:muster_notice"),
            template="official",
            word=True,
            private=False,
        ),
        Form("joint_order", "F04", "吹哨单（联动）", ("joint",), "joints:joint_order"),
        Form("duty_table", "F14", "协调会职责分工表", ("joint",), "joints:duty_table", word=True),
        Form(
            *("joint_minutes", "F13", "会商纪要", ("joint",), "joints:joint_minutes"),
            template="official",
            word=True,
            private=False,
        ),
        Form("supervision_order", "F04", "吹哨单（监督）", ("supervision",), "supervisions:supervision_order"),
        Form(
            *("department_assessment", "F17", "部门履职评价表", ("supervision",), "supervisions:department_assessment"),
            word=True,
        ),
        Form(
            *("feedback_letter", "函", "反馈函", ("supervision",), "supervisions:feedback_letter"),
            template="official",
            word=True,
            private=False,
        ),
        Form(
            *("monthly_review", "F18", "月度点评材料", ("monthly",), "monthly:monthly_review"),
            template="official",
            word=True,
            private=False,
        ),
        Form(
            *("special_report", "专报", "专题报告", ("topic",), "topics:special_report"),
            template="official",
            word=True,
            private=False,
        ),
        Form("wall_list", "附", "街巷长名录", ("office", "place"), "rosters:wall_list", private=False),
        Form(
            *("signboard", "附", "街巷长公示牌", ("place", "office"), "rosters:signboard"),
            template="signboard",
            private=False,
        ),
        Form(
            *("pocket_cards", "附", "街巷口袋卡", ("office", "place"), "rosters:pocket_cards"),
            template="pocket_cards",
            handling="内部　随身保管　换发收回",
        ),
        Form("roster_call_list", "附", "叫应名单", ("call_list",), "rosters:call_list"),
        Form("map_sheet", "附", "地图", ("office", "place"), "mapsheet:map_sheet"),
        Form("problem_sheet", "附", "基础问题台账", ("problem",), "bank:problem_sheet"),
        Form(
            *("proposal_result", "F19", "居民提案表决结果公示", ("proposal",), "bank:proposal_result"),
            template="official",
            word=True,
            private=False,
        ),
        Form("patrol_week", "附", "街巷巡查表", ("office",), "patrols:patrol_week"),
        Form("patrol_record", "附", "街巷巡查记录", ("patrol",), "patrols:patrol_record"),
        Form("attendance_sheet", "附", "报到签到表", ("attendance",), "patrols:attendance_sheet"),
        Form("consultation_agenda", "附", "会商议程", ("consultation",), "consultations:consultation_agenda"),
        Form(
            *("consultation_minutes", "F13", "会商纪要", ("consultation",), "consultations:consultation_minutes"),
            template="official",
            word=True,
            private=False,
        ),
        _of_whistle("hand_over", "F08", "现场指挥机构成立、移交单", "forms:hand_over_document"),
        Form("call_record", "F02", "来电记录单", ("call",), "calls:call_record", handling=ARCHIVED),
        Form("call_register", "F02", "来电登记表", ("office",), "calls:call_register", handling=ARCHIVED),
        Form("duty_log", "F01", "值班日志", ("office",), "watch_log:duty_log", handling=ARCHIVED),
        Form("obligation_plan", "附", "应办事项年度表", ("office",), "obligations:obligation_plan", private=False),
        Form("handover", "F01", "值班日志、交接班记录", ("shift",), "watch:handover_record", handling=ARCHIVED),
        Form("duty_plan", "附", "值班表", ("rota",), "watch:duty_table", private=False),
        Form("order_sheet", "F09", "任务单", ("order",), "tasks:order_sheet"),
        Form("decision_log", "F10", "决策记录", ("whistle",), "tasks:decision_log", word=True),
        Form("transfer_list", "F11", "疏散转移登记表", ("whistle",), "tasks:transfer_list"),
        Form("supply_sheet", "F12", "物资领用、归还单", ("whistle",), "tasks:supply_sheet"),
        _of_whistle("command_log", "F10", "指挥记录", "forms:command_log_document"),
        Form(
            *("review", "F16", "应急响应评估报告", ("whistle",), "review:review_of"),
            template="review",
            word=True,
            private=False,
            drafts="drafts:review_blocks",
        ),
    )
}
"""Every form by its key."""


def form_named(key: str) -> Form:
    """The form with a key. Refuses ``document_unknown``."""
    found = FORMS.get(key)
    if found is None:
        raise Refused("document_unknown", document=key)
    return found


def forms_of(family: str) -> list[Form]:
    """The forms that can be printed of a family of subjects, in the order of the list of forms."""
    return sorted((form for form in FORMS.values() if family in form.families), key=lambda form: (form.code, form.key))
