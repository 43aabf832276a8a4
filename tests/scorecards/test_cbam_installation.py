"""CBAM installation card: figures of the Commission's completed templates, and the example dossier."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from rules.contracts.outcomes import ConclusionKind
from rules.engine.inference_engine import InferenceEngine
from service.configuration.folders import CHECKOUT
from service.input.dossier.dossier_reader import read_dossier
from tests.support.cbam_cards import exact, files, inferred, published, subject_of, text

CARD = "cbam-installation"
FIGURE = re.compile(r"the result (?P<result>.+) is (?P<figure>[0-9./]+) tCO2e/t$")
# Figures of the summary sheets of the seven completed templates (version 2.1), with all their digits.
TEMPLATES = {
    ("example 1, cement, per tonne of cement", "direct"): "0.7852147410358565",
    ("example 1, cement, per tonne of cement", "indirect"): "0.12224275",
    ("the same cement, per tonne of clinker contained", "count"): "0.9074574910358565",
    ("example 2, blast furnace", "direct"): "1.5389760645578654",
    ("example 2, blast furnace", "indirect"): "0.20355398249999998",
    ("example 3, electric arc furnace, crude steel", "direct"): "1.001490412107485",
    ("example 3, electric arc furnace, crude steel", "indirect"): "1.3784244289950602",
    ("example 3, electric arc furnace, rolled", "direct"): "1.4396064877810097",
    ("example 3, electric arc furnace, rolled", "indirect"): "1.7314815131305727",
    ("example 4, carbon steel screws", "direct"): "2.0069382352941174",
    ("example 4, carbon steel screws", "indirect"): "0.4066",
    ("example 4, high alloy steel screws", "direct"): "1.9524475609756098",
    ("example 4, high alloy steel screws", "indirect"): "2.2787951219512195",
    ("example 5, mixed fertiliser", "direct"): "0.309635112356",
    ("example 5, mixed fertiliser", "indirect"): "0.0538767",
    ("example 6, aluminium, primary", "direct"): "1.555",
    ("example 6, aluminium, primary", "indirect"): "6.15",
    ("example 6, aluminium, forming", "direct"): "1.698079646017699",
    ("example 6, aluminium, forming", "indirect"): "6.9119469026548686",
    ("example 7, hydrogen by steam reforming", "direct"): "8.487854545454546",
    ("example 7, hydrogen by steam reforming", "indirect"): "0.21992727",
    ("example 7, hydrogen by electrolysis", "direct"): "0",
    ("example 7, hydrogen by electrolysis", "indirect"): "8.386559896",
}
RESULTS = {
    "direct": "Specific direct embedded emissions",
    "indirect": "Specific indirect embedded emissions",
    "count": "Specific embedded emissions counted",
}


def scenarios() -> dict[str, dict[str, Fraction]]:
    """Return the results expected by each English example of the Commission; the check compares them with the card."""
    results_by_title: dict[str, dict[str, Fraction]] = {}
    title = ""
    for line in files(CARD)["official-examples.en.feature"].splitlines():
        title = line.split("Scenario: ")[1] if "Scenario: " in line else title
        figure = FIGURE.search(line)
        if figure:
            results_by_title.setdefault(title, {})[figure["result"]] = Fraction(figure["figure"])
    return results_by_title


@pytest.mark.parametrize(("example", "figure"), sorted(TEMPLATES), ids=lambda word: word)
def test_results_agree_with_the_completed_templates_far_beyond_five_decimals(example: str, figure: str) -> None:
    (results,) = [results for title, results in scenarios().items() if title.startswith(example)]
    assert abs(results[RESULTS[figure]] - Fraction(TEMPLATES[example, figure])) < Fraction(1, 10**12)


def test_the_example_dossier_reproduces_the_screws_of_the_template(engine: InferenceEngine) -> None:
    content = (CHECKOUT / "examples" / "cbam" / "installation.yaml").read_bytes()
    example = read_dossier(content, published(CARD).scorecard, as_of="2027-03-01", settings={}).subject
    inference = inferred(engine, example.model_copy(update={"known": "2027-03-01T00:00:00Z"}))
    assert inference.kind is ConclusionKind.SCORED
    assert exact(inference, "see_counted") == Fraction(682359, 340000)


@pytest.mark.parametrize("country", ["DE", "IS", "CH"])
def test_goods_of_the_union_and_of_exempt_countries_are_no_subject(engine: InferenceEngine, country: str) -> None:
    facts = {"cn_code": text("72083900"), "country": text(country)}
    inference = inferred(engine, subject_of(facts, date(2027, 3, 1), "2027-03-01", {}))
    assert inference.kind is ConclusionKind.NOT_APPLICABLE
