"""Review state of a version: state machine over its signed statements.

Statements apply in the order of their stated times. Signature, role and state must allow them. Changed content must be
submitted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts import Message, TrailError, join_messages, message_factory
from service.approval.statements import Act, Statement
from service.base.resource_names import parse_card
from service.identity.principals import Role

if TYPE_CHECKING:
    from rules.model import PublishedVersion, Repeal, VersionOutline
    from service.approval.approval_trust import RequiredApprovals, Trust


_message = message_factory(__name__)


def check_approved(
    version: VersionOutline | PublishedVersion, statements: Sequence[Statement], trust: Trust, organization: str = ""
) -> ReviewStatus | None:
    """Return the review status of a published version; None if the trust file accepts it unsigned.

    `organization` is the id of the owner of the gazette.

    Raises:
        TrailError: If the version is not approved, or not signed at its publish time.
    """
    if version.content_digest in trust.unsigned:
        return None
    needed = trust.approvals_needed(parse_card(version.name).card, organization)
    status = review_status(statements, version.name, version.content_digest, needed, trust)
    published = status.publication
    if not statements:
        raise TrailError(_message("UNSIGNED", version=version.name, content=version.content_digest))
    if status.state is not ReviewState.PUBLISHED or published is None:
        raise TrailError(not_approved_reason(status))
    if published.predicate.time != version.publish_time:
        raise TrailError(_message("PUBLISH_TIME", stated=version.publish_time, signed=published.predicate.time))
    for statement in (status.submission, *status.approvals, published):
        predicate = statement.predicate if statement is not None else published.predicate
        if (predicate.rule_digest, predicate.text_digest) != (version.rule_digest, version.text_digest):
            raise TrailError(_message("OTHER_DIGESTS", person=predicate.person))
    return status


def not_approved_reason(status: ReviewStatus) -> str:
    """Return a message with the state, lacking approvals and discounted statements."""
    slots = {
        "version": status.version,
        "state": _state_named(status.state),
        "count": len(status.approvals),
        "needed": status.needed.description,
    }
    if not status.discounted:
        return _message("NOT_APPROVED", **slots)
    problems = [
        _message("DISCOUNTED", person=statement.predicate.person, act=statement.act.value, why=why)
        for statement, why in status.discounted
    ]
    return _message("NOT_APPROVED_BECAUSE", **slots, problems=join_messages(problems))


class ReviewState(StrEnum):
    """States of a version."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    REPEALED = "repealed"


class ReviewAction(StrEnum):
    """Actions on a version; `SUFFICE` is the last required approval."""

    CHANGE = "change"
    SUBMIT = "submit"
    APPROVE = "approve"
    SUFFICE = "suffice"
    REJECT = "reject"
    PUBLISH = "publish"
    REPEAL = "repeal"


TABLE = MappingProxyType(
    {
        (ReviewState.DRAFT, ReviewAction.CHANGE): ReviewState.DRAFT,
        (ReviewState.DRAFT, ReviewAction.SUBMIT): ReviewState.IN_REVIEW,
        (ReviewState.IN_REVIEW, ReviewAction.CHANGE): ReviewState.DRAFT,
        (ReviewState.IN_REVIEW, ReviewAction.APPROVE): ReviewState.IN_REVIEW,
        (ReviewState.IN_REVIEW, ReviewAction.SUFFICE): ReviewState.APPROVED,
        (ReviewState.IN_REVIEW, ReviewAction.REJECT): ReviewState.DRAFT,
        (ReviewState.APPROVED, ReviewAction.CHANGE): ReviewState.DRAFT,
        (ReviewState.APPROVED, ReviewAction.REJECT): ReviewState.DRAFT,
        (ReviewState.APPROVED, ReviewAction.PUBLISH): ReviewState.PUBLISHED,
        (ReviewState.PUBLISHED, ReviewAction.REPEAL): ReviewState.REPEALED,
    }
)


def next_state(version: str, state: ReviewState, step: ReviewAction) -> ReviewState | Message:
    """Return the next state, or a message that lists the allowed actions."""
    following = TABLE.get((state, step))
    if following is not None:
        return following
    allowed = dict.fromkeys(_action_name(known) for before, known in TABLE if before is state)
    refused = {"version": version, "state": _state_named(state), "step": _action_name(step)}
    return (
        _message("STEP_NOT_ALLOWED", **refused, allowed=allowed) if allowed else _message("NO_STEP_ALLOWED", **refused)
    )


def _state_named(state: ReviewState) -> Message:
    return _message(f"NAME_STATE_{state.name}")


def _action_name(step: ReviewAction) -> Message:
    return _message(f"NAME_STEP_{ReviewAction.APPROVE.name if step is ReviewAction.SUFFICE else step.name}")


