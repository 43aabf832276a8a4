"""Command declarations of CBAM: declare, compare, template and quarterly report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import DECIMAL_MARK, KNOWN, SETTINGS

NOUNS = {
    "cbam": BilingualText(
        "A year of goods under the Carbon Border Adjustment Mechanism.", "欧盟碳边境调节机制下一年的货物。"
    )
}
_GOODS = CommandField(
    "GOODS", BilingualText("Lines of goods (.csv or .xlsx).", "货物各行（.csv 或 .xlsx）。"), to="goods", kind=Path
)
_PRECURSORS = CommandField(
    "--precursors FILE",
    BilingualText("Precursors of the lines (.csv or .xlsx).", "各行的前体（.csv 或 .xlsx）。"),
    to="precursors",
    kind=Path,
)

COMMANDS = (
    Command(
        "cbam declare",
        "cbam_service.CbamService/DeclareGoods",
        BilingualText(
            "Evaluate every line of goods, apply the threshold, add up certificates and cost, and say what is missing.",
            "评价每一行货物，适用门槛，合计证书和费用，并说明缺少什么。",
        ),
        more=BilingualText(
            "One line of goods in a row. The header names facts of the card cbam-goods, those with a unit as net_mass "
            "(t); touchstone cbam template writes a file with all of them. Each line is evaluated as of its day of "
            "import, with what is known now. Precursors stand in a sheet named precursors, or in a file of their own. "
            "Nothing is stored.",
            "每行一项货物。表头写出评分卡 cbam-goods 的事实，有单位的写作 net_mass (t)；touchstone cbam template "
            "写出含全部事实的文件。每行按其进口日、以现在所知评价。前体写在名为 precursors 的工作表中，或另写一个文件。"
            "不存储任何内容。",
        ),
        fields=(
            _GOODS,
            _PRECURSORS,
            replace(DECIMAL_MARK, to="goods.decimal_mark"),
            replace(SETTINGS, to="settings", read="service.output.terminal.given_options:read_settings"),
            replace(KNOWN, to="known_time", read="service.output.terminal.named_rules:known_time"),
        ),
        examples=(
            "cbam declare examples/cbam/goods-2026.csv --precursors examples/cbam/precursors-2026.csv",
            "cbam declare goods.xlsx --language zh --set precursor_mark_up=without",
        ),
        options=("gazette",),
        text="text",
        json="declaration_json",
        seconds=600,
        no="undetermined",
        no_means=BilingualText("something is not determined", "有内容未能确定"),
    ),
    Command(
        "cbam compare",
        "service.schemes.cbam.render_comparison:compare_goods",
        BilingualText(
            "Price goods year by year under the EU's border adjustment, the UK's border tax and the bills of the US.",
            "按欧盟边境调节、英国边境税和美国法案，逐年计算货物的费用。",
        ),
        more=BilingualText(
            "The file is that of cbam declare, with columns of its own for the UK (uk_) and the US (us_); touchstone "
            "cbam template --compare writes one with all of them. Each line keeps its day of import, moved into each "
            "year. Prices of years to come are not known: --assume gives the price of certificates (eu, EUR/tCO2e), of "
            "the auction (uk, GBP/tCO2e) and the inflation (us, %), as one figure or a span; what stays open is a "
            "range, with what it waits for. With --out, goods.xlsx gets all rows and goods.html a page with charts.",
            "文件与 cbam declare 相同，另有英国（uk_）与美国（us_）各列；touchstone cbam template --compare "
            "写出含全部列的文件。每行保留其进口日，移入各年。将来年份的价格未知：以 --assume "
            "给出证书价格（eu，EUR/tCO2e）、拍卖价格（uk，GBP/tCO2e）和通胀率（us，%），可为单个数值或区间；"
            "未定之处给出范围及其等待的内容。用 --out 时，goods.xlsx 含全部行，goods.html 为带图的网页。",
        ),
        fields=(
            _GOODS,
            _PRECURSORS,
            DECIMAL_MARK,
            CommandField(
                "--years YEARS",
                BilingualText("The years to price, or one of them.", "计价的年份，或其中一年。"),
                default="2026-2034",
            ),
            CommandField(
                "--assume GROUP=LOW..HIGH",
                BilingualText(
                    "What the file leaves open: eu=70..100, uk=50, us=2.5.",
                    "文件未给出的数值：eu=70..100、uk=50、us=2.5。",
                ),
                many=True,
            ),
            CommandField("--full", BilingualText("Show every line.", "逐行显示。"), kind=bool),
        ),
        examples=(
            "cbam compare examples/cbam/goods-three-borders.csv --assume eu=70..100 --assume uk=50 --assume us=2.5",
            "cbam compare goods.xlsx --years 2027-2030 --out goods.html --language zh",
        ),
        options=("gazette", "format", "out"),
        no_means=BilingualText("a figure is open", "有数值未定"),
        reads_only=True,
    ),
    Command(
        "cbam template",
        "service.schemes.cbam.template:write_workbook",
        BilingualText(
            "Write an empty workbook for a year of goods: a sheet of goods, one of precursors, and what each column "
            "means.",
            "为一年的货物写出空白工作簿：货物表、前体表，以及各列的含义。",
        ),
        fields=(
            CommandField(
                "FILE", BilingualText("The workbook to write (.xlsx).", "要写出的工作簿（.xlsx）。"), kind=Path
            ),
            CommandField(
                "--compare",
                BilingualText("With the columns that cbam compare asks for besides.", "包括 cbam compare 另需的各列。"),
                kind=bool,
            ),
        ),
        examples=("cbam template goods.xlsx", "cbam template goods.xlsx --compare"),
        options=("gazette",),
        reads_only=False,
    ),
    Command(
        "cbam quarterly-report",
        "service.schemes.cbam.quarterly_report.report_reader:read_quarterly_report",
        BilingualText(
            "Read a quarterly report of the transitional period: check it against its schema and list its goods.",
            "读取过渡期的季度报告：按其模式核对，并列出货物。",
        ),
        more=BilingualText(
            "Every departure from the schema is named with its line. What fits the schema and still contradicts "
            "itself, such as totals that do not add up, is shown as a note.",
            "每处不合模式的内容都注明所在行。合乎模式但自相矛盾的内容，例如合计不符，以附注列出。",
        ),
        fields=(
            CommandField(
                "FILE",
                BilingualText("A CBAM quarterly report (XML, version 17.03).", "CBAM 季度报告（XML，17.03 版）。"),
                kind=Path,
            ),
            CommandField(
                "--xsd FILE",
                BilingualText(
                    "Check against this published schema as well; its parts beside it.",
                    "同时按此已公布的模式核对；其各部分须在同一文件夹。",
                ),
                kind=Path,
            ),
            CommandField(
                "--dossier NAME",
                BilingualText(
                    "Write a dossier for the card cbam-transitional, for organizations/ORGANIZATION/subjects/SUBJECT.",
                    "为 organizations/ORGANIZATION/subjects/SUBJECT 写出评分卡 cbam-transitional 的材料。",
                ),
            ),
        ),
        examples=(
            "cbam quarterly-report report.xml",
            "cbam quarterly-report report.xml --xsd QReport_17.03.xsd --format json",
            "cbam quarterly-report report.xml --dossier organizations/example/subjects/2025-q4",
        ),
        options=("format",),
        reads_only=True,
    ),
)
