"""Which commands are not declared yet, and how are they called under their new names?

Each is still typed by typer; its whole line is handed over as it is. A command that becomes declared leaves this table.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from service.answering.terminal.declared import SHARED, Words
from service.answering.terminal.spoken import asked_language
from service.cli.typed import ONLY_READ, shared_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PASSED: Mapping[str, Mapping[str, str]] = {
    "service.cli.evaluation_commands": {
        "evaluate": "evaluate",
        "verify": "verify",
        "card list": "scorecards",
        "card show": "scorecards",
    },
    "service.cli.question_commands": {"explain": "explain", "simulate": "simulate"},
    "service.cli.archive_commands": {"evaluation list": "evaluations"},
}
"""By their modules, the new name of each command and the one under which its module registers it."""
_DAILY = {
    "evaluate": Words(
        "Evaluate a dossier: score, grade, findings, what is missing.", "评价一份材料：得分、等级、发现与缺项。"
    ),
    "verify": Words(
        "Verify an evaluation: digests, chain, rules in force, recomputation.",
        "核验一项评价：摘要、链条、有效规则与重新计算。",
    ),
    "explain": Words(
        "Explain an evaluation: why the grade is what it is, and what leads up.",
        "解释一项评价：等级为何如此，怎样提升。",
    ),
    "simulate": Words(
        "Say what other facts, settings or rules would conclude.", "说明换用其他事实、设定或规则会得出什么结论。"
    ),
}


class Passed(click.Command):
    """A command of typer under its new name."""

    def __init__(self, name: str, former: Mapping[str, str]) -> None:
        """Know what it was called, and where each of those stands."""
        self._whole = name
        self._former = former
        super().__init__(name.rsplit(maxsplit=1)[-1], help="-", add_help_option=False)

    def get_short_help_str(self, limit: int = 1_000) -> str:
        """Give its sentence."""
        if self._whole in _DAILY:
            return _DAILY[self._whole](asked_language())
        return str(self.command().get_short_help_str(limit))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave the line as it is."""
        ctx.args = args
        return args

    def invoke(self, ctx: click.Context) -> Any:
        """Hand the line over, with what stands before the name."""
        command, line = self.command(), [*ctx.args]
        if ctx.obj == ONLY_READ:
            command.make_context(ctx.command_path, line)
            return None
        known = {option for param in command.params for option in param.opts}
        before: list[str] = []
        for one in SHARED:
            option = one.opts[-1]
            given = shared_value(ctx, one)
            if option in known and given not in (None, False) and option not in line:
                before += [option] if given is True else [option, str(given)]
        return command.main([*before, *line], prog_name=f"touchstone {self._whole}")

    def is_meant(self, args: Sequence[str]) -> bool:
        """Say whether a line gives a place; only the scorecards had two forms under one name."""
        line = self.command().make_context("", [*args], resilient_parsing=True)
        return bool(line.params.get("card"))

    def get_help(self, ctx: click.Context) -> str:
        """Give its help as typer writes it."""
        command = self.command()
        settings = {"help_option_names": ["-h", "--help"], "terminal_width": 100}
        return str(command.get_help(command.make_context(ctx.command_path, [], resilient_parsing=True, **settings)))

    def command(self) -> Any:
        """Give the command of typer."""
        old = next(iter(self._former))
        import typer  # noqa: PLC0415 -- not for the help

        app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
        import_module(self._former[old]).register(app)
        found: Any = typer.main.get_group(app)
        for part in old.split():
            found = found.commands[part]
        return found


def former() -> dict[str, dict[str, str]]:
    """Give, by its new name, what a command was called and where each of those stands."""
    named: dict[str, dict[str, str]] = {}
    for module, names in PASSED.items():
        for name, old in names.items():
            named.setdefault(name, {})[old] = module
    return named


def formerly(name: str, old: Mapping[str, str]) -> tuple[str, ...]:
    """Give the former names of a command."""
    return tuple(each for each in old if each != name)
