"""What does the help of every command say?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from service.cli.main import app

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """# Command line

Six commands do most of the work: `touchstone scorecards` shows what can be evaluated, `template` writes a form to fill
in, `evaluate` gives the result, `explain` says why, `verify` proves it, and `check` tests changed rules. All take
`--language zh` for Chinese, and `--format json` for machines where there is something to read.

Written from the code by `make docs`; the same words come from `touchstone COMMAND --help`.
"""


def commands_page() -> str:
    """Write the help of every command."""
    return "\n".join((_HEAD, *_sections()))


def _sections() -> Iterator[str]:
    group = typer.main.get_group(app)
    settings = dict(group.context_settings)
    context = group.make_context("touchstone", [], resilient_parsing=True)
    yield f"## touchstone\n\n```text\n{_clean(group.get_help(context))}\n```\n"
    yield from _help_of_all(group, context, "touchstone", settings)


def _help_of_all(group: TyperGroup, context: Any, path: str, settings: dict[str, Any]) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        own = command.make_context(f"{path} {name}", [], resilient_parsing=True, **settings)
        yield f"## {path} {name}\n\n```text\n{_clean(command.get_help(own))}\n```\n"
        if isinstance(command, TyperGroup):
            yield from _help_of_all(command, own, f"{path} {name}", settings)


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())
