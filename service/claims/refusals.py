"""Why is a check of claims refused, in the language of whoever asks?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError
from rules.contracts.numbers import format_exact
from service.dossier.problems import DossierError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rules.model.definitions import FactDefinition
    from service.dossier.problems import Place

_MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a request are called where it was made."""

    jurisdictions: str
    shown: str
    as_of: str
    text: str
    languages: str


@cache
def _words(language: str) -> dict[str, Any]:
    written = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8"))
    return dict(written[language])


class Refusals:
    """Gathers what is wrong, so that all of it is told at once, in one language."""

    def __init__(self, names: Names, language: str = "en") -> None:
        """Begin without any."""
        self.names = names
        self.problems: list[Problem] = []
        self._words = _words(language)
        self._comma = "、" if language == "zh" else ", "
        self._semicolon = "；" if language == "zh" else "; "

    def say(self, key: str, **arguments: str) -> str:
        """Give the words for one thing that is wrong."""
        return str(self._words[key]).format(**arguments)

    def listed(self, names: Iterable[str]) -> str:
        """Write names as a list."""
        return self._comma.join(names)

    def clauses(self, parts: Iterable[str]) -> str:
        """Write what is said one after the other."""
        return self._semicolon.join(parts)

    def note(self, place: Place | None, field: str, key: str, reason: str, **arguments: str) -> None:
        """Note one thing that is wrong; `reason` is its stable token."""
        self.problems.append(Problem(place, field, self.say(key, **arguments), reason))

    def error(self) -> DossierError:
        """Give the error that tells all of it."""
        return DossierError(dict.fromkeys(self.problems))

    def day(self, text: str, field: str) -> date | None:
        """Read a day; note what is wrong with it."""
        try:
            return parse_date(text)
        except DateError:
            pass
        shaped = len(text) == len("YYYY-MM-DD") and text.replace("-", "").isdecimal() and text.count("-") == 2
        self.note(None, field, "no_such_day" if shaped else "day_form", "MALFORMED", text=text[:40])
        return None

    def wanted(self, definition: FactDefinition) -> str:
        """Say how a fact is written."""
        words = self._words["wanted"]
        known = [choice.id for choice in definition.choices]
        kind = definition.type.value
        if kind == "number":
            unit = words["unit"].format(unit=definition.unit) if definition.unit else ""
            low, high = definition.at_least, definition.at_most
            bounds = (
                ""
                if low is None or high is None
                else words["bounds"].format(low=format_exact(low), high=format_exact(high))
            )
            return str(words["number"].format(unit=unit, bounds=bounds))
        if not known:
            return str(words[kind])
        return str(words[kind].format(known=self.listed(known[:_MOST_NAMED]), first=known[0]))

    def retold(self, error: InputError, field: str = "") -> None:
        """Note what others refuse, in this language where their reason has words here."""
        reasons = self._words.get("reason", {})
        if isinstance(error, DossierError):
            problems = error.problems
        else:
            problems = tuple(Problem(None, each.field, each.description, each.reason) for each in error.violations)
        for each in problems:
            words = reasons.get(each.reason, each.description)
            self.problems.append(replace(each, field=field or each.field, description=words))
