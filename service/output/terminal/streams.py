"""Standard output and standard error of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rules.contracts import escape_unprintable

if TYPE_CHECKING:
    from pathlib import Path


def write_output(text: str, out: Path | None = None) -> None:
    """Write text to a file or to standard output."""
    text = text if text.endswith("\n") else f"{text}\n"
    if out is None:
        click.echo(escape_unprintable(text), nl=False)
    else:
        out.write_text(text, encoding="utf-8")


def print_error(text: str) -> None:
    """Print text to standard error."""
    click.echo(escape_unprintable(text), err=True)
