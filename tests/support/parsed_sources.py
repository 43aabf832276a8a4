"""Syntax trees of the Python sources of the project."""

import ast
from collections.abc import Iterator
from pathlib import Path

from service.configuration.folders import CHECKOUT


def parsed_sources(folder: str, *, having: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Yield each source file below a folder of the checkout that contains a text, with its syntax tree."""
    for path in sorted((CHECKOUT / folder).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if having in source:
            yield path, ast.parse(source)
