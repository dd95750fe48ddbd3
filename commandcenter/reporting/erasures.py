"""F20 of cases: the list two people sign before personal data are erased, the report afterwards; and the answer when declined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.domain.refusal import Refused
from commandcenter.reporting import blocks, times
from commandcenter.reporting.background import NOBODY
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.registry import FORMS
from commandcenter.reporting.words import NONE, UNKNOWN, word

_ACROSS = 4
"""So many case numbers stand side by side."""


def erasure_list(material: Material) -> dict[str, Any]:
    """The list of one request, its cases by their numbers only: nothing on this paper tells who it is about."""
    request = material.state(ErasureRequest)
    cases = [material.cases.case(case)[0] for case in request.cases]
    limit = material.names.limits.get("privacy.case_retention") if request.reason == "retention" else None
    basis = {"request": "《个人信息保护法》第四十七条：个人撤回同意或者提出删除的，应当删除。"}.get(
        request.reason, "《个人信息保护法》第四十七条：处理目的已经实现、保存期限已满或者不应当收集的，应当删除。"
    )
    rows = [
        ("申请编号", request.number),
        ("事由", word("erasure_reason", request.reason)),
        ("列单时间", times.moment(request.opened_at)),
        ("应当答复", times.moment(request.term.due_at) if request.term is not None else UNKNOWN),
        ("现状", _stands(request)),
        ("依据", basis),
    ]
    if limit is not None:
        rows.append(("保存期限", f"{limit.value:g}个月（{limit.source}）"))
    return {
        "document": "erasure_list",
        "paper": material.paper(title="个人信息销毁清单（案件）", number=request.number, mode=request.mode),
        "blocks": [
            blocks.pairs(rows),
            *_numbers(cases),
            *_what(material, request, cases),
            *_papers(material, request),
            *_quoting(material, request, cases),
            *_files(request),
            *_checked(request),
            *_signed(material, request),
        ],
    }


def _stands(request: ErasureRequest) -> str:
    if request.done_at is not None:
        return f"{times.moment(request.done_at)}已销毁"
    return {"first": "已有一人签字", "signed": "两人已签字，待销毁", "declined": "不予删除"}.get(
        request.stage, "待签字"
    )


def _numbers(cases: Sequence[Case]) -> list[Block]:
    numbers = [case.number for case in cases]
    lines = [numbers[start : start + _ACROSS] for start in range(0, len(numbers), _ACROSS)]
    rows = [tuple(line + [""] * (_ACROSS - len(line))) for line in lines]
    return [
        blocks.level1(f"一、案件（{len(numbers)}件，只列编号）"),
        blocks.table(("编号",) * _ACROSS, rows, (0,) * _ACROSS, centred=tuple(range(_ACROSS))),
    ]


def _what(material: Material, request: ErasureRequest, cases: Sequence[Case]) -> list[Block]:
    if request.done_at is not None:
        files = request.counts.get("files", 0)
        rows = [("案件中的姓名、电话、地址和原话", f"{request.counts.get('cases', 0)}件"), ("附件", f"{files}个")]
    else:
        entries = sum(material.privacy.entries([case.subject for case in cases]).values())
        files = sum(1 for case in cases for one in case.attachments if one.gone != "erased")
        running = sum(case.open for case in cases)
        rows = [
            ("案件中的姓名、电话、地址和原话", f"{entries}条记录"),
            ("附件（照片、录音、文件）及其查看副本", f"{files}个"),
            ("检索索引、没发出的草稿、由案件学得的承办建议", "随案件一并清除"),
        ]
        if running:
            rows.append(("其中仍在办理、不能销毁的", f"{running}件"))
    return [
        blocks.level1("二、销毁的内容"),
        blocks.table(
            ("序", "内容", "数量"), [(place, *row) for place, row in enumerate(rows, 1)], (12, 0, 44), centred=(0, 2)
        ),
        blocks.note("保留：编号、时刻、单位、类别、办理步骤、统计数字、签字和记录的校验值。销毁后记录链仍可核验。"),
    ]


def _papers(material: Material, request: ErasureRequest) -> list[Block]:
    rows = []
    for prints in material.privacy.prints_of([f"case/{case}" for case in request.cases]):
        form = FORMS.get(prints.form)
        if form is None:
            continue
        ways = Counter(word("print_way", one.way) for one in prints.prints)
        rows += [(form.code, form.name, way, f"{count}次") for way, count in sorted(ways.items())]
    return [
        blocks.level1("三、应当收回销毁的纸质件和导出文件"),
        blocks.table(
            ("表号", "名称", "方式", "次数", "已收回"),
            [(*row, "") for row in rows],
            (18, 0, 26, 22, 22),
            centred=(0, 2, 3, 4),
            spare=2 if rows else 0,
            height=8 if rows else 0,
            empty="系统内没有逐件打印的记录；整单打印、导出的清单请另行收回。",
        ),
    ]


def _quoting(material: Material, request: ErasureRequest, cases: Sequence[Case]) -> list[Block]:
    numbers = [number for case in cases for number in (case.number, case.source_number) if number]
    found = material.privacy.quoting(request.cases, numbers)
    rows = [(word("erasure_quoting", subject.partition("/")[0]), number or UNKNOWN, "") for subject, number in found]
    return [
        blocks.level1("四、引用这些案件、须另行核对的事项"),
        blocks.table(("事项", "编号", "核对结果"), rows, (50, 0, 50), centred=(0, 1), empty="没有引用这些案件的事项。"),
        blocks.note(
            "会商、问题、提案、专题、哨单和月度材料的标题、摘要由人另写，不随案件销毁；含个人信息的，逐项更正或者另行销毁。"
        ),
    ]


def _files(request: ErasureRequest) -> list[Block]:
    if request.cleared_at is None:
        rows = [
            ("新备份", "销毁后先做新备份并试恢复"),
            ("旧备份", "试恢复通过后，删除备份文件夹中仍含所销毁内容的旧备份"),
        ]
    else:
        rows = [
            ("清理时间", times.moment(request.cleared_at)),
            ("打印文件", f"数据文件夹中删除{request.cleared.get('copies', 0)}个"),
            ("新备份", request.backup or UNKNOWN),
            ("已删除的旧备份", "、".join(request.removed) or NONE),
            ("未能删除、须手工销毁", "、".join(request.left) or NONE),
        ]
    return [blocks.level1("五、文件和备份"), blocks.pairs(rows, 42)]


def _checked(request: ErasureRequest) -> list[Block]:
    return [
        blocks.level1("六、核对"),
        blocks.ticks(
            [
                ("已核实申请人身份，清单上的案件都属于申请人", False),
                ("已核对不需要作为证据、档案或者复查复核材料继续保存", False),
                ("上表纸质件、导出文件和外部来件原表已经收回并销毁", False),
                ("移动硬盘、光盘等其他介质上的备份已经销毁；恢复旧备份时系统自动再次销毁", False),
            ]
        ),
    ]


def _signed(material: Material, request: ErasureRequest) -> list[Block]:
    found: list[Block] = []
    if request.signatures:
        told = "；".join(
            f"{material.names.person(one.person) or NOBODY}（{times.stamp(one.at)}）" for one in request.signatures
        )
        found.append(blocks.par(told, "系统内签署"))
    return [*found, blocks.signatures(["销毁人", "监销人"])]


def erasure_answer(material: Material) -> dict[str, Any]:
    """The answer to whoever asked when it is declined, with the reason and where to turn (PIPL art. 50).

    Refuses ``nothing_to_print`` unless it was declined.
    """
    request = material.state(ErasureRequest)
    if request.declined_at is None:
        raise Refused("nothing_to_print")
    who = request.asker or "申请人"
    return {
        "document": "erasure_answer",
        "paper": material.paper(title="个人信息删除申请答复书", number=request.number, mode=request.mode),
        "heading": ["关于个人信息删除申请的答复"],
        "blocks": [
            blocks.addressee(who),
            blocks.par(
                f"你（单位）于{times.day(request.opened_at)}提出的删除个人信息申请（编号{request.number}）收悉。经研究，答复如下："
            ),
            blocks.par(f"涉及的{len(request.cases)}件案件，现不予删除。理由：{request.why or UNKNOWN}"),
            blocks.par(
                "继续保存期间，有关姓名、电话和原话只作存储和必要的安全保护，屏幕和纸面一律遮盖，查看须写明理由并留有记录。"
            ),
            blocks.par("对本答复有异议的，可以依照《个人信息保护法》第五十条第二款向人民法院提起诉讼。"),
            blocks.signed(material.names.office, times.day(request.declined_at)),
        ],
    }
