"""Which facts were learned by asking, and how are they written to a file that is read next time?"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from service.reading.tree.nodes import Mapping, Scalar, Sequence
from service.reading.tree.problems import Place
from service.schemes.claims.given import ClaimFacts, FactSheet, Given, GivenFact, in_card_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.reading.tree.nodes import Node

_NOWHERE = Place(1, 1)
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. %+-]*")
Value = str | tuple[str, ...]
"""What was answered: one word, or several of a fact with several choices."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Answers about all claims, and about single ones by their words."""

    general: dict[str, Value] = field(default_factory=dict)
    claims: dict[str, dict[str, Value]] = field(default_factory=dict)

    def of_all(self, facts: dict[str, Value]) -> Learned:
        """Add answers about all claims."""
        return replace(self, general={**self.general, **facts})

    def about(self, quotes: Iterable[str], facts: dict[str, Value]) -> Learned:
        """Add answers about the claims with these words."""
        return replace(
            self, claims={**self.claims, **{each: {**self.claims.get(each, {}), **facts} for each in quotes}}
        )

    def added_to(self, given: Given) -> Given:
        """Put the answers beside what was given; they go before it."""
        options = FactSheet({**given.options.facts, **_sheet(self.general).facts})
        claims = (ClaimFacts(quote, "quote", None, _sheet(facts)) for quote, facts in self.claims.items())
        return Given(given.general, options, (*given.claims, *claims))


def facts_file(given: Given) -> str:
    """Write everything that was given as a file of facts: what options say of all claims, too."""
    lines = ["# facts for `touchstone claims check --facts FILE`"]
    general = {**given.general.facts, **given.options.facts}
    if general:
        lines += ["facts:", *_lines(general, "  ")]
    if given.claims:
        lines.append("claims:")
    for quote in dict.fromkeys(claim.quote for claim in given.claims):
        facts: dict[str, GivenFact] = {}
        for claim in given.claims:
            facts |= claim.facts.facts if claim.quote == quote else {}
        lines += [f"  - quote: {json.dumps(quote, ensure_ascii=False)}", "    facts:", *_lines(facts, "      ")]
    return "\n".join(lines) + "\n"


def _lines(facts: dict[str, GivenFact], indent: str) -> Iterator[str]:
    return (f"{indent}{name}: {_written(fact.node)}" for name, fact in facts.items())


def _written(node: Node) -> str:
    match node:
        case Scalar(text=text, plain=plain):
            return text if plain and _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
        case Sequence(items=items):
            return f"[{', '.join(map(_written, items))}]"
        case Mapping(entries=entries):
            return f"{{{', '.join(f'{key}: {_written(value)}' for key, value in entries.items())}}}"


def _sheet(facts: dict[str, Value]) -> FactSheet:
    return FactSheet({name: GivenFact(_node(name, value), name) for name, value in facts.items()})


def _node(name: str, value: Value) -> Node:
    if isinstance(value, str):
        return in_card_words(name, Scalar(_NOWHERE, value))
    return Sequence(_NOWHERE, [Scalar(_NOWHERE, each) for each in value])
