"""Does what stands beside a published version prove that it was approved by those who are trusted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from service.approval.life import State, state_named
from service.approval.standing import standing
from service.base.names import parse_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.published import Published
    from service.approval.standing import Standing
    from service.approval.statements import Statement
    from service.approval.trust import Trust

_say = speaker(__name__)


def check_approved(version: Published, statements: Sequence[Statement], trust: Trust, organization: str = "") -> None:
    """Refuse a published version that the trusted have not approved, signed as published at the time that it states.

    `organization` is the id of that in whose own gazette it stands.

    Raises:
        TrailError: so it is; what is lacking is named, and every statement that does not count.
    """
    if version.content_digest in trust.unsigned:
        return
    needed = trust.approvals_needed(parse_card(version.name).card, organization)
    found = standing(statements, version.name, version.content_digest, needed, trust)
    published = found.publication
    if not statements:
        raise TrailError(_say("UNSIGNED", version=version.name, content=version.content_digest))
    if found.state is not State.PUBLISHED or published is None:
        raise TrailError(not_approved(found))
    if published.predicate.time != version.publish_time:
        raise TrailError(_say("PUBLISH_TIME", stated=version.publish_time, signed=published.predicate.time))
    for one in (found.submission, *found.approvals, published):
        said = one.predicate if one is not None else published.predicate
        if (said.rule_digest, said.text_digest) != (version.rule_digest, version.text_digest):
            raise TrailError(_say("OTHER_DIGESTS", person=said.person))


def not_approved(found: Standing) -> str:
    """Say in which state a version is, what is lacking, and which statements count for nothing."""
    told = {
        "version": found.version,
        "state": state_named(found.state),
        "count": len(found.approvals),
        "needed": found.needed.said,
    }
    if not found.discounted:
        return _say("NOT_APPROVED", **told)
    problems = [
        _say("DISCOUNTED", person=one.predicate.person, act=one.act.value, why=why) for one, why in found.discounted
    ]
    return _say("NOT_APPROVED_BECAUSE", **told, problems=problems)
