"""Command-line fields shared by several commands."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, CommandField

ORGANIZATION = CommandField(
    "ORGANIZATION",
    BilingualText("The organisation, such as organizations/example.", "机构，例如 organizations/example。"),
    to="parent",
)
PAGE_SIZE = CommandField(
    "--page-size COUNT", BilingualText("The most to list, 1,000 at most.",
        "最多列出多少条，至多 1,000。"), to="page_size",
    kind=int, default=50,
)  # fmt: skip
PAGE_TOKEN = CommandField(
    "--page-token TOKEN", BilingualText("The token that ended the page before.", "上一页末尾的标记。"), to="page_token",
)  # fmt: skip
DRAFT_FOLDER = CommandField(
    "FOLDER",
    BilingualText(
        "A folder of the drafting desk, such as features/zero-carbon-factory.",
        "草案文件夹，例如 features/zero-carbon-factory。",
    ),
    kind=Path,
)
PLACE = CommandField(
    "FOLDER|DRAFT",
    BilingualText(
        "A folder of the drafting desk, such as features/zero-carbon-factory; or a draft on a server, such as "
        "organizations/example/drafts/factory-2.",
        "草案文件夹，例如 features/zero-carbon-factory；或服务器上的草案，例如 "
        "organizations/example/drafts/factory-2。",
    ),
    name="place",
)
FILES = CommandField(
    "--files",
    BilingualText(
        "Of a draft, take only the files in this language; all of them if left out.",
        "草案只取此语言的文件；不给出则全取。",
    ),
    kind=("en", "zh"),
)
KEY = CommandField(
    "--key FILE",
    BilingualText("Your signing key; the trust file says whose it is.", "您的签名密钥；信任文件说明它属于谁。"),
    kind=Path,
    variable="TOUCHSTONE_SIGNING_KEY",
)
EVALUATION = CommandField(
    "EVALUATION",
    BilingualText(
        "A file as `evaluate --format json` wrote it; with --server, the name of a stored evaluation.",
        "`evaluate --format json` 所写的文件；与 --server 一起使用时，为已存储评价的名称。",
    ),
)
CARD = CommandField(
    "CARD",
    BilingualText(
        "A published scorecard, or one version of it (CARD@1.0.0).", "已发布的评分卡，或其某一版本（CARD@1.0.0）。"
    ),
)
DRAFT = CommandField(
    "--draft",
    BilingualText(
        "CARD is the folder of a draft, even if no ./ stands before its name.",
        "CARD 是草案文件夹，即使名称前没有 ./。",
    ),
    kind=bool,
)
AS_OF = CommandField(
    "--as-of DATE",
    BilingualText("The civil date for which the rules are read. There is no default.", "适用规则的日期。没有默认值。"),
    to="as_of_date",
)
KNOWN = CommandField(
    "--known DAY",
    BilingualText(
        "Use what was published by the end of this day (UTC), 2026-03-01, or by this instant. Now if left out.",
        "采用截至该日（UTC，如 2026-03-01）结束时或截至该时刻已发布的内容。不给出则为现在。",
    ),
)
SETTINGS = CommandField(
    "--set SETTING=CHOICE",
    BilingualText("Choose a setting, for all subjects.", "为所有主体选定一项设定。"),
    name="settings",
    many=True,
)
UNSTORED = CommandField(
    "--unstored",
    BilingualText(
        "Let a server, or the store that is named, evaluate and store nothing.",
        "由服务器或所给的存储评价，但不存储。",
    ),
    kind=bool,
)
DECIMAL_MARK = CommandField(
    "--decimal-mark",
    BilingualText(
        "The decimal mark of the numbers of a CSV file, if they can be read in two ways.",
        "CSV 文件中数字的小数点，在数字有两种读法时给出。",
    ),
    kind=("comma", "point"),
)
REASON = CommandField("--reason TEXT", BilingualText("Why.", "原因。"), to="reason", required=True)
WORKBOOK_OUT = CommandField(
    "--out FILE.xlsx",
    BilingualText("Write the workbook to this file.", "将工作簿写入此文件。"),
    kind=Path,
    required=True,
)
DOSSIER_SUBJECT = CommandField(
    "--subject NAME",
    BilingualText(
        "The subject of the dossier, as organizations/ORGANIZATION/subjects/SUBJECT.",
        "材料的主体，形如 organizations/ORGANIZATION/subjects/SUBJECT。",
    ),
    required=True,
)
