"""Which evaluations of an archive are replayed, and what do their records say, proved by their digests?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.columns.cells import CONCLUSION, GRADE, POSSIBLE_GRADES, SCORE_HIGH, SCORE_LOW, STAGE, VERDICT
from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import Possibility
from rules.trail.forms import bound_by
from rules.trail.reading_back import conclusion_in, inputs_of
from service.base.names import parse_card
from service.bulk.turns import CRITERIA, told_before
from service.store.records import restore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.columns.cells import CellValue
    from rules.contracts.inputs import Subject
    from rules.contracts.record import Conclusion
    from rules.model.scorecard import Scorecard
    from service.store.evaluations import Store
    from service.store.listing import Listing, Position

_say = speaker(__name__)

_AT_ONCE = 256
"""How many evaluations are read from the store at once."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An evaluation as it rests in the store."""

    name: str
    subject: str
    scorecard_version: str
    as_of_date: str
    digest: str
    record: bytes
    record_key: bytes

    def told(self, card: Scorecard | None = None) -> tuple[Subject, dict[str, CellValue]]:
        """Give the inputs of the evaluation, and what it concluded as cells, with what it says of a card's criteria.

        Raises:
            TrailError: the record is damaged, or is not the one that was stored.
        """
        written = restore(self.record, self.record_key)
        if written.digest != self.digest or bound_by(written) != written.head.trail_digest:
            raise TrailError(_say("OTHER_DIGEST"))
        concluded, _, _ = conclusion_in(written)
        criteria = {} if card is None else {CRITERIA: told_before(card, written)}
        return inputs_of(written), _cells(concluded) | criteria


@dataclass(frozen=True, slots=True)
class Page:
    """Some evaluations of one card that follow one another in the archive, up to a position."""

    stored: tuple[Stored, ...]
    until: Position


def page_after(store: Store, listing: Listing, card: str, after: Position | None, rows: int) -> Page | None:
    """Read the next so many evaluations of a card; None if there are no more.

    Raises:
        Refusal: the store cannot be read now.
    """
    found: list[Stored] = []
    for row, position in _listed(store, listing, after):
        if parse_card(row.scorecard_version).card == card:
            found.append(row)
        after = position
        if len(found) == rows:
            break
    return Page(tuple(found), after) if found and after is not None else None


def _listed(store: Store, listing: Listing, after: Position | None) -> Iterator[tuple[Stored, Position]]:
    while rows := store.list(listing, after=after, limit=_AT_ONCE):
        for row in rows:
            after = listing.position(row)
            told = row.name, row.subject, row.scorecard_version, row.as_of_date, row.record_digest
            yield Stored(*told, row.record, row.record_key), after


def _cells(concluded: Conclusion) -> dict[str, CellValue]:
    possible = [one.grade for one in concluded.grades if one.possibility is not Possibility.EXCLUDED]
    found: dict[str, CellValue] = {
        CONCLUSION: concluded.kind.value,
        GRADE: concluded.grade,
        POSSIBLE_GRADES: ";".join(possible) or None,
        STAGE: concluded.stage,
        VERDICT: concluded.verdict.value if concluded.verdict is not None else None,
    }
    if concluded.score is not None:
        bounds = concluded.score.exact
        for name, end in ((SCORE_LOW, bounds.low), (SCORE_HIGH, bounds.high)):
            found[name] = None if end is None else parse_exact(end)
    return found
