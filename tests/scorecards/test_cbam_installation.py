"""Does the CBAM card of an installation give what the filled templates hold, and what its equations say?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import ConclusionKind
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Inference, Question
from rules.engine.read_subject import read_subject
from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.published import Published, published_bytes, read_published
from rules.rehearsal.check import check_folder
from service.dossier.reading import read_dossier
from service.settings import CHECKOUT
from service.tables import Shelf

SHELF = Shelf(CHECKOUT / "scorecards" / "tables")
CARBON_DIOXIDE = Fraction("3.664")
FIGURE = re.compile(r"the result (?P<result>.+) is (?P<figure>[0-9./]+) tCO2e/t$")
# What the summary sheets of the seven filled templates (version 2.1) hold, with all their digits.
TEMPLATES = {
    ("example 1, cement, as the workbook has it", "direct"): "0.7852147410358565",
    ("example 1, cement, as the workbook has it", "indirect"): "0.12224275",
    ("the same cement by the clinker in it", "count"): "0.9074574910358565",
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
    "count": "Specific embedded emissions that count",
}


@dataclass(frozen=True)
class Stream:
    """One source stream: carbon by mass balance, or a fuel by its energy, of which a share is this process's."""

    balance: bool
    leaves: bool
    tonnes: Fraction
    factor: Fraction
    biomass: Fraction
    sustainable: bool
    share: Fraction

    def emissions(self) -> Fraction:
        per_tonne = self.factor / 100 * CARBON_DIOXIDE if self.balance else 40 * self.factor / 1000
        fossil = 1 - self.biomass / 100 if self.sustainable else Fraction(1)
        return self.tonnes * per_tonne * fossil * self.share * (-1 if self.leaves else 1)


@dataclass(frozen=True)
class Material:
    """One precursor with the values its report states; only goods of third countries bear them."""

    code: str
    origin: str
    tonnes: Fraction
    direct: Fraction
    indirect: Fraction


def files() -> dict[str, str]:
    folder = CHECKOUT / "features" / "cbam-installation"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}


@cache
def published() -> Published:
    scorecard = compile_folder(files(), tables=SHELF).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, files()), "2026-01-01T00:00:00Z")


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    made = InferenceEngine(published().scorecard, SHELF)
    yield made
    made.close()


def number(value: Fraction, unit: str) -> DeclaredValue:
    return DeclaredValue(number=format_exact(value), unit=unit)


def stream_record(key: int, stream: Stream) -> dict[str, DeclaredValue]:
    nothing = DeclaredValue(not_applicable=True)
    return {
        "name": DeclaredValue(text=str(key)),
        "method": DeclaredValue(choice="mass_balance" if stream.balance else "fuel_mass"),
        "direction": DeclaredValue(choice="leaves" if stream.leaves else "enters"),
        "mass": number(stream.tonnes, "t"),
        "volume": nothing,
        "heat_per_tonne": nothing if stream.balance else number(Fraction(40), "GJ/t"),
        "heat_per_volume": nothing,
        "factor_of_heat": nothing if stream.balance else number(stream.factor, "tCO2e/TJ"),
        "factor_of_mass": nothing,
        "carbon": number(stream.factor, "%") if stream.balance else nothing,
        "measured": nothing,
        "oxidation": number(Fraction(100), "%"),
        "biomass": number(stream.biomass, "%"),
        "sustainable": DeclaredValue(flag=stream.sustainable),
        "reading": number(stream.share, ""),
        "all_readings": number(Fraction(1), ""),
    }


def material_record(key: int, one: Material) -> dict[str, DeclaredValue]:
    return {
        "precursor": DeclaredValue(text=str(key)),
        "code": DeclaredValue(text=one.code),
        "origin": DeclaredValue(text=one.origin),
        "consumed": number(one.tonnes, "t"),
        "determined": DeclaredValue(choice="report"),
        "direct": number(one.direct, "tCO2e/t"),
        "indirect": number(one.indirect, "tCO2e/t"),
        "accredited": DeclaredValue(flag=True),
        "period_covered": DeclaredValue(flag=True),
    }


def example() -> Subject:
    content = (CHECKOUT / "examples" / "cbam" / "installation.yaml").read_bytes()
    return read_dossier(content, published().scorecard, as_of="2027-03-01", settings={}).subject


def subject_of(
    streams: tuple[Stream, ...], materials: tuple[Material, ...], made: Fraction, code: str, country: str
) -> Subject:
    values = {
        "cn_code": DeclaredValue(text=code),
        "country": DeclaredValue(text=country),
        "functional_unit": DeclaredValue(choice="tonne"),
        "made": number(made, "t"),
        "streams": DeclaredValue(records=tuple(stream_record(key, one) for key, one in enumerate(streams))),
        "precursors": DeclaredValue(records=tuple(material_record(key, one) for key, one in enumerate(materials))),
        "power_made": number(Fraction(0), "MWh"),
        "power_factor": number(Fraction(0), "tCO2e/MWh"),
    } | {name: DeclaredValue(records=()) for name in ("pots", "heat_flows", "gas_flows", "power_flows")}
    return Subject(
        subject="organizations/o/subjects/s",
        as_of="2027-03-01",
        known="2027-03-01T00:00:00Z",
        settings={"precursor_mark_up": "with"},
        facts=tuple(DeclaredFact(id=name, value=value) for name, value in values.items()),
        evidence=(),
    )


