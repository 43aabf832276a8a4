"""Plug-in registry: products declared as entry points (`docs/plugins.md`)."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rules.contracts import (
    InputError,
    find_cached,
    has_build_cache,
    package_file,
    source_digest,
    store_cached,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import ModuleType
    from typing import Any

_Part = TypeVar("_Part")

GROUP = "touchstone.products"
"""Entry point group: product name and package."""
_OWN_TABLE_KINDS = ("csv",)
_NAME = re.compile(r"[\w.-]+")
_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


def _have_names(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(getattr(each, "name", None), str) for each in value)


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)


_REQUIRED_MEMBERS: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "file_uses": {"names_using": callable, "takes_files": callable},
    "pages": {"PAGES": lambda value: isinstance(getattr(value, "pages", None), tuple)},
    "shared_meanings": {"CARDS": _are_texts, "MEANINGS": lambda value: isinstance(value, dict)},
    "services": {"NAMES": _are_texts, "add": callable},
    "settings": {"Settings": lambda value: isinstance(value, type) and hasattr(value, "model_fields")},
    "table_imports": {"KINDS": _have_names},
    "table_readers": {"READERS": lambda value: isinstance(value, dict) and all(map(callable, value.values()))},
    "table_writers": {"WRITERS": lambda value: isinstance(value, dict) and all(map(callable, value.values()))},
}


class Product(NamedTuple):
    """Product declared by an installed distribution."""

    module: str
    name: str
    distribution: str

    @property
    def is_installed(self) -> bool:
        """Whether the package exists; metadata may remain after its deletion."""
        try:
            return find_spec(self.module) is not None
        except ModuleNotFoundError:  # the parent package is missing
            return False


@cache
def products() -> tuple[Product, ...]:
    """Return the declared products, sorted by package.

    Raises:
        InputError: If a declaration is malformed or two products share a name.
    """
    state = source_digest(*chain.from_iterable(_metadata_files())) if has_build_cache() else ""
    lines = find_cached(GROUP, state)
    if lines is None:
        lines = "\n".join(map("\t".join, _read_declarations())).encode()
        store_cached(GROUP, state, lines)
    return tuple(Product(*line.split("\t")) for line in lines.decode().splitlines())


def _read_declarations() -> list[tuple[str, str, str]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 -- ten times slower than the digest

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
    for path, content in _metadata_files():
        try:
            content.decode()
        except UnicodeDecodeError:
            return os.fsdecode(path)
    return ""


def _metadata_files() -> Iterator[tuple[bytes, bytes]]:
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or os.curdir) as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    content = b""
                    # Most distributions have no such file. Using pathlib would double the total time.
                    with suppress(OSError), open(f"{entry.path}/entry_points.txt", "rb") as file:  # noqa: PTH123
                        content = file.read()
                    yield os.fsencode(entry.path), content


def missing_products() -> tuple[Product, ...]:
    """Return declared products that are not installed."""
    return tuple(product for product in products() if not product.is_installed)


def require_package(module: str, distribution: str) -> None:
    """Raise InputError if a package of another distribution is not installed."""
    if find_spec(module) is None:
        raise _installation_error(distribution, "NOT_INSTALLED", distribution=distribution)


def product_folders(kind: str) -> Iterator[tuple[str, Path]]:
    """Yield the name of each product that has a folder with a name, and this folder."""
    for product in products():
        with suppress(ModuleNotFoundError):  # the parent package is missing
            spec = find_spec(product.module)
            for place in (spec and spec.submodule_search_locations) or ():
                if (folder := Path(place, kind)).is_dir():
                    yield product.name, folder


def product_modules(kind: str) -> Iterator[ModuleType]:
    """Yield the named module of each product that has one.

    Raises:
        InputError: If a module cannot be loaded or lacks a required member.
    """
    for product in products():
        name = f"{product.module}.{kind}"
        module = _load(product, name, import_module)
        if module is None:
            continue
        for member, is_right in _REQUIRED_MEMBERS.get(kind, {}).items():
            if not is_right(getattr(module, member, None)):
                raise _installation_error(
                    product.name, "INCOMPLETE", distribution=product.distribution, module=name, member=member
                )
        yield module


def product_files(name: str, read: Callable[[str], _Part]) -> Iterator[_Part]:
    """Yield `read(package)` for each product package with a file of this name.

    Raises:
        InputError: If a package or file cannot be loaded.
    """

    def read_existing(package: str) -> _Part | None:
        return read(package) if package_file(package, name).is_file() else None

    for product in products():
        part = _load(product, product.module, read_existing)
        if part is not None:
            yield part


def _load(product: Product, module: str, load: Callable[[str], _Part | None]) -> _Part | None:
    """Call `load` with the name of a module; returns None if the module does not exist."""
    try:
        return load(module)
    except (Exception, SystemExit) as error:
        if isinstance(error, ModuleNotFoundError) and f"{module}.".startswith(f"{error.name}."):
            return None
        kind_of_error = f"{type(error).__name__}: {error}"
        raise _installation_error(
            product.name, "BROKEN", distribution=product.distribution, module=module, error=kind_of_error
        ) from error


def refuse_duplicates(declared: Iterable[tuple[str, str]]) -> None:
    """Raise InputError if two modules declare the same name."""
    modules = dict[str, str]()
    for name, module in declared:
        if modules.setdefault(name, module) != module:
            raise _installation_error(name, "DECLARED_TWICE", name=name, first=modules[name], second=module)


def check_commands(nouns: Sequence[tuple[str, str]], commands: Sequence[tuple[str, str]]) -> None:
    """Raise InputError for duplicate nouns or commands, or an undeclared noun; each name has its file."""
    refuse_duplicates([*nouns, *commands])
    known = dict(nouns)
    for name, path in commands:
        if name.rpartition(" ")[0] not in known:
            raise _installation_error(name, "NOUN_NOT_DECLARED", module=path)


def _installation_error(field: str, code: str, **slots: str) -> InputError:
    from rules.contracts import message_factory  # noqa: PLC0415 -- not needed for help

    return InputError.of(field, message_factory(__name__)(code, **slots), code)


def workbook_kinds() -> dict[str, Any]:
    """Return importable workbook formats by name."""
    imports = [*product_modules("table_imports")]
    own = ((name, __name__) for name in _OWN_TABLE_KINDS)
    refuse_duplicates([*own, *((kind.name, module.__name__) for module in imports for kind in module.KINDS)])
    return {kind.name: kind for module in imports for kind in module.KINDS}


def table_writers() -> dict[str, Any]:
    """Return the table writers of products by format name."""
    modules = [*product_modules("table_writers")]
    refuse_duplicates((name, module.__name__) for module in modules for name in module.WRITERS)
    return {name: write for module in modules for name, write in module.WRITERS.items()}


def table_readers() -> dict[str, Any]:
    """Return the readers of tabular files of products by media type."""
    modules = [*product_modules("table_readers")]
    refuse_duplicates((name, module.__name__) for module in modules for name in module.READERS)
    return {name: read for module in modules for name, read in module.READERS.items()}


def table_kinds() -> tuple[str, ...]:
    """Return the names of all importable file formats."""
    return (*_OWN_TABLE_KINDS, *workbook_kinds())
