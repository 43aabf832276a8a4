"""Command declarations of rating: `evaluation rank`, `dossier ratings` and `draft weights`."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION

_SERVER = "--server 127.0.0.1:50051"
_RULES = CommandField(
    "--card CARD",
    BilingualText(
        "A published scorecard (its newest version), one version of it (CARD@1.0.0), or a folder of the drafting desk.",
        "已发布的评分卡（取最新版本）、其某一版本（CARD@1.0.0），或草案文件夹。",
    ),
    required=True,
)

COMMANDS = (
    Command(
        "evaluation rank",
        "service.schemes.rating.ranking.render_ranking:rank",
        BilingualText(
            "Rank the subjects of one track by the score of the evaluation that each had stored last.",
            "在同一赛道内，按各主体最近一次存储的评价得分排名。",
        ),
        more=BilingualText(
            "Subjects of different tracks, such as another stage, industry or size, are never ranked against each "
            "other. A score that is still open has a best and a worst rank.",
            "不同赛道（如阶段、行业、规模不同）的主体不相互排名。尚未确定的得分有最好和最差两个名次。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText(
                    "The scorecard version, such as csr-three-stage@1.0.0, or its newest.",
                    "评分卡版本，例如 csr-three-stage@1.0.0；只写卡名则取最新版本。",
                ),
            ),
            ORGANIZATION,
            CommandField(
                "--track NAME=VALUE",
                BilingualText(
                    "One part of the track to rank, such as stage=s3. May be left out while all subjects lie in one "
                    "track.",
                    "所排赛道的一个部分，例如 stage=s3。所有主体同在一个赛道时可不给出。",
                ),
                many=True,
            ),
            CommandField(
                "--format",
                BilingualText(
                    "text for people, csv and xlsx (with --out) for spreadsheets, json for programs.",
                    "text 供人阅读，csv 和 xlsx（与 --out 一起使用）供电子表格使用，json 供程序读取。",
                ),
                kind=("text", "json", "csv", "xlsx"),
                default="text",
            ),
        ),
        examples=(
            f"evaluation rank csr-three-stage organizations/example {_SERVER}",
            f"evaluation rank csr-three-stage@1.0.0 organizations/example {_SERVER} --track industry=power "
            "--track size_class=listed --track stage=s3 --format csv --out ranking.csv",
        ),
        no_means=BilingualText(
            "ranked, and records cannot be read, which are named", "已排名，但有记录无法读取，均已列出"
        ),
        options=("server", "gazette", "out"),
        reads_only=True,
    ),
    Command(
        "dossier ratings",
        "service.schemes.rating.assessors.render_assessors:compare_assessors",
        BilingualText(
            "Compare the ratings of two or more assessors of one subject: agreement, differences, and what settles "
            "them.",
            "比较两位或更多评价人对同一主体的评分：一致之处、差异，以及如何了结差异。",
        ),
        more=BilingualText(
            "The largest differences stand first, each with the rationales and places of all. In the merged dossier a "
            "fact whose ratings differ stays unknown until it is moderated; every rating is kept. See "
            "docs/csr-guide.md.",
            "差异最大的在前，并列出各人的理由和出处。在合并的材料中，评分不同的事实在复议之前保持未知；每项评分都"
            "予保留。见 docs/csr-guide.zh.md。",
        ),
        fields=(
            CommandField(
                "FILE...",
                BilingualText(
                    "A filled-in workbook or dossier of each assessor, two or more.",
                    "每位评价人填好的工作簿或材料，两份或更多。",
                ),
                name="files",
                kind=Path,
            ),
            _RULES,
            CommandField(
                "--moderate FILE",
                BilingualText(
                    "Moderated values that settle differences: a CSV file or YAML list with fact, value, reason, "
                    "person, date. Needs --out.",
                    "了结差异的复议值：含 fact、value、reason、person、date 的 CSV 文件或 YAML 列表。须与 --out 一起"
                    "使用。",
                ),
                kind=Path,
            ),
            CommandField(
                "--out MERGED.yaml",
                BilingualText(
                    "Write a dossier with all ratings (.yaml, .json).", "写出含全部评分的材料（.yaml、.json）。"
                ),
                kind=Path,
            ),
        ),
        examples=(
            "dossier ratings li.xlsx wang.xlsx --card csr-three-stage --language zh",
            "dossier ratings li.xlsx wang.xlsx --card csr-three-stage --moderate panel.csv --out merged.yaml",
        ),
        options=("gazette", "format"),
        reads_only=True,
    ),
    Command(
        "draft weights",
        "service.schemes.rating.weights.drafts:compute_weights",
        BilingualText(
            "Weigh indicators by the precedence chart (优序图法): judgements of pairs become points, with all "
            "arithmetic.",
            "用优序图法为指标定权：将两两比较的判断化为分值，并列出全部计算。",
        ),
        more=BilingualText(
            "A cell is 1 if the item of its row is more important than that of its column, 0.5 if equal, 0 if less. "
            "Every mistake is named with its cell; judgements that run in a circle are warned of. See docs/weights.md.",
            "行项目比列项目重要的单元格为 1，同等为 0.5，较轻为 0。每处错误都指明单元格；循环的判断会给出警告。见 "
            "docs/weights.md。",
        ),
        fields=(
            CommandField(
                "[JUDGEMENTS]...",
                BilingualText(
                    "CSV files and workbooks; one expert per file or sheet.",
                    "CSV 文件和工作簿；每位专家一个文件或一张表。",
                ),
                kind=Path,
            ),
            CommandField(
                "--blocks TABLE|FOLDER",
                BilingualText(
                    "A table of block, points, items; or a card, whose sections are the blocks.",
                    "含 block、points、items 的表；或以各部分为块的评分卡。",
                ),
                kind=Path,
            ),
            CommandField(
                "--points TABLE",
                BilingualText(
                    "Take the points of this table (item, points) instead of scaled ones.",
                    "直接采用此表（item、points）的分值，不作换算。",
                ),
                kind=Path,
            ),
            CommandField(
                "--variant",
                BilingualText("Whether the comparison of an item with itself counts.", "项目与自身的比较是否计入。"),
                kind=("with-diagonal", "without-diagonal"),
                default="with-diagonal",
            ),
            CommandField(
                "--scale",
                BilingualText(
                    "Share out the points of each block, or those of the whole.", "分配各块的分值，或分配总分。"
                ),
                kind=("blocks", "total"),
                default="blocks",
            ),
            CommandField(
                "--total POINTS",
                BilingualText("The points of the whole where there are no blocks.", "没有分块时的总分。"),
                default="100",
            ),
            CommandField(
                "--integers",
                BilingualText("Whole points, by largest remainder.", "按最大余数法取整数分值。"),
                kind=bool,
            ),
            CommandField(
                "--strict",
                BilingualText("Refuse judgements that contradict each other.", "拒绝相互矛盾的判断。"),
                kind=bool,
            ),
            CommandField(
                "--write FOLDER",
                BilingualText("Put the points into the feature files of this card.", "将分值写入此评分卡的规则文件。"),
                kind=Path,
            ),
            CommandField(
                "--template FOLDER|ITEMS",
                BilingualText(
                    "Write an empty sheet for a card, or for A,B,C, to --out.",
                    "为评分卡或 A,B,C 写出空白判断表，写到 --out。",
                ),
            ),
            CommandField(
                "--experts COUNT",
                BilingualText("How many sheets the workbook of a template has.", "模板工作簿有几张表。"),
                kind=int,
                default=1,
                least=1,
                most=50,
            ),
            CommandField(
                "--format",
                BilingualText(
                    "text with the arithmetic, json for programs, csv for the table.",
                    "text 含全部计算，json 供程序读取，csv 只有表格。",
                ),
                kind=("text", "json", "csv"),
                default="text",
            ),
        ),
        examples=(
            "draft weights --template A,B,C,D --out judgements.xlsx",
            "draft weights judgements.xlsx --blocks stages.csv --integers --language zh",
            "draft weights judgements.xlsx --write features/zero-carbon-factory",
        ),
        no_means=BilingualText("written, but the draft has errors now", "已写入，但草案现有错误"),
        options=("out",),
        reads_only=True,
    ),
)
