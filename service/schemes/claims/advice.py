"""What does a claim of a type have to say to hold, where a rule speaks of claims of several families at once?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rules.claims.readings import CLAIM_TYPES
from rules.contracts.toml_files import read_toml
from rules.model.expressions import names_in_clause

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.expressions import IncludesClause
    from rules.model.verdicts import VerdictRule

_EXPLAINED = "specification"
"""The fact that says whether, and where, a claim is explained."""


@dataclass(frozen=True, slots=True)
class Family:
    """Claim types that have to say the same, and what, by language."""

    types: tuple[str, ...]
    words: dict[str, str]


@cache
def families() -> tuple[Family, ...]:
    """Read all families."""
    written = read_toml("service.schemes.claims", "advice.toml")["family"]
    return tuple(Family(tuple(each.pop("types")), each) for each in written)


def advice(rule: VerdictRule, found: Iterable[str]) -> tuple[Family, ...]:
    """Give the families of the claim types found, if the rule wants claims of more families than these explained.

    Only a rule that asks how a claim is explained can be met by words; of what is forbidden in itself no words are
    told but those of the rule.
    """
    types, wide = frozenset(found), set[str]()
    own = set[str]()
    for row in rule.rows:
        kinds = {kind for clause in row.when if clause.kind == "includes" for kind in _types(clause)}
        wide |= kinds
        if any(_EXPLAINED in names_in_clause(clause) for clause in row.when):
            own |= kinds & types
    told = tuple(family for family in families() if own.intersection(family.types))
    asked = tuple(family for family in families() if wide.intersection(family.types))
    return told if len(told) < len(asked) else ()


def _types(clause: IncludesClause) -> tuple[str, ...]:
    return clause.values if clause.name == CLAIM_TYPES else ()
