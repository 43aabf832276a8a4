"""What do the statements on a version add up to: its state, who wrote and who approved it, and what is still lacking?

Statements are read in the order of the times that they state. A statement counts if its signature does, its person has
the role, and the table of states allows its step. One on other bytes counts for nothing: a draft that was changed has
to be submitted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.approval.life import State, Step, next_state
from service.approval.statements import Act
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.approval.statements import Statement
    from service.approval.trust import Needed, Trust

_say = speaker(__name__)

_AUTHORS = (Role.RULE_AUTHOR,)
_APPROVERS = (Role.RULE_APPROVER,)
_ROLES = {
    Act.SUBMISSION: _AUTHORS,
    Act.APPROVAL: _APPROVERS,
    Act.REJECTION: _APPROVERS,
    Act.PUBLICATION: (Role.RULE_AUTHOR, Role.RULE_APPROVER),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a version stands.

    `of_other_content` counts statements on other bytes of the same version; `discounted` are those on these bytes that
    count for nothing, each with why.
    """

    version: str
    state: State
    needed: Needed
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


def standing(
    statements: Iterable[Statement], version: str, content_digest: str, needed: Needed, trust: Trust
) -> Standing:
    """Add up the statements on a version with these bytes."""
    every = [one for one in statements if one.act in _ROLES]
    here = [one for one in every if (one.version, one.content_digest) == (version, content_digest)]
    reached = Standing(version, State.DRAFT, needed, of_other_content=len(every) - len(here))
    count = _Count(reached, trust)
    for one in sorted(here, key=lambda each: (each.predicate.time, list(Act).index(each.act), each.digest)):
        count.take(one)
    return count.standing()


class _Count:
    """The state while the statements are read one after the other."""

    def __init__(self, start: Standing, trust: Trust) -> None:
        self._start, self._trust = start, trust
        self._state = start.state
        self._authors: dict[str, None] = {}
        self._submission: Statement | None = None
        self._approvals: dict[str, Statement] = {}
        self._rejection: Statement | None = None
        self._publication: Statement | None = None
        self._discounted: list[tuple[Statement, str]] = []

    def take(self, one: Statement) -> None:
        step = self._step(one)
        following = next_state(self._start.version, self._state, step) if isinstance(step, Step) else step
        if not isinstance(following, State):
            self._discounted.append((one, following))
            return
        self._state = following
        if one.act is Act.SUBMISSION:
            self._submission, self._rejection = one, None
            self._authors = dict.fromkeys((one.predicate.person, *(one.predicate.authors or ())))
        elif one.act is Act.APPROVAL:
            self._approvals[one.predicate.person] = one
        elif one.act is Act.REJECTION:
            self._rejection, self._submission = one, None
            self._approvals.clear()
        else:
            self._publication = one

    def _step(self, one: Statement) -> Step | str:
        """Give the step that a statement takes, or say why it takes none."""
        said, person = one.predicate, one.predicate.person
        doubt = self._trust.doubt(one)
        if doubt is not None:
            return doubt
        if not any(self._trust.may(person, role) for role in _ROLES[one.act]):
            return _say("ROLE_MISSING", person=person, roles=[role.value for role in _ROLES[one.act]])
        if one.act is Act.SUBMISSION:
            return Step.SUBMIT
        if one.act is Act.PUBLICATION:
            return Step.PUBLISH
        if self._submission is not None and said.submission != self._submission.digest:
            return _say("OTHER_SUBMISSION", person=person, version=self._start.version)
        if one.act is Act.REJECTION:
            return Step.REJECT
        if person in self._authors:
            return _say("AUTHOR_APPROVES", person=person, version=self._start.version)
        if person in self._approvals:
            return _say("APPROVED_ALREADY", person=person, version=self._start.version)
        return Step.SUFFICE if len(self._approvals) + 1 == self._start.needed.count else Step.APPROVE

    def standing(self) -> Standing:
        start = self._start
        return Standing(
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
