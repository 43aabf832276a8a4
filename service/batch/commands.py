"""Command declarations of batch: `dossier template`, `batch evaluate` and `batch group`."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import AS_OF, CARD, DECIMAL_MARK, DRAFT, KNOWN, SETTINGS, WORKBOOK_OUT

COMMANDS = (
    Command(
        "dossier template",
        "service.batch.command_handlers:template",
        BilingualText(
            "Write the workbook (XLSX) that asks for the facts of a scorecard, to be filled in and evaluated.",
            "写出询问评分卡各项事实的工作簿（XLSX），供填写和评价。",
        ),
        more=BilingualText(
            "Allowed values are drop-down lists and validations, with words in the chosen language; ids beside them "
            "let the service read the workbook back without guessing. How to fill it in stands on its first sheet "
            "(docs/batch.md).",
            "可填的值以所选语言列成下拉列表并校验；旁边的标识使服务无须猜测即可读回。填写方法在第一张表"
            "（docs/batch.zh.md）。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText(
                    "A published scorecard (its newest version), one version of it (CARD@1.0.0), or ./FOLDER of the "
                    "drafting desk.",
                    "已发布的评分卡（取最新版本）、其某一版本（CARD@1.0.0），或草案文件夹 ./FOLDER。",
                ),
            ),
            DRAFT,
            WORKBOOK_OUT,
            CommandField(
                "--version X.Y.Z",
                BilingualText("This version; the same as CARD@X.Y.Z.", "此版本；与 CARD@X.Y.Z 相同。"),
            ),
            CommandField(
                "--layout",
                BilingualText(
                    "one: about one subject, a row for each fact. many: a row for each subject.",
                    "one：关于一个主体，每项事实一行。many：每个主体一行。",
                ),
                kind=("one", "many"),
                default="one",
            ),
        ),
        examples=(
            "dossier template zero-carbon-factory --out factory.xlsx --language zh",
            "dossier template zero-carbon-factory --version 1.0.0 --layout many --out factories.xlsx",
            "dossier template features/zero-carbon-factory --out draft.xlsx",
        ),
        options=("gazette",),
        reads_only=False,
    ),
    Command(
        "batch evaluate",
        "service.batch.command_handlers:evaluate",
        BilingualText(
            "Evaluate many subjects, and say in sum what came out; a subject that fails never stops the others.",
            "评价许多主体并汇总结果；某个主体失败不影响其他主体。",
        ),
        more=BilingualText(
            "Without --server one is started for the run, on the database of TOUCHSTONE_DATABASE_URL. Request ids are "
            "derived from the file and the subject, so a repeated run gives the stored answers again. A batch in which "
            "a subject stands twice, or whose columns are unknown, is refused before anything is evaluated. Where a "
            "server failed or the run was interrupted, --resume goes on.",
            "不给出 --server 时，为本次运行启动一个服务器，使用 TOUCHSTONE_DATABASE_URL 的数据库。请求编号由文件和"
            "主体得出，重复运行会得到已存储的答复。主体重复或列未知的批次，在评价之前即被拒绝。服务器出错或运行被"
            "中断后，可用 --resume 继续。",
        ),
        fields=(
            CARD,
            CommandField(
                "BATCH",
                BilingualText(
                    "A folder of dossiers (YAML, JSON, XLSX), or a file with many subjects: XLSX (`touchstone dossier "
                    "template --layout many`), CSV or JSONL (docs/batch.md).",
                    "材料文件夹（YAML、JSON、XLSX），或含许多主体的文件：XLSX（`touchstone dossier template --layout "
                    "many`）、CSV 或 JSONL（docs/batch.zh.md）。",
                ),
                name="source",
                kind=Path,
            ),
            AS_OF,
            KNOWN,
            SETTINGS,
            DECIMAL_MARK,
            CommandField(
                "--out DIR|FILE.jsonl",
                BilingualText(
                    "Write the evaluations here: a file each, or a line each. Errors, journal and summary stand "
                    "beside.",
                    "将评价写到此处：每项一个文件，或每项一行。错误、日志和汇总写在旁边。",
                ),
                kind=Path,
            ),
            CommandField(
                "--resume",
                BilingualText(
                    "Go on where an earlier run of the same batch with this --out stopped.",
                    "从同一批次此前以同一 --out 运行的中断处继续。",
                ),
                kind=bool,
            ),
        ),
        examples=(
            "batch evaluate zero-carbon-factory factories.xlsx --as-of 2026-11-20 --out results",
            "batch evaluate zero-carbon-factory dossiers/ --as-of 2026-11-20 --out results.jsonl --resume",
        ),
        no_means=BilingualText("some subjects could not be evaluated", "有主体未能评价"),
        options=("server", "gazette", "format"),
        reads_only=False,
    ),
    Command(
        "batch group",
        "service.batch.command_handlers:group",
        BilingualText(
            "Evaluate the subjects of a group, and add their figures up: by record, by subject and in sum.",
            "评价集团各主体，并合计其数值：按记录、按主体和总计。",
        ),
        more=BilingualText(
            "Sums are exact, and made of results alone. Nothing is stored. If one dossier is wrong, or one number of a "
            "register is counted in two subjects, it is named, and no sum is made of the rest.",
            "合计精确，只由结果得出。不存储任何内容。某份材料有误，或登记簿中的同一编号计入两个主体时，会指明之，"
            "其余不作合计。",
        ),
        fields=(
            CARD,
            CommandField(
                "GROUP",
                BilingualText(
                    "A dossier with several `subjects`, a folder of dossiers, or a file with many: XLSX, CSV or JSONL "
                    "(docs/batch.md).",
                    "含多个 `subjects` 的材料、材料文件夹，或含许多主体的文件：XLSX、CSV 或 JSONL"
                    "（docs/batch.zh.md）。",
                ),
                name="source",
                kind=Path,
            ),
            AS_OF,
            KNOWN,
            SETTINGS,
            DECIMAL_MARK,
            CommandField(
                "--workbook FILE.xlsx",
                BilingualText("Write sums, subjects and records here.", "将合计、主体和记录写到此处。"),
                kind=Path,
            ),
            CommandField(
                "--page FILE.html",
                BilingualText("Write the same as a page to be printed.", "将同样内容写成可打印的页面。"),
                kind=Path,
            ),
            CommandField(
                "--csv FILE.csv",
                BilingualText("Write a line for each figure, exact and rounded.", "每个数值写一行，含精确值和修约值。"),
                name="table",
                kind=Path,
            ),
            CommandField(
                "--out FILE.jsonl",
                BilingualText(
                    "Write the evaluations, a line each, to verify and explain.",
                    "写出各项评价，每项一行，供核验和解释。",
                ),
                kind=Path,
            ),
        ),
        examples=(
            "batch group cn-ets-power examples/cn-ets/power-group.yaml --as-of 2025-10-31 --workbook group.xlsx",
            "batch group cn-ets-power dossiers/ --as-of 2025-10-31 --page group.html",
            "batch group cn-ets-power entities.xlsx --as-of 2025-10-31 --csv figures.csv --out evaluations.jsonl",
        ),
        options=("gazette", "format"),
        reads_only=False,
    ),
)
