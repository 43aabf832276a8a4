"""Declarations of `card export`, `card plan`, `card diff`, `dossier schema`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import CARD, DRAFT

_CARD = replace(
    CARD,
    help=BilingualText(
        "A published scorecard, one version of it (CARD@1.0.0), or ./FOLDER of a draft.",
        "已发布的评分卡、其某一版本（CARD@1.0.0），或草案文件夹 ./FOLDER。",
    ),
)

COMMANDS = (
    Command(
        "card export",
        "service.cli.cards:export",
        BilingualText(
            "Write a scorecard as feature files in one language, in canonical form.",
            "将评分卡写成一种语言的规范形式的草案文件。",
        ),
        more=BilingualText(
            "In a language in which it was not written this begins a translation: the same rules and examples, "
            "with the "
            "labels that there are. A remark above each gap says how it reads in the other language; publishing "
            "refuses "
            "the card until all are filled and deleted. With --format json the files stand in an "
            "ExportScorecardVersionResponse, also with --out.",
            "若评分卡未曾以该语言写成，这便是翻译的开始：规则和示例相同，已有的标签照用。每处空缺上方的备注给出另一种"
            "语言的写法；全部填好并删去备注之前，不能发布。使用 --format json 时，文件写在 "
            "ExportScorecardVersionResponse 中，给出 --out 时也是如此。",
        ),
        fields=(
            _CARD,
            DRAFT,
            CommandField(
                "--language",
                BilingualText(
                    "The language of the files to write, and of the words for people.",
                    "所写文件的语言，也是面向人的文字所用的语言。",
                ),
                kind=("en", "zh"),
                required=True,
            ),
            CommandField(
                "--out FOLDER",
                BilingualText("Write the files there instead of showing them.", "将文件写到此处，而不显示。"),
                kind=Path,
            ),
            CommandField(
                "--to-translate FILE",
                BilingualText(
                    "Write what is still to be said in this language as a sheet of two columns, too: .xlsx or .csv.",
                    "另将尚待以该语言表述的内容写成两列的表：.xlsx 或 .csv。",
                ),
                name="sheet",
                kind=Path,
            ),
        ),
        examples=(
            "card export ./my-card --language zh --out ./twin --to-translate words.xlsx",
            "card export zero-carbon-factory@1.0.0 --language zh",
            "card export zero-carbon-factory --language en --format json",
        ),
        options=("gazette", "format"),
        reads_only=False,
    ),
    Command(
        "card plan",
        "service.cli.cards:plan",
        BilingualText(
            "Show in which order a scorecard is computed and concluded, and by which generated code.",
            "显示评分卡按何顺序计算和得出结论，由哪些生成的代码执行。",
        ),
        more=BilingualText(
            "Where every measure is known the oracle beside durable-rules is straight-line Python, written from the "
            "card: each function takes the values of the measures and gives for each rule the letters of its clauses, "
            "m for met, n for not met, a for not applicable (docs/evaluation.md).",
            "当各项度量均已知时，与 durable-rules 相互对照的是由评分卡生成的顺序执行的 Python：每个函数取各度量的值，"
            "对每条规则给出其各条款的字母：m 为满足，n 为不满足，a 为不适用（docs/evaluation.md）。",
        ),
        fields=(
            _CARD,
            CommandField(
                "--source",
                BilingualText(
                    "Print the generated Python instead, one function for each network.",
                    "改为打印生成的 Python，每个网络一个函数。",
                ),
                kind=bool,
            ),
            DRAFT,
        ),
        examples=(
            "card plan zero-carbon-factory",
            "card plan zero-carbon-factory@1.0.0 --source",
            "card plan features/zero-carbon-factory --format json",
        ),
        options=("gazette", "format"),
        reads_only=True,
    ),
    Command(
        "card diff",
        "service.cli.cards:compare",
        BilingualText(
            "Say what differs in meaning between two versions, and which step of the version number that asks for.",
            "说明两个版本在含义上有何不同，以及版本号因此应如何递增。",
        ),
        more=BilingualText(
            "Rules come first, each as it was and as it is in the sentence of the card, with its place in the feature "
            "files; then what they rest on, then words for people, and at last what the changes can move. What changed "
            "in a sentence stands between brackets, its clauses under it, and what the changelog of the gazette "
            "says of "
            "the version at the end.",
            "先列规则，逐条给出评分卡中原来和现在的句子及其在草案文件中的位置；再列规则的依据、面向人的文字，最后列出"
            "这些改动可能影响什么。句中改动之处置于括号内，其条款列于句下；公布库变更日志对该版本的说明列于末尾。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText(
                    "A version (CARD@1.0.0), the newest, or ./FOLDER.", "某一版本（CARD@1.0.0）、最新版，或 ./FOLDER。"
                ),
                name="before",
            ),
            CommandField(
                "CARD|X.Y.Z",
                BilingualText(
                    "What to compare it with, likewise; or a version of it.",
                    "与之比较的版本，写法相同；或同一评分卡的版本号。",
                ),
                name="after",
            ),
            CommandField(
                "[X.Y.Z]",
                BilingualText(
                    "After CARD X.Y.Z: the version, or the folder, to compare it with.",
                    "在 CARD X.Y.Z 之后：与之比较的版本或文件夹。",
                ),
                name="other",
            ),
            CommandField(
                "--format",
                BilingualText(
                    "text for people, html for a page, json for programs (protobuf JSON).",
                    "text 供人阅读，html 为网页，json（protobuf JSON）供程序读取。",
                ),
                kind=("text", "html", "json"),
                default="text",
                variable="TOUCHSTONE_FORMAT",
            ),
        ),
        examples=(
            "card diff eu-battery 1.0.0 2.0.0",
            "card diff zero-carbon-factory@1.0.0 features/zero-carbon-factory",
            "card diff eu-battery 1.0.0 2.0.0 --format html --out diff.html",
        ),
        options=("gazette", "out"),
        reads_only=True,
    ),
    Command(
        "dossier schema",
        "service.cli.cards:schema",
        BilingualText(
            "Write the JSON Schema (draft 2020-12) of the dossiers that a scorecard takes.",
            "写出评分卡所接受材料的 JSON Schema（2020-12 草案）。",
        ),
        more=BilingualText(
            "For a form, or for the mapping of another system: facts by id with kinds, units that convert, domains, "
            "choices and records, settings and evidence, named in English and Chinese. It refuses nothing that "
            "`evaluate` takes, but for what docs/dossier.md names.",
            "可用于制作表单，或与其他系统对接：按标识列出事实及其种类、可换算的单位、取值范围、选项和记录，以及设定和"
            "证据，附中英文名称。凡 `evaluate` 接受的，它都不拒绝，docs/dossier.zh.md 所列者除外。",
        ),
        fields=(_CARD, DRAFT),
        examples=(
            "dossier schema zero-carbon-factory",
            "dossier schema zero-carbon-factory@1.0.0 --out zero-carbon-factory.schema.json",
            "dossier schema features/zero-carbon-factory",
        ),
        options=("gazette", "out"),
        reads_only=True,
    ),
)
