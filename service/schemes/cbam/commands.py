"""Which commands compute a year of goods under the Carbon Border Adjustment Mechanism of the EU?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.answering.terminal.declared import Command, Field, Words
from service.answering.terminal.fields import KNOWN, SETTINGS

NOUNS = {
    "cbam": Words("A year of goods under the Carbon Border Adjustment Mechanism.", "欧盟碳边境调节机制下一年的货物。")
}

COMMANDS = (
    Command(
        "cbam declare",
        "cbam_service.CbamService/DeclareGoods",
        Words(
            "Evaluate every line of goods, apply the threshold, add up certificates and cost, and say what is missing.",
            "评价每一行货物，适用门槛，合计证书和费用，并说明缺少什么。",
        ),
        more=Words(
            "One line of goods in a row. The header names facts of the card cbam-goods, those with a unit as net_mass "
            "(t); touchstone cbam template writes a file with all of them. Each line is evaluated as of its day of "
            "import, with what is known now. Precursors stand in a sheet named precursors, or in a file of their own. "
            "Nothing is stored.",
            "每行一项货物。表头写出评分卡 cbam-goods 的事实，有单位的写作 net_mass (t)；touchstone cbam template "
            "写出含全部事实的文件。每行按其进口日、以现在所知评价。前体写在名为 precursors 的工作表中，或另写一个文件。"
            "不存储任何内容。",
        ),
        fields=(
            Field(
                "GOODS",
                Words("Lines of goods (.csv or .xlsx).", "货物各行（.csv 或 .xlsx）。"),
                to="goods",
                kind=Path,
            ),
            Field(
                "--precursors FILE",
                Words("Precursors of the lines (.csv or .xlsx).", "各行的前体（.csv 或 .xlsx）。"),
                to="precursors",
                kind=Path,
            ),
            replace(SETTINGS, to="settings", read="service.answering.terminal.given_options:read_settings"),
            replace(KNOWN, to="known_time", read="service.answering.terminal.named_rules:known_time"),
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
        no_means=Words("something is not determined", "有内容未能确定"),
    ),
    Command(
        "cbam template",
        "service.schemes.cbam.template:write_workbook",
        Words(
            "Write an empty workbook for a year of goods: a sheet of goods, one of precursors, and what each column "
            "means.",
            "为一年的货物写出空白工作簿：货物表、前体表，以及各列的含义。",
        ),
        fields=(Field("FILE", Words("The workbook to write (.xlsx).", "要写出的工作簿（.xlsx）。"), kind=Path),),
        examples=("cbam template goods.xlsx",),
        options=("gazette",),
    ),
    Command(
        "cbam quarterly-report",
        "service.schemes.cbam.quarterly_report.called:read",
        Words(
            "Read a quarterly report of the transitional period: check it against its schema and list its goods.",
            "读取过渡期的季度报告：按其模式核对，并列出货物。",
        ),
        more=Words(
            "Every departure from the schema is named with its line. What fits the schema and still contradicts "
            "itself, such as totals that do not add up, is shown as a note.",
            "每处不合模式的内容都注明所在行。合乎模式但自相矛盾的内容，例如合计不符，以附注列出。",
        ),
        fields=(
            Field(
                "FILE",
                Words("A CBAM quarterly report (XML, version 17.03).", "CBAM 季度报告（XML，17.03 版）。"),
                kind=Path,
            ),
            Field(
                "--xsd FILE",
                Words(
                    "Check against this published schema as well; its parts beside it.",
                    "同时按此已公布的模式核对；其各部分须在同一文件夹。",
                ),
                kind=Path,
            ),
            Field(
                "--dossier NAME",
                Words(
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
        old=("quarterly-report",),
    ),
)
