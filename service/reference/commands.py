"""What does the help of every command say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

from service.cli.main import app

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """# Command line

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
    pending = [("touchstone", group, context)]
    while pending:
        path, group, context = pending.pop()
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is None:
                continue
            called = f"{path} {name}"
            own = command.make_context(called, [], resilient_parsing=True, **settings)
            yield f"## {called}\n\n```text\n{_clean(command.get_help(own))}\n```\n"
            if isinstance(command, TyperGroup):
                pending.append((called, command, own))


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())
