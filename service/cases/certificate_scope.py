"""Guards of certificates: client, scorecard, sites, sampling, dates and related certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set as AbstractSet

from rules.contracts import (
    LANGUAGES,
    InputError,
    TouchstoneError,
    add_months,
    error_message,
    message_factory,
    parse_date,
)
from service.audit_planning.certification_cycle import renewal_window
from service.base import instants
from service.base.resource_names import CardName
from service.cases import certifiability, workflow_steps
from service.cases.audit_plans import PLAN_GUARDS, certifiable_sites
from service.cases.certified_sites import applied_sites, certificate_to_renew, certificates_now, sites_to_choose_from
from service.cases.step_context import (
    Guard,
    StepContext,
    card_id,
    check_area,
    read_day,
    step_refused,
    wrong_content,
)

_message = message_factory(__name__)


def _client_not_merged(step_context: StepContext) -> None:
    if step_context.client.get("merged_into"):
        message = _message("CLIENT_MERGED", name=step_context.row.client, other=step_context.client["merged_into"])
        raise InputError.of("client", message, "WRONG_VALUE")


def _card_in_profile(step_context: StepContext) -> None:
    if card_id(step_context) not in step_context.profile.cards:
        message = _message(
            "CARD_NOT_HELD",
            card=card_id(step_context),
            profile=step_context.row.profile,
            known=list(step_context.profile.cards),
        )
        raise wrong_content("scorecard", message)


def _card_in_force(step_context: StepContext) -> None:
    try:
        step_context.gazette.find(CardName(card_id(step_context)), as_of=step_context.day, known=instants.now())
    except TouchstoneError as error:
        raise step_refused(
            _message("CARD_NOT_IN_FORCE", card=card_id(step_context), problem=error_message(error))
        ) from None


def _certifiable(step_context: StepContext) -> None:
    version = certifiability.version_in_force(step_context.gazette, card_id(step_context), step_context.day)
    profile = step_context.profile
    problem = certifiability.workflow_problem(profile) or (
        None if version is None else certifiability.card_problem(profile, version)
    )
    if problem is not None:
        raise step_refused(problem)


def _check_subset(step_context: StepContext, allowed: Sequence[str], code: str) -> None:
    unknown = sorted(set(step_context.submitted_content.get("sites", ())) - set(allowed))
    if unknown:
        raise wrong_content("sites", _message(code, found=unknown, known=list(allowed)))


def _sites_of_client(step_context: StepContext) -> None:
    _check_subset(step_context, [site["site"] for site in step_context.client.get("sites", ())], "NOT_OF_CLIENT")


def _sites_applied_for(step_context: StepContext) -> None:
    _check_subset(step_context, applied_sites(step_context), "NOT_APPLIED_FOR")


def _certificate_running(step_context: StepContext) -> None:
    if not certificates_now(step_context):
        raise step_refused(_message("NO_CERTIFICATE_NOW", name=step_context.row.name))


def _no_open_surveillance(step_context: StepContext) -> None:
    _check_none_open(step_context, "surveillances", "SURVEILLANCE_OPEN")


def _no_open_recertification(step_context: StepContext) -> None:
    _check_none_open(step_context, "recertifications", "RECERTIFICATION_OPEN")


def _check_none_open(step_context: StepContext, kind: str, code: str) -> None:
    for item in step_context.items:
        if item.kind == kind and item.state not in {"maintained", "discontinued", "reissued"}:
            raise step_refused(_message(code, item=f"{item.kind}/{item.number}", state=item.state))


def _renewable(step_context: StepContext) -> None:
    """Check that a certificate can be renewed today: not too early, and not too late to restore it."""
    renewed, profile = certificate_to_renew(step_context), step_context.profile
    if renewed is None:
        raise step_refused(_message("NOTHING_TO_RENEW", name=step_context.row.name))
    number, last = renewed[1]["number"], parse_date(renewed[1]["last_date"])
    first, end = renewal_window(last, profile.renewal_months, profile.restoration_months)
    end = min(end, add_months(last, profile.validity_months))  # the new certificate must not have ended already
    if step_context.step.step == "recertify" and step_context.day < first:
        raise step_refused(_message("TOO_EARLY_TO_RENEW", number=number, first=first, last=last))
    if step_context.day > end:
        raise step_refused(_message("TOO_LATE_TO_RENEW", number=number, last=last, end=end))


def _renewed_sites_of_client(step_context: StepContext) -> None:
    known = [site["site"] for site in step_context.client.get("sites", ())]
    if unknown := sorted(set(step_context.submitted_content.get("renewed_sites", ())) - set(known)):
        raise wrong_content("renewed_sites", _message("NOT_OF_CLIENT", found=unknown, known=known))


def _areas_named(step_context: StepContext) -> None:
    for area in step_context.submitted_content.get("technical_areas", ()):
        check_area(area, "content.technical_areas")


def _sites_surveyed(step_context: StepContext) -> None:
    _check_subset(step_context, sites_to_choose_from(step_context), "NOT_CERTIFIED")


def _sites_evaluated(step_context: StepContext) -> None:
    sampled = step_context.profile.sample != "all"
    _check_subset(
        step_context,
        certifiable_sites(step_context) if sampled else step_context.content.get("sites", ()),
        "NOT_EVALUATED",
    )


def _sites_of_certificate(step_context: StepContext) -> None:
    _check_subset(step_context, step_context.item_content.get("sites", ()), "NOT_CERTIFIED")
    if set(step_context.submitted_content["sites"]) == set(
        step_context.item_content.get("sites", ())
    ) and step_context.submitted_content["scope"] == step_context.item_content.get("scope"):
        raise wrong_content("sites", _message("NOTHING_REDUCED"))


def _languages_known(step_context: StepContext) -> None:
    unknown = sorted(set(step_context.submitted_content.get("languages", ())) - set(LANGUAGES))
    if unknown:
        raise wrong_content("languages", _message("NO_LANGUAGE", found=unknown, known=list(LANGUAGES)))


def _not_expired(step_context: StepContext) -> None:
    last = step_context.item_content.get("last_date", "")
    if last and last < step_context.day.isoformat():
        raise step_refused(_message("EXPIRED", number=step_context.item_content.get("number", ""), day=last))


def _days_follow_decision(step_context: StepContext) -> None:
    if not step_context.submitted_content.get("first_date"):
        return
    first = read_day(step_context.submitted_content, "first_date")
    granted = max((step.time for step in step_context.steps if step.step == "grant"), default=instants.now())
    decided = instants.day_of(granted, step_context.profile.time_zone)
    if not decided <= first <= step_context.day:
        raise wrong_content(
            "first_date", _message("BEFORE_DECISION", found=first, first=decided, last=step_context.day)
        )


def _check_own_certificate(step_context: StepContext, field: str, states: AbstractSet[str]) -> None:
    number = step_context.submitted_content.get(field, "")
    if not number:
        return
    reading, organization = step_context.case_reader, step_context.row.organization
    match = reading.numbered(organization, number)
    if match is None or number == step_context.item_content.get("number"):
        raise wrong_content(field, _message("NO_SUCH_CERTIFICATE", number=number[:80]), "NOT_FOUND")
    case, item = match
    first, second = (name.rpartition("/")[2] for name in (case.client, step_context.row.client))
    merged_into = step_context.registry.merged_into
    if first not in merged_into(second) and second not in merged_into(first):
        raise wrong_content(field, _message("OTHER_CLIENT", number=number, client=case.client))
    if item.state not in states:
        raise wrong_content(field, _message("ENDED", number=number, state=item.state))


def _predecessor_of_client(step_context: StepContext) -> None:
    _check_own_certificate(step_context, "predecessor", workflow_steps.RUNNING)


def _successor_of_client(step_context: StepContext) -> None:
    _check_own_certificate(step_context, "successor", {"valid"})


CERTIFICATE_GUARDS: Mapping[str, Guard] = {
    **PLAN_GUARDS,
    "client_stands": _client_not_merged,
    "card_held": _card_in_profile,
    "card_in_force": _card_in_force,
    "certifiable": _certifiable,
    "sites_of_client": _sites_of_client,
    "sites_applied_for": _sites_applied_for,
    "sites_evaluated": _sites_evaluated,
    "sites_of_certificate": _sites_of_certificate,
    "languages_known": _languages_known,
    "certificate_stands": _certificate_running,
    "one_surveillance": _no_open_surveillance,
    "one_recertification": _no_open_recertification,
    "renewable": _renewable,
    "renewed_sites_of_client": _renewed_sites_of_client,
    "areas_named": _areas_named,
    "sites_surveyed": _sites_surveyed,
    "not_expired": _not_expired,
    "days_follow_decision": _days_follow_decision,
    "predecessor_of_client": _predecessor_of_client,
    "successor_of_client": _successor_of_client,
}
