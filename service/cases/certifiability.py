"""Certifiability: whether any result could be certified under a scheme profile, checked before work on a case begins.

A result depends on the interpretations on which its rules are based. Those that decide it in every evaluation are read
from the card (`unavoidable_bases`): if the profile does not accept all of them, no evaluation with that result can be
certified. The same applies if the steps that the profile leaves out cut the path from an application to a certificate.
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

_say = message_factory(__name__)

CERTIFIABLE_VERDICTS = frozenset({Verdict.OK, Verdict.PERMITTED_WITH_QUALIFICATION})
"""The verdicts on which something can be granted."""
_FIRST_STATE, _LAST_STATE = "submitted", "certified"


def profile_problems(profile: Profile, gazette: Gazette) -> Iterator[Message]:
    """Visit what makes certification impossible under a profile: in its workflow, then in each of its cards."""
    problems = (workflow_problem(profile), *(problem for _, problem in versions_with_problems(profile, gazette)))
    return filter(None, problems)


def versions_with_problems(profile: Profile, gazette: Gazette) -> Iterator[tuple[PublishedVersion, Message | None]]:
    """Visit the cards of a profile in the version in force today in its zone, each with its problem."""
    day = instants.today(profile.time_zone)
    for card in profile.cards:
        version = version_in_force(gazette, card, day)
        if version is not None:
            yield version, card_problem(profile, version)


def version_in_force(gazette: Gazette, card: str, day: date) -> PublishedVersion | None:
    """Return the version of a card that is in force on a day; None if there is none."""
    try:
        return gazette.find(CardName(card), as_of=day, known=instants.now())
    except TouchstoneError:
        return None


def card_title(version: PublishedVersion) -> Label:
    """Return what a card is called in each language."""
    titles = version.card.titles
    return Label({language: titles.get(language) or version.card.id for language in LANGUAGES})


def workflow_problem(profile: Profile) -> Message | None:
    """Return why no case could reach its certificate by the steps that the profile keeps; None if one could."""
    reached, steps = {_FIRST_STATE}, list(workflow_steps.steps_of(workflow_steps.CASE, profile))
    while True:
        further = {step.to for step in steps if step.to and reached & set(step.sources)} - reached
        if not further:
            break
        reached |= further
    if _LAST_STATE in reached:
        return None
    left_out = [name for name in profile.without if name.startswith(f"{workflow_steps.CASE}.")]
    return _say("NO_PATH_TO_CERTIFICATE", profile=profile.title, steps=left_out)


def card_problem(profile: Profile, version: PublishedVersion) -> Message | None:
    """Return why no result of a card could be certified under a profile; None if one could."""
    scorecard, id = version.scorecard, version.card.id
    accepted = {reading.partition("/")[2] for reading in profile.accepted_readings if reading.startswith(f"{id}/")}
    own = {basis.id for basis in scorecard.bases if basis.certainty is Certainty.OWN_READING}
    lacking = [
        (result.bases & own) - accepted
        for result in unavoidable_bases(scorecard)
        if result.verdict is None or result.verdict in CERTIFIABLE_VERDICTS
    ]
    slots = {"card": card_title(version), "version": version.card.version, "profile": profile.title}
    if not lacking:
        return _say("NO_CERTIFIABLE_RESULT", **slots)
    least = min(lacking, key=len)
    return _say("READINGS_NEEDED", **slots, readings=[f"{id}/{basis}" for basis in sorted(least)]) if least else None