def inferred(engine: InferenceEngine, subject: Subject) -> Inference:
    reading = read_subject(engine.plan.scorecard, subject)
    tables = engine.tables_at(reading.as_of, reading.as_of)
    return engine.infer(Question(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables))


def exact(inference: Inference, name: str) -> Fraction | None:
    extent = inference.values.extents[name]
    interval = extent.interval if isinstance(extent, NumberExtent) else Interval(None, None)
    return interval.low if interval.low is not None and interval.low == interval.high else None


def scenarios() -> dict[str, dict[str, Fraction]]:
    """Give the results that each English example of the Commission expects; the check holds the card to them."""
    found: dict[str, dict[str, Fraction]] = {}
    title = ""
    for line in files()["official-examples.en.feature"].splitlines():
        title = line.split("Scenario: ")[1] if "Scenario: " in line else title
        figure = FIGURE.search(line)
        if figure:
            found.setdefault(title, {})[figure["result"]] = Fraction(figure["figure"])
    return found


@pytest.mark.parametrize(("example", "figure"), sorted(TEMPLATES), ids=lambda word: word)
def test_the_filled_templates_come_out_to_far_more_than_five_decimals(example: str, figure: str) -> None:
    (results,) = [results for title, results in scenarios().items() if title.startswith(example)]
    assert abs(results[RESULTS[figure]] - Fraction(TEMPLATES[example, figure])) < Fraction(1, 10**12)


def test_every_example_comes_out_and_every_edge_is_shown() -> None:
    report = check_folder(files(), tables=SHELF)
    assert [found.render() for found in report.diagnostics] == []
    assert report.missing == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_files_are_in_canonical_form(language: str) -> None:
    for name, text in export_folder(published().scorecard, files(), language).items():
        assert text == files()[name]


amounts = st.integers(0, 10**7).map(lambda count: Fraction(count, 1000))
shares = st.integers(0, 1000).map(lambda count: Fraction(count, 1000))
percents = shares.map(lambda share: share * 100)
balances = st.builds(Stream, st.just(value=True), st.booleans(), amounts, percents, percents, st.booleans(), shares)
fuels = st.builds(
    Stream, st.just(value=False), st.just(value=False), amounts, percents, percents, st.booleans(), shares
)
values = st.integers(0, 400_000).map(lambda count: Fraction(count, 100_000))
materials = st.builds(
    Material,
    st.sampled_from(["72061000", "26011200", "72031000", "28041000", "31021019", "72044990"]),
    st.sampled_from(["CN", "BR", "DE", "CH"]),
    amounts,
    values,
    values,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(balances | fuels, max_size=4).map(tuple),
    st.lists(materials, max_size=4).map(tuple),
    st.integers(1, 10**6),
)
def test_the_engine_and_a_second_computation_agree_exactly(
    engine: InferenceEngine, streams: tuple[Stream, ...], materials: tuple[Material, ...], made: int
) -> None:
    """Steel: nothing indirect of its own counts, of precursors only that of those outside Annex II."""
    inference = inferred(engine, subject_of(streams, materials, Fraction(made), "72083900", "BR"))
    bearing = [one for one in materials if one.origin in ("CN", "BR") and one.code != "72044990"]
    direct = max(sum((one.emissions() for one in streams), Fraction(0)), Fraction(0))
    direct += sum((one.tonnes * one.direct for one in bearing), Fraction(0))
    indirect = sum((one.tonnes * one.indirect for one in bearing), Fraction(0))
    counted = sum((one.tonnes * one.indirect for one in bearing if one.code in ("26011200", "31021019")), Fraction(0))
    found = [exact(inference, name) for name in ("see_direct", "see_indirect", "see_counted")]
    assert found == [direct / made, indirect / made, (direct + counted) / made]


def test_the_example_dossier_gives_the_screws_of_the_template(engine: InferenceEngine) -> None:
    inference = inferred(engine, example())
    assert inference.kind is ConclusionKind.SCORED
    assert exact(inference, "see_counted") == Fraction(682359, 340000)


@pytest.mark.parametrize("country", ["DE", "IS", "CH"])
def test_goods_of_the_union_and_of_exempt_countries_are_no_subject(engine: InferenceEngine, country: str) -> None:
    found = inferred(engine, subject_of((), (), Fraction(1000), "72083900", country))
    assert found.kind is ConclusionKind.NOT_APPLICABLE
