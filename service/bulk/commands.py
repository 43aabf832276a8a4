"""Command declarations of bulk: `batch screen`, `batch replay`, `evaluation export` and `draft impact`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import AS_OF, CARD, DRAFT, KNOWN, ORGANIZATION, SETTINGS

_OUT = CommandField(
    "--out FOLDER",
    BilingualText(
        "Write the parts of the answer and manifest.json into this folder.",
        "将答复的各段和 manifest.json 写入此文件夹。",
    ),
    kind=Path,
    required=True,
)
_FORM = CommandField(
    "--to",
    BilingualText(
        "The form of the answers; parquet keeps decimals and words exactly.", "答复的形式；parquet 精确保留小数和文字。"
    ),
    kind=("parquet", "csv", "arrow"),
    default="parquet",
)
_CRITERIA = BilingualText(
    "With the cells of gates, indicators, findings and rules, or those of the conclusions alone.",
    "含门槛、指标、发现项和规则的单元格，或仅含结论的单元格。",
)
_PROCESSES = CommandField(
    "--processes COUNT",
    BilingualText("How many processes work; one for each core if left out.", "用多少个进程；不给出则每个核心一个。"),
    kind=int,
    least=1,
)
_RESUME = CommandField(
    "--resume",
    BilingualText(
        "Go on where an earlier run of the same with this --out stopped.", "从此前同一 --out 的相同运行停下处继续。"
    ),
    kind=bool,
)
_FILTER = CommandField(
    "--filter TEXT",
    BilingualText(
        "Of what is stored, only this: comparisons joined by AND. Fields: create_time, record.subject, "
        "record.scorecard_version, record.as_of_date, record.conclusion.kind, record.conclusion.grade, "
        "record.conclusion.stage, record.conclusion.verdict.",
        "只取所存储的这一部分：用 AND 连接的比较。字段：create_time、record.subject、record.scorecard_version、"
        "record.as_of_date、record.conclusion.kind、record.conclusion.grade、record.conclusion.stage、"
        "record.conclusion.verdict。",
    ),
    default="",
)

COMMANDS = (
    Command(
        "batch screen",
        "service.bulk.command_handlers:screen",
        BilingualText(
            "Screen millions of subjects by columns: score, grade, gates, points, findings and verdict of each.",
            "按列筛查数以百万计的主体：各自的得分、等级、门槛、分值、发现项和判定。",
        ),
        more=BilingualText(
            "A screening is never an evaluation. Values are taken as evidenced, nothing is stored, signed or told "
            "to an applicant from it: what counts is evaluated by `touchstone evaluate`. Everything is exact. "
            "What columns do not tell (open answers, very large numbers, values to be refused) is told by the "
            "exact core, row by row; column `by` says by whom, and the summary how many. An empty cell is "
            "unknown, never zero. What was interrupted, or lost a process or the cluster, goes on with --resume.",
            "筛查不是评价。各值视为已有证据；不据此存储、签署任何内容，也不据此告知申请人：有效的结果由 "
            "`touchstone evaluate` 评出。一切计算都是精确的。列算不出的（未定的答案、极大的数、应拒绝的值）由精确"
            "核心逐行得出；`by` 列说明由谁得出，摘要说明各有多少。空单元格为未知，绝不视为零。被中断、失去进程或"
            "集群的运行用 --resume 继续。",
        ),
        fields=(
            CARD,
            CommandField(
                "COLUMNS",
                BilingualText(
                    "A file .parquet, .arrow or .csv with a row for each subject, or a folder of such files: the "
                    "column `subject`, and a column for each fact, named by its id (docs/batch.md).",
                    "每个主体一行的 .parquet、.arrow 或 .csv 文件，或这类文件的文件夹：`subject` 列，以及以事实编"
                    "号命名的各事实列（docs/batch.zh.md）。",
                ),
                name="source",
                kind=Path,
            ),
            replace(AS_OF, required=True),
            KNOWN,
            SETTINGS,
            _OUT,
            _FORM,
            CommandField(
                "--criteria/--conclusions",
                BilingualText(f"{_CRITERIA.en} With them if left out.", f"{_CRITERIA.zh}不给出则含。"),
                kind=bool,
                default=True,
            ),
            _PROCESSES,
            CommandField(
                "--ray ADDRESS",
                BilingualText(
                    "Work on the Ray cluster at this address (docs/batch.md).",
                    "在此地址的 Ray 集群上运行（docs/batch.zh.md）。",
                ),
            ),
            _RESUME,
        ),
        examples=(
            "batch screen eu-battery batteries.parquet --as-of 2026-11-20 --out screened",
            "batch screen zero-carbon-factory parts/ --as-of 2026-11-20 --set reading=cascade --out screened --to "
            "csv --resume",
            "batch screen eu-battery /share/parts --as-of 2026-11-20 --out /share/screened --ray 10.0.0.1:6379",
        ),
        no_means=BilingualText("some subjects were refused", "有主体被拒绝"),
        options=("gazette", "format"),
        reads_only=False,
    ),
    Command(
        "batch replay",
        "service.bulk.command_handlers:replay",
        BilingualText(
            "Say what another version, or a draft, would conclude of all that an organisation has evaluated under "
            "a card.",
            "说明对某机构据某评分卡所作的全部评价，另一版本或草案会得出什么结论。",
        ),
        more=BilingualText(
            "Each stored evaluation keeps its inputs, evidence, judgements, date and known time; nothing is "
            "stored. Columns tell first; what they conclude otherwise than the record, and what they leave open, "
            "is concluded by the exact core. The parts of the answer say of each evaluation what was concluded "
            "before and what would be, and whether it `moved`. Stop the server of a SQLite file first. What was "
            "interrupted goes on with --resume.",
            "每项已存储的评价保持其输入、证据、判断、日期和已知时点；不存储任何内容。先按列计算；与记录结论不同的"
            "以及未定的，由精确核心得出。答复的各段说明每项评价原来和将会的结论，以及是否变动（`moved`）。若存"
            "储为 SQLite 文件，请先停止其服务器。被中断的运行用 --resume 继续。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "CARD",
                BilingualText(
                    "A version (CARD@1.0.0), the newest, or the draft in ./FOLDER.",
                    "某一版本（CARD@1.0.0）、最新版本，或 ./FOLDER 中的草案。",
                ),
            ),
            _FILTER,
            _OUT,
            _FORM,
            CommandField(
                "--criteria/--conclusions",
                BilingualText(f"{_CRITERIA.en} Without them if left out.", f"{_CRITERIA.zh}不给出则不含。"),
                kind=bool,
            ),
            _PROCESSES,
            _RESUME,
        ),
        examples=(
            "batch replay organizations/example zero-carbon-factory@1.0.0 --out replayed",
            "batch replay organizations/example ./features/zero-carbon-factory --out replayed --database-url "
            "sqlite:///var/trial.sqlite3 --filter 'record.as_of_date >= 2026-01-01'",
        ),
        no_means=BilingualText("some evaluations were refused", "有评价被拒绝"),
        options=("database_url", "gazette", "format"),
        reads_only=False,
    ),
    Command(
        "evaluation export",
        "service.bulk.table_files:export",
        BilingualText(
            "Write what is stored of an organisation as one table for reports: Parquet, CSV or XLSX.",
            "将某机构所存储的内容写成一张报表用的表：Parquet、CSV 或 XLSX。",
        ),
        more=BilingualText(
            "The rows are those of the views that docs/sql-views.md describes, in the order of the evaluations: "
            "exact numbers as text, beside each a decimal of six places. A server may go on writing; what it "
            "writes meanwhile is not in the file.",
            "各行取自 docs/sql-views.zh.md 所述的视图，按评价的次序排列：精确数为文本，旁边各有一个六位小数。服务"
            "器可以继续写入；其间写入的内容不在文件中。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--what",
                BilingualText("Of what the file has a row each.", "文件中每一行是什么。"),
                kind=("evaluations", "standings", "criteria", "gates", "findings", "records", "archive-findings"),
                default="evaluations",
            ),
            _FILTER,
            CommandField(
                "--out FILE",
                BilingualText(
                    "Write to this file: .parquet, .csv or .xlsx; replaced if there.",
                    "写入此文件：.parquet、.csv 或 .xlsx；已有则替换。",
                ),
                kind=Path,
                required=True,
            ),
        ),
        examples=(
            "evaluation export organizations/example --out evaluations.parquet",
            "evaluation export organizations/example --what criteria --out criteria.csv --filter "
            "'record.as_of_date >= 2026-01-01'",
        ),
        no_means=BilingualText(
            "written, and records cannot be read, which are named", "已写出，但有记录无法读取，均已列出"
        ),
        options=("database_url", "gazette", "format"),
        reads_only=False,
    ),
    Command(
        "draft impact",
        "service.bulk.command_handlers:impact",
        BilingualText(
            "Say whom a draft moves: who gains, who loses which grade, by which rules, and what would be open.",
            "说明草案影响谁：谁提升、谁失去哪一等级、因哪些规则，以及什么会变为未定。",
        ),
        more=BilingualText(
            "Of a card without grades it is told by verdict or stage, else by gates, findings and results. Where "
            "the answer stays and the score moves, it is told how far. Each evaluation keeps its inputs, "
            "evidence, date and known time; nothing is stored. Columns conclude first, the exact core what moves "
            "or is open, under the version of the record and under the draft.\n"
            "Into --out go impact.json, the page impact.html to print, and the parts with a row for each "
            "evaluation; these name every subject, the others none unless --names asks for it. With `draft submit "
            "--report impact=FOLDER/impact.json` its digest is approved, too.\n"
            "With --as-of for several days, dossiers are evaluated for each, and the days compared: who moves on "
            "one of them alone, and who otherwise. The parts of each day stand in a folder of its own, "
            "--out/DATE. What was interrupted goes on with --resume.",
            "没有等级的评分卡按判定或阶段说明，否则按门槛、发现项和结果说明。答案不变而得分变动的，说明变动多少。"
            "每项评价保持其输入、证据、日期和已知时点；不存储任何内容。先按列得出结论；变动或未定的由精确核心在记"
            "录的版本和草案下得出。\n"
            "--out 中写入 impact.json、供打印的 impact.html，以及每项评价一行的各段；各段写明每个主体，前两者"
            "只在给出 --names 时写明。用 `draft submit --report impact=FOLDER/impact.json` 时，其摘要一并获批。\n"
            "以多个 --as-of 给出几天时，材料按每一天评价，并比较各天：谁只在其中一天变动，谁的变动不同。每天的各"
            "部分在其自己的文件夹 --out/DATE 中。被中断的运行用 --resume 继续。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText("The draft in ./FOLDER, or a published version.", "./FOLDER 中的草案，或已发布的版本。"),
            ),
            CommandField(
                "--archive ORGANIZATION",
                BilingualText(
                    "All that is stored of an organisation, on the --server or else in the --database-url.",
                    "某机构所存储的全部评价，在 --server 上，否则在 --database-url 中。",
                ),
            ),
            CommandField(
                "--results FILE",
                BilingualText(
                    "Evaluations as `batch evaluate --out` writes them: one in each line of JSON, or the folder.",
                    "`batch evaluate --out` 所写的评价：每行一项 JSON 的文件，或其文件夹。",
                ),
                kind=Path,
            ),
            CommandField(
                "--dossiers FOLDER",
                BilingualText("Dossiers, evaluated now as of --as-of.", "材料的文件夹，现在按 --as-of 评价。"),
                kind=Path,
            ),
            CommandField(
                "--as-of DATE",
                BilingualText(
                    "The day for which dossiers are evaluated; several days are compared.",
                    "评价材料所适用的日期；给出几天则加以比较。",
                ),
                many=True,
            ),
            _FILTER,
            _OUT,
            CommandField(
                "--names", BilingualText("Name some subjects of each group.", "写明每组的一些主体。"), kind=bool
            ),
            CommandField(
                "--sample COUNT",
                BilingualText("How many of each group are named at most.", "每组最多写明多少个主体。"),
                kind=int,
                least=1,
                default=5,
            ),
            _PROCESSES,
            _RESUME,
            DRAFT,
        ),
        examples=(
            "draft impact ./features/zero-carbon-factory --archive organizations/example --out impact "
            "--server 127.0.0.1:50051",
            "draft impact ./features/zero-carbon-factory --results results.jsonl --out impact --names --language zh",
            "draft impact ./features/cbam-goods --dossiers goods --as-of 2026-11-20 --as-of 2027-02-01 --out impact",
        ),
        no_means=BilingualText("some evaluations were refused under the draft", "有评价在草案下被拒绝"),
        options=("server", "database_url", "gazette", "format"),
        reads_only=False,
    ),
)
