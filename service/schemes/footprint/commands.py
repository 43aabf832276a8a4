"""Command declaration: `dossier pact`, which converts a PACT product footprint to a dossier."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import DOSSIER_SUBJECT

_SUBJECT = "--subject organizations/example/subjects/ethanol"

COMMANDS = (
    Command(
        "dossier pact",
        "service.schemes.footprint.pact:footprint_dossier_text",
        BilingualText(
            "Read a record of a product footprint in PACT's data model 3.0 into a dossier.",
            "将 PACT 3.0 数据模型的产品碳足迹记录读成材料。",
        ),
        more=BilingualText(
            "The file is one record, or PACT's answer with one record in it. Each fact is written with the JSON "
            "pointer where it stands; required fields that are missing, and what nothing reads, are listed on "
            "standard error. A value that breaks the schema of PACT is refused by its pointer. What no record says, "
            "such as the day of use or the items behind the footprint, is added by hand; what is left out stays "
            "unknown.",
            "文件为一条记录，或含一条记录的 PACT 答复。每项事实都注明其所在的 JSON 指针；缺少的必填字段和未读取的内容"
            "列在标准错误中。不合 PACT 模式的值按其指针拒绝。记录未载明的内容（如使用日、足迹各项）请手工补充；"
            "未填的仍为未知。",
        ),
        fields=(
            CommandField(
                "FILE", BilingualText("A record of a product footprint (JSON).", "产品碳足迹记录（JSON）。"), kind=Path
            ),
            DOSSIER_SUBJECT,
            CommandField(
                "--used-on DATE", BilingualText("The day on which the footprint is used.", "使用该足迹之日。")
            ),
            CommandField(
                "--no-land-flows",
                BilingualText(
                    "There are no land or biogenic flows: what the record leaves out of them is zero.",
                    "没有土地或生物流：记录未载的此类数值为零。",
                ),
                kind=bool,
            ),
        ),
        examples=(
            f"dossier pact footprint.json {_SUBJECT} --used-on 2026-11-20 --out dossier.yaml",
            f"dossier pact footprint.json {_SUBJECT} --no-land-flows",
        ),
        options=("gazette", "out"),
        reads_only=True,
    ),
)
