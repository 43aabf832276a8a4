"""Command `card show`: the version in force today or on a date, and supersession."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from rules.model.scorecard import Scorecard
from service.cli.main import app
from service.configuration.folders import PUBLISHED
from service.gazette.publication import write_version
from tests.support.claim_cards import claim_card, includes
from tests.support.engine_card import flag
from tests.support.verdict_card import rule

CARD = "green-claim-uk"


def version(number: str, first: date, *, supersedes: str = "", fact: str) -> Scorecard:
    plain = claim_card(CARD, rule("A", "misleading", (includes("generic"),)), facts=(flag(fact),))
    about = {"version": number, "first_date": first, "supersedes": supersedes or None}
    return plain.model_copy(update={"card": plain.card.model_copy(update=about)})


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    old = version("1.0.0", date(2020, 1, 1), fact="asked_before")
    new = version("1.1.0", date(2025, 1, 1), supersedes="1.0.0", fact="asked_now")
    for card in (old, new):
        write_version(tmp_path, card, {}, publish_time="2021-01-01T00:00:00Z")
    return tmp_path


def shown(gazette: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["card", "show", *arguments, "--gazette", str(gazette)])
    return result.exit_code, result.stdout + result.stderr


def states(text: str) -> dict[str, str]:
    rows = [line.split("  ") for line in text.splitlines()[1:3]]
    return {row[0].strip(): row[-1].strip() for row in rows}


def test_the_successor_is_in_force_today_and_its_facts_are_shown(gazette: Path) -> None:
    _, text = shown(gazette, CARD)
    assert states(text) == {"1.1.0": "in force", "1.0.0": "superseded by 1.1.0"}
    assert "Version 1.1.0 (in force) can use these facts." in text
    assert "asked_now" in text
    assert "asked_before" not in text


def test_a_superseded_version_ends_on_the_day_before_its_successor(gazette: Path) -> None:
    _, text = shown(gazette, CARD)
    assert "1.0.0    2020-01-01 to 2024-12-31" in text
    assert "1.1.0    from 2025-01-01" in text
    _, answer = shown(gazette, CARD, "--format", "json")
    effects = [each["effect"] for each in json.loads(answer)["scorecardVersions"]]
    assert effects == [{"firstDate": "2025-01-01"}, {"firstDate": "2020-01-01"}]


def test_a_date_selects_the_version_in_force_on_that_day(gazette: Path) -> None:
    _, text = shown(gazette, CARD, "--as-of", "2022-06-01")
    assert states(text) == {"1.1.0": "not in force", "1.0.0": "in force"}
    assert "asked_before" in text
    _, answer = shown(gazette, CARD, "--as-of", "2022-06-01", "--format", "json")
    assert [each["name"] for each in json.loads(answer)["scorecardVersions"]] == [f"scorecards/{CARD}/versions/1.0.0"]


def test_a_superseded_version_is_shown_as_superseded(gazette: Path) -> None:
    _, text = shown(gazette, f"{CARD}@1.0.0", "--language", "zh")
    assert "版本 1.0.0（已由 1.1.0 取代）可使用下列事实" in text
    assert states(text) == {"1.1.0": "生效中", "1.0.0": "已由 1.1.0 取代"}


def test_a_date_before_any_version_is_refused_with_the_governing_dates(gazette: Path) -> None:
    code, text = shown(gazette, CARD, "--as-of", "2019-12-31")
    assert code == 2
    assert "1.0.0 applies from 2020-01-01 without end; it was published at 2021-01-01T00:00:00Z. " in text
    assert "It is superseded by 1.1.0." in text
    assert shown(gazette, CARD, "--as-of", "2019")[0] == 2


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "cancelled_on": ["date", "cancellation date", "(not_applicable allowed)"],
                "scope_1": ["verification-statement (at least limited assurance)", "scope 1 emission", "tCO2e"],
                "penalty_record_clear": [
                    "regulator-record, credit-report (issued at most 12 months before the as-of date)"
                ],
                "water_reuse_share": ["% (not_applicable allowed)"],
            },
        ),
        (
            "zh",
            {
                "accident_record_clear": ["regulator-record（签发日至评定日期不超过 12 个月）"],
                "scope_1": ["verification-statement（至少有限保证）"],
                "norm_limit": ["（可填 not_applicable）"],
            },
        ),
    ],
)
def test_the_limits_of_evidence_and_not_applicable_facts_are_shown(
    language: str, expected: dict[str, list[str]]
) -> None:
    _, text = shown(PUBLISHED, "zero-carbon-factory", "--language", language)
    rows = {line.split()[0]: line for line in text.splitlines() if line.strip()}
    for fact, parts in expected.items():
        assert [part for part in parts if part not in rows[fact]] == []
    assert "applicable" not in rows["electricity_used"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_facts_of_a_companion_scorecard_are_shown_too(language: str) -> None:
    code, text = shown(PUBLISHED, "green-claim-eu", "--language", language)
    own, more = text.split("green-claim-practice")
    assert code == 0
    assert "evidence_contradicts" in more
    assert "truthful" in own
    assert "\ntruthful" not in more, "a common fact is shown once"
    assert "green-claim-eu" not in shown(PUBLISHED, "green-claim-practice", "--language", language)[1]
