"""Command declarations of `inventory template` and `inventory check`."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import UNSTORED, WORKBOOK_OUT

NOUNS = {"inventory": BilingualText("The greenhouse gas inventory of a company.", "企业的温室气体清单。")}

COMMANDS = (
    Command(
        "inventory template",
        "service.schemes.inventory.command_handlers:template",
        BilingualText(
            "Write an empty workbook for all that is asked of one inventory: targets, electricity, credits, reports.",
            "写出空白工作簿，一并询问清单所涉的目标、电力、碳信用与报告。",
        ),
        more=BilingualText(
            "What several systems ask stands once; what one alone asks stands under its name. Leave blank what you do "
            "not know: touchstone inventory check says which cell each answer waits for (docs/inventory.md).",
            "多个体系共同询问的内容只填一次；单一体系所问列在其名下。未知内容请留空：touchstone inventory check "
            "会说明每个答案有待哪个单元格（docs/inventory.zh.md）。",
        ),
        fields=(
            WORKBOOK_OUT,
            CommandField(
                "--subject NAME",
                BilingualText(
                    "The company, as organizations/ORGANIZATION/subjects/SUBJECT; it may be changed in the workbook.",
                    "企业，形如 organizations/ORGANIZATION/subjects/SUBJECT；可在工作簿中更改。",
                ),
                default="organizations/example/subjects/inventory",
            ),
        ),
        examples=("inventory template --out inventory.xlsx", "inventory template --out inventory.xlsx --language zh"),
        options=("gazette",),
        reads_only=False,
    ),
    Command(
        "inventory check",
        "service.schemes.inventory.command_handlers:check_inventory",
        BilingualText(
            "Tell of one inventory the target gap under SBTi V1.3.1 and V2.0, the RE100 share, which credits may be "
            "used where, what reports lack, and its own grade; if filled in, also net zero, land, neutral products, "
            "the EU taxonomy and CDP.",
            "就一份清单说明 SBTi V1.3.1 与 V2.0 下的目标差距、RE100 份额、碳信用可用于何处、报告缺少的内容及其评级；"
            "填写后另答净零、土地、碳中和产品、欧盟分类法与 CDP。",
        ),
        more=BilingualText(
            "One line answers one question; --full names every gate that is not met and the cell that each open answer "
            "waits for. With --out each evaluation is written to a file that touchstone verify checks; with --server "
            "or --database-url it is stored, unless --unstored is given.",
            "每个问题一行；--full 列出每个未满足的门槛，以及每个未定答案所待的单元格。用 --out 时，每份评价写成可由 "
            "touchstone verify 核验的文件；用 --server 或 --database-url 时予以存储，除非给出 --unstored。",
        ),
        fields=(
            CommandField(
                "INVENTORY",
                BilingualText(
                    "The workbook (.xlsx) of touchstone inventory template, or a dossier (.yaml) with its names.",
                    "touchstone inventory template 的工作簿（.xlsx），或使用其名称的材料（.yaml）。",
                ),
                kind=Path,
            ),
            CommandField(
                "--on DATE",
                BilingualText(
                    "The civil date for which the rules are read; today if left out.",
                    "据以读取规则的日期；不给出则为今日。",
                ),
            ),
            CommandField(
                "--full",
                BilingualText("Show every gate that is not met or open.", "显示每个未满足或未定的门槛。"),
                kind=bool,
            ),
            CommandField(
                "--out FOLDER",
                BilingualText(
                    "Write each evaluation into this folder, and the answers as answers.html and answers.xlsx.",
                    "将每份评价写入此文件夹，答案另写成 answers.html 与 answers.xlsx。",
                ),
                kind=Path,
            ),
            UNSTORED,
        ),
        examples=(
            "inventory check examples/inventory/company.yaml --on 2027-03-01",
            "inventory check inventory.xlsx --out proofs --full --language zh",
        ),
        options=("server", "database_url", "gazette", "format"),
        file="inventory",
        seconds=600,
        no_means=BilingualText("something is not determined", "有内容未能确定"),
        reads_only=True,
    ),
)
