"""Which commands are there? The entry point of `touchstone`."""

from __future__ import annotations

from textwrap import fill
from typing import Annotated, Any

import typer

from service.answering.terminal.loading import Later
from service.answering.terminal.options import help_of
from service.answering.terminal.output import put
from service.answering.terminal.usage import Group
from service.base.software import software_versions
from service.schemes import additions

_HERE = {
    "service.cli.evaluation_commands": ("evaluate", "verify", "scorecards"),
    "service.batch.commands": ("template", "evaluate-batch"),
    "service.bulk.commands": ("evaluate-bulk",),
    "service.bulk.replay_command": ("replay",),
    "service.cli.question_commands": ("explain", "simulate"),
    "service.cli.report_commands": ("report",),
    "service.cli.archive_commands": ("evaluations", "diff"),
    "service.cli.desk_commands": ("check", "edges", "export", "publish", "schema"),
}
"""The commands by their modules, of which none is loaded for a command of another."""
_OPERATING = {"service.cli.server_commands": ("serve", "rebuild-outcomes")}
_GROUPS = {"service.cli.tables_commands": ("tables",)}


def modules() -> dict[str, str]:
    """Name all commands, each with its module, in the order of the help: groups of commands come last."""
    single, groups = dict(_HERE), dict(_GROUPS)
    for scheme in additions("shown"):
        names = [name.split() for shown in scheme.SHOWN.values() for name in shown]
        module = f"{scheme.__package__}.commands"
        single[module] = tuple(name[0] for name in names if len(name) == 1)
        groups[module] = tuple(dict.fromkeys(name[0] for name in names if len(name) > 1))
    found = (part.items() for part in (single, _OPERATING, groups))
    return {name: module for part in found for module, names in part for name in names}


class Touchstone(Group):
    """All commands, each loaded when it is called."""

    def __init__(self, **attributes: Any) -> None:
        """Know where they are."""
        super().__init__(**attributes)
        self.commands = Later(modules())


app = typer.Typer(
    name="touchstone",
    cls=Touchstone,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100},
)


def _show_version(asked: bool) -> None:
    if asked:
        put(f"touchstone {software_versions()['touchstone']}")
        raise typer.Exit


def touchstone(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and stop.")
    ] = False,
) -> None:
    r"""Score a subject's evidence against a published scorecard, with the trail that proves the result.

    \b
    {commands}

    \b
    Exit codes, for every command: 0 done, 1 done and the answer is no (a check failed), 2 something is wrong with
    what was given, 3 the server failed or cannot be reached, 70 a fault of touchstone itself, which please report,
    130 interrupted, 141 whoever read the answer left. With --format json an error, too, is written to standard output,
    as the JSON form of google.rpc.Status.
    """


_HEADS = {
    "assess": "To assess:",
    "author": "To author:",
    "read": "To read:",
    "operate": "To operate:",
}
_SHOWN = {
    "assess": (
        "scorecards", "template", "evaluate", "evaluate-batch", "evaluate-bulk", "explain", "simulate", "replay",
        "verify", "report", "evaluations",
    ),
    "author": ("check", "edges", "diff", "export", "schema", "publish", "tables"),
    "operate": ("serve", "rebuild-outcomes"),
}  # fmt: skip


def _shown() -> str:
    """List the commands under their heads, those of the schemes behind the others."""
    schemes = tuple(additions("shown"))
    heads = _HEADS | {id: head for scheme in schemes for id, head in getattr(scheme, "HEADS", {}).items()}
    lists = {head: [*_SHOWN.get(head, ())] for head in heads}
    for scheme in schemes:
        for head, names in scheme.SHOWN.items():
            lists[head] += names
    return "\n".join(
        fill(", ".join(names), width=100, initial_indent=f"{heads[head]:13}", subsequent_indent=" " * 13)
        for head, names in lists.items()
        if names
    )


app.callback(help=help_of(touchstone).replace("{commands}", _shown()))(touchstone)

if __name__ == "__main__":
    app()
