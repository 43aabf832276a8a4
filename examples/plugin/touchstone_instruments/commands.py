"""Command declaration of `instrument rules`."""

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

NOUNS = {"instrument": BilingualText("Laws and standards that rules rest on.", "规则所依据的法规和标准。")}
COMMANDS = (
    Command(
        "instrument rules",
        "touchstone_instruments.search:rules_of_instrument",
        BilingualText(
            "List the rules that rest on an instrument, in the newest version of every published scorecard.",
            "列出各已发布评分卡最新版本中依据某项文件的规则。",
        ),
        fields=(CommandField("INSTRUMENT", BilingualText("Its name, or a part of it.", "文件名称，或其一部分。")),),
        examples=('instrument rules "2023/956"',),
        options=("gazette", "format"),
        no_means=BilingualText("no rule rests on it", "没有规则依据该文件"),
    ),
)
