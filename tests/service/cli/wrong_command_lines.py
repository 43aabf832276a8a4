"""Command lines with one usage error each, for every command; as a program, the modules that their errors load."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.output.terminal.command_declarations import Command, CommandField


def wrong_lines(command: Command) -> Iterator[list[str]]:
    """Yield lines with an unknown option, without a required value, and with an invalid value of each field."""
    words = command.name.split()
    required = [field for field in command.fields if field.is_required and field.kind is not bool]
    yield [*words, *_typed(required), "--no-such-option"]
    if required:
        yield words
    for field in (*command.fields, *command.shared):
        if field.choices or field.kind is int or field.form:
            typed = required if field in required else [*required, field]
            typed.sort(key=lambda each: command.fields.index(each) if not each.is_option else len(command.fields))
            yield [*words, *_typed(typed, wrong=field)]


def _typed(fields: list[CommandField], wrong: CommandField | None = None) -> Iterator[str]:
    for field in fields:
        if field.is_option:
            yield field.opts[-1]
        yield "no-such-value" if field is wrong else _sample(field)


def _sample(field: CommandField) -> str:
    if field.choices:
        return field.choices[0]
    if field.kind is int:
        return str(field.least or 1)
    return {"file": __file__, "": "x"}.get(field.form, "2026-11-20")


def main() -> None:
    """Print the texts of all errors by line, and the modules that were loaded."""
    before = set(sys.modules)
    from service.cli.main import app  # noqa: PLC0415 -- its modules are counted
    from service.cli.typer_front_end import DeclaredCommand  # noqa: PLC0415 -- as above

    found = {}
    commands = [command.declared for _, command in app.leaves() if isinstance(command, DeclaredCommand)]
    lines = [line for command in commands for line in wrong_lines(command)]
    lines += [["call", "CaseService/GetCase", "--no-such-option"], ["call", "no-such-method"], ["case", "no-such-verb"]]
    for line in (
        *lines,
        ["call", "CaseService/GetCase", "--no-such-option"],
        ["call", "no-such-method"],
        ["case", "no"],
    ):
        with redirect_stderr(io.StringIO()) as errors:
            try:
                app(line)
            except SystemExit as end:
                found[" ".join(line)] = [end.code, errors.getvalue()]
    json.dump({"errors": found, "modules": sorted(set(sys.modules) - before)}, sys.stdout)


if __name__ == "__main__":
    main()
