"""Command declarations of local drafts: creation, check, formatting, rule tables, examples, mutation, editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.declared import BilingualText, Command, CommandField
from service.output.terminal.fields import CARD, DRAFT, DRAFT_FOLDER, FILES, PLACE

COMMANDS = (
    Command(
        "new",
        "service.cli.drafting:create_skeleton",
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
    ),
    Command(
        "draft format",
        "service.cli.drafting:format_draft",
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
    ),
    Command(
        "draft tables-out",
        "service.cli.rule_tables:export_tables",
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
    ),
    Command(
        "draft tables-back",
        "service.cli.rule_tables:import_tables",
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
    ),
    Command(
        "check",
        "service.cli.drafting:check",
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
    ),
    Command(
        "draft edges",
        "service.cli.drafting:propose_edge_examples",
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
    ),
    Command(
        "draft mutate",
        "service.cli.drafting:run_mutations",
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
            "draft mutate csr-three-stage@1.2.0 --language zh",
            "draft mutate features/zero-carbon-factory --format json",
            "draft mutate features/zero-carbon-factory --propose --write",
        ),
        options=("gazette", "format"),
        no_means=BilingualText("some slips are not noticed, or were not tried", "有差错未被察觉，或未试"),
    ),
    Command(
        "draft language-server",
        "service.cli.drafting:serve_editor",
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
    ),
)
