"""Does every cell that columns tell stand there likewise after an evaluation by the exact core?

By default some thousand subjects are compared; TOUCHSTONE_BULK_SUBJECTS says how many instead.
"""

import os
import zlib
from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest

from rules.columns.core import Core
from rules.engine.infer import InferenceEngine
from rules.language.compiler import compile_folder
from rules.model.scorecard import Scorecard
from service.bulk.screening import BY, Asked, Screening
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette
from tests.language.folders import CORPUS, read_folder
from tests.support.random_cards import RandomCard
from tests.support.subject_columns import random_columns

ROOT = Path(__file__).resolve().parents[3]
GAZETTE = Gazette(ROOT / "scorecards")
VERSIONS = [published for card in GAZETTE.card_ids() for published in GAZETTE.versions(card)]
NEWEST = {GAZETTE.newest(card).name for card in GAZETTE.card_ids()}
ASKED_FOR = int(os.environ.get("TOUCHSTONE_BULK_SUBJECTS", "0"))
AS_OF, KNOWN = date(2026, 11, 1), "2026-11-01T12:00:00Z"
SEEDS = range(24)


def compared(engine: InferenceEngine, asked: Asked, subjects: pl.DataFrame, core: Core) -> int:
    """Compare the cells of all subjects of whom columns tell; say how many these are."""
    screening = Screening(core, asked, subjects.schema)
    told, left = screening.by_columns(subjects)
    assert sorted([*told["place"], *left["place"]]) == list(range(subjects.height))
    again = screening.by_core(subjects[told["place"].to_list()])
    for name in again.columns:
        if name != BY:
            different = ~told[name].eq_missing(again[name])
            assert not different.any(), (name, told.filter(different).row(0, named=True), again.filter(different)[name])
    return told.height


def settings_of(card: Scorecard) -> dict[str, str]:
    return {setting.id: setting.default or setting.choices[0].id for setting in card.settings}


@pytest.mark.parametrize("published", VERSIONS, ids=lambda published: published.name.removeprefix("scorecards/"))
def test_columns_tell_what_the_core_tells(published) -> None:  # type: ignore[no-untyped-def]
    count = ASKED_FOR // len(VERSIONS) or (40 if published.name in NEWEST else 12)
    engine = InferenceEngine(published.scorecard, Shelf(GAZETTE.folder / FOLDER))
    tables = engine.tables_at(AS_OF, AS_OF)
    asked, core = Asked(AS_OF, KNOWN, settings_of(published.scorecard)), Core(engine, tables)
    random = Random(zlib.crc32(published.name.encode()))  # noqa: S311 - tests want repeatable subjects
    try:
        for unknown in (0.0, 0.03):
            subjects = random_columns(engine.plan, random, count // 2, unknown=unknown, tables=tables)
            compared(engine, asked, subjects, core)
    finally:
        engine.close()


CSR = [published for published in VERSIONS if published.scorecard.card.id == "csr-three-stage"]


@pytest.mark.parametrize("published", CSR, ids=lambda published: published.scorecard.card.version)
def test_columns_tell_maturity_under_every_reading(published) -> None:  # type: ignore[no-untyped-def]
    """Of known ratings columns leave nothing to the core, whatever is chosen of how they are read."""
    card, random = published.scorecard, Random(2)  # noqa: S311 - tests want repeatable subjects
    chosen = settings_of(card)
    readings = [{**chosen, setting.id: choice.id} for setting in card.settings for choice in setting.choices]
    engine = InferenceEngine(card)
    try:
        subjects = random_columns(engine.plan, random, 8, unknown=0.0)
        for reading in readings:
            assert compared(engine, Asked(AS_OF, KNOWN, reading), subjects, Core(engine, {})) == subjects.height
        some = random_columns(engine.plan, random, 20, unknown=0.005)
        assert 0 < compared(engine, Asked(AS_OF, KNOWN, chosen), some, Core(engine, {})) < some.height
    finally:
        engine.close()


@pytest.mark.parametrize("case", ["RL041-rows-end", "RL041-rows-overlap", "RL041-rows-gap-zh", "RL041-line-zh"])
def test_columns_tell_what_the_core_tells_of_small_tables(case: str) -> None:
    card = compile_folder(read_folder(CORPUS / "good" / case)).scorecard
    assert card is not None
    engine = InferenceEngine(card)
    asked, core = Asked(AS_OF, KNOWN, {}), Core(engine, {})
    random = Random(zlib.crc32(case.encode()))  # noqa: S311 - tests want repeatable subjects
    try:
        assert compared(engine, asked, random_columns(engine.plan, random, 100, unknown=0.0, absent=0.0), core)
        compared(engine, asked, random_columns(engine.plan, random, 50, unknown=0.1), core)
    finally:
        engine.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_columns_tell_what_the_core_tells_of_random_cards(seed: int) -> None:
    card = RandomCard(seed).build()
    engine = InferenceEngine(card)
    asked, core = Asked(AS_OF, KNOWN, {"reading": "wide"}), Core(engine, {})
    random = Random(seed)  # noqa: S311 - tests want repeatable subjects
    try:
        for unknown in (0.0, 0.05):
            compared(engine, asked, random_columns(engine.plan, random, 25, unknown=unknown), core)
    finally:
        engine.close()
