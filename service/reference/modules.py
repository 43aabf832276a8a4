"""Module index page in import order."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from service.configuration.folders import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = """# Modules

Written from the code by `make docs`. Where a change belongs is told in [the map](../map.md); this page names every
module with what it holds. Within a package a module stands below those of the package that it imports,
so that each can be read in turn; the package's last module is usually the one to begin with when one asks how it is
used.
"""
_ROOT_FOLDERS = ("rules", "service", "proto/touchstone/client")


def modules_page() -> str:
    """Return the module index page."""
    folders = sorted({path.parent for top in _ROOT_FOLDERS for path in (CHECKOUT / top).rglob("*.py")})
    return "\n".join((_HEAD, *("\n".join(_package(folder)) for folder in folders)))


def _package(folder: Path) -> Iterator[str]:
    yield f"## `{folder.relative_to(CHECKOUT)}/`\n"
    start = folder / "__init__.py"
    head = _summary(start) if start.exists() else ""
    if head:
        yield f"{head}\n"
    modules = {path.stem: path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"}
    yield from (f"- `{modules[name].name}`: {_summary(modules[name])}" for name in _import_order(folder, modules))
    yield ""


def _import_order(folder: Path, modules: dict[str, Path]) -> list[str]:
    package = ".".join(folder.relative_to(CHECKOUT).parts).removeprefix("proto.")
    sorter = TopologicalSorter({name: _siblings(path, package, modules) for name, path in modules.items()})
    sorter.prepare()
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += ready
        sorter.done(*ready)
    return order


def _siblings(path: Path, package: str, modules: dict[str, Path]) -> set[str]:
    imported = {
        name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }
    return {name for name in modules if f"{package}.{name}" in imported} - {path.stem}


def _summary(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())
