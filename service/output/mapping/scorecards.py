"""Mapper of scorecards: versions, changes, drafts and signed statements to protobuf messages."""

from __future__ import annotations

import base64
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from rules.language import card_purposes, change_sentence, count_examples
from rules.model import Certainty, lowest_certainty
from service.base.instants import to_timestamp
from service.base.resource_names import CardName, feed_name
from service.gazette.overlays import base_of
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, FlattenedField, Mapper, MessageMapping, UnmappedField
from touchstone.v1 import draft_pb2, scorecard_pb2, scorecard_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from rules.api import LegalDifference, ScorecardDifference
    from rules.language import RuleText
    from rules.model import Card, PublishedVersion, Scorecard
    from service.approval.statements import Statement
    from service.gazette.version_origins import VersionOrigin
    from service.store.tables import DraftCommentRow, DraftRow, RevisionRow


def _iso_date(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _superseded(card: Card) -> str:
    return str(CardName(card.id, card.supersedes)) if card.supersedes else ""


def revision_name(draft: str, number: int) -> str:
    """Return the name of a draft revision."""
    return f"{draft}/revisions/{number}"


_MAX_CACHED_DETAILS = 1_000
_CACHED_DETAILS: dict[str, tuple[Mapping[str, str], int]] = {}


def _purposes_and_example_count(published: PublishedVersion) -> tuple[Mapping[str, str], int]:
    """Return the cached details; published files never change."""
    details = _CACHED_DETAILS.get(published.content_digest)
    if details is None:
        if len(_CACHED_DETAILS) >= _MAX_CACHED_DETAILS:
            _CACHED_DETAILS.clear()
        details = card_purposes(published.sources), count_examples(published.sources)
        _CACHED_DETAILS[published.content_digest] = details
    return details


_UNMAPPED_STATE = UnmappedField("where a draft stands: service.drafts.review_workflow")

SCORECARDS = Mapper(
    MessageMapping(
        scorecard_pb2.Repeal,
        "rules.model.published_version:Repeal",
        {"first_date": ConvertedField("first_day", _iso_date), "repeal_time": "time"},
    ),
    MessageMapping(
        scorecard_pb2.VersionStatement,
        "service.approval.statements:Statement",
        {
            "person": "predicate.person",
            "state_time": "predicate.time",
            "reason": "predicate.reason",
            "key_id": "key",
        },
    ),
    MessageMapping(
        scorecard_pb2.ScorecardVersion,
        "rules.model.published_version:PublishedVersion",
        {
            "titles": "scorecard.card.titles",
            "subject_kind": "scorecard.card.subject_kind",
            "attestation_kind": "scorecard.card.attestation",
            "time_zone": "scorecard.card.time_zone",
            "effect": FlattenedField(
                {
                    "first_date": ConvertedField("scorecard.card.first_date", _iso_date),
                    "last_date": ConvertedField("scorecard.card.last_date", _iso_date),
                }
            ),
            "supersedes": ConvertedField("scorecard.card", _superseded),
            "not_assessed": "scorecard.card.not_assessed",
            "example_count": ConvertedField(write=lambda published: _purposes_and_example_count(published)[1]),
            "statements": UnmappedField("they stand beside the file"),
            "gazette": UnmappedField("whose own gazette it stands in"),
            "known_time": UnmappedField("recorded by the log of the server: service.api.catalogue"),
            "origin": UnmappedField("recorded by the gazette: service.gazette.version_origins"),
            **dict.fromkeys(
                ("overlaid_version", "overlaid_content_digest"), UnmappedField("of an overlay: write_version")
            ),
        },
    ),
    MessageMapping(
        scorecard_pb2.VersionOrigin,
        "service.gazette.version_origins:VersionOrigin",
        {"feed": ConvertedField("feed", feed_name), "arrive_time": "arrived_time"},
    ),
    MessageMapping(
        scorecard_pb2.Change,
        "rules.model.diff:ScorecardChange",
        {
            "before_json": "before",
            "after_json": "after",
            "text": UnmappedField("its sentence in one language: write_changes"),
        },
    ),
    MessageMapping(
        scorecard_pb2.RuleChange,
        "rules.rehearsal.legal_changes:LegalChange",
        {
            "category": "part",
            "was_path": "was_at",
            "now_path": "now_at",
            "citations": UnmappedField("by both versions: write_differences"),
        },
        not_in_message=frozenset({"previous_location", "current_location"}),
    ),
    MessageMapping(
        scorecard_pb2.MovableOutcomes,
        "rules.rehearsal.legal_changes:AffectedOutcomes",
        {
            **{
                f"{name}_ids": f"{name}s"
                for name in ("gate", "indicator", "finding", "rule", "stage", "result", "grade")
            },
            "labels": UnmappedField("by both versions: write_differences"),
        },
    ),
    MessageMapping(scorecard_pb2.RuleCell, "rules.language.card_rows:CardCell", {"column_id": "key"}),
    MessageMapping(scorecard_pb2.RuleRow, "rules.language.card_rows:CardRow"),
    MessageMapping(
        scorecard_pb2.ScorecardRule,
        "rules.language.rules_in_words:RuleText",
        {
            "rule_id": "id",
            "basis_ids": "bases",
            **dict.fromkeys(
                ("certainty", "fact_ids", "rule_paths", "reference_table"), UnmappedField("by its version: write_rules")
            ),
        },
    ),
    MessageMapping(
        draft_pb2.DraftRevision,
        "service.store.tables:RevisionRow",
        {
            "name": ConvertedField(write=lambda row: revision_name(row.draft, row.number)),
            "scorecard_version": "version",
            "problems": ConvertedField("problems", orjson.loads),
            "source_files": UnmappedField("told of one revision alone: write_revision"),
        },
    ),
    MessageMapping(
        draft_pb2.Draft,
        "service.store.tables:DraftRow",
        {
            "revision": UnmappedField("a row of its own: write_draft"),
            "open_comments": UnmappedField("they are counted: write_draft"),
            "proof_figures": UnmappedField("they are kept by digest: service.drafts.proof_measurement"),
            "effect": UnmappedField("it depends on the day and the store: service.drafts.legal_effect"),
            **dict.fromkeys(
                (
                    "state",
                    "authors",
                    "approvals_needed",
                    "approvals_lacking",
                    "approvals_asked_by",
                    "statements",
                    "statements_on_other_content",
                    "allowed_steps",
                    "repeal",
                ),
                _UNMAPPED_STATE,
            ),
        },
    ),
    MessageMapping(
        draft_pb2.DraftComment,
        "service.store.tables:DraftCommentRow",
        {
            "name": ConvertedField(write=lambda row: f"{row.draft}/comments/{row.number}"),
            "revision": ConvertedField(write=lambda row: revision_name(row.draft, row.revision)),
        },
    ),
    base=ANSWERS,
)


def write_version(
    published: PublishedVersion,
    statements: Sequence[Statement] = (),
    *,
    gazette: str = "",
    known_time: str | None = None,
    origin: VersionOrigin | None = None,
) -> scorecard_pb2.ScorecardVersion:
    """Return a version; `gazette` is the owning organization, or empty; `known_time` is that of the log."""
    base = base_of(published.sources)
    return SCORECARDS.write(
        scorecard_pb2.ScorecardVersion,
        published,
        statements=statements,
        gazette=gazette,
        overlaid_version=base.name if base else None,
        overlaid_content_digest=base.content_digest if base else None,
        known_time=known_time,
        origin=None if origin is None else SCORECARDS.write(scorecard_pb2.VersionOrigin, origin),
    )


def write_scorecard(
    current: PublishedVersion | None, newest: PublishedVersion, *, gazette: str = ""
) -> scorecard_pb2.Scorecard:
    """Return a scorecard, titled after its current or else newest version."""
    shown_version = current or newest
    counts = Counter(basis.certainty for basis in shown_version.scorecard.bases)
    return scorecard_pb2.Scorecard(
        name=str(CardName(newest.scorecard.card.id)),
        titles=shown_version.scorecard.card.titles,
        purposes=_purposes_and_example_count(shown_version)[0],
        basis_counts=[
            scorecard_pb2.BasisCount(certainty=f"CERTAINTY_{certainty.name}", basis_count=counts[certainty])
            for certainty in Certainty
            if counts[certainty]
        ],
        current_version=current.name if current else "",
        current_publish_time=to_timestamp(current.publish_time) if current else None,
        gazette=gazette,
    )


@dataclass(frozen=True, slots=True)
class VersionDifferences:
    """Individual and legal changes of versions, with `labels` by id and `impacts` by version name."""

    parts: ScorecardDifference
    rules: LegalDifference
    citations: Sequence[Sequence[str]]
    labels: Mapping[str, str]
    impacts: Mapping[str, str]


def write_changes(
    difference: ScorecardDifference, language: str
) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
    """Return all changes with their sentences, and the required version step."""
    return SCORECARDS.write(
        scorecard_service_pb2.DiffScorecardVersionsResponse,
        changes=[
            SCORECARDS.write(scorecard_pb2.Change, change, text=change_sentence(change, language))
            for change in difference.changes
        ],
        required_step=difference.required_step,
    )


def write_differences(
    differences: VersionDifferences, language: str
) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
    """Return the response of `write_changes` plus legal changes, affected outcomes and legal impacts."""
    response = write_changes(differences.parts, language)
    response.MergeFrom(
        scorecard_service_pb2.DiffScorecardVersionsResponse(
            rule_changes=[
                SCORECARDS.write(scorecard_pb2.RuleChange, change, citations=citations)
                for change, citations in zip(differences.rules.changes, differences.citations, strict=True)
            ],
            movable_outcomes=SCORECARDS.write(
                scorecard_pb2.MovableOutcomes, differences.rules.movable, labels=differences.labels
            ),
            legal_impacts=[
                scorecard_pb2.LegalImpact(scorecard_version=version, text=text)
                for version, text in differences.impacts.items()
            ],
        )
    )
    return response


def write_rules(rules: Iterable[RuleText], scorecard: Scorecard) -> list[scorecard_pb2.ScorecardRule]:
    """Return rules with certainty, facts, paths and reference table."""
    facts, certainties = {fact.id for fact in scorecard.facts}, {b.id: b.certainty for b in scorecard.bases}
    parts = ("settings", "quantities", "gates", "indicators")
    paths = {part.id: f"{name}[{part.id}]" for name in parts for part in getattr(scorecard, name)}
    tables = {
        f"tables[{table.id}]": f"referenceTables/{table.name}{f'/editions/{table.edition}' if table.edition else ''}"
        for table in scorecard.tables or ()
    }
    return [
        SCORECARDS.write(
            scorecard_pb2.ScorecardRule, rule,
            certainty=lowest_certainty(certainties[id] for id in rule.bases) if rule.bases else None,
            fact_ids=[name for name in rule.reads if name in facts],
            rule_paths=[paths[name] for name in rule.reads if name in paths],
            reference_table=tables.get(rule.path, ""),
        )
        for rule in rules
    ]  # fmt: skip


def write_bases(scorecard: Scorecard, language: str) -> list[scorecard_pb2.RuleBasis]:
    """Return the bases in scorecard order, with notes."""
    return [
        scorecard_pb2.RuleBasis(basis=ANSWERS.write(types_pb2.Basis, basis), note=basis.note.get(language, ""))
        for basis in scorecard.bases
    ]


def write_revision(row: RevisionRow, files: Mapping[str, str] | None = None) -> draft_pb2.DraftRevision:
    """Return a saved revision, with source files if passed."""
    sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in (files or {}).items()]
    return SCORECARDS.write(draft_pb2.DraftRevision, row, source_files=sources)


def write_draft(row: DraftRow, revision: RevisionRow, *, open_comments: int) -> draft_pb2.Draft:
    """Return a draft with its newest revision, without its review state."""
    return SCORECARDS.write(draft_pb2.Draft, row, revision=revision, open_comments=open_comments)


def write_comment(row: DraftCommentRow) -> draft_pb2.DraftComment:
    """Return a draft comment."""
    return SCORECARDS.write(draft_pb2.DraftComment, row)


def write_signed(statement: Statement) -> draft_pb2.SignedStatement:
    """Return a statement as signed."""
    envelope = orjson.loads(orjson.dumps(dict(statement.envelope)))
    return draft_pb2.SignedStatement(
        payload=base64.b64decode(envelope["payload"]),
        payload_type=envelope["payloadType"],
        signatures=[
            draft_pb2.SignedStatement.Signature(keyid=signature["keyid"], sig=base64.b64decode(signature["sig"]))
            for signature in envelope["signatures"]
        ],
    )
