"""Review state of a version: state machine over its statements, with authors, approvals and what is lacking.

Statements are read in the order of the times that they state. A statement counts if its signature does, its person has
the role, and the table of states allows its step. One on other bytes counts for nothing: a draft that was changed has
to be submitted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts import Message, TrailError, message_factory
from service.approval.statements import Act, Statement
from service.base.resource_names import parse_card
from service.identity.principals import Role

if TYPE_CHECKING:
    from rules.model import PublishedVersion, Repeal, VersionOutline
    from service.approval.approval_trust import RequiredApprovals, Trust


_say = message_factory(__name__)


def check_approved(
    version: VersionOutline | PublishedVersion, statements: Sequence[Statement], trust: Trust, organization: str = ""
) -> None:
    """Refuse a published version that the trusted have not approved, signed as published at the time that it states.

    `organization` is the id of that in whose own gazette it stands.

    Raises:
        TrailError: so it is; what is lacking is named, and every statement that does not count.
    """
    if version.content_digest in trust.unsigned:
        return
    needed = trust.approvals_needed(parse_card(version.name).card, organization)
    status = review_status(statements, version.name, version.content_digest, needed, trust)
    published = status.publication
    if not statements:
        raise TrailError(_say("UNSIGNED", version=version.name, content=version.content_digest))
    if status.state is not ReviewState.PUBLISHED or published is None:
        raise TrailError(not_approved_reason(status))
    if published.predicate.time != version.publish_time:
        raise TrailError(_say("PUBLISH_TIME", stated=version.publish_time, signed=published.predicate.time))
    for statement in (status.submission, *status.approvals, published):
        predicate = statement.predicate if statement is not None else published.predicate
        if (predicate.rule_digest, predicate.text_digest) != (version.rule_digest, version.text_digest):
            raise TrailError(_say("OTHER_DIGESTS", person=predicate.person))


def not_approved_reason(status: ReviewStatus) -> str:
    """Say in which state a version is, what is lacking, and which statements count for nothing."""
    slots = {
        "version": status.version,
        "state": state_named(status.state),
        "count": len(status.approvals),
        "needed": status.needed.said,
    }
    if not status.discounted:
        return _say("NOT_APPROVED", **slots)
    problems = [
        _say("DISCOUNTED", person=statement.predicate.person, act=statement.act.value, why=why)
        for statement, why in status.discounted
    ]
    return _say("NOT_APPROVED_BECAUSE", **slots, problems=problems)


class ReviewState(StrEnum):
    """Where a version stands between its draft and its repeal."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    REPEALED = "repealed"


class ReviewAction(StrEnum):
    """What is done to a version; `SUFFICE` is an approval with which there are enough."""

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
"""Which state follows; a pair that is missing is not allowed."""


def next_state(version: str, state: ReviewState, step: ReviewAction) -> ReviewState | Message:
    """Give the state that follows for the version of this name, or say what is allowed instead."""
    following = TABLE.get((state, step))
    if following is not None:
        return following
    allowed = dict.fromkeys(_action_name(known) for before, known in TABLE if before is state)
    refused = {"version": version, "state": state_named(state), "step": _action_name(step)}
    return _say("STEP_NOT_ALLOWED", **refused, allowed=allowed) if allowed else _say("NO_STEP_ALLOWED", **refused)


def state_named(state: ReviewState) -> Message:
    """Name a state for people."""
    return _say(f"NAME_STATE_{state.name}")


def _action_name(step: ReviewAction) -> Message:
    """Name a step for people, to whom an approval is one whether or not there are enough with it."""
    return _say(f"NAME_STEP_{ReviewAction.APPROVE.name if step is ReviewAction.SUFFICE else step.name}")


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
    """Where a version stands.

    `of_other_content` counts statements on other bytes of the same version; `discounted` are those on these bytes that
    count for nothing, each with why.
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

    @property
    def lacking(self) -> int:
        """How many approvals are still needed."""
        return max(0, self.needed.count - len(self.approvals))

    def with_repeal(self, repeal: Repeal | None) -> ReviewStatus:
        """Say where a version stands that has this repeal, if it has one."""
        is_repealed = repeal is not None and self.state is ReviewState.PUBLISHED
        return replace(self, state=ReviewState.REPEALED) if is_repealed else self


def review_status(
    statements: Iterable[Statement], version: str, content_digest: str, needed: RequiredApprovals, trust: Trust
) -> ReviewStatus:
    """Add up the statements on a version with these bytes."""
    every = [one for one in statements if one.act in _ROLES]
    here = [one for one in every if (one.version, one.content_digest) == (version, content_digest)]
    reached = ReviewStatus(version, ReviewState.DRAFT, needed, of_other_content=len(every) - len(here))
    count = _ReviewStateMachine(reached, trust)
    for statement in sorted(here, key=lambda each: (each.predicate.time, list(Act).index(each.act), each.digest)):
        count.take(statement)
    return count.standing()


class _ReviewStateMachine:
    """The state while the statements are read one after the other."""

    def __init__(self, start: ReviewStatus, trust: Trust) -> None:
        self._start, self._trust = start, trust
        self._state = start.state
        self._authors: dict[str, None] = {}
        self._submission: Statement | None = None
        self._approvals: dict[str, Statement] = {}
        self._rejection: Statement | None = None
        self._publication: Statement | None = None
        self._discounted: list[tuple[Statement, str]] = []

    def take(self, statement: Statement) -> None:
        step = self._step(statement)
        following = next_state(self._start.version, self._state, step) if isinstance(step, ReviewAction) else step
        if not isinstance(following, ReviewState):
            self._discounted.append((statement, following))
            return
        self._state = following
        if statement.act is Act.SUBMISSION:
            self._submission, self._rejection = statement, None
            self._authors = dict.fromkeys((statement.predicate.person, *(statement.predicate.authors or ())))
        elif statement.act is Act.APPROVAL:
            self._approvals[statement.predicate.person] = statement
        elif statement.act is Act.REJECTION:
            self._rejection, self._submission = statement, None
            self._approvals.clear()
        else:
            self._publication = statement

    def _step(self, statement: Statement) -> ReviewAction | str:
        """Give the step that a statement takes, or say why it takes none."""
        predicate, person = statement.predicate, statement.predicate.person
        doubt = self._trust.doubt(statement)
        if doubt is not None:
            return doubt
        if not any(self._trust.may(person, role) for role in _ROLES[statement.act]):
            return _say("ROLE_MISSING", person=person, roles=[role.value for role in _ROLES[statement.act]])
        if statement.act is Act.SUBMISSION:
            return ReviewAction.SUBMIT
        if statement.act is Act.PUBLICATION:
            return ReviewAction.PUBLISH
        if self._submission is not None and predicate.submission != self._submission.digest:
            return _say("OTHER_SUBMISSION", person=person, version=self._start.version)
        if statement.act is Act.REJECTION:
            return ReviewAction.REJECT
        if person in self._authors:
            return _say("AUTHOR_APPROVES", person=person, version=self._start.version)
        if person in self._approvals:
            return _say("APPROVED_ALREADY", person=person, version=self._start.version)
        return ReviewAction.SUFFICE if len(self._approvals) + 1 == self._start.needed.count else ReviewAction.APPROVE

    def standing(self) -> ReviewStatus:
        start = self._start
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
        )
