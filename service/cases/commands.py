"""Command declarations of cases, certificates, persons and clients."""

from __future__ import annotations

from pathlib import Path

from service.cases import workflow_steps
from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION, PAGE_SIZE, PAGE_TOKEN, REASON

_SERVICE = "case_service.CaseService"
_TEXTS = "service.cases.render_cases"
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
OUT = CommandField("-o, --out FILE", BilingualText("Where it is written.", "写到何处。"), kind=Path, required=True)
_REVISION_HELP = BilingualText("The revision that is changed; 0 of something new.", "所更改的版次；新登记为 0。")
_SITE = BilingualText("The id of a site.", "场所编号。")

COMMANDS = (
    Command(
        "case open",
        f"{_SERVICE}/CreateCase",
        BilingualText("Open a case by an application.", "以申请开立项目。"),
        fields=(
            ORGANIZATION,
            CommandField(
                "ID",
                BilingualText("The id of the case, of a-z, 0-9 and '-'.", "项目编号，由 a-z、0-9 和“-”组成。"),
                to="case_id",
            ),
            CommandField(
                "--client NAME", BilingualText("The name of the client.", "客户名称。"), to="client", required=True
            ),
            CommandField(
                "--subject NAME",
                BilingualText("The name of what is assessed.", "评价对象的名称。"),
                to="subject",
                required=True,
            ),
            CommandField(
                "--profile-id ID",
                BilingualText("The id of the profile.", "方案配置编号。"),
                to="profile",
                required=True,
            ),
            CommandField(
                "--scorecard NAME",
                BilingualText("The name of the card.", "评分卡名称。"),
                to="content.scorecard",
                required=True,
            ),
            CommandField(
                "--scope TEXT",
                BilingualText("What is to be certified, in words.", "拟认证的范围，用文字说明。"),
                to="content.scope",
                required=True,
            ),
            CommandField("--site ID", _SITE, to="content.sites", many=True),
            PERSON,
        ),
        examples=(
            "case open organizations/example works-1 --client organizations/example/clients/works "
            "--subject organizations/example/subjects/works --profile-id zero-carbon-factory "
            f'--scorecard scorecards/zero-carbon-factory --scope "Making of parts" --site hall-1 {SERVER}',
        ),
        text=f"{_TEXTS}:case_text",
    ),
    Command(
        "case show",
        f"{_SERVICE}/GetCase",
        BilingualText(
            "Show a case: its state, what is in it, every step, and what may be next by whom.",
            "显示一个项目：状态、内容、全部步骤，以及下一步可由谁执行。",
        ),
        fields=(CASE,),
        examples=(f"case show organizations/example/cases/works-1 {SERVER}",),
        text=f"{_TEXTS}:case_text",
    ),
    Command(
        "case list",
        f"{_SERVICE}/ListCases",
        BilingualText(
            "List the cases of an organisation, or those in one state or of one client.",
            "列出机构的项目，或某状态、某客户的项目。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--state STATE", BilingualText("A state, such as in_review.", "状态，例如 in_review。"), to="state"
            ),
            CommandField("--client-id ID", BilingualText("The id of a client.", "客户编号。"), to="client_id"),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(f"case list organizations/example --state in_review {SERVER}",),
        text=f"{_TEXTS}:cases_text",
    ),
    Command(
        "case step",
        f"{_SERVICE}/TakeCaseStep",
        BilingualText(
            "Take a step in a case, or in a finding, certificate, complaint or appeal of it.",
            "在项目或其不符合项、证书、投诉、申诉中执行一步。",
        ),
        more=BilingualText(
            "`case show` names the steps that may be next, what each needs, and who may take it.",
            "`case show` 列出可执行的下一步、各步所需内容以及可由谁执行。",
        ),
        fields=(
            CASE,
            CommandField(
                "STEP", BilingualText("What is done, such as accept.", "所执行的步骤，例如 accept。"), to="step"
            ),
            CommandField(
                "--item NAME",
                BilingualText("In what of it, such as findings/1.", "其中的事项，例如 findings/1。"),
                to="item",
            ),
            _SEEN_REVISION,
            REASON,
            CommandField(
                "--set FIELD=VALUE",
                BilingualText(
                    "A field that the step needs, and each of several values of one.",
                    "步骤所需的字段；多值字段的每个值各写一次。",
                ),
                name="step_fields",
                many=True,
            ),
            PERSON,
        ),
        prepare=f"{_TEXTS}:with_step_fields",
        examples=(
            f'case step organizations/example/cases/works-1 accept --revision 1 --reason "complete" {SERVER}',
            "case step organizations/example/cases/works-1 close --item findings/1 --revision 9 "
            f'--reason "seen" --set method="Read on site" {SERVER}',
        ),
        text=f"{_TEXTS}:case_text",
    ),
    Command(
        "case dossier",
        "case_dossier_service.DossierService/GetCaseDossier",
        BilingualText(
            "Show the dossier of a case: what is declared, rated, verified, open, and what waits for it.",
            "显示项目档案：已申报、已评分、已核实、待定的事实，以及何者因其待定。",
        ),
        fields=(
            CASE,
            CommandField(
                "--revision NUMBER",
                BilingualText("A revision; the newest if left out.", "版次；不给出则为最新。"),
                to="revision",
                kind=int,
            ),
            CommandField(
                "--since NUMBER",
                BilingualText("Tell what differs from this revision.", "列出与此版次的差异。"),
                to="since_revision",
                kind=int,
            ),
            _SURVEILLANCE,
            PERSON,
        ),
        examples=(f"case dossier organizations/example/cases/works-1 {SERVER}",),
        text="service.cases.dossier_handlers:dossier_text",
    ),
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
        text=f"{_TEXTS}:case_text",
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
        "case compare",
        "case_dossier_service.DossierService/CompareCaseEvaluations",
        BilingualText(
            "Compare the evaluation of a case, or of a surveillance in it, with the one before.",
            "将项目或其监督的评价与前次评价比较。",
        ),
        fields=(
            CASE,
            _SURVEILLANCE,
        ),
        examples=(f"case compare organizations/example/cases/works-1 --item surveillances/1 {SERVER}",),
        text="service.cases.dossier_handlers:comparison_text",
    ),
    Command(
        "case decide",
        "service.cases.command_handlers:decide",
        BilingualText(
            "Decide: have the statement of a step written, sign it with your key, and take the step with it.",
            "作出决定：写出该步骤的决定陈述，以您的密钥签署，并据此执行该步骤。",
        ),
        more=BilingualText(
            "What is signed names case, evaluation, report, closed findings, grade, scope, sites and conditions. The "
            "key is enrolled by `case person --key`.",
            "所签内容列明项目、评价、报告、已关闭的不符合项、等级、范围、场所和条件。密钥由 `case person --key` 登记。",
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
                "--set FIELD=VALUE",
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
            "--set evaluation=organizations/example/evaluations/0198 --set report_digest=abab --set sites=hall-1 "
            f"--key dan.pem {SERVER}",
        ),
        text=f"{_TEXTS}:case_text",
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
        "case print",
        f"{_SERVICE}/GetCertificateFile",
        BilingualText(
            "Write a certificate as PDF with decision and proof inside, or its credential, to a file.",
            "将证书写入文件：内含决定和证明的 PDF，或其凭证。",
        ),
        more=BilingualText(
            "The files of an edition are made when one is first asked for, and stay the same.",
            "各版文件在首次取用时一次制成，此后不变。",
        ),
        fields=(
            CASE,
            CommandField(
                "--kind KIND",
                BilingualText("Which file.", "哪个文件。"),
                to="kind",
                kind=("paper", "extract", "credential", "decision", "bundle", "facts"),
                default="paper",
            ),
            CommandField(
                "--item NAME",
                BilingualText(
                    "Which certificate, such as certificates/1; the last if left out.",
                    "哪张证书，例如 certificates/1；不给出则为最后一张。",
                ),
                to="item",
            ),
            OUT,
        ),
        examples=(
            f"case print organizations/example/cases/works-1 {SERVER} -o certificate.pdf",
            f"case print organizations/example/cases/works-1 {SERVER} --kind credential -o credential.jwt",
        ),
        text="service.cases.command_handlers:written_text",
    ),
    Command(
        "case issuer",
        f"{_SERVICE}/GetIssuerFile",
        BilingualText(
            "Write the DID document of a body, or the signed list of what is suspended or revoked now, to a file.",
            "将发证机构的 DID 文档，或当前已暂停、已撤销证书的签名列表写入文件。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--kind KIND",
                BilingualText("Which file.", "哪个文件。"),
                to="kind",
                kind=("did-document", "suspension-list", "revocation-list"),
                required=True,
            ),
            OUT,
        ),
        examples=(f"case issuer organizations/example {SERVER} --kind suspension-list -o suspension",),
        text="service.cases.command_handlers:issuer_text",
    ),
    Command(
        "case due",
        f"{_SERVICE}/ListDueItems",
        BilingualText(
            "List what is due: answers, findings, ends of suspensions, surveillance, expiry, appeals.",
            "列出到期事项：答复、不符合项、暂停期满、监督、有效期届满、申诉。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--until DATE",
                BilingualText("The last day; 30 days from today if left out.", "最后一日；不给出则为自今日起 30 天。"),
                to="last_date",
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
            CommandField(
                "--format",
                BilingualText(
                    "text for people, json for programs, ics for calendar programs (iCalendar), which has all pages.",
                    "text 供人阅读，json 供程序读取，ics 供日历程序使用（iCalendar），含全部分页。",
                ),
                kind=("text", "json", "ics"),
                default="text",
                variable="TOUCHSTONE_FORMAT",
            ),
        ),
        fold=f"{_TEXTS}:all_pages",
        examples=(
            f"case due organizations/example --until 2027-01-31 {SERVER}",
            f"case due organizations/example --until 2027-12-31 --format ics --out due.ics {SERVER}",
        ),
        text=f"{_TEXTS}:due_text",
    ),
    Command(
        "case work",
        f"{_SERVICE}/ListMyWork",
        BilingualText(
            "List what waits for whoever asks: cases, findings, appeals, and the steps that each waits for.",
            "列出待调用者处理的事项：项目、不符合项、申诉，及各自等待的步骤。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--all",
                BilingualText("What waits for others, too, with who may.", "同时列出等待他人的事项及可执行者。"),
                to="with_others",
                kind=bool,
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(f"case work organizations/example {SERVER}",),
        text=f"{_TEXTS}:work_text",
    ),
    Command(
        "case items",
        f"{_SERVICE}/ListCaseItems",
        BilingualText(
            "List findings, certificates, surveillances, appeals or complaints of all cases.",
            "列出所有项目的不符合项、证书、监督、申诉或投诉。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "KIND",
                BilingualText("What is listed.", "列出何物。"),
                to="kind",
                kind=tuple(workflow_steps.ITEMS.values()),
            ),
            CommandField(
                "--state STATE",
                BilingualText("A state, such as open, valid or expired.", "状态，例如 open、valid 或 expired。"),
                to="states",
                many=True,
            ),
            CommandField(
                "--severity SEVERITY",
                BilingualText(
                    "A severity of findings: major, minor or observation.",
                    "不符合项的严重程度：major、minor 或 observation。",
                ),
                to="severities",
                many=True,
            ),
            CommandField(
                "--until DATE",
                BilingualText(
                    "Only what is due, or as a certificate runs out, by that day.",
                    "仅列出在该日之前（含当日）到期的事项或证书。",
                ),
                to="last_date",
            ),
            CommandField(
                "--overdue",
                BilingualText("Only what is overdue.", "仅列出已逾期的事项。"),
                to="overdue",
                kind=bool,
            ),
            CommandField(
                "--order-by ORDER",
                BilingualText("By case, or by the day on which it is due or runs out.", "按项目排列，或按到期日排列。"),
                to="order_by",
                kind=("case", "due_date"),
                default="case",
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(
            f"case items organizations/example findings --state open --state answered {SERVER}",
            f"case items organizations/example certificates --until 2027-03-31 --order-by due_date {SERVER}",
        ),
        text=f"{_TEXTS}:items_text",
    ),
    Command(
        "case count",
        f"{_SERVICE}/CountCases",
        BilingualText(
            "Count cases by state and profile, findings that are not closed, and certificates that run out.",
            "按状态与方案统计项目，并统计未关闭的不符合项与即将到期的证书。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--until DATE",
                BilingualText(
                    "The last day on which a certificate that is counted runs out; 90 days from today if left out.",
                    "计入的证书最迟到期日；不给出则为自今日起 90 天。",
                ),
                to="last_date",
            ),
        ),
        examples=(f"case count organizations/example {SERVER}",),
        text=f"{_TEXTS}:counts_text",
    ),
    Command(
        "case search",
        f"{_SERVICE}/Search",
        BilingualText(
            "Search cases, clients, certificates, findings, evidence and persons by a few letters.",
            "以几个字母查找项目、客户、证书、不符合项、证据与人员。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "LETTERS",
                BilingualText("At least two letters, or one Chinese character.", "至少两个字母或一个汉字。"),
                to="search",
            ),
            CommandField(
                "--most NUMBER",
                BilingualText(
                    "The most of each kind, 10 if left out, 50 at most.", "每种最多几条；不给出则为 10，至多 50。"
                ),
                to="most_of_kind",
                kind=int,
            ),
        ),
        examples=(f"case search organizations/example ceram {SERVER}",),
        text=f"{_TEXTS}:results_text",
    ),
    Command(
        "case register",
        "case_service.RegisterService/SearchRegister",
        BilingualText(
            "Search the public register of an organisation by the beginning of a number or of a holder's name.",
            "按编号或持有人名称的开头查询机构的公开证书。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "SEARCH",
                BilingualText("At least three letters, or two Chinese characters.", "至少三个字母，或两个汉字。"),
                to="search",
            ),
            CommandField("--state STATE", BilingualText("A state, such as valid.", "状态，例如 valid。"), to="state"),
            CommandField(
                "--profile-id ID", BilingualText("The id of a scheme profile.", "方案配置编号。"), to="profile"
            ),
            CommandField(
                "--result RESULT", BilingualText("A result, such as a grade.", "结果，例如等级。"), to="result"
            ),
            CommandField(
                "--country CODE", BilingualText("A country, two letters.", "国家，两个字母。"), to="region_code"
            ),
            CommandField(
                "--day DATE", BilingualText("A day that lies within the term.", "有效期内的某一日。"), to="as_of_date"
            ),
            PAGE_TOKEN,
            CommandField(
                "--format",
                BilingualText(
                    "text for people, json for programs, csv for spreadsheets.",
                    "text 供人阅读，json 供程序读取，csv 供电子表格使用。",
                ),
                kind=("text", "json", "csv"),
                default="text",
                variable="TOUCHSTONE_FORMAT",
            ),
        ),
        examples=(f"case register organizations/example ZCF-2026 --state valid {SERVER}",),
        text=f"{_TEXTS}:register_text",
    ),
    Command(
        "case certificate",
        "case_service.RegisterService/GetRegisterEntry",
        BilingualText(
            "Say what the public register of an organisation tells of one certificate or statement.",
            "显示机构公开登记中某一证书或声明的内容。",
        ),
        fields=(ORGANIZATION, CommandField("NUMBER", BilingualText("The whole number.", "完整编号。"), to="number")),
        examples=(f"case certificate organizations/example ZCF-2026-00001 {SERVER}",),
        text=f"{_TEXTS}:entry_text",
    ),
    Command(
        "case check",
        "case_service.RegisterService/CheckRegisterFile",
        BilingualText(
            "Say of a certificate (PDF), credential or bundle whether an organisation issued it, and how it stands.",
            "核对证书（PDF）、凭证或证明包是否由机构签发，以及目前的状态。",
        ),
        fields=(ORGANIZATION, CommandField("FILE", BilingualText("The file.", "文件。"), kind=Path)),
        prepare=f"{_TEXTS}:with_file_bytes",
        examples=(f"case check organizations/example certificate.pdf {SERVER}",),
        text=f"{_TEXTS}:check_text",
        no=f"{_TEXTS}:is_not_issued",
        no_means=BilingualText("it was altered, or was not issued there", "文件经过改动，或并非由其签发"),
    ),
    Command(
        "case person",
        f"{_SERVICE}/SaveCasePerson",
        BilingualText(
            "Register a person who takes part in cases, or change what is known of one.",
            "登记参与项目的人员，或更改其信息。",
        ),
        fields=(
            ORGANIZATION,
            CommandField("ID", BilingualText("The id of the person.", "人员编号。"), to="case_person.person"),
            CommandField(
                "--name TEXT",
                BilingualText("The name of the person.", "人员姓名。"),
                to="case_person.display_name",
                required=True,
            ),
            CommandField(
                "--account ACCOUNT",
                BilingualText(
                    "A way to sign in, such as api_key/0123456789abcdef; only ever added.",
                    "登录方式，例如 api_key/0123456789abcdef；只增不减。",
                ),
                to="case_person.accounts",
                many=True,
            ),
            CommandField(
                "--function NAME",
                BilingualText("What the person is competent for.", "其具备能力的职能。"),
                to="case_person.functions",
                many=True,
            ),
            CommandField(
                "--key PUBLIC=DATE",
                BilingualText(
                    "The public half of a key that signs decisions, and its first day.",
                    "签署决定所用密钥的公开部分及其首日。",
                ),
                name="keys",
                many=True,
            ),
            CommandField(
                "--retire PUBLIC=DATE",
                BilingualText("The last day of a key that the person has.", "该人员某密钥的最后一日。"),
                name="retired",
                many=True,
            ),
            CommandField(
                "--client-id ID",
                BilingualText(
                    "The client for whom the person acts, with the role applicant: its cases alone, and its own steps.",
                    "该人员所代表的客户，角色为 applicant：仅见其项目，仅执行属于它的步骤。",
                ),
                to="case_person.client",
            ),
            CommandField(
                "--interest ID",
                BilingualText(
                    "A client in whom the person has an interest.",
                    "与其有利益关系的客户。",
                ),
                to="case_person.interests",
                many=True,
            ),
            CommandField(
                "--last-date DATE",
                BilingualText("The last day of that.", "能力有效期的最后一日。"),
                to="case_person.last_date",
            ),
            CommandField(
                "--revision NUMBER",
                _REVISION_HELP,
                to="case_person.revision",
                kind=int,
                default=0,
            ),
        ),
        examples=(
            'case person organizations/example ada --name "Ada" --account api_key/0123456789abcdef '
            f"--function evaluation {SERVER}",
            'case person organizations/example dan --name "Dan" --function decision --revision 1 '
            f"--key 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo==2026-11-01 {SERVER}",
        ),
        prepare=f"{_TEXTS}:with_keys",
        text=f"{_TEXTS}:person_text",
    ),
    Command(
        "case persons",
        f"{_SERVICE}/ListCasePersons",
        BilingualText("List the persons of an organisation.", "列出机构的人员。"),
        fields=(ORGANIZATION, PAGE_SIZE, PAGE_TOKEN),
        examples=(f"case persons organizations/example {SERVER}",),
        text=f"{_TEXTS}:persons_text",
    ),
    Command(
        "case client",
        f"{_SERVICE}/SaveClient",
        BilingualText("Register a client, or change one.", "登记或更改客户。"),
        fields=(
            ORGANIZATION,
            CommandField("ID", BilingualText("The id of the client.", "客户编号。"), to="case_client.client"),
            CommandField(
                "--name TEXT",
                BilingualText("Its legal name.", "法定名称。"),
                to="case_client.display_name",
                required=True,
            ),
            CommandField(
                "--registered-id NUMBER",
                BilingualText("Its number in the register.", "登记号。"),
                to="case_client.registered_id",
            ),
            CommandField(
                "--country CODE",
                BilingualText("Its country, two letters.", "国家，两个字母。"),
                to="case_client.region_code",
            ),
            CommandField(
                "--site ID=ADDRESS",
                BilingualText("A site and its address.", "场所及其地址。"),
                name="sites",
                many=True,
            ),
            CommandField(
                "--merged-into ID",
                BilingualText("The client that it became part of.", "所并入的客户。"),
                to="case_client.merged_into",
            ),
            CommandField(
                "--revision NUMBER",
                _REVISION_HELP,
                to="case_client.revision",
                kind=int,
                default=0,
            ),
        ),
        prepare=f"{_TEXTS}:with_sites",
        examples=(f'case client organizations/example works --name "Works Ltd" --site "hall-1=1 Mill Road" {SERVER}',),
        text=f"{_TEXTS}:client_text",
    ),
    Command(
        "case clients",
        f"{_SERVICE}/ListClients",
        BilingualText("List the clients of an organisation, or those of a name.", "列出机构的客户，或按名称查找。"),
        fields=(
            ORGANIZATION,
            CommandField(
                "--search TEXT",
                BilingualText("A name, former name or registered id.", "名称、曾用名或登记号。"),
                to="search",
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(f'case clients organizations/example --search "works ltd" {SERVER}',),
        text=f"{_TEXTS}:clients_text",
    ),
    Command(
        "case profiles",
        f"{_SERVICE}/ListSchemeProfiles",
        BilingualText("List the scheme profiles that an organisation may certify by.", "列出机构可用的认证方案配置。"),
        fields=(ORGANIZATION,),
        examples=(f"case profiles organizations/example {SERVER}",),
        text=f"{_TEXTS}:profiles_text",
    ),
    Command(
        "case propose-profile",
        f"{_SERVICE}/ProposeSchemeProfile",
        BilingualText("Propose a scheme profile, which somebody else approves.", "提出认证方案配置，由他人批准。"),
        fields=(
            ORGANIZATION,
            CommandField("ID", BilingualText("The id of the profile.", "方案配置编号。"), to="profile"),
            CommandField("FILE", BilingualText("The profile, TOML.", "方案配置，TOML 格式。"), kind=Path),
        ),
        prepare=f"{_TEXTS}:with_profile_content",
        examples=(f"case propose-profile organizations/example factories profile.toml {SERVER}",),
        text=f"{_TEXTS}:profile_text",
    ),
    Command(
        "case approve-profile",
        f"{_SERVICE}/ApproveSchemeProfile",
        BilingualText("Approve a scheme profile that somebody else proposed.", "批准他人提出的认证方案配置。"),
        fields=(
            CommandField(
                "PROFILE",
                BilingualText(
                    "Its name, such as organizations/example/schemeProfiles/factories.",
                    "名称，例如 organizations/example/schemeProfiles/factories。",
                ),
                to="name",
            ),
            CommandField(
                "--revision NUMBER",
                BilingualText("The revision that is approved.", "所批准的版次。"),
                to="revision",
                kind=int,
                required=True,
            ),
        ),
        examples=(f"case approve-profile organizations/example/schemeProfiles/factories --revision 1 {SERVER}",),
        text=f"{_TEXTS}:profile_text",
    ),
)
