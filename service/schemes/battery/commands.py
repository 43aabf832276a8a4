"""Command declaration of `dossier passport`."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import DOSSIER_SUBJECT

_SUBJECT = "--subject organizations/example/subjects/ev-1"

COMMANDS = (
    Command(
        "dossier passport",
        "service.schemes.battery.passport:write_passport_dossier",
        BilingualText(
            "Read a battery passport into a dossier: Catena-X Battery Pass 6.1.0, or parts of the Battery Pass data "
            "model.",
            "将电池护照读成材料：Catena-X Battery Pass 6.1.0，或 Battery Pass 数据模型的各部分。",
        ),
        more=BilingualText(
            "Each fact rests on the file's digest and the JSON pointer where it stands. Data points that are missing, "
            "and what was not read, are listed on standard error. What a passport does not say, such as the labels, is "
            "added by hand.",
            "每项事实都注明文件的摘要及其所在的 JSON 指针。缺少的数据点和未读取的内容列在标准错误中。护照未载明的"
            "内容（如标签）"
            "请手工补充。",
        ),
        fields=(
            CommandField(
                "FILE...",
                BilingualText(
                    "One passport: a file, or the parts that it consists of.", "一份护照：一个文件，或其各部分。"
                ),
                name="files",
                kind=Path,
            ),
            DOSSIER_SUBJECT,
            CommandField(
                "--card CARD",
                BilingualText(
                    "A published scorecard that asks for a passport, or a folder.",
                    "需要护照的已发布评分卡，或草案文件夹。",
                ),
                default="eu-battery",
            ),
            CommandField(
                "--issuer TEXT",
                BilingualText(
                    "Who issued the passport, if it does not say so or says it only by a number.",
                    "护照的签发人，用于护照未载明或只载明编号时。",
                ),
                default="",
            ),
        ),
        examples=(
            f"dossier passport passport.json {_SUBJECT} --out dossier.yaml",
            f"dossier passport general.json circularity.json {_SUBJECT}",
        ),
        options=("gazette", "out"),
        reads_only=True,
    ),
)
