"""Guards of certificates: client, card, sites and their sample, days, and certificates before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set as AbstractSet
from typing import TYPE_CHECKING

import orjson

from rules.contracts import (
    LANGUAGES,
    InputError,
    TouchstoneError,
    Violation,
    error_message,
    message_factory,
)
from service.base import instants
from service.base.names import CardName
from service.cases.step_context import (
    Content,
    Guard,
    StepContext,
    card_id,
    merged_clients,
    read_day,
    step_refused,
    wrong_content,
)

if TYPE_CHECKING:
    from service.store.tables import CaseItemRow

_say = message_factory(__name__)


def _client_stands(facing: StepContext) -> None:
    if facing.client.get("merged_into"):
        message = _say("CLIENT_MERGED", name=facing.row.client, other=facing.client["merged_into"])
        raise InputError((Violation("client", message, "WRONG_VALUE"),))


def _card_held(facing: StepContext) -> None:
    if card_id(facing) not in facing.profile.cards:
        message = _say(
            "CARD_NOT_HELD", card=card_id(facing), profile=facing.row.profile, known=list(facing.profile.cards)
        )
        raise wrong_content("scorecard", message)


def _card_in_force(facing: StepContext) -> None:
    try:
        facing.gazette.find(CardName(card_id(facing)), as_of=facing.day, known=instants.now())
    except TouchstoneError as error:
        raise step_refused(_say("CARD_NOT_IN_FORCE", card=card_id(facing), problem=error_message(error))) from None


def _subset(facing: StepContext, of: Sequence[str], code: str) -> None:
    unknown = sorted(set(facing.given.get("sites", ())) - set(of))
    if unknown:
        raise wrong_content("sites", _say(code, found=unknown, known=list(of) or [_say("NOBODY")]))


def _sites_of_client(facing: StepContext) -> None:
    _subset(facing, [site["site"] for site in facing.client.get("sites", ())], "NOT_OF_CLIENT")


def _sites_applied_for(facing: StepContext) -> None:
    _subset(facing, _applied_sites(facing), "NOT_APPLIED_FOR")


def _applied_sites(facing: StepContext) -> list[str]:
    sites: list[str] = []
    for step in facing.steps:
        if step.item == "" and step.step in {"apply", "answer"}:
            sites = orjson.loads(step.content).get("sites", sites)
    return sites


def _population(facing: StepContext) -> list[str]:
    """Give the sites of which a sample is chosen: those applied for, or in a surveillance those that are certified."""
    if facing.step.step != "survey":
        return sorted(set(_applied_sites(facing)))
    return sorted({site for _, content in certificates_now(facing) for site in content.get("sites", ())})


def _least(facing: StepContext, of: int) -> int:
    """Of x sites at least the square root, in a surveillance 0.6 of it, rounded up, where a sample is taken."""
    if facing.profile.sample != "square_root":
        return of
    ours, theirs = (25, 9) if facing.step.step == "survey" else (1, 1)
    return next(n for n in range(of + 1) if ours * n * n >= theirs * of)


def sampling_details(facing: StepContext) -> Content:
    """Say by which rule sites were chosen, and of how many."""
    population = _population(facing)
    return {
        "rule": facing.profile.sample,
        "population": population,
        "least": str(_least(facing, len(population))),
        "sites": sorted(facing.given["sites"]),
    }


def _sample_large_enough(facing: StepContext) -> None:
    applied, chosen = len(_population(facing)), len(set(facing.given["sites"]))
    needed = _least(facing, applied)
    if chosen < needed:
        raise wrong_content("sites", _say("SAMPLE_TOO_SMALL", found=chosen, needed=needed, of=applied))


def certificates_now(facing: StepContext) -> list[tuple[CaseItemRow, Content]]:
    """Give the certificates of the case that are valid or suspended and have not expired."""
    certificates = [(item, orjson.loads(item.content)) for item in facing.items if item.kind == "certificates"]
    today = facing.day.isoformat()
    return [
        (item, known)
        for item, known in certificates
        if item.state in {"valid", "suspended"} and (known.get("last_date") or today) >= today
    ]


def _certificate_stands(facing: StepContext) -> None:
    if not certificates_now(facing):
        raise step_refused(_say("NO_CERTIFICATE_NOW", name=facing.row.name))


def _one_surveillance(facing: StepContext) -> None:
    for item in facing.items:
        if item.kind == "surveillances" and item.state not in {"maintained", "discontinued"}:
            raise step_refused(_say("SURVEILLANCE_OPEN", item=f"{item.kind}/{item.number}", state=item.state))


def _sites_surveyed(facing: StepContext) -> None:
    _subset(facing, _population(facing), "NOT_CERTIFIED")


def _sites_evaluated(facing: StepContext) -> None:
    """Refuse sites that were not planned, or, where these are a sample, were not applied for."""
    sampled = facing.profile.sample != "all"
    _subset(facing, _applied_sites(facing) if sampled else facing.content.get("sites", ()), "NOT_EVALUATED")


def _sites_of_certificate(facing: StepContext) -> None:
    _subset(facing, facing.item_content.get("sites", ()), "NOT_CERTIFIED")
    if set(facing.given["sites"]) == set(facing.item_content.get("sites", ())) and facing.given[
        "scope"
    ] == facing.item_content.get("scope"):
        raise wrong_content("sites", _say("NOTHING_REDUCED"))


def _languages_known(facing: StepContext) -> None:
    unknown = sorted(set(facing.given.get("languages", ())) - set(LANGUAGES))
    if unknown:
        raise wrong_content("languages", _say("NO_LANGUAGE", found=unknown, known=list(LANGUAGES)))


def _not_expired(facing: StepContext) -> None:
    last = facing.item_content.get("last_date", "")
    if last and last < facing.day.isoformat():
        raise step_refused(_say("EXPIRED", number=facing.item_content.get("number", ""), day=last))


def _days_follow_decision(facing: StepContext) -> None:
    """Date a certificate on the day of its decision at the earliest, and on no day to come."""
    if not facing.given.get("first_date"):
        return
    first = read_day(facing.given, "first_date")
    granted = max((step.time for step in facing.steps if step.step == "grant"), default=instants.now())
    decided = instants.day_of(granted, facing.profile.time_zone)
    if not decided <= first <= facing.day:
        raise wrong_content("first_date", _say("BEFORE_DECISION", found=first, first=decided, last=facing.day))


def _of_client(facing: StepContext, field: str, states: AbstractSet[str]) -> None:
    """Refuse a number that is none of the client's, or of whoever was merged into it, or that has ended."""
    number = facing.given.get(field, "")
    if not number:
        return
    reading, organization = facing.reading, facing.row.organization
    match = reading.numbered(organization, number)
    if match is None or number == facing.item_content.get("number"):
        raise wrong_content(field, _say("NO_SUCH_CERTIFICATE", number=number[:80]), "NOT_FOUND")
    case, item = match
    first, second = (name.rpartition("/")[2] for name in (case.client, facing.row.client))
    if first != second and first not in merged_clients(facing, second) and second not in merged_clients(facing, first):
        raise wrong_content(field, _say("OTHER_CLIENT", number=number, client=case.client))
    if item.state not in states:
        raise wrong_content(field, _say("ENDED", number=number, state=item.state))


def _predecessor_of_client(facing: StepContext) -> None:
    _of_client(facing, "predecessor", {"valid", "suspended"})


def _successor_of_client(facing: StepContext) -> None:
    _of_client(facing, "successor", {"valid"})


CERTIFICATE_GUARDS: Mapping[str, Guard] = {
    "client_stands": _client_stands,
    "card_held": _card_held,
    "card_in_force": _card_in_force,
    "sites_of_client": _sites_of_client,
    "sites_applied_for": _sites_applied_for,
    "sample_large_enough": _sample_large_enough,
    "sites_evaluated": _sites_evaluated,
    "sites_of_certificate": _sites_of_certificate,
    "languages_known": _languages_known,
    "certificate_stands": _certificate_stands,
    "one_surveillance": _one_surveillance,
    "sites_surveyed": _sites_surveyed,
    "not_expired": _not_expired,
    "days_follow_decision": _days_follow_decision,
    "predecessor_of_client": _predecessor_of_client,
    "successor_of_client": _successor_of_client,
}
