"""Which edition of a reference table is valid on a date, as known on a day?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import VersionError
from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rules.model.tables import Manifest

_say = speaker(__name__)


def valid_edition(editions: Iterable[Manifest], name: str, *, as_of: date, known: date) -> Manifest:
    """Choose the edition that is valid on the civil date, of those whose source had been published by the known day.

    Of overlapping editions the one that supersedes the others answers; an edition supersedes all that its predecessor
    supersedes.

    Raises:
        VersionError: there is no such table, none was valid, or several without one that supersedes the others.
    """
    there = [edition for edition in editions if edition.name == name]
    if not there:
        raise VersionError(_say("NO_TABLE", name=name), missing=True)
    valid = [edition for edition in there if edition.known_from <= known and covers(edition, as_of)]
    superseded = {older for edition in valid for older in superseded_by(edition, there)}
    left = [edition for edition in valid if edition.edition not in superseded]
    if len(left) == 1:
        return left[0]
    if not left:
        raise VersionError(_say("NO_EDITION", name=name, day=as_of, known=known), missing=False)
    names = sorted(edition.edition for edition in left)
    raise VersionError(_say("SEVERAL_EDITIONS", name=name, day=as_of, names=names), missing=False)


def covers(edition: Manifest, as_of: date) -> bool:
    """Say whether an edition is valid on a civil date; both ends are inside."""
    return edition.first_date <= as_of and (edition.last_date is None or as_of <= edition.last_date)


def superseded_by(edition: Manifest, editions: Iterable[Manifest]) -> tuple[str, ...]:
    """List the editions that one supersedes, itself or through another, the nearest first."""
    older = {other.edition: other.predecessors for other in editions if other.name == edition.name}
    found: list[str] = []
    following = list(edition.predecessors)
    while following:
        current = following.pop(0)
        if current not in found:
            found.append(current)
            following.extend(older.get(current, ()))
    return tuple(found)


def edition_problems(editions: Sequence[Manifest]) -> tuple[str, ...]:
    """Say what is wrong with all editions taken together: names that stand twice, predecessors that are not there."""
    problems = []
    seen: set[tuple[str, str]] = set()
    there = {(edition.name, edition.edition) for edition in editions}
    for edition in editions:
        key = (edition.name, edition.edition)
        if key in seen:
            problems.append(_say("TWO_MANIFESTS", edition=_named(edition)))
        seen.add(key)
        problems.extend(
            _say("PREDECESSOR_ABSENT", edition=_named(edition), older=older)
            for older in edition.predecessors
            if (edition.name, older) not in there
        )
        if edition.edition in superseded_by(edition, editions):
            problems.append(_say("SUPERSEDES_ITSELF", edition=_named(edition), through=edition.predecessors))
    return tuple(problems)


def _named(edition: Manifest) -> str:
    return f"{edition.name}@{edition.edition}"
