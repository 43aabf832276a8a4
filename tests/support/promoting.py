"""Signed versions in gazette folders, for tests of promotion."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rules.api import compile_folder
from rules.model import PublishedVersion, draft_as_published
from service.approval.signing_keys import read_signing_key
from service.approval.statements import Act, Predicate, Statement, sign_statement
from service.gazette.publication import add_entry, write_version
from tests.support.drafting import small_draft
from tests.support.signing import Team

PUBLISHED = "2026-01-02T00:00:00Z"


def signed(act: Act, version: PublishedVersion, team: Team, person: str, time: str, **more: object) -> Statement:
    digests = {"rule_digest": version.rule_digest, "text_digest": version.text_digest}
    predicate = Predicate.model_validate({"person": person, "time": time, **digests, **more})
    return sign_statement(act, version.name, version.content_digest, predicate, read_signing_key(team.key(person)))


def statements_of(version: PublishedVersion, team: Team, approvers: Sequence[str]) -> tuple[Statement, ...]:
    """A submission by li.wei, approvals in this order, and the publication."""
    submission = signed(Act.SUBMISSION, version, team, "li.wei", "2026-01-01T00:00:00Z", reason="Notice 7")
    approvals = [
        signed(Act.APPROVAL, version, team, person, f"2026-01-01T01:00:{second:02}Z", submission=submission.digest)
        for second, person in enumerate(approvers)
    ]
    return submission, *approvals, signed(Act.PUBLICATION, version, team, "li.wei", PUBLISHED)


def later_approval(version: PublishedVersion, team: Team, person: str, time: str, submission: str) -> Statement:
    return signed(Act.APPROVAL, version, team, person, time, submission=submission)


def small_version(folder: Path) -> PublishedVersion:
    """A version with sources that compile and examples that pass."""
    files = small_draft(folder)
    compilation = compile_folder(files)
    assert compilation.scorecard is not None
    return draft_as_published(compilation.scorecard, files)


def publish(gazette: Path, version: PublishedVersion, team: Team, approvers: Sequence[str] = ("anna",)) -> None:
    """Publish a version in a folder; its trust file applies if the environment names one."""
    statements = statements_of(version, team, approvers)
    write_version(gazette, version.scorecard, version.sources, publish_time=PUBLISHED, statements=statements)
    add_entry(gazette, f"{version.card.id} {version.card.version}", "Notice 7, for all.")
