"""Command declarations of drafts, publication and repeal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import (
    CARD,
    DRAFT,
    DRAFT_FOLDER,
    FILES,
    KEY,
    PLACE,
)

_SERVICE = "scorecard_service.ScorecardService"
_TIMEOUT_SECONDS = 600
_NAME = "organizations/example/drafts/factory-2"
_SERVER = "--server 127.0.0.1:50051"
_SIGNED_OPTIONS = ("server", "gazette", "format")
_DRAFT = CommandField("DRAFT", BilingualText(f"The draft, such as {_NAME}.", f"草案，例如 {_NAME}。"), to="name")
_DRAFT_ARGUMENT = replace(_DRAFT, to="")
_REVISION = CommandField(
    "REVISION",
    BilingualText("The number of a revision, from 1.", "修订号，从 1 开始。"),
    to="name",
    read="service.drafts.server_handlers:revision_name",
    kind=int,
    least=1,
)
_ANY_REVISION = CommandField(
    "--revision NUMBER", BilingualText("The newest if left out.", "不给出则为最新修订。"), kind=int, least=1
)
_PERSON = CommandField(
    "--person ID",
    BilingualText(
        "Of a draft on a server: who you are in its trust file; if left out, as TOUCHSTONE_TRUST here says.",
        "对服务器上的草案：您在其信任文件中的身份；不给出则按本地 TOUCHSTONE_TRUST。",
    ),
    default="",
    variable="TOUCHSTONE_PERSON",
)
_CHANGE_REASON = CommandField(
    "--reason TEXT",
    BilingualText(
        "Why the version changes, and for whom; the changelog of legal impact prints it permanently.",
        "修改的缘由与所涉对象；法律影响记录将永久载明。",
    ),
    default="",
)
_REASON = CommandField(
    "--reason TEXT",
    BilingualText("Why, in a sentence that is kept for ever.", "理由，一句话，永久保存。"),
    default="",
)
_REQUIRED_REASON = replace(_REASON, required=True, default=None)
_SIGNING_KEY = replace(KEY, required=True)

COMMANDS = (
    Command(
        "new",
        "service.drafts.folder_handlers:create_skeleton",
        BilingualText(
            "Begin a scorecard: a small one that explains itself, in English or Chinese, with blank cells to fill in.",
            "新建一份评分卡：篇幅不大、自带说明，中文或英文，留有待填的空格。",
        ),
        more=BilingualText(
            "`check` names each blank cell; once all are filled the card checks without error and could be published. "
            "Then put rules of your own in place of those that are there.",
            "`check` 会指出每个空格；全部填好后即可通过检查，也就可以发布。然后以您自己的规则替换其中的规则。",
        ),
        fields=(
            CommandField(
                "CARD",
                BilingualText(
                    "The id of the new scorecard, such as green-office.", "新评分卡的标识，例如 green-office。"
                ),
            ),
            CommandField(
                "--out FOLDER",
                BilingualText("Where to write it; ./CARD if left out.", "写到何处；不给出则为 ./CARD。"),
                kind=Path,
            ),
        ),
        examples=(
            "new green-office",
            "new green-office --language zh",
            "new green-office --out features/green-office",
        ),
        reads_only=False,
    ),
    Command(
        "draft format",
        "service.drafts.folder_handlers:format_draft",
        BilingualText(
            "Put the files of a draft into canonical form: indentation, and tables whose columns line up, Chinese or "
            "not.",
            "将草案文件整理为规范形式：缩进，以及列对齐的表格，中文亦然。",
        ),
        more=BilingualText(
            "Only spaces and blank lines change. Comments stay, and so do the rules, to the last digit of their "
            "digest. "
            "What is no table, such as a row with a cell too few, is left as it is; `check` tells of it.",
            "只改动空格和空行。注释不变，规则也不变，摘要一位不差。不成表格的内容（例如少一个单元格的行）保持原样，"
            "由 `check` 指出。",
        ),
        fields=(
            DRAFT_FOLDER,
            CommandField(
                "--check",
                BilingualText("Write nothing; say which files would change.", "不写入任何内容，只说明哪些文件会改动。"),
                kind=bool,
            ),
        ),
        examples=(
            "draft format features/zero-carbon-factory",
            "draft format features/zero-carbon-factory --check",
        ),
        no_means=BilingualText(
            "some files are not in canonical form (with --check)", "有文件不是规范形式（使用 --check 时）"
        ),
        reads_only=False,
    ),
    Command(
        "draft tables-out",
        "service.drafts.rule_tables:export_tables",
        BilingualText(
            "Write all tables of a draft into a workbook or CSV, to be edited in Excel or WPS.",
            "将草案的全部表格写入工作簿或 CSV，以便用 Excel 或 WPS 编辑。",
        ),
        more=BilingualText(
            "A sheet for each group: gates, weights, bands and points, verdict rules, words of choices, examples and "
            "the others; and two for what is new: sentences with their tables, whose shapes are chosen from a "
            "list, and "
            "examples. Every cell is text, so that codes keep their zeros and digits.",
            "每组一张工作表：门槛、权重、分档与分值、结论规则、选项用语、示例及其他；另有两张供新增内容：带表格的句子"
            "（句式从列表中选取）和示例。每个单元格都是文本，因此代码的前导零和位数不变。",
        ),
        fields=(
            DRAFT_FOLDER,
            CommandField(
                "FILE",
                BilingualText(
                    "The file to write: .xlsx, or .csv for separated values.", "要写的文件：.xlsx，或 .csv（分隔值）。"
                ),
                name="out",
                kind=Path,
            ),
            FILES,
        ),
        examples=(
            "draft tables-out features/zero-carbon-factory tables.xlsx --language zh",
            "draft tables-out features/zero-carbon-factory tables.csv --files en",
        ),
        reads_only=False,
    ),
    Command(
        "draft tables-back",
        "service.drafts.rule_tables:import_tables",
        BilingualText(
            "Bring edited tables back into a draft; without --write only what would change is shown.",
            "将编辑过的表格带回草案；不加 --write 则只显示会有哪些改动。",
        ),
        more=BilingualText(
            "Tables and rows that were not touched stay as they are to the byte; so do those of a sheet that was "
            "deleted, which is named. A formula, a code that lost its zeros or digits, an edited row with the "
            "sign that "
            "the program writes, a change in a hidden row and whatever is wrong in the draft thereafter are named by "
            "sheet and cell, and then nothing is written.",
            "未改动的表格和行逐字节不变；被删工作表中的内容也不变，并会指出该工作表。公式、丢失前导零或位数的代码、"
            "带有程序所写"
            "标记而被编辑的行、隐藏行中的改动，以及草案由此产生的任何错误，都按工作表和单元格指出，此时不写入任何"
            "内容。",
        ),
        fields=(
            DRAFT_FOLDER,
            CommandField(
                "FILE",
                BilingualText(
                    "The workbook or CSV that `draft tables-out` wrote, edited.",
                    "`draft tables-out` 所写、经过编辑的工作簿或 CSV。",
                ),
                kind=Path,
            ),
            CommandField(
                "--write",
                BilingualText("Write the changes into the files of the draft.", "将改动写入草案文件。"),
                kind=bool,
            ),
        ),
        examples=(
            "draft tables-back features/zero-carbon-factory tables.xlsx",
            "draft tables-back features/zero-carbon-factory tables.xlsx --write --language zh",
        ),
        options=("gazette",),
        file="file",
        no_means=BilingualText("something would change", "会有改动"),
        reads_only=False,
    ),
    Command(
        "check",
        "service.drafts.folder_handlers:check",
        BilingualText(
            "Check a draft: compile it, run every example on both evaluators, and look for edges without example.",
            "检查草案：编译，在两个求值器上运行每个示例，并查找没有示例的边界。",
        ),
        more=BilingualText(
            "Lookups are compared with the reference tables of the gazette. Every diagnostic has a stable code, a "
            "place, "
            "and a hint under a caret. What is on a server is checked there as for its publication.",
            "查表与公布库的参照表比对。每条诊断都有固定代码、位置和提示。服务器上的草案在服务器上按发布的要求检查。",
        ),
        fields=(
            PLACE,
            FILES,
            CommandField(
                "--language",
                BilingualText(
                    "The language of the sums; if left out, that of the files with problems. Each problem is told "
                    "in the "
                    "language of its file.",
                    "合计所用的语言；不给出则用有问题的文件的语言。每个问题以其文件的语言说明。",
                ),
                kind=("en", "zh"),
                variable="TOUCHSTONE_LANGUAGE",
            ),
            CommandField(
                "--watch",
                BilingualText(
                    "Check again after each change of a file, until interrupted by Ctrl-C.",
                    "文件每次改动后重新检查，直至按 Ctrl-C 中断。",
                ),
                kind=bool,
            ),
        ),
        examples=(
            "check features/zero-carbon-factory --files zh",
            "check features/zero-carbon-factory --watch",
            "check organizations/example/drafts/factory-2 --server 127.0.0.1:50051",
        ),
        options=("server", "gazette", "format"),
        no_means=BilingualText(
            "the draft cannot be published: an error, a failing example, an edge without one, a gap in the words",
            "草案不能发布：有错误、未通过的示例、没有示例的边界，或文字有缺口",
        ),
        reads_only=True,
    ),
    Command(
        "draft edges",
        "service.drafts.folder_handlers:propose_edge_examples",
        BilingualText(
            "Propose an example for every edge that none shows: a clause just holding, or only that clause just "
            "failing.",
            "为每个没有示例的边界建议一个示例：某条款恰好成立，或仅该条款恰好不成立。",
        ),
        more=BilingualText(
            "The examples that are there are run, and it is said how many fail; `check` shows which and why. What a "
            "proposal expects is what the rules give today, so read each one: it is right only if that is what you "
            "meant. Then delete the comment line above it; publishing refuses proposals that nobody has confirmed.",
            "已有的示例会运行，并说明有多少未通过；`check` 指出是哪些以及原因。建议的示例所预期的，是规则现在给出"
            "的结果，"
            "因此请逐个阅读：只有符合您的本意才正确。然后删除其上方的注释行；未经确认的建议不能发布。",
        ),
        fields=(
            DRAFT_FOLDER,
            CommandField(
                "--write",
                BilingualText("Put the proposed examples into the files.", "将建议的示例写入文件。"),
                kind=bool,
            ),
            replace(
                FILES,
                help=BilingualText(
                    "Propose examples for the files in this language; if left out, for those in the language of words "
                    "for people if there are any, else for the others.",
                    "为此语言的文件建议示例；不给出则为与面向人的文字同语言的文件，没有则为其他文件。",
                ),
            ),
        ),
        examples=(
            "draft edges features/zero-carbon-factory",
            "draft edges features/zero-carbon-factory --write --files zh --language zh",
        ),
        options=("gazette", "format"),
        no_means=BilingualText(
            "some edges have no example (with --write: have none even now), or an example fails",
            "有边界没有示例（使用 --write 时：仍然没有），或有示例未通过",
        ),
        reads_only=True,
    ),
    Command(
        "draft mutate",
        "service.drafts.folder_handlers:run_mutations",
        BilingualText(
            "Say which sentences of a card no example pins, by letting each slip in every way and running the "
            "examples.",
            "让评分卡的每个句子以各种方式出错并运行示例，据以说明哪些句子没有示例守住。",
        ),
        more=BilingualText(
            "One at a time every threshold, number, weight and date is moved by one in its last digit, every "
            "comparison, "
            "operator and verdict turned, every clause, choice and row dropped. A slip that no example notices is "
            "shown "
            "as the sentence was and would be, with its place. Not every one is a gap: some change nothing that any "
            "subject can have. Why, stands in argued-slips.toml beside the draft, and is said with it; all else "
            "asks for "
            "an example. A card that is published should have 95 % of what is not argued, and publish says where "
            "it has "
            "less.\n"
            "With --propose examples are looked for, each an example that is there with one or two facts changed, that "
            "come out otherwise with the slip. What they expect is what the rules give today, so read each one before "
            "deleting the comment line above it. They stand in a file of their own that states nothing, "
            "further.en.feature, so that the card and its published version stay as they are.",
            "逐一将每个阈值、数字、权重和日期的末位变动一，将每个比较、运算符和结论反转，将每个条款、选项和行去掉。没有"
            "示例察觉的差错，会连同位置显示该句原来和出错后的写法。并非每个都是缺口：有些不改变任何主体可能的结果。"
            "其理由"
            "写在草案旁的 argued-slips.toml 中并一并说明；其余的都需要示例。已发布的评分卡应守住未说明理由者的 95 %，"
            "不足时发布命令会指出。\n"
            "使用 --propose 时查找示例：在已有示例上改动一两个事实，使其在出错时结果不同。其预期是规则现在给出的结果，"
            "因此请先逐个阅读，再删除上方的注释行。这些示例写在不陈述任何规则的单独文件 further.zh.feature 或 "
            "further.en.feature 中，评分卡及其已发布版本保持不变。",
        ),
        fields=(
            replace(
                CARD,
                help=BilingualText(
                    "A published scorecard, one version of it (CARD@1.0.0), or ./FOLDER.",
                    "已发布的评分卡、其某一版本（CARD@1.0.0），或 ./FOLDER。",
                ),
            ),
            DRAFT,
            CommandField(
                "--propose",
                BilingualText(
                    "Look for examples that notice what none does, and show them.",
                    "查找能察觉这些差错的示例，并予显示。",
                ),
                kind=bool,
            ),
            CommandField(
                "--write",
                BilingualText(
                    "With --propose: put them into the draft's file of further examples.",
                    "与 --propose 同用：写入草案的补充示例文件。",
                ),
                kind=bool,
            ),
            CommandField(
                "--seconds NUMBER",
                BilingualText(
                    "Stop after so many seconds, and say how much is untried.",
                    "到此秒数即停止，并说明还有多少未试。",
                ),
                kind=int,
                least=1,
                default=600,
            ),
        ),
        examples=(
            "draft mutate csr-three-stage@1.0.0 --language zh",
            "draft mutate features/zero-carbon-factory --format json",
            "draft mutate features/zero-carbon-factory --propose --write",
        ),
        options=("gazette", "format"),
        no_means=BilingualText("some slips are not noticed, or were not tried", "有差错未被察觉，或未试"),
        reads_only=True,
    ),
    Command(
        "draft language-server",
        "service.drafts.folder_handlers:serve_editor",
        BilingualText(
            "Tell an editor what a draft says and what is wrong with it, over standard input and output.",
            "经标准输入和输出告知编辑器草案的含义和错误。",
        ),
        more=BilingualText(
            "Editors start it by themselves and speak the Language Server Protocol with it: diagnostics while typing, "
            "completion, what a name stands for, where it is defined, and canonical form. Each file is spoken of "
            "in its "
            "own language. For Visual Studio Code examples/editors/vscode wires it.",
            "由编辑器自行启动，以语言服务器协议（LSP）通信：键入时的诊断、补全、名称的含义、定义之处和规范形式。"
            "每个文件"
            "以其自身的语言说明。Visual Studio Code 见 examples/editors/vscode。",
        ),
        examples=("draft language-server",),
        options=("gazette",),
        no_means=BilingualText("the editor ended it without `shutdown`", "编辑器未发 `shutdown` 即结束"),
        reads_only=False,
    ),
    Command(
        "draft save",
        f"{_SERVICE}/SaveDraftRevision",
        BilingualText(
            "Save all feature files of a folder as a new revision, with the vocabularies that they take from.",
            "将文件夹中的全部草案文件连同所用词汇表保存为新修订。",
        ),
        more=BilingualText(
            "They need not compile yet; the first errors are told. With --base it is refused if somebody else saved "
            "meanwhile.",
            "文件不必已能通过编译，会指出最先的错误。给出 --base 时，若其间他人保存过，则予以拒绝。",
        ),
        fields=(
            _DRAFT,
            CommandField(
                "FOLDER",
                BilingualText("The folder whose feature files are saved.", "要保存其草案文件的文件夹。"),
                kind=Path,
            ),
            CommandField(
                "--base NUMBER",
                BilingualText(
                    "The revision that you changed; 0 for a new draft. The newest if left out.",
                    "您所修改的修订；新草案为 0。不给出则为最新修订。",
                ),
                kind=int,
                least=0,
            ),
            CommandField(
                "--note TEXT",
                BilingualText("What changed, in a sentence.", "改了什么，一句话。"),
                to="note",
                default="",
            ),
        ),
        examples=(
            f"draft save {_NAME} features/zero-carbon-factory {_SERVER}",
            f"draft save {_NAME} desk --base 3 {_SERVER}",
        ),
        prepare="service.drafts.server_handlers:save_request",
        text="service.drafts.server_handlers:revision_text",
        no="service.drafts.server_handlers:has_problems",
        no_means=BilingualText("saved, and it does not compile", "已保存，但不能通过编译"),
        seconds=_TIMEOUT_SECONDS,
    ),
    Command(
        "draft show",
        "service.drafts.review_handlers:show",
        BilingualText(
            "Show where a draft stands: its state, who wrote and approved it, what does not count, and what is next.",
            "显示草案所处状态：由谁编写和批准，哪些不计，下一步是什么。",
        ),
        more=BilingualText(
            "A draft in a folder that was not submitted is checked as for that; TOUCHSTONE_TRUST names the file that "
            "says who may do what by which keys (docs/publication.md).",
            "文件夹中尚未提交的草案，按提交的要求检查；TOUCHSTONE_TRUST 指明谁可凭哪些密钥做什么的文件"
            "（docs/publication.zh.md）。",
        ),
        fields=(PLACE,),
        examples=("draft show features/zero-carbon-factory", f"draft show {_NAME} {_SERVER}"),
        options=_SIGNED_OPTIONS,
        reads_only=True,
    ),
    Command(
        "draft get",
        f"{_SERVICE}/GetDraftRevision",
        BilingualText(
            "Get the files of a revision, into a folder or on the terminal.",
            "取得某修订的文件，写入文件夹或显示在终端。",
        ),
        fields=(
            _DRAFT_ARGUMENT,
            _ANY_REVISION,
            CommandField("--out FOLDER", BilingualText("Write the files there.", "将文件写到此处。"), kind=Path),
        ),
        examples=(f"draft get {_NAME} --out desk {_SERVER}",),
        prepare="service.drafts.server_handlers:get_revision_request",
        fold="service.drafts.server_handlers:write_revision_files",
        text="service.drafts.server_handlers:files_text",
        seconds=_TIMEOUT_SECONDS,
    ),
    Command(
        "draft signing-key",
        "service.drafts.review_handlers:make_key",
        BilingualText(
            "Make a signing key (Ed25519) in a file for you alone, and show its public half for the trust file.",
            "制作签名密钥（Ed25519），存入仅您可读的文件，并显示其公开部分，供写入信任文件。",
        ),
        fields=(
            CommandField(
                "FILE",
                BilingualText("The new file of the key; it must not be there yet.", "密钥的新文件，须尚不存在。"),
                kind=Path,
            ),
        ),
        examples=("draft signing-key li.wei.pem",),
        options=("format",),
        reads_only=False,
    ),
    Command(
        "draft submit",
        "service.drafts.review_handlers:submit",
        BilingualText(
            "Submit a draft for review: it is checked as for publication, and you sign its exact bytes as an author.",
            "提交草案以供审查：按发布的要求检查，您以作者身份对其确切字节签名。",
        ),
        more=BilingualText(
            "Of a folder the statement is kept under review/ beside the draft, and any change of the draft voids "
            "it. On "
            "a server the newest revision is checked there, and signed as it compiles here.",
            "对文件夹，声明保存在草案旁的 review/ 中，草案有任何改动即告失效。对服务器上的草案，最新修订在服务器上"
            "检查，按其在本地编译的结果签名。",
        ),
        fields=(
            PLACE,
            _SIGNING_KEY,
            _PERSON,
            _CHANGE_REASON,
            CommandField(
                "--author ID",
                BilingualText("Who else wrote it, by the trust file.", "其他编写者，按信任文件中的身份。"),
                many=True,
            ),
            CommandField(
                "--report NAME=FILE",
                BilingualText(
                    "What the reviewers are to read, such as its impact.", "审查人须阅读的内容，例如影响分析。"
                ),
                many=True,
            ),
        ),
        examples=(
            "draft submit features/zero-carbon-factory --key li.wei.pem --reason 'Notice 7/2026, for all factories'",
            "draft submit features/zero-carbon-factory --key li.wei.pem --reason 'Notice 7/2026, for all factories' "
            "--report impact=impact.json",
            f"draft submit {_NAME} --key li.wei.pem --person li.wei --reason 'Notice 7/2026' {_SERVER}",
        ),
        options=_SIGNED_OPTIONS,
        reads_only=False,
    ),
    Command(
        "draft approve",
        "service.drafts.review_handlers:approve",
        BilingualText(
            "Approve a submitted draft: you sign its exact bytes, and the submission with the reports that you read.",
            "批准已提交的草案：您对其确切字节、提交及您所阅读的报告签名。",
        ),
        more=BilingualText(
            "Whoever wrote it cannot approve it, under whatever key, nor who saved a revision of it on the server.",
            "编写者不论使用何种密钥都不能批准，在服务器上保存过其修订的人也不能批准。",
        ),
        fields=(PLACE, _SIGNING_KEY, _PERSON, _REASON),
        examples=(
            "draft approve features/zero-carbon-factory --key anna.pem --reason 'agrees with Notice 7/2026'",
            f"draft approve {_NAME} --key anna.pem --person anna --reason 'agrees with Notice 7/2026' {_SERVER}",
        ),
        options=("server", "format"),
        reads_only=False,
    ),
    Command(
        "draft reject",
        "service.drafts.review_handlers:reject",
        BilingualText(
            "Reject a submitted draft with the reason; it is a draft again, and approvals that it had are void.",
            "驳回已提交的草案并说明理由；它重新成为草案，已有的批准失效。",
        ),
        fields=(PLACE, _SIGNING_KEY, _PERSON, _REQUIRED_REASON),
        examples=(
            "draft reject features/zero-carbon-factory --key anna.pem --reason 'row 3 lacks its source'",
            f"draft reject {_NAME} --key anna.pem --person anna --reason 'row 3 lacks its source' {_SERVER}",
        ),
        options=("server", "format"),
        reads_only=False,
    ),
    Command(
        "publish",
        "service.drafts.review_handlers:publish",
        BilingualText(
            "Publish a draft for ever: one canonical file with its digest and publish time beside it.",
            "永久发布一份草案：一个规范文件，旁附其摘要和发布时间。",
        ),
        more=BilingualText(
            "Refused unless there is no error, every example passes on both evaluators, every edge has an example, and "
            "every proposed example is confirmed. Publishing what says the same again changes nothing; what says "
            "anything else needs another version number. Where TOUCHSTONE_TRUST names a trust file, also refused "
            "unless "
            "it is approved (touchstone draft), and you sign it; what is on a server goes into the gazette that it "
            "serves. The entry in the gazette's CHANGELOG.md states the reason, what differs from the version before, "
            "and the reports given, which have to be on these very bytes. A placeholder anywhere is refused.",
            "没有错误、每个示例在两个求值器上都通过、每个边界都有示例、每个建议的示例均已确认，方可发布。再次发布内容"
            "相同的版本不会有任何改变；内容不同则须用另一版本号。TOUCHSTONE_TRUST 指明信任文件时，还须已获批准"
            "（touchstone draft）并由您签名；服务器上的草案发布到该服务器的公布库。公布库的 CHANGELOG.md 中的记录载明"
            "缘由、与前一版本的差别以及所给报告（须针对这些确切字节）。任何占位文字均不得发布。",
        ),
        fields=(
            PLACE,
            KEY,
            _PERSON,
            replace(
                _CHANGE_REASON,
                help=BilingualText(
                    "Why the version changes, and for whom, unless its submission says so.",
                    "修改的缘由与所涉对象；提交时已写明的除外。",
                ),
            ),
            CommandField(
                "--mutation FILE",
                BilingualText(
                    "What `draft mutate --format json` says of this draft.",
                    "`draft mutate --format json` 对此草案的说明。",
                ),
                kind=Path,
            ),
            CommandField(
                "--impact FILE",
                BilingualText(
                    "The impact.json that `draft impact` wrote of this draft.",
                    "`draft impact` 为此草案写的 impact.json。",
                ),
                kind=Path,
            ),
        ),
        examples=(
            "publish features/zero-carbon-factory --key anna.pem",
            "publish features/zero-carbon-factory --reason 'Notice 7/2026, for all factories' --mutation mutation.json",
            f"publish {_NAME} --key anna.pem --person anna {_SERVER}",
        ),
        options=_SIGNED_OPTIONS,
        reads_only=False,
    ),
    Command(
        "card repeal",
        "service.drafts.review_handlers:repeal",
        BilingualText(
            "Repeal a published version from a day on; its file stays, and so does what was evaluated under it.",
            "自某日起废止已发布的版本；其文件保留，依其所作的评价也保留。",
        ),
        more=BilingualText(
            "Where a trust file is configured as many approvers have to sign as for an approval, each by this command. "
            "What the version superseded does not come back.",
            "已设置信任文件时，须由与批准同样人数的批准人各以此命令签名。该版本所取代的版本不会恢复。",
        ),
        fields=(
            CommandField(
                "CARD@VERSION|DRAFT",
                BilingualText(
                    f"A published version, or the draft on a server that it was published from, such as {_NAME}.",
                    f"已发布的版本，或其在服务器上的草案，例如 {_NAME}。",
                ),
                name="place",
            ),
            CommandField(
                "--from DATE",
                BilingualText("The first day on which it governs no more.", "不再适用的第一天。"),
                name="first",
                required=True,
            ),
            _REQUIRED_REASON,
            KEY,
            _PERSON,
        ),
        examples=(
            "card repeal zero-carbon-factory@1.0.0 --from 2027-01-01 --reason 'it was withdrawn' --key anna.pem",
            f"card repeal {_NAME} --from 2027-01-01 --reason 'Notice 9/2026' --key anna.pem --person anna {_SERVER}",
        ),
        options=_SIGNED_OPTIONS,
        reads_only=False,
    ),
    Command(
        "card unsigned",
        "service.drafts.review_handlers:list_unsigned_versions",
        BilingualText(
            "Print the array `unsigned` of a trust file: the digests of all versions that stand without signatures.",
            "打印信任文件的数组 `unsigned`：所有没有签名的版本的摘要。",
        ),
        more=BilingualText(
            "What a trust file lists there is trusted as it is, so read the versions first; --format json names them.",
            "信任文件所列的内容将不经签名即受信任，因此请先阅读这些版本；--format json 会给出其名称。",
        ),
        examples=("card unsigned", "card unsigned --gazette private/example", "card unsigned --format json"),
        options=("gazette", "format"),
        reads_only=True,
    ),
)
