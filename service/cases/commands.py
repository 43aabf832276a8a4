"""Command declarations of cases, certificates, persons and clients."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION, REASON

SERVER = "--server 127.0.0.1:50051"
CASE = CommandField(
    "CASE",
    BilingualText(
        "The name of the case, such as organizations/example/cases/works-1.",
        "项目名称，例如 organizations/example/cases/works-1。",
    ),
    to="name",
)
PERSON = CommandField(
    "--person ID",
    BilingualText(
        "The id of the person, where the server asks nobody who they are.",
        "人员编号；仅在服务器不要求表明身份时给出。",
    ),
    to="person",
    default="",
)
_SEEN_REVISION = CommandField(
    "--revision NUMBER",
    BilingualText("The revision of the case that was looked at.", "所查看的项目版次。"),
    to="revision",
    kind=int,
    required=True,
)
_SURVEILLANCE = CommandField(
    "--item NAME",
    BilingualText("A surveillance, such as surveillances/1.", "监督，例如 surveillances/1。"),
    to="item",
    default="",
)
COMMANDS = (
    Command(
        "case record",
        "service.cases.dossier_handlers:record_from_file",
        BilingualText(
            "Take a dossier file or workbook into the dossier of a case: declare, rate or verify its facts.",
            "将档案文件或工作簿录入项目档案：申报、评分或核实其中事实。",
        ),
        more=BilingualText(
            "`declare` takes the values, `rate` the ratings, `verify` the verifications of the file.",
            "`declare` 取文件中的值，`rate` 取评分，`verify` 取核实意见。",
        ),
        fields=(
            CASE,
            CommandField("STEP", BilingualText("What is done.", "所执行的步骤。"), kind=("declare", "rate", "verify")),
            CommandField(
                "FILE", BilingualText("The dossier, YAML, JSON or workbook.", "档案：YAML、JSON 或工作簿。"), kind=Path
            ),
            _SURVEILLANCE,
            _SEEN_REVISION,
            REASON,
            PERSON,
        ),
        examples=(
            "case record organizations/example/cases/works-1 declare examples/worked-factory.yaml --revision 1 "
            f'--reason "as sent" {SERVER}',
        ),
        options=("server", "gazette", "format", "out"),
        reads_only=False,
    ),
    Command(
        "case evaluate",
        "service.cases.dossier_handlers:evaluate",
        BilingualText(
            "Evaluate what the dossier of a case says now, and have the evaluation stored.",
            "评价项目档案当前的内容，并保存评价。",
        ),
        fields=(
            CASE,
            CommandField(
                "--as-of DATE",
                BilingualText("The day for which the rules are read.", "适用规则的日期。"),
                required=True,
            ),
            PERSON,
        ),
        examples=(f"case evaluate organizations/example/cases/works-1 --as-of 2026-11-20 {SERVER}",),
        text="service.cases.dossier_handlers:evaluation_text",
        options=("server", "format", "out"),
        reads_only=False,
    ),
    Command(
        "case decide",
        "service.cases.command_handlers:decide",
        BilingualText(
            "Decide: have the statement of a step written, sign it with your key, and take the step with it.",
            "作出决定：写出该步骤的决定陈述，以您的密钥签署，并据此执行该步骤。",
        ),
        more=BilingualText(
            "What is signed names case, evaluation, report, closed findings, grade, scope, sites and conditions. "
            "`case person --keys` enrols the key.",
            "所签内容列明项目、评价、报告、已关闭的不符合项、等级、范围、场所和条件。`case person --keys` 登记密钥。",
        ),
        fields=(
            CASE,
            CommandField("STEP", BilingualText("What is decided, such as grant.", "所作决定，例如 grant。")),
            CommandField(
                "--item NAME",
                BilingualText("In what of it, such as certificates/1.", "其中的事项，例如 certificates/1。"),
                default="",
            ),
            _SEEN_REVISION,
            REASON,
            CommandField(
                "--content FIELD=VALUE",
                BilingualText("A field that the step needs.", "步骤所需的字段。"),
                name="step_fields",
                many=True,
            ),
            CommandField(
                "--key FILE",
                BilingualText(
                    "Your key, Ed25519 in PEM; `draft signing-key` makes one.",
                    "您的密钥（PEM 格式的 Ed25519），可用 `draft signing-key` 生成。",
                ),
                kind=Path,
                required=True,
            ),
            PERSON,
        ),
        examples=(
            'case decide organizations/example/cases/works-1 grant --revision 10 --reason "as recommended" '
            "--content evaluation=organizations/example/evaluations/0198 --content report_digest=abab "
            f"--content sites=hall-1 --key dan.pem {SERVER}",
        ),
        options=("server", "format", "out"),
        reads_only=False,
    ),
    Command(
        "case verify",
        "service.cases.command_handlers:verify",
        BilingualText(
            "Check a signed decision by a trust file, without any server.",
            "仅凭信任文件核验已签署的决定，无需服务器。",
        ),
        fields=(
            CommandField(
                "FILE",
                BilingualText("The decision, as it is taken out of the PDF.", "决定文件，可自 PDF 中取出。"),
                kind=Path,
            ),
            CommandField(
                "--trust FILE",
                BilingualText("Who signs, and by which keys and passkeys.", "由谁签署，以及其密钥和通行密钥。"),
                kind=Path,
                required=True,
            ),
            CommandField(
                "--bundle FILE",
                BilingualText("The proof bundle of the result on which was decided.", "所据结果的证明包。"),
                kind=Path,
            ),
            CommandField("--report FILE", BilingualText("The report that was read.", "所阅的报告。"), kind=Path),
        ),
        examples=("case verify decision.json --trust trust.json --bundle bundle.json",),
        no_means=BilingualText("a check failed", "有一项核验未通过"),
        options=("format",),
        reads_only=True,
    ),
    Command(
        "case check",
        "case_service.RegisterService/CheckRegisterFile",
        BilingualText(
            "Say of a certificate (PDF), credential or bundle whether an organisation issued it, and how it stands.",
            "核对证书（PDF）、凭证或证明包是否由机构签发，以及目前的状态。",
        ),
        fields=(ORGANIZATION, CommandField("FILE", BilingualText("The file.", "文件。"), kind=Path, to="content")),
        examples=(f"case check organizations/example certificate.pdf {SERVER}",),
        no="service.cases.command_handlers:is_not_issued",
        no_means=BilingualText("it was altered, or was not issued there", "文件经过改动，或并非由其签发"),
    ),
)
