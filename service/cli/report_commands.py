"""Command declaration of `report`."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import EVALUATION

COMMANDS = (
    Command(
        "report",
        "evaluation_service.EvaluationService/GetReport",
        BilingualText(
            "Write an evaluation as a page to read, print and sign, as a workbook, or as OSCAL assessment results.",
            "将一项评价写成可阅读、打印和签署的页面，或写成工作簿或 OSCAL 评估结果。",
        ),
        more=BilingualText(
            "Its checks are made first; if one fails, nothing is written. The same evaluation and options give the "
            "same bytes. What only the issuing body knows stands in the report if it is given, else there is a line to "
            "fill in by hand; without a date of issue it is marked as a draft. Of a result that was withdrawn or "
            "corrected none is issued (docs/report.md, docs/oscal.md).",
            "先做各项核验，有一项不通过就不写出。同样的评价和选项给出同样的字节。只有签发机构才知道的内容若给出则写入报告，"
            "否则留一行供手工填写；没有签发日期时标为草稿。已撤销或已更正的结果不予签发（docs/report.md、docs/oscal.md）。",
        ),
        fields=(
            EVALUATION,
            CommandField(
                "--as",
                BilingualText("As what it is written.", "写成何种形式。"),
                to="form",
                name="form",
                kind=("page", "workbook", "oscal"),
                default="page",
            ),
            CommandField(
                "--appendix",
                BilingualText("Add every recorded step, as an appendix.", "附上记录的每一步。"),
                to="appendix",
                kind=bool,
            ),
            CommandField(
                "--number TEXT", BilingualText("The number of the report.", "报告编号。"), to="particulars.number"
            ),
            CommandField(
                "--body TEXT",
                BilingualText(
                    "The body that issues it: name, address, accreditation.", "签发机构：名称、地址、认可信息。"
                ),
                to="particulars.body",
            ),
            CommandField(
                "--issued DATE", BilingualText("The date of issue.", "签发日期。"), to="particulars.issue_date"
            ),
            CommandField(
                "--legal-name TEXT",
                BilingualText("The legal name of the organisation assessed.", "受评组织的法定名称。"),
                to="particulars.legal_name",
            ),
            CommandField(
                "--site TEXT",
                BilingualText("The site assessed, with its address.", "受评场所及其地址。"),
                to="particulars.site",
            ),
            CommandField(
                "--bundle FILE",
                BilingualText("Of OSCAL: link the proof bundle in this file.", "仅用于 OSCAL：链接此文件中的证明包。"),
                to="bundle_digest",
                read="service.cli.report:bundle_digest",
                kind=Path,
            ),
        ),
        examples=(
            "report result.json --language zh --appendix --out report.html",
            'report result.json --number ZC-2026-017 --issued 2026-11-23 --body "Example Body" --legal-name "Example '
            'Factory Co., Ltd." --site "1 Example Road, Yancheng" --out report.html',
            "report organizations/example/evaluations/0198… --as oscal --server 127.0.0.1:50051 --out results.json",
        ),
        options=("gazette", "database_url"),
        prepare="service.cli.report:report_request",
        refused="service.cli.report:unverified_report_error",
        fold="service.cli.report:check_report",
        text="service.cli.report:report_page_text",
        no_means=BilingualText("a check failed", "有核验未通过"),
    ),
)
