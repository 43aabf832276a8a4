"""Grammar productions: a reader, a writer and a known table for every definition sentence."""

from __future__ import annotations

from rules.language.lexicon import load_lexicon
from rules.language.productions import PHASES, SCALES, WRITERS
from rules.language.table_columns import TABLES
from rules.language.vocabulary import OPENING, TAKEN

SENTENCES = set(load_lexicon("en").sentences)


def test_every_sentence_is_read() -> None:
    naming = {"scorecard", OPENING, *TAKEN}
    assert {production for productions, _ in PHASES for production in productions} == SENTENCES - naming


def test_every_sentence_has_a_writer_and_a_known_table() -> None:
    assert set(WRITERS) == SENTENCES
    tables = {production for production in WRITERS if production not in SCALES}
    without = {"applies", "belongs", "issued", "key", "tracks", "verdicts", "word_lookup", OPENING, *TAKEN}
    laid = {"called", "case_records", "interpolated", "scorecard"}
    assert tables - set(TABLES) == without | laid  # without a table of their own


def test_every_scale_is_read_and_written_by_its_own_sentence() -> None:
    assert set(SCALES) <= SENTENCES & set(WRITERS)
