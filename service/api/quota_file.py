"""Which quotas has an operator set: for each organisation, and for those that the file of quotas names?"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.api.quotas import Kind, Quota, Quotas, Rate
from service.base.names import parse_organization
from service.reading.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from service.settings import Settings

_say = speaker(__name__)

_FIELD = "TOUCHSTONE_QUOTAS"
_LARGEST = 1024 * 1024
_NUMBERS = tuple(f"{kind.value}_{part}" for kind in Kind for part in ("per_second", "burst"))
_PER_SECOND = range(1_000_001)
_BURST = range(1, 1_000_001)


def quotas_of(settings: Settings) -> Quotas:
    """Give the quotas that are set.

    Raises:
        InputError: the file cannot be read, or says something else; every problem is named.
    """
    numbers = {name: getattr(settings, f"quota_{name}") for name in _NUMBERS}
    of_organizations = {} if settings.quotas is None else read_quotas(settings.quotas, numbers)
    return Quotas(_quota(numbers), of_organizations)


def read_quotas(path: Path, of_each: dict[str, int]) -> dict[str, Quota]:
    """Read the file: a table for each organisation, with the numbers that are others for it; by the id.

    Raises:
        InputError: it cannot be read, or says something else; every problem is named.
    """
    try:
        tables = tomllib.loads(read_file(path, most=_LARGEST).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        said = _say("QUOTAS_UNREADABLE", path=path, problem=words_of(error))
        raise InputError((Violation(_FIELD, said, "MALFORMED"),)) from None
    violations: list[Violation] = []
    found = {}
    for name, table in tables.items():
        place = f"{_FIELD}[{name[:80]}]"
        try:
            organization = parse_organization(name, field=place)
        except InputError as error:
            violations.extend(error.violations)
        else:
            found[organization] = _quota(of_each | _numbers(table, place, violations))
    if violations:
        raise InputError(tuple(violations))
    return found


def _numbers(table: Any, place: str, violations: list[Violation]) -> dict[str, int]:
    if not isinstance(table, dict) or not table.keys() <= set(_NUMBERS):
        violations.append(Violation(place, _say("QUOTA_TABLE", known=_NUMBERS), "MALFORMED"))
        return {}
    for name, number in table.items():
        allowed = _BURST if name.endswith("burst") else _PER_SECOND
        if type(number) is not int or number not in allowed:
            said = _say("QUOTA_NUMBER", found=str(number)[:20], least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{place}.{name}", said, "WRONG_VALUE"))
    return table


def _quota(numbers: dict[str, int]) -> Quota:
    return {kind: Rate(numbers[f"{kind.value}_per_second"], numbers[f"{kind.value}_burst"]) for kind in Kind}
