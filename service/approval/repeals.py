"""Repeal file `<x.y.z>.repeal.json` of a version, and the signatures it lacks.

Evaluations of earlier days, or as known before the repeal, still use the version.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TrailError, canonical_bytes, error_message, message_factory
from rules.model import Repeal
from service.approval.statements import Act, Statement, read_statement
from service.base.instants import is_instant
from service.identity.principals import Role

if TYPE_CHECKING:
    from service.approval.approval_trust import Trust

_message = message_factory(__name__)

_KEYS = {"content_digest", "first_day", "reason", "repeal_time", "statements"}


def repeal_bytes(content_digest: str, repeal: Repeal, statements: Sequence[Statement]) -> bytes:
    """Return the repeal file."""
    return canonical_bytes(
        {
            "content_digest": content_digest,
            "first_day": repeal.first_day.isoformat(),
            "reason": repeal.reason,
            "repeal_time": repeal.time,
            "statements": [statement.envelope for statement in statements],
        }
    )


def read_repeal(content: bytes, content_digest: str) -> tuple[Repeal, tuple[Statement, ...]]:
    """Read the repeal file, or raise TrailError if it is invalid or for other content."""
    try:
        document = orjson.loads(content)
        if document.keys() != _KEYS or not is_instant(document["repeal_time"]) or not document["reason"]:
            raise ValueError(sorted(_KEYS))
        repeal = Repeal(date.fromisoformat(document["first_day"]), document["repeal_time"], str(document["reason"]))
        statements = tuple(map(read_statement, document["statements"]))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise TrailError(_message("REPEAL_FORM", problem=error_message(error))) from None
    if document["content_digest"] != content_digest:
        raise TrailError(_message("REPEAL_OF_OTHER", stated=document["content_digest"], found=content_digest))
    return repeal, statements


def missing_repeal_signers(
    repeal: Repeal, statements: Sequence[Statement], content_digest: str, needed: int, trust: Trust
) -> int:
    """Return the number of signatures that a repeal lacks.

    Raises:
        TrailError: If a statement or the repeal time does not match, or a signature does not count.
    """
    people: set[str] = set()
    for statement in statements:
        predicate = statement.predicate
        doubt = trust.doubt(statement)
        if (statement.act, statement.content_digest) != (Act.REPEAL, content_digest) or (
            predicate.first_day,
            predicate.reason,
        ) != (
            repeal.first_day.isoformat(),
            repeal.reason,
        ):
            doubt = _message("REPEAL_STATES_OTHER", person=predicate.person)
        elif doubt is None and not trust.may(predicate.person, Role.RULE_APPROVER):
            doubt = _message("ROLE_MISSING", person=predicate.person, roles=[Role.RULE_APPROVER.value])
        if doubt is not None:
            raise TrailError(doubt)
        if trust.counts_here(predicate.person):
            people.add(predicate.person)
    last = max((item.predicate.time for item in statements), default=repeal.time)
    if last != repeal.time:
        raise TrailError(_message("REPEAL_TIME", stated=repeal.time, signed=last))
    return max(0, needed - len(people))
