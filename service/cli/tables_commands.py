"""Command declarations of reference tables."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

_OUTPUT_OPTIONS = ("gazette", "format", "out")
_DAMAGED = BilingualText(
    "A damaged file of the gazette ends the command with 3.", "公布库中有文件损坏时，命令以退出码 3 结束。"
)
_TABLE = CommandField(
    "TABLE",
    BilingualText(
        "A table (cbam-benchmarks), or one edition of it (TABLE@2026-02-06).",
        "表（cbam-benchmarks），或其某一版（TABLE@2026-02-06）。",
    ),
)
_AS_OF = CommandField(
    "--as-of DATE",
    BilingualText("The edition valid on this civil date, YYYY-MM-DD.", "在此日期（YYYY-MM-DD）有效的版本。"),
)
_KNOWN_DATE = CommandField(
    "--known DATE", BilingualText("As published by this day; with --as-of.", "截至该日已发布的内容；与 --as-of 同用。")
)
_LIMIT = CommandField(
    "--limit",
    BilingualText("Differences shown of each kind; 0 shows all.", "每类差异显示多少条；0 表示全部。"),
    kind=int,
    least=0,
    default=100,
)

COMMANDS = (
    Command(
        "table list",
        "service.cli.tables:editions",
        BilingualText(
            "List every edition of every reference table, with the dates for which it is valid and how sure it is.",
            "列出各参照表的各个版本，及其有效日期和可靠程度。",
        ),
        examples=("table list",),
        options=_OUTPUT_OPTIONS,
        reads_only=True,
    ),
    Command(
        "table show",
        "service.cli.tables:show",
        BilingualText(
            "Show an edition: what it says about itself, and its rows. Without edition and date, the newest.",
            "显示某一版：其自身说明及各行。不给出版本和日期时为最新版。",
        ),
        fields=(_TABLE, _AS_OF, _KNOWN_DATE),
        examples=(
            "table show cbam-retained-share",
            "table show cbam-default-values --as-of 2026-05-10 --known 2026-06-30",
        ),
        options=_OUTPUT_OPTIONS,
        reads_only=True,
    ),
    Command(
        "table diff",
        "service.cli.tables:compare",
        BilingualText(
            "Say which rows were added or removed between two editions, and which cells say something else.",
            "说明两个版本之间增删了哪些行，哪些单元格内容不同。",
        ),
        fields=(
            CommandField(
                "TABLE", BilingualText("An edition, TABLE@2026-02-04.", "某一版，TABLE@2026-02-04。"), name="before"
            ),
            CommandField(
                "TABLE", BilingualText("What to compare it with, likewise.", "与之比较的版本，写法相同。"), name="after"
            ),
            _LIMIT,
        ),
        examples=(
            "table diff cbam-default-values@2026-02-04 cbam-default-values@2026-08-06",
            "table diff cbam-certificate-price@2026-04-07 cbam-certificate-price --format json",
        ),
        options=_OUTPUT_OPTIONS,
        reads_only=True,
    ),
    Command(
        "table lookup",
        "service.cli.tables:look_up_value",
        BilingualText(
            "Look up one value as a scorecard would, and show every step that was tried.",
            "如评分卡一样查一个值，并显示查找的每一步。",
        ),
        fields=(
            _TABLE,
            CommandField(
                "COLUMN", BilingualText("The column that is asked for, such as total.", "所查的列，例如 total。")
            ),
            CommandField(
                "KEY=WORD...",
                BilingualText("What is known, such as country=BR.", "已知内容，例如 country=BR。"),
                name="keys",
            ),
            CommandField(
                "--else KEY=WORD",
                BilingualText(
                    "Where to look next, in this order, such as country=other.",
                    "接着依次在何处查找，例如 country=other。",
                ),
                name="otherwise",
                many=True,
            ),
            _AS_OF,
            _KNOWN_DATE,
        ),
        examples=(
            "table lookup cbam-default-values total country=BR cn_code=72031000 --else country=other",
            "table lookup cbam-benchmarks value cn_code=72083900 column=B route=C year=2026",
        ),
        options=_OUTPUT_OPTIONS,
        no_means=BilingualText("there is no answer: look further, or missing", "没有答案：须另查，或缺失"),
        reads_only=True,
    ),
    Command(
        "table check",
        "service.cli.tables:check",
        BilingualText(
            "Read every reference table and compare each file with its digest, and the editions with each other.",
            "读取每个参照表，将各文件与其摘要比对，并将各版本相互比对。",
        ),
        more=_DAMAGED,
        examples=("table check",),
        options=_OUTPUT_OPTIONS,
        reads_only=True,
    ),
    Command(
        "table import",
        "service.cli.tables:import_edition",
        BilingualText(
            "Read a workbook of the Commission, or a CSV file of our own form, as a new edition of a reference table.",
            "将欧盟委员会的工作簿，或本软件格式的 CSV 文件，读作参照表的新版本。",
        ),
        more=BilingualText(
            "Every cell is checked; what is wrong is named by sheet and cell, and nothing is then written. Without "
            "--write and --out the command only shows what would differ from the edition before.",
            "每个单元格都会检查；有误之处按工作表和单元格指出，此时不写入任何内容。不加 --write 和 --out "
            "时，只显示与前一版有何不同。",
        ),
        fields=(
            CommandField(
                "FILE", BilingualText("A workbook (.xlsx) or a CSV file.", "工作簿（.xlsx）或 CSV 文件。"), kind=Path
            ),
            CommandField(
                "--kind",
                BilingualText("What the file is.", "文件的种类。"),
                kind="service.configuration.products:table_kinds",
                default="csv",
            ),
            CommandField(
                "--manifest FILE",
                BilingualText(
                    "A draft manifest (JSON); needed for csv, see docs/tables.md.",
                    "清单草稿（JSON）；csv 必须给出，见 docs/tables.md。",
                ),
                kind=Path,
            ),
            CommandField(
                "--edition NAME", BilingualText("The edition, such as 2026-08-06.", "版本，例如 2026-08-06。")
            ),
            CommandField(
                "--known-from DATE", BilingualText("The day on which the source was published.", "来源公布之日。")
            ),
            CommandField(
                "--first-date DATE", BilingualText("The first civil date for which it is valid.", "开始有效的日期。")
            ),
            CommandField(
                "--certainty",
                BilingualText("How sure the figures are.", "数值的可靠程度。"),
                kind=("confirmed", "secondary", "own_reading"),
            ),
            CommandField(
                "--supersedes NAME", BilingualText("The edition that this one replaces.", "被此版取代的版本。")
            ),
            CommandField(
                "--unknown SHEET!ROW",
                BilingualText("A row that contradicts itself; record it as unknown.", "自相矛盾的行；记为未知。"),
                many=True,
            ),
            CommandField(
                "--write",
                BilingualText("Put the edition into the gazette, for ever.", "将此版永久写入公布库。"),
                kind=bool,
            ),
            CommandField(
                "--out FOLDER", BilingualText("Write the two files there instead.", "改将两个文件写到此处。"), kind=Path
            ),
            _LIMIT,
        ),
        examples=(
            "table import defaults.xlsx --kind cbam-defaults --edition 2026-08-06 --known-from 2026-07-31",
            "table import prices.csv --manifest prices.json --write",
        ),
        options=("gazette", "format"),
        reads_only=False,
    ),
)
