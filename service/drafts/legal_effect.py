"""Legal effect of a draft, which approvers see and sign.

Counts come from the store of a server; a signer can compute the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, VersionError
from rules.language import language_of
from rules.model import version_before
from service.approval.statements import Effect
from service.base import instants
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    from datetime import date

    from rules.model import Card, PublishedVersion
    from service.gazette.versions import Gazette
    from service.store.store import Store

_COMPARED_FIELDS = ("compared_with", "first_day", "last_day", "languages")
"""Fields independent of the store and the day."""


def retroactive_days(card: Card, day: date) -> int:
    """Return the days before `day` that a version would govern."""
    return max((day - card.first_date).days, 0)


def legal_effect(version: PublishedVersion, gazette: Gazette, day: date) -> Effect:
    """Return the effect of publication on `day`, without counts."""
    card = version.card
    try:
        before = version_before(card, gazette.outlines(card.id))
    except VersionError:
        before = None
    written = {language_of(path) for path in version.sources}
    return Effect(
        compared_with="" if before is None else before.name,
        first_day=card.first_date.isoformat(),
        last_day=None if card.last_date is None else card.last_date.isoformat(),
        retroactive_days=retroactive_days(card, day),
        languages=[language for language in LANGUAGES if language in written],
    )


def is_same_effect(stated: Effect, actual: Effect) -> bool:
    """Return whether two effects agree, ignoring counts.

    Around midnight, retroactive days may differ by one.
    """
    is_same_day = abs(stated.retroactive_days - actual.retroactive_days) <= 1
    return is_same_day and all(getattr(stated, name) == getattr(actual, name) for name in _COMPARED_FIELDS)


def with_case_counts(effect: Effect, store: Store, organization: str, version: PublishedVersion) -> Effect:
    """Return the effect with the counts of undecided cases."""
    from service.store.result_status import count_undecided_cases  # noqa: PLC0415 -- the extra `store` may be absent

    with store.read_connection() as connection:
        counts = count_undecided_cases(
            connection, organization, version.card.id, (effect.first_day, effect.last_day or "9999-12-31")
        )
    return effect.model_copy(update={"open_cases": counts.all, "reevaluated_cases": counts.reevaluated})


def today_for(version: PublishedVersion) -> date:
    """Return the current date in the scorecard's time zone."""
    return instants.today(version.card.time_zone)


def read_effect(message: draft_pb2.DraftEffect) -> Effect:
    """Convert the effect message of a server."""
    return Effect(
        compared_with=message.compared_version,
        first_day=message.first_date,
        last_day=message.last_date or None,
        retroactive_days=message.retroactive_days,
        languages=list(message.language_codes),
        open_cases=message.open_case_count,
        reevaluated_cases=message.reevaluated_case_count,
    )


def write_effect(effect: Effect) -> draft_pb2.DraftEffect:
    """Convert an effect to a message; unknown counts become 0."""
    return draft_pb2.DraftEffect(
        compared_version=effect.compared_with,
        first_date=effect.first_day,
        last_date=effect.last_day or "",
        retroactive_days=effect.retroactive_days,
        language_codes=effect.languages,
        open_case_count=effect.open_cases or 0,
        reevaluated_case_count=effect.reevaluated_cases or 0,
    )
