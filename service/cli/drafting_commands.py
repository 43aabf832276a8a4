"""Which commands begin a draft, put its files into form, and take its tables to a spreadsheet program?"""

from __future__ import annotations

from pathlib import Path

from service.answering.terminal.declared import Command, Field, Words
from service.answering.terminal.fields import DRAFT_FOLDER, FILES

COMMANDS = (
    Command(
        "new",
        "service.cli.drafting:begin",
        Words(
            "Begin a scorecard: a small one that explains itself, in English or Chinese, with blank cells to fill in.",
            "新建一份评分卡：篇幅不大、自带说明，中文或英文，留有待填的空格。",
        ),
        more=Words(
            "`check` names each blank cell; once all are filled the card checks without error and could be published. "
            "Then put rules of your own in place of those that are there.",
            "`check` 会指出每个空格；全部填好后即可通过检查，也就可以发布。然后以您自己的规则替换其中的规则。",
        ),
        fields=(
            Field(
                "CARD",
                Words("The id of the new scorecard, such as green-office.", "新评分卡的标识，例如 green-office。"),
            ),
            Field(
                "--out FOLDER",
                Words("Where to write it; ./CARD if left out.", "写到何处；不给出则为 ./CARD。"),
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
        "service.cli.drafting:put_in_form",
        Words(
            "Put the files of a draft into canonical form: indentation, and tables whose columns line up, Chinese or "
            "not.",
            "将草案文件整理为规范形式：缩进，以及列对齐的表格，中文亦然。",
        ),
        more=Words(
            "Only spaces and blank lines change. Comments stay, and so do the rules, to the last digit of their "
            "digest. "
            "What is no table, such as a row with a cell too few, is left as it is; `check` tells of it.",
            "只改动空格和空行。注释不变，规则也不变，摘要一位不差。不成表格的内容（例如少一个单元格的行）保持原样，"
            "由 `check` 指出。",
        ),
        fields=(
            DRAFT_FOLDER,
            Field(
                "--check",
                Words("Write nothing; say which files would change.", "不写入任何内容，只说明哪些文件会改动。"),
                kind=bool,
            ),
        ),
        examples=(
            "draft format features/zero-carbon-factory",
            "draft format features/zero-carbon-factory --check",
        ),
        no_means=Words("some files are not in canonical form (with --check)", "有文件不是规范形式（使用 --check 时）"),
        old=("fmt",),
    ),
    Command(
        "draft tables-out",
        "service.cli.rule_tables:write_out",
        Words(
            "Write all tables of a draft into a workbook or CSV, to be edited in Excel or WPS.",
            "将草案的全部表格写入工作簿或 CSV，以便用 Excel 或 WPS 编辑。",
        ),
        more=Words(
            "A sheet for each group: gates, weights, bands and points, verdict rules, words of choices, examples and "
            "the others; and two for what is new: sentences with their tables, whose shapes are chosen from a "
            "list, and "
            "examples. Every cell is text, so that codes keep their zeros and digits.",
            "每组一张工作表：门槛、权重、分档与分值、结论规则、选项用语、示例及其他；另有两张供新增内容：带表格的句子"
            "（句式从列表中选取）和示例。每个单元格都是文本，因此代码的前导零和位数不变。",
        ),
        fields=(
            DRAFT_FOLDER,
            Field(
                "FILE",
                Words(
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
        old=("rule-tables out",),
    ),
    Command(
        "draft tables-back",
        "service.cli.rule_tables:bring_in",
        Words(
            "Bring edited tables back into a draft; without --write only what would change is shown.",
            "将编辑过的表格带回草案；不加 --write 则只显示会有哪些改动。",
        ),
        more=Words(
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
            Field(
                "FILE",
                Words(
                    "The workbook or CSV that `draft tables-out` wrote, edited.",
                    "`draft tables-out` 所写、经过编辑的工作簿或 CSV。",
                ),
                kind=Path,
            ),
            Field(
                "--write",
                Words("Write the changes into the files of the draft.", "将改动写入草案文件。"),
                kind=bool,
            ),
        ),
        examples=(
            "draft tables-back features/zero-carbon-factory tables.xlsx",
            "draft tables-back features/zero-carbon-factory tables.xlsx --write --language zh",
        ),
        options=("gazette",),
        file="file",
        no_means=Words("something would change", "会有改动"),
        old=("rule-tables back",),
    ),
)
