"""Stored evaluations of every published card, written by released software and verified by every later version.

A card with grades has a second evaluation with an undetermined grade, if one missing fact causes that.

    python -m tests.support.kept

appends missing evaluations for the newest version of each card to `tests/corpus/kept/records-<form>.jsonl`. Keys are
derived from the name of the version, so the same gazette produces the same lines. Before the first release the file may
be deleted and written again; afterwards it only grows.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from rules.contracts.inputs import Subject
from rules.contracts.outcomes import ConclusionKind
from rules.contracts.record import RECORD_SCHEMA
from rules.contracts.record_bytes import read_complete_record
from rules.model.published_version import PublishedVersion
from rules.rehearsal.example_runner import reference_subject
from rules.trail.deserialization import read_conclusion
from rules.trail.evaluation import LazyRecord
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from tests.support.tiers import is_full

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "corpus" / "kept"
KNOWN = "2026-12-01T00:00:00Z"
"""Known time of the evaluations; a version published later uses its publication time."""
FORGOTTEN = 0.04
"""The share of facts that are left out, so that something is open."""


@dataclass(frozen=True)
class Kept:
    """An evaluation as its envelope and its record have it."""

    version: str
    digest: str
    record_key: bytes
    content: bytes

    @property
    def form(self) -> int:
        """The record form."""
        return read_complete_record(self.content).head.schema_number

    @property
    def grade_is_open(self) -> bool:
        """Whether it is undetermined whether there is a grade."""
        return read_conclusion(read_complete_record(self.content))[0].kind is ConclusionKind.GRADE_OPEN


def kept() -> list[Kept]:
    """Read all stored evaluations."""
    lines = [line for file in sorted(FOLDER.glob("records-*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [
        Kept(one["version"], one["digest"], bytes.fromhex(one["record_key"]), one["record_json"].encode())
        for one in map(json.loads, lines)
    ]


def kept_tried() -> list[Kept]:
    """Return the last of each card and form, with a grade and without one; all with --full."""
    if is_full():
        return kept()
    return list({(one.version.split("/")[1], one.form, one.grade_is_open): one for one in kept()}.values())


def subject_for(version: PublishedVersion) -> Subject:
    """Return the reference case of a card with a few random facts omitted."""
    random = Random(version.scorecard.card.id)
    whole = whole_for(version)
    return whole.model_copy(update={"facts": tuple(fact for fact in whole.facts if random.random() > FORGOTTEN)})


def whole_for(version: PublishedVersion) -> Subject:
    """Return the reference case of a card without facts from earlier evaluations, because none are stored."""
    whole = reference_subject(version.scorecard, version.scorecard.card.first_date)
    alone = tuple(fact for fact in whole.facts if fact.previous is None)
    return whole.model_copy(update={"known": max(KNOWN, version.publish_time), "facts": alone})


def subjects_without_one(version: PublishedVersion) -> Iterator[Subject]:
    """Yield the reference case once per fact, without that fact."""
    whole = whole_for(version)
    for left_out in whole.facts:
        yield whole.model_copy(update={"facts": tuple(fact for fact in whole.facts if fact is not left_out)})


def made_for(
    version: PublishedVersion, evaluators: Evaluators, there: set[tuple[str, bool]]
) -> Iterator[tuple[LazyRecord, bytes]]:
    """Evaluate the missing cases of a version."""
    key = sha256(version.name.encode()).digest()
    if not there & {(version.name, False), (version.name, True)}:
        yield evaluators.evaluate(version, subject_for(version), key), key
    if version.scorecard.ladder is None or (version.name, True) in there:
        return
    for subject in subjects_without_one(version):
        recorded = evaluators.evaluate(version, subject, key)
        if recorded.evaluation.conclusion.kind is ConclusionKind.GRADE_OPEN:
            yield recorded, key
            return


def main() -> None:
    """Store an evaluation of every card that has none in the present form."""
    gazette = Gazette(ROOT / "scorecards")
    there = {(one.version, one.grade_is_open) for one in kept() if one.form == RECORD_SCHEMA}
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        lines = [
            json.dumps(
                {
                    "version": version.name,
                    "digest": recorded.digest,
                    "record_key": key.hex(),
                    "record_json": recorded.content.decode(),
                },
                ensure_ascii=False,
            )
            for card in gazette.card_ids()
            for version in (gazette.newest(card),)
            for recorded, key in made_for(version, evaluators, there)
        ]
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / f"records-{RECORD_SCHEMA}.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    sys.stderr.write(f"{len(lines)} evaluations stored\n")


if __name__ == "__main__":
    main()
