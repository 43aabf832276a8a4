"""The edition that answers is the one valid on the date, of those known by then, that no other of them supersedes."""

from __future__ import annotations

from datetime import date

import pytest

from rules.contracts.errors import VersionError
from rules.contracts.messages import in_language
from rules.model.table_editions import edition_problems, superseded_editions, valid_edition
from tests.support.small_table import small_manifest

FIRST = small_manifest(edition="1", known_from="2025-12-31")
SECOND = small_manifest(edition="2", known_from="2026-07-31", supersedes="1")
THIRD = small_manifest(edition="3", known_from="2027-01-10", supersedes="2", first_date="2027-01-01")
EDITIONS = (THIRD, FIRST, SECOND)


def valid(as_of: str, known: str, editions: object = EDITIONS) -> str:
    manifest = valid_edition(editions, "defaults", as_of=date.fromisoformat(as_of), known=date.fromisoformat(known))  # type: ignore[arg-type]
    return manifest.edition


@pytest.mark.parametrize(
    ("as_of", "known", "edition"),
    [
        ("2026-01-01", "2025-12-31", "1"),
        ("2026-05-10", "2026-07-30", "1"),
        ("2026-05-10", "2026-07-31", "2"),
        ("2026-12-31", "2030-01-01", "2"),
        ("2027-01-01", "2027-01-09", "2"),
        ("2027-01-01", "2027-01-10", "3"),
    ],
)
def test_date_and_knowledge_choose_the_edition(as_of: str, known: str, edition: str) -> None:
    assert valid(as_of, known) == edition


def test_an_edition_supersedes_every_edition_its_predecessor_supersedes() -> None:
    assert superseded_editions(THIRD, EDITIONS) == ("2", "1")
    assert valid("2027-02-01", "2027-02-01", (FIRST, THIRD, SECOND)) == "3"


def test_a_correction_of_two_editions_supersedes_both() -> None:
    corrected = small_manifest(edition="1c", known_from="2025-12-31", supersedes="1")
    both = small_manifest(edition="2c", known_from="2026-07-31", supersedes=("2", "1c"))
    editions = (both, FIRST, SECOND, corrected)
    assert superseded_editions(both, editions) == ("2", "1c", "1")
    assert valid("2026-05-10", "2026-07-30", editions) == "1c"
    assert valid("2026-05-10", "2026-07-31", editions) == "2c"
    assert edition_problems(editions) == ()
    assert edition_problems((FIRST, corrected, both)) == (
        "defaults@2c supersedes the edition 2, which was not found. "
        "Import that edition first, or correct 'supersedes'.",
    )


def test_a_date_without_a_valid_edition_is_an_error() -> None:
    with pytest.raises(
        VersionError, match="No edition of defaults that was known up to 2027-01-01 is valid on 2025-12-31"
    ):
        valid("2025-12-31", "2027-01-01")
    with pytest.raises(VersionError, match="known up to 2025-12-30"):
        valid("2026-05-10", "2025-12-30")
    with pytest.raises(VersionError, match="The reference table 'prices' was not found") as missing:
        valid_edition(EDITIONS, "prices", as_of=date(2026, 1, 1), known=date(2026, 1, 1))
    assert missing.value.missing


def test_two_that_both_claim_the_date_are_refused() -> None:
    rival = small_manifest(edition="1b", known_from="2025-12-31")
    with pytest.raises(
        VersionError,
        match=r"Several editions of defaults are valid on 2026-05-10: 1, 1b\. Import an edition that supersedes",
    ):
        valid("2026-05-10", "2026-01-01", (FIRST, rival))


def test_an_edition_is_not_valid_after_its_last_date() -> None:
    ended = small_manifest(edition="1", last_date="2026-12-31")
    assert valid("2026-12-31", "2026-01-01", (ended,)) == "1"
    with pytest.raises(VersionError, match="No edition"):
        valid("2027-01-01", "2026-01-01", (ended,))


def test_duplicate_editions_and_missing_predecessors_are_reported() -> None:
    assert edition_problems(EDITIONS) == ()
    lonely = small_manifest(edition="9", supersedes="8")
    assert edition_problems([FIRST, FIRST, lonely]) == (
        "defaults@1 has two manifests, the files that describe a table. Delete one of the two files.",
        "defaults@9 supersedes the edition 8, which was not found. Import that edition first, or correct 'supersedes'.",
    )
    manifest, other = small_manifest(edition="1", supersedes="2"), small_manifest(edition="2", supersedes="1")
    assert edition_problems([manifest, other]) == (
        "defaults@1 supersedes itself indirectly, through 2. "
        "Correct 'supersedes' in the manifest of one of these editions.",
        "defaults@2 supersedes itself indirectly, through 1. "
        "Correct 'supersedes' in the manifest of one of these editions.",
    )
    chinese = [in_language(one, "zh") for one in edition_problems([FIRST, FIRST, lonely, manifest, other])]
    assert len(chinese) == 5
    assert not [one for one in chinese if not one.endswith("。") or " itself" in one or "there" in one]
