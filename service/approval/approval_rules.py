"""Approval rules for statements, publication and repeal, shared by draft folders and the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import InputError, TrailError, error_message, message_factory
from rules.language import find_placeholder
from rules.model import PublishedVersion, Repeal
from service.approval.review_status import (
    ReviewAction,
    ReviewState,
    ReviewStatus,
    check_approved,
    next_state,
    not_approved_reason,
    review_status,
)
from service.approval.statements import Act, Statement
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_card
from service.identity.principals import Role

if TYPE_CHECKING:
    from service.approval.approval_trust import Trust

_message = message_factory(__name__)


def review_status_of(
    version: PublishedVersion, statements: Sequence[Statement], trust: Trust, organization: str = ""
) -> ReviewStatus:
    """Return the review status of a version.

    `organization` is the id of the owner of its gazette.
    """
    needed = trust.approvals_needed(parse_card(version.name).card, organization)
    status = review_status(statements, version.name, version.content_digest, needed, trust)
    return status.with_repeal(version.repeal)


@dataclass(frozen=True, slots=True)
class EnvironmentApproval:
    """Whether a published version is approved in an environment, and the people who may still approve it."""

    environment: str
    status: ReviewStatus
    possible_approvers: tuple[str, ...]
    problem: str

    @property
    def approvers(self) -> tuple[str, ...]:
        return tuple(each.predicate.person for each in (*self.status.approvals, *self.status.more_approvals))


def approval_in_environment(
    version: PublishedVersion, statements: Sequence[Statement], trust: Trust, organization: str = ""
) -> EnvironmentApproval:
    """Return whether a published version is approved in the environment of `trust`."""
    status = review_status_of(version, statements, trust, organization)
    problem = ""
    try:
        check_approved(version, statements, trust, organization)
    except TrailError as error:
        problem = error_message(error)
    signed = {each.predicate.person for each in (*status.approvals, *status.more_approvals)}
    unsigned = tuple(person for person in trust.approvers_here() if person not in signed | set(status.authors))
    return EnvironmentApproval(trust.environment, status, unsigned, problem)


def missing_approvals(version: PublishedVersion, approval: EnvironmentApproval, trust: Trust) -> str:
    """Return a message that states the missing approvals and the people who may sign them."""
    if not approval.status.lacking or approval.status.submission is None:
        return approval.problem
    return _message(
        "APPROVALS_MISSING" if approval.environment else "APPROVALS_MISSING_HERE",
        version=version.name,
        environment=approval.environment,
        needed=approval.status.needed.description,
        lacking=approval.status.lacking,
        signed=list(map(trust.name_of, approval.approvers)) or [_message("NO_APPROVER")],
        possible=list(map(trust.name_of, approval.possible_approvers)) or [_message("NO_APPROVER")],
    )


def with_later_approval(
    version: PublishedVersion, before: Sequence[Statement], approval: Statement, trust: Trust, organization: str = ""
) -> None:
    """Check an approval of a published version, which may count in any environment of the trust file.

    Raises:
        InputError: If its reason is a placeholder.
        Refusal: If it counts in no environment.
    """
    refuse_placeholder(approval.predicate.reason)
    problem = ""
    for name in dict.fromkeys((trust.environment, *trust.environments)):
        after = review_status_of(version, (*before, approval), trust.in_environment(name), organization)
        if any(each.digest == approval.digest for each in (*after.approvals, *after.more_approvals)):
            return
        problem = problem or next((why for each, why in after.discounted if each.digest == approval.digest), "")
    raise Refusal(Reason.STEP_NOT_ALLOWED, problem or _message("NOT_SUBMITTED", version=version.name))


def with_statement(
    version: PublishedVersion, before: Sequence[Statement], statement: Statement, trust: Trust, organization: str = ""
) -> ReviewStatus:
    """Return the review status after a statement is added.

    Raises:
        InputError: If its reason is a placeholder, or a submission has none.
        Refusal: If it would not count.
    """
    if statement.act is Act.SUBMISSION:
        change_reason(statement.predicate.reason)
    refuse_placeholder(statement.predicate.reason)
    after = review_status_of(version, (*before, statement), trust, organization)
    if any(further.digest == statement.digest for further in after.more_approvals):
        raise Refusal(Reason.STEP_NOT_ALLOWED, next_state(version.name, after.state, ReviewAction.APPROVE))
    for discounted, why in after.discounted:
        if discounted.digest == statement.digest:
            too_early = statement.act is Act.PUBLICATION and after.lacking
            raise Refusal(Reason.STEP_NOT_ALLOWED, not_approved_reason(after) if too_early else why)
    return after


def change_reason(*stated: str, field: str = "reason") -> str:
    """Return the first reason stated, or raise InputError if there is none or it is a placeholder.

    The changelog prints it permanently.
    """
    reason = next((text.strip() for text in stated if text.strip()), "")
    if not reason:
        raise InputError.of(field, _message("CHANGE_REASON"), "REQUIRED")
    refuse_placeholder(reason, field=field)
    return reason


def refuse_placeholder(reason: str, *, field: str = "reason") -> None:
    """Raise InputError if a reason, which is permanent, is a placeholder."""
    placeholder = find_placeholder(reason)
    if placeholder is not None:
        raise InputError.of(field, _message("REASON_PLACEHOLDER", found=placeholder.text), "WRONG_VALUE")


def require_submission(version: PublishedVersion, status: ReviewStatus) -> Statement:
    """Return the submission, or raise Refusal if this content has none."""
    if status.submission is None:
        code = "CHANGED_SINCE" if status.of_other_content else "NOT_SUBMITTED"
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message(code, version=version.name))
    return status.submission


def publication_statements(status: ReviewStatus) -> tuple[Statement, ...]:
    """Return the submission and approvals, or raise Refusal if the version is not approved."""
    if status.state is not ReviewState.APPROVED or status.submission is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, not_approved_reason(status))
    return (status.submission, *status.approvals)


def requested_repeal(version: PublishedVersion, state: ReviewState, statement: Statement, trust: Trust) -> Repeal:
    """Return the repeal that a statement requests.

    Raises:
        InputError: If its reason is a placeholder.
        Refusal: If state, content, reason, day or person do not allow it.
    """
    following = next_state(version.name, state, ReviewAction.REPEAL)
    if not isinstance(following, ReviewState):
        raise Refusal(Reason.STEP_NOT_ALLOWED, following)
    predicate = statement.predicate
    doubt = trust.doubt(statement)
    if doubt is None and not trust.may(predicate.person, Role.RULE_APPROVER):
        doubt = _message("ROLE_MISSING", person=predicate.person, roles=[Role.RULE_APPROVER.value])
    if doubt is None and (statement.act, statement.content_digest) != (Act.REPEAL, version.content_digest):
        doubt = _message("REPEAL_STATES_OTHER", person=predicate.person)
    if doubt is None and not (predicate.first_day and predicate.reason.strip()):
        doubt = _message("REPEAL_LACKS", version=version.name)
    if doubt is not None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, doubt)
    refuse_placeholder(predicate.reason)
    first_day = _first_day(version, predicate.first_day or "")
    return Repeal(first_day, predicate.time, predicate.reason)


def _first_day(version: PublishedVersion, text: str) -> date:
    starts = version.scorecard.card.first_date
    try:
        first_day = date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("REPEAL_LACKS", version=version.name)) from None
    if first_day < starts:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("REPEAL_TOO_EARLY", version=version.name, first=starts))
    return first_day
