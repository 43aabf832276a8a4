"""Values of `registers.toml`: columns that the certification body fills, because the register lacks the data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, did_you_mean_or_known, error_message, message_factory
from service.cases.registers.register_formats import FORMATS
from service.input.given_files import FileRefusedError, read_text_file

if TYPE_CHECKING:
    from pathlib import Path

    from service.cases.registers.certificate_history import CertificateHistory
    from service.cases.registers.register_formats import RegisterColumn, RegisterFormat

_message = message_factory(__name__)

FILE = "registers.toml"
_MAX_BYTES = 4_000_000
_ALL, _BY = "all", ("profiles", "clients", "certificates")
_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BodyValues:
    """Values by column: of all certificates, and by profile, client or certificate; the most specific one is used."""

    of_all: _Values
    by: Mapping[str, Mapping[str, _Values]]

    def value(self, column: RegisterColumn, history: CertificateHistory) -> str:
        keys = (history.case.profile, history.case.client.rpartition("/")[2], history.number)
        tables = [self.of_all, *(self.by[kind].get(key, {}) for kind, key in zip(_BY, keys, strict=True))]
        return next((table[column.head] for table in reversed(tables) if column.head in table), "")


def read_body_values(folder: Path | None, register_format: RegisterFormat) -> BodyValues:
    """Read the values for a format; without the file there are none.

    Raises:
        InputError: With every location that is wrong.
    """
    document = {} if folder is None else _document(folder / FILE)
    violations = [*_unknown(document, FORMATS, ())]
    section = document.get(register_format.id, {})
    if isinstance(section, dict):
        violations += _unknown(section, (_ALL, *_BY), (register_format.id,))
        of_all = _checked(section.get(_ALL, {}), register_format, (register_format.id, _ALL), violations)
        by = {kind: _tables(section.get(kind, {}), register_format, kind, violations) for kind in _BY}
    else:
        violations.append(_not_a_table((register_format.id,)))
        of_all, by = {}, {}
    if violations:
        raise InputError(tuple(violations))
    return BodyValues(of_all, by)


def _document(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text_file(path, most=_MAX_BYTES, allowed="TOML").decode())
    except FileNotFoundError:
        return {}
    except (OSError, FileRefusedError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError.of(FILE, _message("VALUES_FORM", problem=error_message(error)), "MALFORMED") from None


def _tables(tables: Any, register_format: RegisterFormat, kind: str, violations: list[Violation]) -> dict[str, _Values]:
    if not isinstance(tables, dict):
        violations.append(_not_a_table((register_format.id, kind)))
        return {}
    return {
        key: _checked(table, register_format, (register_format.id, kind, key), violations)
        for key, table in tables.items()
    }


def _checked(
    table: Any, register_format: RegisterFormat, path: tuple[str, ...], violations: list[Violation]
) -> _Values:
    if not isinstance(table, dict):
        violations.append(_not_a_table(path))
        return {}
    violations += _unknown(table, register_format.heads, path)
    for head, value in table.items():
        column = register_format.column(head)
        problem = None if column is None else value_problem(column, value)
        if problem is not None:
            violations.append(Violation(_location((*path, head)), problem, "WRONG_VALUE"))
    return table


def value_problem(column: RegisterColumn, value: Any) -> str | None:
    """Return why a column cannot contain a value; None if it can."""
    if not isinstance(value, str) or not value.strip():
        return _message("VALUE_NO_TEXT", column=column.head)
    if column.allowed_values and value not in column.allowed_values:
        return _message("VALUE_NOT_ALLOWED", column=column.head, found=value[:80], known=list(column.allowed_values))
    if len(value) > column.limit:
        return _message("VALUE_TOO_LONG", column=column.head, count=len(value), most=column.limit)
    return None


def _unknown(table: Mapping[str, Any], known: Any, path: tuple[str, ...]) -> Iterator[Violation]:
    for name in table:
        if name not in known:
            message = _message("VALUE_UNKNOWN", found=name[:80], hint=did_you_mean_or_known(name, [*known]))
            yield Violation(_location((*path, name)), message, "UNKNOWN")


def _not_a_table(path: tuple[str, ...]) -> Violation:
    return Violation(_location(path), _message("VALUES_NO_TABLE"), "MALFORMED")


def _location(path: tuple[str, ...]) -> str:
    return ".".join((FILE.removesuffix(".toml"), *path))
