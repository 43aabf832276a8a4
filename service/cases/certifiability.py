"""Certifiability: whether any result can be certified under a scheme profile, checked before work begins.

A result is not certifiable if the profile rejects an interpretation that decides it in every evaluation
(`unavoidable_bases`). A profile that omits workflow steps may also make a certificate unreachable.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, Label, Message, TouchstoneError, Verdict, message_factory
from rules.model import Certainty
from rules.trail import unavoidable_bases
from service.base import instants
from service.base.resource_names import CardName
from service.cases import workflow_steps

if TYPE_CHECKING:
    from rules.model import PublishedVersion
    from service.cases.scheme_profiles import Profile
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

CERTIFIABLE_VERDICTS = frozenset({Verdict.OK, Verdict.PERMITTED_WITH_QUALIFICATION})
_FIRST_STATE, _LAST_STATE = "submitted", "certified"


def profile_problems(profile: Profile, gazette: Gazette) -> Iterator[Message]:
    """Yield the reasons why nothing can be certified under a profile."""
    problems = (workflow_problem(profile), *(problem for _, problem in versions_with_problems(profile, gazette)))
    return filter(None, problems)


def versions_with_problems(profile: Profile, gazette: Gazette) -> Iterator[tuple[PublishedVersion, Message | None]]:
    """Yield the profile's scorecard versions in force today, each with its problem or None."""
    day = instants.today(profile.time_zone)
    for card in profile.cards:
        version = version_in_force(gazette, card, day)
        if version is not None:
            yield version, card_problem(profile, version)


def version_in_force(gazette: Gazette, card: str, day: date) -> PublishedVersion | None:
    """Return the scorecard version in force on a day, or None."""
    try:
        return gazette.find(CardName(card), as_of=day, known=instants.now())
    except TouchstoneError:
        return None


def card_title(version: PublishedVersion) -> Label:
    """Return the scorecard title in each language."""
    titles = version.card.titles
    return Label({language: titles.get(language) or version.card.id for language in LANGUAGES})


def workflow_problem(profile: Profile) -> Message | None:
    """Return why the profile's steps cannot lead to a certificate, or None."""
    reached, steps = {_FIRST_STATE}, list(workflow_steps.steps_of(workflow_steps.CASE, profile))
    while True:
        new_states = {step.to for step in steps if step.to and reached & set(step.sources)} - reached
        if not new_states:
            break
        reached |= new_states
    if _LAST_STATE in reached:
        return None
    left_out = [name for name in profile.without if name.startswith(f"{workflow_steps.CASE}.")]
    return _message("NO_PATH_TO_CERTIFICATE", profile=profile.title, steps=left_out)


def card_problem(profile: Profile, version: PublishedVersion) -> Message | None:
    """Return why no result of a scorecard is certifiable under a profile, or None."""
    scorecard, id = version.scorecard, version.card.id
    accepted = {reading.partition("/")[2] for reading in profile.accepted_readings if reading.startswith(f"{id}/")}
    own = {basis.id for basis in scorecard.bases if basis.certainty is Certainty.OWN_READING}
    unaccepted = [
        (result.bases & own) - accepted
        for result in unavoidable_bases(scorecard)
        if result.verdict is None or result.verdict in CERTIFIABLE_VERDICTS
    ]
    slots = {"card": card_title(version), "version": version.card.version, "profile": profile.title}
    if not unaccepted:
        return _message("NO_CERTIFIABLE_RESULT", **slots)
    fewest = min(unaccepted, key=len)
    return (
        _message("READINGS_NEEDED", **slots, readings=[f"{id}/{basis}" for basis in sorted(fewest)]) if fewest else None
    )
