"""Which facts of a version had another id in the version before, so that what was declared then is read under it?

The files of a version say it in comments, a line for each fact: `# fact share_renewable was share`. So it stands in
what is signed and published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.inputs import DeclaredFact
    from rules.model.definitions import FactDefinition
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard

_WAS = re.compile(
    r"^[ \t]*#[ \t]*(?:fact|事实)[ \t]+([a-z][a-z0-9_]*)[ \t]+(?:was|原为)[ \t]+([a-z][a-z0-9_]*)[ \t]*$", re.MULTILINE
)


def fact_map(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Give for each id of before the ids that it has by these files: one, unless they contradict each other."""
    found: dict[str, set[str]] = {}
    for text in sources.values():
        for new, old in _WAS.findall(text):
            found.setdefault(old, set()).add(new)
    return found


def wrongly_mapped(before: Scorecard | None, after: Scorecard, sources: Mapping[str, str]) -> tuple[str, ...]:
    """List the ids of before whose line is wrong.

    It is right if the version before has such a fact, this one has none of that id, and one of the new id with the same
    type and unit, which no other line names.
    """
    old = {} if before is None else {fact.id: fact for fact in before.facts}
    new = {fact.id: fact for fact in after.facts}
    found, named = fact_map(sources), list[str]()
    wrong = []
    for was, ids in sorted(found.items()):
        (one, *more) = sorted(ids)
        fits = was in old and was not in new and one in new and not more and one not in named
        if not fits or _kind(old[was]) != _kind(new[one]):
            wrong.append(was)
        named += ids
    return tuple(wrong)


def carried(
    facts: Sequence[DeclaredFact], made_by: Published, read_by: Published, versions: Sequence[Published]
) -> tuple[DeclaredFact, ...]:
    """Give facts as a later version knows them, by what every version on the way says; what it does not know stays.

    `versions` are those of the same scorecard that are published.
    """
    renamed = tuple(facts)
    for version in sorted((one for one in versions if _number(made_by) < _number(one) < _number(read_by)), key=_number):
        renamed = _renamed(renamed, version)
    return _renamed(renamed, read_by) if _number(made_by) < _number(read_by) else renamed


def _kind(fact: FactDefinition) -> tuple[str, str, str | None]:
    return fact.type, fact.unit, fact.record


def _renamed(facts: tuple[DeclaredFact, ...], version: Published) -> tuple[DeclaredFact, ...]:
    ids = {was: min(new) for was, new in fact_map(version.sources).items()}
    there = {fact.id for fact in facts}
    return tuple(
        fact.model_copy(update={"id": ids[fact.id]}) if fact.id in ids and ids[fact.id] not in there else fact
        for fact in facts
    )


def _number(version: Published) -> tuple[int, ...]:
    return tuple(map(int, version.scorecard.card.version.split(".")))
