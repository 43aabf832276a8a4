"""Evaluations that are kept for ever: one of each published card, as the software of a day recorded it.

    python -m tests.support.kept

writes those of the present schema and semantics, of cards that have none yet; what is there is never written anew.
"""

import json
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rules.contracts.inputs import Subject
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS
from rules.model.published import Published
from rules.rehearsal.run import reference_subject
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import Gazette

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


def kept() -> list[Kept]:
    """Read all that were ever kept."""
    lines = [line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [
        Kept(one["version"], one["digest"], bytes.fromhex(one["record_key"]), one["record_json"].encode())
        for one in map(json.loads, lines)
    ]


def subject_for(version: Published) -> Subject:
    """Give the reference case of a card, some of it forgotten."""
    card = version.scorecard
    whole = reference_subject(card, card.card.first_date)
    random = Random(card.card.id)  # noqa: S311 - repeatable, no secret
    alone = (fact for fact in whole.facts if fact.previous is None)  # no evaluation is kept beside it that came before
    facts = tuple(fact for fact in alone if random.random() > FORGOTTEN)
    return whole.model_copy(update={"known": max(KNOWN, version.publish_time), "facts": facts})


def main() -> None:
    """Keep an evaluation of every card that has none."""
    gazette = Gazette(ROOT / "scorecards")
    there = {one.version for one in kept()}
    lines = []
    with closing(Evaluators.beside(gazette)) as evaluators:
        for card in gazette.card_ids():
            version = gazette.newest(card)
            if version.name in there:
                continue
            key = new_record_key()
            recorded = evaluators.evaluate(version, subject_for(version), key)
            lines.append(
                json.dumps(
                    {
                        "version": version.name,
                        "digest": recorded.digest,
                        "record_key": key.hex(),
                        "record_json": recorded.content.decode(),
                    },
                    ensure_ascii=False,
                )
            )
    with (FOLDER / f"schema-{RECORD_SCHEMA}-semantics-{SEMANTICS}.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    sys.stderr.write(f"{len(lines)} evaluations kept\n")


if __name__ == "__main__":
    main()
