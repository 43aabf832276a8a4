"""Repeal file of a version: first day, reason, time and signed statements, and signatures still lacking.

It stands beside the version as `<x.y.z>.repeal.json`. What was in force stays in force for the days before, and for
whoever asks as known before the repeal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TrailError, canonical_bytes, message_factory
from rules.model import Repeal
from service.approval.statements import Act, Statement, read_statement
from service.base.instants import is_instant
from service.identity.principals import Role

if TYPE_CHECKING:
    from service.approval.approval_trust import Trust

_say = message_factory(__name__)

_KEYS = {"content_digest", "first_day", "reason", "repeal_time", "statements"}


def repeal_bytes(content_digest: str, repeal: Repeal, statements: Sequence[Statement]) -> bytes:
    """Write the file."""
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
    """Read the file of the version with this content.

    Raises:
        TrailError: it says something else, or is of another content.
    """
    try:
        plain = orjson.loads(content)
        if plain.keys() != _KEYS or not is_instant(plain["repeal_time"]) or not plain["reason"]:
            raise ValueError(sorted(_KEYS))
        repeal = Repeal(date.fromisoformat(plain["first_day"]), plain["repeal_time"], str(plain["reason"]))
        statements = tuple(map(read_statement, plain["statements"]))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise TrailError(_say("REPEAL_FORM", problem=str(error)[:200])) from None
    if plain["content_digest"] != content_digest:
        raise TrailError(_say("REPEAL_OF_OTHER", stated=plain["content_digest"], found=content_digest))
    return repeal, statements


def missing_repeal_signers(
    repeal: Repeal, statements: Sequence[Statement], content_digest: str, needed: int, trust: Trust
) -> int:
    """Say how many more people have to sign before the repeal holds.

    Raises:
        TrailError: a statement is of something else, its signature does not count, or its person may not repeal.
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
            doubt = _say("REPEAL_STATES_OTHER", person=predicate.person)
        elif doubt is None and not trust.may(predicate.person, Role.RULE_APPROVER):
            doubt = _say("ROLE_MISSING", person=predicate.person, roles=[Role.RULE_APPROVER.value])
        if doubt is not None:
            raise TrailError(doubt)
        people.add(predicate.person)
    last = max((one.predicate.time for one in statements), default=repeal.time)
    if last != repeal.time:
        raise TrailError(_say("REPEAL_TIME", stated=repeal.time, signed=last))
    return max(0, needed - len(people))
