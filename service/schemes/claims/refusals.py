"""Error collection for claim requests: every problem of a request reported at once, in the terms of the caller."""

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

_say = message_factory(__name__)
_MOST_NAMED = 40


class RequestFieldNames(NamedTuple):
    """What the parts of a request are called where it was made."""

    jurisdictions: str
    shown: str
    as_of: str
    text: str
    languages: str
    not_assumed: str = "not_assumed_fact_ids"


class ProblemCollector:
    """Gathers what is wrong, so that all of it is told at once."""

    def __init__(self, names: RequestFieldNames) -> None:
        """Begin without any."""
        self.names = names
        self.problems: list[Problem] = []

    def say(self, key: str, **arguments: object) -> Message:
        """Give the words for one thing that is wrong."""
        return _say(key, **arguments)

    def note(self, place: FilePosition | None, field: str, key: str, reason: str, **arguments: object) -> None:
        """Note one thing that is wrong; `reason` is its stable token."""
        self.problems.append(Problem(place, field, self.say(key, **arguments), reason))

    def error(self) -> PlacedError:
        """Give the error that tells all of it."""
        return PlacedError(dict.fromkeys(self.problems))

    def day(self, text: str, field: str) -> date | None:
        """Read a day; note what is wrong with it."""
        try:
            return parse_date(text)
        except DateError:
            pass
        shaped = len(text) == len("YYYY-MM-DD") and text.replace("-", "").isdecimal() and text.count("-") == 2
        self.note(None, field, "NO_SUCH_DAY" if shaped else "DAY_FORM", "MALFORMED", text=text[:40])
        return None

    def wanted(self, definition: FactDefinition) -> str:
        """Say how a fact is written."""
        known = [choice.id for choice in definition.choices]
        kind = f"KIND_{definition.type.value.upper()}"
        if definition.type is FactType.NUMBER:
            unit = self.say("KIND_UNIT", unit=definition.unit) if definition.unit else ""
            low, high = definition.at_least, definition.at_most
            bounds = (
                ""
                if low is None or high is None
                else self.say("KIND_BOUNDS", low=format_exact(low), high=format_exact(high))
            )
            return self.say(kind, unit=unit, bounds=bounds)
        return self.say(kind, known=known[:_MOST_NAMED], first=known[0]) if known else self.say(kind)

    def attempt(
        self, field: str, read: Callable[Read, Result], *args: Read.args, **kwargs: Read.kwargs
    ) -> Result | None:
        """Read one thing; what is wrong with it is noted under the field, if that is not empty, and gives None."""
        try:
            return read(*args, **kwargs)
        except InputError as error:
            self.retold(error, field)
            return None

    def retold(self, error: InputError, field: str = "") -> None:
        """Note what others refuse."""
        if isinstance(error, PlacedError):
            problems = error.problems
        else:
            problems = tuple(Problem(None, each.field, each.description, each.reason) for each in error.violations)
        self.problems += (replace(each, field=field or each.field) for each in problems)
