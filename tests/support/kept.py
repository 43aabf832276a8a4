"""Evaluations that are kept for ever: one of each published card, as the software of a day recorded it.

Of a card with grades another is kept of which it is open whether there is a grade, if one missing fact does that.

    python -m tests.support.kept

writes those of the present schema and semantics, of versions that have none yet; what is there is never written anew.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rules.contracts.inputs import Subject
from rules.contracts.outcomes import ConclusionKind
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS
from rules.contracts.record_bytes import read_record_bytes
from rules.model.published_version import PublishedVersion
from rules.rehearsal.example_runner import reference_subject
from rules.trail.deserialization import read_conclusion
from rules.trail.evaluation import LazyRecord
from rules.trail.evaluation_result import to_current_semantics
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import Gazette
from tests.support.tiers import is_full

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "corpus" / "evaluations"
KNOWN = "2026-11-21T17:00:00Z"
"""When all was known that was published by then; a version of later is known from its publication on."""
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
    def numbers(self) -> tuple[int, int]:
        """Of the schema and of the semantics."""
        head = read_record_bytes(self.content).head
        return head.schema_number, head.semantics

    @property
    def grade_is_open(self) -> bool:
        """Whether it is open whether there is a grade, whatever its semantics call that."""
        return (
            to_current_semantics(read_conclusion(read_record_bytes(self.content))[0]).kind is ConclusionKind.GRADE_OPEN
        )


def kept() -> list[Kept]:
    """Read all that were ever kept."""
    lines = [line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [
        Kept(one["version"], one["digest"], bytes.fromhex(one["record_key"]), one["record_json"].encode())
        for one in map(json.loads, lines)
    ]


def kept_tried() -> list[Kept]:
    """Give the last that was kept of each card under each pair of numbers, also with an open grade; all with --full."""
    if is_full():
        return kept()
    return list({(one.version.split("/")[1], one.numbers, one.grade_is_open): one for one in kept()}.values())


def subject_for(version: PublishedVersion) -> Subject:
    """Give the reference case of a card, some of it forgotten."""
    random = Random(version.scorecard.card.id)  # noqa: S311 - repeatable, no secret
    whole = whole_for(version)
    return whole.model_copy(update={"facts": tuple(fact for fact in whole.facts if random.random() > FORGOTTEN)})


def whole_for(version: PublishedVersion) -> Subject:
    """Give the reference case of a card but for what earlier evaluations give, of which none is kept beside it."""
    whole = reference_subject(version.scorecard, version.scorecard.card.first_date)
    alone = tuple(fact for fact in whole.facts if fact.previous is None)
    return whole.model_copy(update={"known": max(KNOWN, version.publish_time), "facts": alone})


def subjects_without_one(version: PublishedVersion) -> Iterator[Subject]:
    """Give the reference case again and again, each time without another of its facts."""
    whole = whole_for(version)
    for left_out in whole.facts:
        yield whole.model_copy(update={"facts": tuple(fact for fact in whole.facts if fact is not left_out)})


def made_for(
    version: PublishedVersion, evaluators: Evaluators, there: set[tuple[str, bool]]
) -> Iterator[tuple[LazyRecord, bytes]]:
    """Evaluate under a version what is not there of it."""
    if not there & {(version.name, False), (version.name, True)}:
        key = new_record_key()
        yield evaluators.evaluate(version, subject_for(version), key), key
    if version.scorecard.ladder is None or (version.name, True) in there:
        return
    for subject in subjects_without_one(version):
        key = new_record_key()
        recorded = evaluators.evaluate(version, subject, key)
        if to_current_semantics(recorded.evaluation.conclusion).kind is ConclusionKind.GRADE_OPEN:
            yield recorded, key
            return


def main() -> None:
    """Keep an evaluation of every card that has none under the present numbers."""
    gazette = Gazette(ROOT / "scorecards")
    present = RECORD_SCHEMA, SEMANTICS
    there = {(one.version, one.grade_is_open) for one in kept() if one.numbers == present}
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
    with (FOLDER / f"schema-{RECORD_SCHEMA}-semantics-{SEMANTICS}.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    sys.stderr.write(f"{len(lines)} evaluations kept\n")


if __name__ == "__main__":
    main()