_AUTHORS = (Role.RULE_AUTHOR,)
_APPROVERS = (Role.RULE_APPROVER,)
_ROLES = {
    Act.SUBMISSION: _AUTHORS,
    Act.APPROVAL: _APPROVERS,
    Act.REJECTION: _APPROVERS,
    Act.PUBLICATION: (Role.RULE_AUTHOR, Role.RULE_APPROVER),
}


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """Review status of a version.

    `of_other_content` counts statements on other content; `discounted` lists statements that do not count, with
    reasons. `more_approvals` were signed after enough others, for environments that require more.
    """

    version: str
    state: ReviewState
    needed: RequiredApprovals
    authors: tuple[str, ...] = ()
    submission: Statement | None = None
    approvals: tuple[Statement, ...] = ()
    rejection: Statement | None = None
    publication: Statement | None = None
    discounted: tuple[tuple[Statement, str], ...] = ()
    of_other_content: int = 0
    more_approvals: tuple[Statement, ...] = ()

    @property
    def lacking(self) -> int:
        return max(0, self.needed.count - len(self.approvals))

    def with_repeal(self, repeal: Repeal | None) -> ReviewStatus:
        is_repealed = repeal is not None and self.state is ReviewState.PUBLISHED
        return replace(self, state=ReviewState.REPEALED) if is_repealed else self


def review_status(
    statements: Iterable[Statement], version: str, content_digest: str, needed: RequiredApprovals, trust: Trust
) -> ReviewStatus:
    """Return the review status that results from statements on this content."""
    every = [item for item in statements if item.act in _ROLES]
    relevant = [item for item in every if (item.version, item.content_digest) == (version, content_digest)]
    reached = ReviewStatus(version, ReviewState.DRAFT, needed, of_other_content=len(every) - len(relevant))
    machine = _ReviewStateMachine(reached, trust)
    for statement in sorted(relevant, key=lambda each: (each.predicate.time, list(Act).index(each.act), each.digest)):
        machine.take(statement)
    return machine.to_status()


class _ReviewStateMachine:
    def __init__(self, start: ReviewStatus, trust: Trust) -> None:
        self._start, self._trust = start, trust
        self._state = start.state
        self._authors: dict[str, None] = {}
        self._submission: Statement | None = None
        self._approvals: dict[str, Statement] = {}
        self._rejection: Statement | None = None
        self._publication: Statement | None = None
        self._more_approvals: dict[str, Statement] = {}
        self._elsewhere: set[str] = set()
        """Approvers who count only in other environments."""
        self._early: tuple[Statement, str] | None = None
        """Publication in an environment with fewer approvals, before enough people approved for this one."""
        self._discounted: list[tuple[Statement, str]] = []

    def take(self, statement: Statement) -> None:
        step = self._step(statement)
        if step is ReviewAction.APPROVE and self._state in (ReviewState.APPROVED, ReviewState.PUBLISHED):
            self._more_approvals[statement.predicate.person] = statement
            return
        following = next_state(self._start.version, self._state, step) if isinstance(step, ReviewAction) else step
        if not isinstance(following, ReviewState):
            is_early = step is ReviewAction.PUBLISH and self._state is ReviewState.IN_REVIEW and self._early is None
            if is_early and (self._approvals or self._elsewhere):
                self._early = statement, following
            else:
                self._discounted.append((statement, following))
            return
        self._state = following
        if step in (ReviewAction.SUBMIT, ReviewAction.REJECT):
            self._discount_early()
            self._elsewhere.clear()
        if statement.act is Act.SUBMISSION:
            self._submission, self._rejection = statement, None
            self._authors = dict.fromkeys((statement.predicate.person, *(statement.predicate.authors or ())))
        elif statement.act is Act.APPROVAL:
            self._approvals[statement.predicate.person] = statement
        elif statement.act is Act.REJECTION:
            self._rejection, self._submission = statement, None
            self._approvals.clear()
            self._more_approvals.clear()
        else:
            self._publication = statement
        if self._state is ReviewState.APPROVED and self._early is not None:
            (self._publication, _), self._early = self._early, None
            self._state = ReviewState.PUBLISHED

    def _discount_early(self) -> None:
        if self._early is not None:
            self._discounted.append(self._early)
            self._early = None

    def _step(self, statement: Statement) -> ReviewAction | str:
        predicate, person = statement.predicate, statement.predicate.person
        doubt = self._trust.doubt(statement)
        if doubt is not None:
            return doubt
        if not any(self._trust.may(person, role) for role in _ROLES[statement.act]):
            return _message("ROLE_MISSING", person=person, roles=[role.value for role in _ROLES[statement.act]])
        if statement.act is Act.SUBMISSION:
            return ReviewAction.SUBMIT
        if statement.act is Act.PUBLICATION:
            return ReviewAction.PUBLISH
        if self._submission is not None and predicate.submission != self._submission.digest:
            return _message("OTHER_SUBMISSION", person=person, version=self._start.version)
        if statement.act is Act.REJECTION:
            return ReviewAction.REJECT
        if person in self._authors:
            return _message("AUTHOR_APPROVES", person=person, version=self._start.version)
        if person in self._approvals or person in self._more_approvals:
            return _message("APPROVED_ALREADY", person=person, version=self._start.version)
        if not self._trust.counts_here(person):
            self._elsewhere.add(person)
            known = self._trust.approvers_here()
            return _message("APPROVER_NOT_HERE", person=person, environment=self._trust.environment, known=known)
        return ReviewAction.SUFFICE if len(self._approvals) + 1 == self._start.needed.count else ReviewAction.APPROVE

    def to_status(self) -> ReviewStatus:
        start = self._start
        self._discount_early()
        return ReviewStatus(
            start.version,
            self._state,
            start.needed,
            tuple(self._authors),
            self._submission,
            tuple(self._approvals.values()),
            self._rejection,
            self._publication,
            tuple(self._discounted),
            start.of_other_content,
            tuple(self._more_approvals.values()),
        )
