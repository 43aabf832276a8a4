"""Plug-in registry: products that installed distributions declare as entry points, and their modules.

What a product is made of, and how another distribution adds one: `docs/plugins.md`.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, Violation, find_cached, has_build_cache, source_digest, store_cached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import ModuleType
    from typing import Any

GROUP = "touchstone.products"
"""The group of entry points: the name of a product, and its package."""
_OWN_TABLE_KINDS = ("csv",)
_NAME = re.compile(r"[\w.-]+")
_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


def _are_named(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(getattr(each, "name", None), str) for each in value)


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)


_CONTENTS: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "commands": {"COMMANDS": _are_named},
    "services": {"NAMES": _are_texts, "add": callable},
    "settings": {"Settings": lambda value: isinstance(value, type) and hasattr(value, "model_fields")},
    "table_imports": {"KINDS": _are_named},
    "table_writers": {"WRITERS": lambda value: isinstance(value, dict) and all(map(callable, value.values()))},
}
"""What a module of each kind has, and what that has to be."""


class Product(NamedTuple):
    """A product as its distribution declares it."""

    module: str
    name: str
    distribution: str

    @property
    def is_installed(self) -> bool:
        """Say whether its package is there, which metadata may name after it was deleted."""
        try:
            return find_spec(self.module) is not None
        except ModuleNotFoundError:  # nor is the package around it
            return False


@cache
def products() -> tuple[Product, ...]:
    """Give the products that installed distributions declare, in the order of their packages.

    Raises:
        InputError: a declaration cannot be read, or two distributions declare products of one name.
    """
    state = source_digest(*chain.from_iterable(_metadata_files())) if has_build_cache() else ""
    lines = find_cached(GROUP, state)
    if lines is None:
        lines = "\n".join(map("\t".join, _read_declarations())).encode()
        store_cached(GROUP, state, lines)
    return tuple(Product(*line.split("\t")) for line in lines.decode().splitlines())


def _read_declarations() -> list[tuple[str, str, str]]:
    """Read module, name and distribution of each product from the metadata of what is installed."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- takes ten times as long as the digest

    try:
        entries = entry_points(group=GROUP)
    except UnicodeDecodeError as error:
        raise _installation_error("touchstone", "UNREADABLE_METADATA", place=_undecodable_metadata()) from error
    declarations = set()
    for entry in entries:
        distribution = entry.dist.name if entry.dist else ""
        if not (_NAME.fullmatch(entry.name) and _MODULE.fullmatch(entry.value)):
            raise _installation_error(entry.name, "MALFORMED", distribution=distribution, value=entry.value)
        declarations.add((entry.value, entry.name, distribution))
    refuse_duplicates((name, module) for module, name, _ in declarations)
    return sorted(declarations)


def _undecodable_metadata() -> str:
    """Name the distribution whose declarations are no text, by its place."""
    for place, content in _metadata_files():
        try:
            content.decode()
        except UnicodeDecodeError:
            return os.fsdecode(place)
    return ""


def _metadata_files() -> Iterator[tuple[bytes, bytes]]:
    """Name each installed distribution by its place, and read what it declares."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or os.curdir) as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    content = b""
                    # Most have no such file; pathlib would double the time for all.
                    with suppress(OSError), open(f"{entry.path}/entry_points.txt", "rb") as file:  # noqa: PTH123
                        content = file.read()
                    yield os.fsencode(entry.path), content


def missing_products() -> tuple[Product, ...]:
    """Give the products that are declared and whose packages are not there."""
    return tuple(product for product in products() if not product.is_installed)


def product_modules(kind: str) -> Iterator[ModuleType]:
    """Give the module, or package, of this name of every product that has one.

    Raises:
        InputError: one of them cannot be loaded or is not what it has to be; its product and distribution are named.
    """
    for product in products():
        name = f"{product.module}.{kind}"
        try:
            module = import_module(name)
        except (Exception, SystemExit) as error:
            if not isinstance(error, ModuleNotFoundError) or not f"{name}.".startswith(f"{error.name}."):
                kind_of_error = f"{type(error).__name__}: {error}"
                raise _installation_error(
                    product.name, "BROKEN", distribution=product.distribution, module=name, error=kind_of_error
                ) from error
            continue
        for member, is_right in _CONTENTS.get(kind, {}).items():
            if not is_right(getattr(module, member, None)):
                raise _installation_error(
                    product.name, "INCOMPLETE", distribution=product.distribution, module=name, member=member
                )
        yield module


def refuse_duplicates(declared: Iterable[tuple[str, str]]) -> None:
    """Refuse a name that two modules declare, so that no product takes the place of something else.

    Raises:
        InputError: there is such a name; both modules are named.
    """
    modules = dict[str, str]()
    for name, module in declared:
        if modules.setdefault(name, module) != module:
            raise _installation_error(name, "DECLARED_TWICE", first=modules[name], second=module)


def check_commands(modules: Sequence[ModuleType], nouns: Mapping[str, str]) -> None:
    """Refuse a noun or command that two modules declare, and a command whose noun none declares.

    `nouns` are those that no product adds, each with the module that declares it.

    Raises:
        InputError: there is such a noun or command.
    """
    added = [(noun, module.__name__) for module in modules for noun in getattr(module, "NOUNS", ())]
    commands = [(command.name, module.__name__) for module in modules for command in module.COMMANDS]
    refuse_duplicates([*nouns.items(), *added, *commands])
    known = {*nouns, *dict(added)}
    for name, module in commands:
        if name.rpartition(" ")[0] not in known:
            raise _installation_error(name, "NOUN_NOT_DECLARED", module=module)


def _installation_error(field: str, code: str, **slots: str) -> InputError:
    from rules.contracts import message_factory  # noqa: PLC0415 -- not for the help

    return InputError((Violation(field, message_factory(__name__)(code, **slots), code),))


def workbook_kinds() -> dict[str, Any]:
    """Give the kinds of workbook that products read as reference tables, by their names."""
    imports = [*product_modules("table_imports")]
    own = ((name, __name__) for name in _OWN_TABLE_KINDS)
    refuse_duplicates([*own, *((kind.name, module.__name__) for module in imports for kind in module.KINDS)])
    return {kind.name: kind for module in imports for kind in module.KINDS}


def table_writers() -> dict[str, Any]:
    """Give what writes a table as a file, by the name of its form, where a product adds one."""
    modules = [*product_modules("table_writers")]
    refuse_duplicates((name, module.__name__) for module in modules for name in module.WRITERS)
    return {name: write for module in modules for name, write in module.WRITERS.items()}


def table_kinds() -> tuple[str, ...]:
    """Name what a file to be imported can be: our own form, or a kind of workbook that a product reads."""
    return (*_OWN_TABLE_KINDS, *workbook_kinds())
