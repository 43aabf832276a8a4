"""What in the judgements and values of an evaluation would a careful reader question, though the evaluation stands?

Asked where the clock is: the record holds what was given and stays as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.messages import Message, speaker
from service.answering.plausibility import parts_above_wholes, small_shares
from service.base import instants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.contracts.record import Record
    from rules.model.scorecard import Scorecard

_say = speaker(__name__)


class RemarkReason(StrEnum):
    """Why something is remarked; ISO/IEC 17065:2012, 7.5.1 wants a review by persons who did not evaluate.

    What is doubtful in the values themselves is our own; `plausibility.py` says of what.
    """

    REVIEWER_IS_ASSESSOR = "reviewer_is_assessor"
    DATE_IN_FUTURE = "date_in_future"
    SMALL_SHARE = "small_share"
    PART_ABOVE_WHOLE = "part_above_whole"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing remarked: why, at which field of the request, about which fact, and in words."""

    reason: RemarkReason
    field: str
    fact: str
    description: Message


def remarks_of(record: Record, scorecard: Scorecard | None, *, instant: str) -> tuple[Remark, ...]:
    """Give the remarks on a record that was made at an instant, whose day is that of its scorecard's time zone.

    Where the scorecard is not at hand any more the day is that of UTC, and nothing is said of the values.
    """
    if scorecard is None:
        return tuple(_remarks(record, today=instants.day_of(instant, "UTC")))
    small = (Remark(RemarkReason.SMALL_SHARE, *doubt) for doubt in small_shares(record, scorecard))
    parts = (Remark(RemarkReason.PART_ABOVE_WHOLE, *doubt) for doubt in parts_above_wholes(record, scorecard))
    return (*_remarks(record, today=instants.day_of(instant, scorecard.card.time_zone)), *small, *parts)


def _remarks(record: Record, *, today: date) -> Iterator[Remark]:
    raters: dict[str, list[str]] = {}
    for fact in record.facts:
        for rating in fact.declared.ratings:
            raters.setdefault(_same(rating.person), []).append(fact.declared.id)
    for fact in record.facts:
        id, made = fact.declared.id, fact.declared.verification
        if made is None:
            continue
        rated = raters.get(_same(made.person), [])
        if rated:
            other = next((one for one in rated if one == id), rated[0])
            code = "REVIEWS_OWN_RATING" if other == id else "REVIEWS_AND_RATES"
            words = _say(code, person=made.person, fact=id, other=other)
            yield Remark(RemarkReason.REVIEWER_IS_ASSESSOR, f"facts[{id}].verification.person", id, words)
        if parse_date(made.date) > today:
            words = _say("JUDGED_LATER", fact=id, day=made.date, today=today.isoformat())
            yield Remark(RemarkReason.DATE_IN_FUTURE, f"facts[{id}].verification.date", id, words)


def _same(person: str) -> str:
    """Give what two ways of writing one person have in common."""
    return "".join(unicodedata.normalize("NFKC", person).casefold().split())
