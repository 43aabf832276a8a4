"""Error collection for claim requests, with the caller's field names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from rules.contracts import DateError, InputError, Message, format_exact, message_factory, parse_date
from rules.model import FactDefinition, FactType
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem

if TYPE_CHECKING:
    Read = ParamSpec("Read")
    Result = TypeVar("Result")

_message = message_factory(__name__)
_MAX_LISTED = 40


class RequestFieldNames(NamedTuple):
    """Names of request fields as used by the caller."""

    jurisdictions: str
    shown: str
    as_of: str
    text: str
    languages: str
    not_assumed: str = "not_assumed_fact_ids"


class ProblemCollector:
    """Collector of all problems of a request."""

    def __init__(self, names: RequestFieldNames) -> None:
        self.names = names
        self.problems: list[Problem] = []

    def message(self, key: str, **arguments: object) -> Message:
        return _message(key, **arguments)

    def note(self, place: FilePosition | None, field: str, key: str, reason: str, **arguments: object) -> None:
        self.problems.append(Problem(place, field, self.message(key, **arguments), reason))

    def error(self) -> PlacedError:
        return PlacedError(dict.fromkeys(self.problems))

    def day(self, text: str, field: str) -> date | None:
        try:
            return parse_date(text)
        except DateError:
            pass
        shaped = len(text) == len("YYYY-MM-DD") and text.replace("-", "").isdecimal() and text.count("-") == 2
        self.note(None, field, "NO_SUCH_DAY" if shaped else "DAY_FORM", "MALFORMED", text=text[:40])
        return None

    def wanted(self, definition: FactDefinition) -> str:
        known = [choice.id for choice in definition.choices]
        kind = f"KIND_{definition.type.value.upper()}"
        if definition.type is FactType.NUMBER:
            unit = self.message("KIND_UNIT", unit=definition.unit) if definition.unit else ""
            low, high = definition.at_least, definition.at_most
            bounds = (
                ""
                if low is None or high is None
                else self.message("KIND_BOUNDS", low=format_exact(low), high=format_exact(high))
            )
            return self.message(kind, unit=unit, bounds=bounds)
        return self.message(kind, known=known[:_MAX_LISTED], first=known[0]) if known else self.message(kind)

    def attempt(
        self, field: str, read: Callable[Read, Result], *args: Read.args, **kwargs: Read.kwargs
    ) -> Result | None:
        try:
            return read(*args, **kwargs)
        except InputError as error:
            self.retold(error, field)
            return None

    def retold(self, error: InputError, field: str = "") -> None:
        if isinstance(error, PlacedError):
            problems = error.problems
        else:
            problems = tuple(Problem(None, each.field, each.description, each.reason) for each in error.violations)
        self.problems += (replace(each, field=field or each.field) for each in problems)
