"""Plug-in registry: commands, services, settings and table imports of `bulk` and each of `schemes`.

A product is a package without which the rest of the software works: `bulk`, and each of `schemes`. Nothing imports
one: what it adds is found by the names of its modules, so that its folder can be deleted (its rules, tests and pages
with it).

- `commands` has `COMMANDS`, and `NOUNS` if it adds nouns, and loads nothing else
  (`service/output/terminal/declared.py`).
- `services` has `NAMES` and `add(parts)`, which lets those services be answered (`service/api/parts.py`).
- `settings` has `Settings`, which adds its fields to those of `service.configuration.settings`.
- `table_imports` has `KINDS`, the kinds of workbook that it reads as reference tables.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any
from types import ModuleType

_SERVICE = Path(__file__).parents[1]
_ROOMS = ("bulk", "schemes/*")


def products() -> list[str]:
    """Name the packages of the products that are there."""
    rooms = [
        path.parent.relative_to(_SERVICE.parent) for room in _ROOMS for path in _SERVICE.glob(f"{room}/__init__.py")
    ]
    return sorted(".".join(room.parts) for room in rooms)


def product_modules(kind: str) -> Iterator[ModuleType]:
    """Give the module, or package, of this name of every product that has one."""
    for product in products():
        place = _SERVICE.parent.joinpath(*product.split("."), kind)
        if place.with_suffix(".py").is_file() or place.joinpath("__init__.py").is_file():
            yield import_module(f"{product}.{kind}")


def workbook_kinds() -> dict[str, Any]:
    """Give the kinds of workbook that products read as reference tables, by their names."""
    return {kind.name: kind for imports in product_modules("table_imports") for kind in imports.KINDS}


def table_kinds() -> tuple[str, ...]:
    """Name what a file to be imported can be: our own form, or a kind of workbook that a product reads."""
    return ("csv", *workbook_kinds())
