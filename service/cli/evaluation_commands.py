"""Command declarations of evaluations and scorecard listings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import (
    AS_OF,
    DRAFT,
    EVALUATION,
    FILES,
    KNOWN,
    ORGANIZATION,
    PAGE_SIZE,
    PAGE_TOKEN,
    SETTINGS,
    UNSTORED,
)

_CHECK_FAILED = BilingualText("a check failed", "有核验未通过")
_PREVIOUS = CommandField(
    "--previous FILE",
    BilingualText(
        "An earlier evaluation of the subject, from which facts are taken, as --format json wrote it, or its proof "
        "bundle; where evaluations are stored they are found there.",
        "主体此前的评价，事实取自其中：--format json 所写的文件或其证明包；存储评价之处会自行查找。",
    ),
    kind=Path,
    many=True,
)
_IN_FORCE_ON = replace(
    AS_OF,
    help=BilingualText("What was in force on this date. Today if left out.", "在该日有效的版本。不给出则为今天。"),
    to="",
)
_CARD = CommandField(
    "[CARD]",
    BilingualText(
        "Show the versions of this scorecard and the facts that it asks for.", "显示此评分卡的各版本及其所需的事实。"
    ),
)

COMMANDS = (
    Command(
        "evaluate",
        "service.cli.evaluate:evaluate",
        BilingualText(
            "Evaluate a dossier: score, grade, findings, what is missing, and what each result stands on.",
            "评价一份材料：得分、等级、发现、缺项，以及每项结果的依据。",
        ),
        more=BilingualText(
            "Without --server and --database-url the evaluation is stored nowhere; keep it with --format json --out "
            "FILE. By a draft nothing is stored either.",
            "不给出 --server 和 --database-url 时，评价不作存储；可用 --format json --out FILE 保存。按草案评价也"
            "不存储。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText(
                    "A published scorecard (zero-carbon-factory), one version of it (zero-carbon-factory@1.0.0), or a "
                    "folder of the drafting desk (features/my-card; also my-card, if no scorecard of that name is "
                    "published).",
                    "已发布的评分卡（zero-carbon-factory）、其某一版本（zero-carbon-factory@1.0.0），或草案文件夹"
                    "（features/my-card；若无同名的已发布评分卡，也可写 my-card）。",
                ),
            ),
            CommandField(
                "DOSSIER",
                BilingualText(
                    "The subject's facts and evidence: YAML or JSON (docs/dossier.md), or XLSX.",
                    "主体的事实和证据：YAML 或 JSON（docs/dossier.md），或 XLSX。",
                ),
                kind=Path,
            ),
            AS_OF,
            KNOWN,
            DRAFT,
            SETTINGS,
            CommandField(
                "--full",
                BilingualText(
                    "With --format json: every step in words too, in both languages, with its proof.",
                    "与 --format json 一起使用：另以两种语言写出每一步，并附其证明。",
                ),
                kind=bool,
            ),
            FILES,
            _PREVIOUS,
            CommandField(
                "--compare FILE",
                BilingualText(
                    "An evaluation of the subject from before, as --format json wrote it: numbers that are ten times "
                    "or a tenth of what they were are told. Where evaluations are stored the last one is looked for.",
                    "该主体此前的一项评价（--format json 所写）：数值为当时十倍或十分之一的会予提示。存储评价之处会查找"
                    "最近的一项。",
                ),
                kind=Path,
            ),
            UNSTORED,
            CommandField(
                "--request-id UUID",
                BilingualText(
                    "Where it is stored: repeat an earlier call; the stored answer comes back. A new one if left out.",
                    "存储时：重复此前的请求，得到已存储的答复。不给出则为新请求。",
                ),
            ),
        ),
        examples=(
            "evaluate zero-carbon-factory examples/worked-factory.yaml --as-of 2026-11-20 --set reading=cascade",
            "evaluate features/zero-carbon-factory dossier.yaml --as-of 2026-11-20 --files zh --language zh",
            "evaluate zero-carbon-factory dossier.yaml --as-of 2026-11-20 --server 127.0.0.1:50051",
        ),
        text="service.cli.evaluate:evaluate_text",
        json="service.cli.evaluate:evaluation_message",
        options=("server", "gazette", "database_url", "format", "out"),
        file="dossier",
        reads_only=True,
    ),
    Command(
        "verify",
        "service.cli.verify:verify",
        BilingualText(
            "Verify an evaluation: digests, chain, rules in force, and recomputation to the last byte.",
            "核验一项评价：摘要、链条、有效规则，以及重新计算至最后一个字节。",
        ),
        more=BilingualText(
            "Nothing of the file is trusted; the rules come from the gazette. Every check has its number and is always "
            "shown. A proof bundle brings its own rules, and is checked by the trust file alone, without network or "
            "database. Of what is stored it is said first whether it was withdrawn or corrected since.",
            "文件内容一概不予采信，规则取自公报。每项核验都有编号，并且一律显示。证明包自带规则，只凭信任文件核验，无需网络"
            "或数据库。已存储的评价会先说明其后是否已撤销或更正。",
        ),
        fields=(
            replace(
                EVALUATION,
                help=BilingualText(
                    "An evaluation as `evaluate --format json` or the API wrote it, or its proof bundle; with --server "
                    "also the name of a stored one. A bundle may stand behind the word bundle.",
                    "`evaluate --format json` 或 API 所写的评价，或其证明包；与 --server 一起使用时也可为已存储评价的"
                    "名称。证明包前可写 bundle 一词。",
                ),
            ),
            CommandField("[BUNDLE]", BilingualText("The proof bundle.", "证明包。"), kind=Path),
            CommandField(
                "--trust FILE",
                BilingualText(
                    "For a bundle: the keys that you trust (docs/proof.md).",
                    "核验证明包时：您信任的密钥（docs/proof.md）。",
                ),
                kind=Path,
            ),
            _PREVIOUS,
        ),
        examples=(
            "verify result.json",
            "verify organizations/example/evaluations/0198… --server 127.0.0.1:50051",
            "verify bundle bundle.json --trust trust.json",
        ),
        no_means=BilingualText(
            "a check failed, or the result was withdrawn or corrected since", "有核验未通过，或结果其后已撤销或更正"
        ),
        options=("server", "gazette", "database_url", "format", "out"),
        reads_only=True,
    ),
    Command(
        "explain",
        "evaluation_service.EvaluationService/ExplainEvaluation",
        BilingualText(
            "Explain an evaluation: why the grade is what it is, what was lost, what is missing, which change leads "
            "up.",
            "说明一项评价：等级的缘由、失分、缺项，以及何种改变可以提升。",
        ),
        more=BilingualText(
            "Under each sentence stand the bases it rests on, each with its certainty, and the evidence. A file is "
            "verified first; if a check fails, it is not explained.",
            "每句之下列出其依据（各附确定程度）和证据。文件先行核验；有核验未通过则不予说明。",
        ),
        fields=(
            EVALUATION,
            CommandField(
                "--criterion ID",
                BilingualText(
                    "Explain only this: a gate, indicator, finding, rule, result, stage or, as grade-GRADE, a row of "
                    "the ladder.",
                    "只说明此项：门槛、指标、发现、规则、结果、阶段，或以 grade-GRADE 表示的等级。",
                ),
                to="criterion_id",
            ),
            replace(
                KNOWN,
                help=BilingualText(
                    "Say, too, which version was in force as known on this day.",
                    "另说明截至该日已知时哪一版本有效。",
                ),
            ),
        ),
        examples=(
            "explain result.json --language zh",
            "explain result.json --criterion grade-4",
            "explain organizations/example/evaluations/0198… --server 127.0.0.1:50051 --format json",
        ),
        prepare="service.cli.explain:explain_request",
        refused="service.cli.explain:unverified_explanation_error",
        fold="service.cli.explain:report_governing_version",
        text="service.cli.explain:explanation_text",
        no_means=_CHECK_FAILED,
        options=("gazette", "database_url"),
    ),
    Command(
        "simulate",
        "service.cli.simulate:simulate",
        BilingualText(
            "Say what another evaluation of the same subject would conclude, and which criteria move. Nothing is "
            "stored.",
            "说明同一主体另作评价会得出什么结论，哪些准则会变动。不作存储。",
        ),
        more=BilingualText(
            "What to try is told by `explain`. The evaluation is verified first; if a check fails, nothing is tried.",
            "可作何种尝试由 `explain` 说明。评价先行核验；有核验未通过则不试算。",
        ),
        fields=(
            CommandField(
                "EVALUATION|DOSSIER",
                BilingualText(
                    "A file as `evaluate --format json` wrote it; with --server, the name of a stored evaluation; with "
                    "--as-of, a dossier.",
                    "`evaluate --format json` 所写的文件；与 --server 一起使用时，为已存储评价的名称；与 --as-of 一起"
                    "使用时，为一份材料。",
                ),
                name="evaluation",
            ),
            CommandField(
                "--fact ID=VALUE",
                BilingualText(
                    "Let a fact have this value, written as in a dossier: '80 %', yes, 2024-01-01, '[a, b]'. It rests "
                    "on the evidence that the fact has now.",
                    "令事实取此值，写法同材料：'80 %'、yes、2024-01-01、'[a, b]'。其证据为该事实现有的证据。",
                ),
                many=True,
            ),
            CommandField(
                "--facts FILE",
                BilingualText(
                    "Take facts, evidence and settings from this file, written as in a dossier.",
                    "从此文件读取事实、证据和选项，写法同材料。",
                ),
                kind=Path,
            ),
            CommandField(
                "--without ID",
                BilingualText("Let a fact be unknown.", "令某事实未知。"),
                many=True,
            ),
            replace(
                SETTINGS,
                help=BilingualText("Choose a setting otherwise.", "另选一项设定。"),
            ),
            CommandField(
                "--version CARD@VERSION",
                BilingualText(
                    "Use this version of the same scorecard, in force or not.", "采用同一评分卡的此版本，无论是否有效。"
                ),
            ),
            CommandField(
                "--draft FOLDER",
                BilingualText(
                    "Use the draft in this folder, such as features/my-card.",
                    "采用此文件夹中的草案，例如 features/my-card。",
                ),
                kind=Path,
            ),
            replace(
                AS_OF,
                help=BilingualText(
                    "Start from a dossier, evaluated under the version in force on this date.",
                    "从一份材料出发，按该日有效的版本评价。",
                ),
                to="",
            ),
            KNOWN,
            replace(
                _PREVIOUS,
                help=BilingualText(
                    "Let facts be taken from this earlier evaluation, or its proof bundle: from another one than they "
                    "were, or for a dossier.",
                    "令事实取自此项此前的评价或其证明包：以替代原先所取的评价，或用于材料。",
                ),
            ),
            FILES,
        ),
        examples=(
            "simulate result.json --fact 'boundary_removals=5345.22 tCO2e'",
            "simulate examples/worked-factory.yaml --as-of 2026-03-01 --draft features/zero-carbon-factory",
            "simulate organizations/example/evaluations/0198… --fact penalties='1 time' --server 127.0.0.1:50051",
        ),
        text="service.cli.simulate:simulation_text",
        json="service.cli.simulate:simulation_json",
        no_means=_CHECK_FAILED,
        options=("server", "gazette", "database_url", "format", "out"),
        file="facts",
        reads_only=True,
    ),
    Command(
        "card list",
        "service.cli.scorecards:listed",
        BilingualText(
            "List the published scorecards, each with the version in force.", "列出已发布的评分卡及各自有效的版本。"
        ),
        fields=(
            _IN_FORCE_ON,
            KNOWN,
        ),
        examples=(
            "card list",
            "card list --language zh",
            "card list --as-of 2026-12-01 --known 2026-09-30",
        ),
        text="service.cli.scorecards:list_text",
        options=("gazette", "format", "out"),
        reads_only=True,
    ),
    Command(
        "card show",
        "service.cli.scorecards:show_scorecard",
        BilingualText(
            "Show the versions of a scorecard and the facts that it asks for.", "显示评分卡的各版本及其所需的事实。"
        ),
        more=BilingualText(
            "It says which version is in force and which is superseded; the facts are those of the version in force.",
            "说明哪一版本有效、哪一版本已被取代；事实为有效版本所需的事实。",
        ),
        fields=(
            replace(_CARD, word="CARD"),
            _IN_FORCE_ON,
            KNOWN,
        ),
        examples=(
            "card show zero-carbon-factory --language zh",
            "card show zero-carbon-factory@1.0.0",
            "card show green-claim-eu --as-of 2026-12-01 --known 2026-09-30",
        ),
        text="service.cli.scorecards:scorecard_text",
        json="service.cli.scorecards:versions",
        options=("gazette", "format", "out"),
        reads_only=True,
    ),
    Command(
        "evaluation list",
        "evaluation_service.EvaluationService/ListEvaluations",
        BilingualText(
            "List one page of the stored evaluations of an organisation, newest first.",
            "列出某机构已存储评价的一页，最新的在前。",
        ),
        more=BilingualText(
            "Grades, verdicts and stages are told in the words of their scorecard, which a filter understands too. "
            "Fields of a filter: create_time, record.subject, record.scorecard_version, record.as_of_date, "
            "record.conclusion.kind, record.conclusion.grade, record.conclusion.stage, record.conclusion.verdict.",
            "等级、判定和阶段以评分卡的用语表述，筛选条件也接受这些用语。可筛选的字段：create_time、record.subject、"
            "record.scorecard_version、record.as_of_date、record.conclusion.kind、record.conclusion.grade、"
            "record.conclusion.stage、record.conclusion.verdict。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--filter TEXT", BilingualText("Comparisons joined by AND.", "以 AND 连接的比较。"), to="filter"
            ),
            CommandField(
                "--order-by FIELD",
                BilingualText(
                    "create_time or record.as_of_date, or with ' desc'.",
                    "create_time 或 record.as_of_date，可加 ' desc'。",
                ),
                to="order_by",
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(
            "evaluation list organizations/example --server 127.0.0.1:50051",
            "evaluation list organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.grade=三星'",
            "evaluation list organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.verdict = "
            "VERDICT_PROHIBITED AND record.as_of_date >= 2026-01-01'",
        ),
        fold="service.cli.render_evaluation_list:check_organization_known",
        text="service.cli.render_evaluation_list:page_text",
        options=("gazette", "database_url"),
    ),
)
