"""How does a published version become the protobuf message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.instants import to_timestamp
from service.base.names import CardName
from service.gazette.overlays import base_of
from touchstone.v1 import scorecard_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.published import Published, Repeal
    from service.approval.statements import Statement


def write_version(
    published: Published, statements: Sequence[Statement] = (), *, gazette: str = ""
) -> scorecard_pb2.ScorecardVersion:
    """Write one version, with what was signed of it, and whose own gazette it stands in."""
    card, ended, base = published.scorecard.card, published.repeal, base_of(published.sources)
    return scorecard_pb2.ScorecardVersion(
        name=published.name,
        titles=card.titles,
        subject_kind=card.subject_kind,
        attestation_kind=f"ATTESTATION_KIND_{card.attestation.name}",
        time_zone=card.time_zone,
        effect=types_pb2.DateRange(
            first_date=str(card.first_date), last_date=str(card.last_date) if card.last_date else ""
        ),
        supersedes=str(CardName(card.id, card.supersedes)) if card.supersedes else "",
        not_assessed=[types_pb2.Words(texts=words) for words in card.not_assessed],
        rule_digest=published.rule_digest,
        text_digest=published.text_digest,
        content_digest=published.content_digest,
        publish_time=to_timestamp(published.publish_time),
        repeal=None if ended is None else write_repeal(ended),
        statements=map(write_statement, statements),
        gazette=gazette,
        overlaid_version=base.name if base else "",
        overlaid_content_digest=base.content_digest if base else "",
    )


def write_repeal(ended: Repeal) -> scorecard_pb2.Repeal:
    """Write the end of a version."""
    return scorecard_pb2.Repeal(
        first_date=ended.first_day.isoformat(), reason=ended.reason, repeal_time=to_timestamp(ended.time)
    )


def write_statement(one: Statement) -> scorecard_pb2.VersionStatement:
    """Write what one person signed."""
    said = one.predicate
    return scorecard_pb2.VersionStatement(
        act=f"ACT_{one.act.name}",
        person=said.person,
        state_time=to_timestamp(said.time),
        reason=said.reason,
        key_id=one.key,
    )


def write_scorecard(current: Published | None, newest: Published, *, gazette: str = "") -> scorecard_pb2.Scorecard:
    """Write a scorecard: its version in force today, if any, its titles, and whose own gazette it stands in."""
    return scorecard_pb2.Scorecard(
        name=str(CardName(newest.scorecard.card.id)),
        titles=(current or newest).scorecard.card.titles,
        current_version=current.name if current else "",
        gazette=gazette,
    )
