"""Command declarations of corrections."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION, PAGE_SIZE, PAGE_TOKEN, REASON

_SERVICE = "correction_service.CorrectionService"
_TEXTS = "service.corrections.render_corrections"
_SERVER = "--server 127.0.0.1:50051"
_KINDS = (
    "name", "verifier", "issuer", "document", "identifier", "table", "row", "lookup", "basis", "reading", "setting",
    "version", "software", "fact", "evaluation",
)  # fmt: skip
_SEARCH_FIELDS = (
    CommandField(
        "KIND", BilingualText("What kind of thing results rest on.", "结果所依据之物的种类。"), to="kind", kind=_KINDS
    ),
    CommandField(
        "VALUE",
        BilingualText(
            "Which one, written as docs/evidence.md says of its kind.", "具体是哪一个，写法见 docs/evidence.zh.md。"
        ),
        to="value",
    ),
    CommandField(
        "--at-least VALUE",
        BilingualText(
            "Of a fact: at least this number in its unit, or from this day on.",
            "对事实：不小于此数（按其单位）或此日起。",
        ),
        to="at_least",
    ),
    CommandField(
        "--at-most VALUE",
        BilingualText("Of a fact: at most this number or day.", "对事实：不大于此数或此日。"),
        to="at_most",
    ),
    CommandField(
        "--unit UNIT",
        BilingualText(
            "Of a fact: its unit, if versions of the scorecard give it different ones.",
            "对事实：其单位，若评分卡各版本的单位不同。",
        ),
        to="unit",
    ),
)
_CAMPAIGN = CommandField(
    "CAMPAIGN",
    BilingualText(
        "Its name, such as organizations/example/campaigns/accreditation-7.",
        "名称，例如 organizations/example/campaigns/accreditation-7。",
    ),
    to="name",
)

COMMANDS = (
    Command(
        "correction find",
        f"{_SERVICE}/ListUses",
        BilingualText(
            "List which stored results rest on something: a name, document, serial, table row, reading, value, "
            "version.",
            "列出哪些已存储的结果依据某物：名称、文件、编号、表中的行、解读、数值、版本。",
        ),
        more=BilingualText(
            "Newest first; those on numbers or days within bounds in the order of these. A person or body is found in "
            "whatever role, and similar names of the newest results are told.",
            "最新的在前；按数或日期范围查找时按其大小排列。人或机构无论以何种身份出现都能找到，并列出最新结果中的"
            "相似名称。",
        ),
        fields=(
            ORGANIZATION,
            *_SEARCH_FIELDS,
            CommandField(
                "--totals",
                BilingualText(
                    "Count all of them as well, by conclusion, whatever the page.",
                    "同时按结论统计全部结果，不限于本页。",
                ),
                kind=bool,
                to="with_totals",
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(
            f'correction find organizations/example name "Example Laboratory" {_SERVER}',
            f"correction find organizations/example identifier CCER-2026-0001 {_SERVER}",
            f"correction find organizations/example fact cbam-goods/net_mass --at-least 100 --at-most 200.5 {_SERVER}",
        ),
        text=f"{_TEXTS}:where_used_text",
        no="service.output.terminal.evaluation_lines:tells_left_out",
        no_means=BilingualText("records cannot be read, which are named", "有记录无法读取，均已列出"),
        options=("gazette",),
    ),
    Command(
        "correction begin",
        f"{_SERVICE}/CreateCampaign",
        BilingualText(
            "Begin a campaign: keep which stored results rest on what turned out wrong, and note that in the log.",
            "开始一次更正：记下哪些已存储的结果依据有误之物，并记入日志。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "ID",
                BilingualText("The last part of its name, of a-z, 0-9 and '-'.", "名称的末段，由 a-z、0-9 和“-”组成。"),
                to="campaign_id",
            ),
            *_SEARCH_FIELDS,
            CommandField("--reason TEXT", BilingualText("What happened.", "发生了什么。"), to="reason", required=True),
        ),
        examples=(
            'correction begin organizations/example accreditation-7 issuer "Example Laboratory" '
            f'--reason "lost its accreditation on 2026-10-01" {_SERVER}',
            "correction begin organizations/example repeal-1 version zero-carbon-factory@1.0.0 "
            f'--reason "repealed from its first day on" {_SERVER}',
        ),
        text=f"{_TEXTS}:progress_text",
        seconds=600,
    ),
    Command(
        "correction run",
        f"{_SERVICE}/ReevaluateCampaign",
        BilingualText(
            "Evaluate the results of a campaign again, for their days and as known when it began.",
            "按各自的日期和更正开始时所知，重新评价其结果。",
        ),
        more=BilingualText(
            "It ends when nothing is pending. What was done is kept: stopped anywhere, it goes on where it was.",
            "直到没有待处理的结果为止。已完成的予以保留：中断后从原处继续。",
        ),
        fields=(_CAMPAIGN,),
        examples=(f"correction run organizations/example/campaigns/accreditation-7 {_SERVER}",),
        fold=f"{_TEXTS}:reevaluate_all",
        text=f"{_TEXTS}:progress_text",
        seconds=600,
    ),
    Command(
        "correction list",
        f"{_SERVICE}/ListCampaigns",
        BilingualText("List the campaigns of an organisation, and how far each is.", "列出某机构的更正及其进展。"),
        fields=(ORGANIZATION, PAGE_TOKEN),
        examples=(f"correction list organizations/example {_SERVER}",),
        text=f"{_TEXTS}:campaigns_text",
    ),
    Command(
        "correction show",
        f"{_TEXTS}:show_campaign",
        BilingualText(
            "Show how far a campaign is, and of each result what it concluded, would conclude, and what was decided.",
            "显示一次更正的进展，以及每项结果原先和现在的结论与决定。",
        ),
        fields=(_CAMPAIGN,),
        examples=(f"correction show organizations/example/campaigns/accreditation-7 {_SERVER}",),
        options=("server", "gazette", "format", "out"),
        reads_only=True,
    ),
    Command(
        "correction decide",
        f"{_SERVICE}/DisposeCampaignItem",
        BilingualText(
            "Decide of one result of a campaign; it is noted in the log, and a later decision takes its place.",
            "就更正中的一项结果作出决定；决定记入日志，之后的决定取代之前的。",
        ),
        fields=(
            _CAMPAIGN,
            CommandField(
                "EVALUATION", BilingualText("The name of the stored evaluation.", "已存储评价的名称。"), to="evaluation"
            ),
            CommandField(
                "DECISION",
                BilingualText("What is decided.", "决定的内容。"),
                to="disposition",
                kind=("stands", "changed", "withdrawn", "to_be_asked"),
            ),
            CommandField("--person NAME", BilingualText("Who decides.", "由谁决定。"), to="person", required=True),
            REASON,
        ),
        examples=(
            "correction decide organizations/example/campaigns/accreditation-7 organizations/example/evaluations/0198… "
            f'withdrawn --person "Li Wei" --reason "no accredited report is left" {_SERVER}',
        ),
        text=f"{_TEXTS}:campaign_item_text",
        options=("gazette",),
    ),
    Command(
        "correction export",
        f"{_TEXTS}:export_campaign",
        BilingualText(
            "Write a campaign with all its results and decisions as one file, CSV or JSON.",
            "将一次更正及其全部结果和决定写成一个文件，CSV 或 JSON。",
        ),
        fields=(
            _CAMPAIGN,
            CommandField(
                "-o, --out FILE",
                BilingualText("A name that ends in .csv or .json.", "以 .csv 或 .json 结尾的文件名。"),
                kind=Path,
                required=True,
            ),
        ),
        examples=(f"correction export organizations/example/campaigns/accreditation-7 {_SERVER} -o done.csv",),
        options=("server",),
        reads_only=False,
    ),
)
