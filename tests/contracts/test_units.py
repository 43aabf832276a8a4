"""Units: exact conversion factors, round trip, refusal of unknown symbols, and comparison with a units library."""

import subprocess
import sys
from fractions import Fraction
from importlib import resources

import pint
import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from rules.contracts.units import UnitError, convert, convertible_units, known_symbols, unit
from tests.support.tiers import tries


@pytest.mark.parametrize(
    ("value", "given_", "wanted", "expected"),
    [
        ("1", "MWh", "kWh", "1000"),
        ("1", "kWh", "MJ", "3.6"),
        ("1", "MJ", "kWh", "5/18"),
        ("1", "GWh", "TJ", "3.6"),
        ("80", "%", "", "0.8"),
        ("0.8", "", "%", "80"),
        ("5", "‰", "%", "0.5"),
        ("1", "t", "kg", "1000"),
        ("500", "lb", "t", "0.226796185"),
        ("1", "lb", "kg", "0.45359237"),
        ("1", "tCO2e", "kgCO2e", "1000"),
        ("2.5", "MtCO2e", "tCO2e", "2500000"),
        ("0.5", "kgCO2e/kWh", "tCO2e/MWh", "0.5"),
        ("1", "tCO2e/t", "kgCO2e/kg", "1"),
        ("18", "month", "year", "1.5"),
        ("1", "ha", "m2", "10000"),
        ("1", "m3", "L", "1000"),
        ("36", "h", "day", "1.5"),
        ("1", "MW", "kWh/h", "1000"),
        ("2", "次", "time", "2"),
        ("3", "项", "item", "3"),
        ("7", "分", "point", "7"),
        ("3", "间夜", "roomnight", "3"),
        ("1", "kWh/间夜", "MJ/roomnights", "3.6"),
        ("2", "persons", "人", "2"),
        ("4", "人夜", "guestnights", "4"),
        ("5", "tkm", "kg*km", "5000"),
        ("6", "pkm", "人*km", "6"),
        ("1", "%/year", "1/year", "0.01"),
    ],
)
def test_conversion_factors_are_exact(value: str, given_: str, wanted: str, expected: str) -> None:
    assert convert(Fraction(value), given_, wanted) == Fraction(expected)


@given(st.fractions(), st.sampled_from(known_symbols()), st.sampled_from(known_symbols()))
def test_a_conversion_and_its_inverse_restore_the_number(value: Fraction, symbol: str, other: str) -> None:
    if unit(symbol).dimension == unit(other).dimension:
        assert convert(convert(value, symbol, other), other, symbol) == value
    else:
        with pytest.raises(UnitError, match="cannot be converted"):
            convert(value, symbol, other)


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ("t", "tCO2e"),
        ("roomnight", "item"),
        ("guestnight", "roomnight"),
        ("person", "time"),
        ("kWh/roomnight", "kWh/person"),
        ("pkm", "tkm"),
        ("kg", "kgCO2e"),
        ("CNY", "EUR"),
        ("kW", "kWh"),
        ("month", "day"),
        ("time", ""),
        ("", "t"),
        ("item", "time"),
    ],
)
def test_a_unit_of_another_dimension_is_refused(given_: str, wanted: str) -> None:
    with pytest.raises(UnitError, match="cannot be converted"):
        convert(Fraction(1), given_, wanted)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("kwh", "kWh"),
        ("MWH", "MWh"),
        ("tCO2", "tCO2e"),
        ("tco2e", "tCO2e"),
        ("kgs", "kg"),
        ("dayz", "days"),
        ("timez", "time"),
    ],
)
def test_the_error_for_an_unknown_unit_suggests_the_nearest_known_unit(wrong: str, meant: str) -> None:
    with pytest.raises(UnitError, match=rf"Unknown unit '{wrong}'\. Correct the unit\. Did you mean .*{meant}"):
        unit(wrong)


@pytest.mark.parametrize(
    "text",
    [
        " kWh", "kWh ", "k Wh", "2kWh", "1kWh", "kWh2", "kWhs", "ms", "次s", "kWh%", "%%", "percent", "permille",
        "kWh/",
        "/kWh", "kWh//h", "(kWh)", "m**2", "m^2", "m²", "m.m", "kWh/0", "0*m", "11", "1/1", "nan", "inf", "-", "_",
        "**", "dimensionless", "delta_m", "ｋＷｈ", "kWh\n", "m" * 41, "\x00", "\ud800",
    ],
)  # fmt: skip
def test_only_known_symbols_are_units(text: str) -> None:
    with pytest.raises(UnitError):
        unit(text)


@pytest.mark.parametrize("text", ["9**9**9", "9^9^9", "1e999999999", "kWh^99999999", "9**9**9*m", "1/9**9**9"])
def test_a_unit_is_never_calculated(text: str) -> None:
    """The check runs in a separate process, because evaluating such a text would never end."""
    script = (
        "import sys; from rules.contracts.units import UnitError, unit\n"
        "try: unit(sys.argv[1])\nexcept UnitError: print('refused')"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", script, text], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "refused\n", done.stderr[-300:]


@given(st.text(max_size=45) | st.text(st.sampled_from("kWhMtCO2e/%*^()1 .-次"), max_size=12))
def test_an_unknown_unit_is_refused_with_a_short_message(text: str) -> None:
    parts = text.replace("*", "/").split("/")
    assume(not all(part in (*known_symbols(), "1", "") for part in parts))
    with pytest.raises(UnitError) as raised:
        unit(text)
    assert len(str(raised.value)) < 200


@given(st.lists(st.sampled_from(known_symbols()), min_size=1, max_size=3), st.data())
def test_known_symbols_may_be_combined(symbols: list[str], data: st.DataObject) -> None:
    text, factor = symbols[0], unit(symbols[0]).factor
    for symbol in symbols[1:]:
        divided = data.draw(st.booleans())
        text += f"/{symbol}" if divided else f"*{symbol}"
        factor = factor / unit(symbol).factor if divided else factor * unit(symbol).factor
    assume(len(text) <= 40)
    assert unit(text).factor == factor


@pytest.mark.parametrize(
    ("symbol", "first", "also", "never"),
    [
        ("kWh", "kWh", {"MWh", "GJ", "J"}, {"kW", "t", "", "%"}),
        ("%", "%", {"1", "‰"}, {"", "time"}),
        ("", "", {"1", "%"}, {"kWh"}),
        ("time", "time", {"次"}, {"item", "1"}),
        ("kgCO2e/kWh", "kgCO2e/kWh", {"tCO2e/MWh", "gCO2e/GJ"}, {"kg/kWh", "kgCO2e"}),
        ("m3", "m3", {"L"}, {"m2"}),
    ],
)
def test_units_that_convert_are_listed(symbol: str, first: str, also: set[str], never: set[str]) -> None:
    listed = convertible_units(symbol)
    assert (listed[0], len(set(listed))) == (first, len(listed))
    assert also <= set(listed)
    assert not never & set(listed)
    for each in listed:
        convert(Fraction(1), each, symbol)


def test_a_plain_number_has_no_dimension() -> None:
    assert unit("").dimension == unit("1").dimension == unit("%").dimension == ()
    assert unit("").factor == unit("1").factor == 1


@pytest.fixture(scope="module")
def library() -> pint.UnitRegistry[Fraction]:
    """Another reader of the same definitions."""
    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    text = resources.files("rules.contracts").joinpath("units.txt").read_text(encoding="utf-8")
    registry.load_definitions([line for line in text.splitlines() if line and not line.startswith("#")])
    return registry


@given(st.sampled_from(known_symbols()), st.lists(st.tuples(st.sampled_from("*/"), st.sampled_from(known_symbols()))))
@settings(max_examples=tries(400), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_products_of_units_match_the_units_library(
    library: pint.UnitRegistry[Fraction], first: str, rest: list[tuple[str, str]]
) -> None:
    symbol = first + "".join(joint + part for joint, part in rest)
    assume(len(symbol) <= 40)
    named = symbol.replace("%", "percent").replace("‰", "permille")
    root = library.Quantity(Fraction(1), library.parse_units(named, case_sensitive=True)).to_root_units()
    parsed_unit = unit(symbol)
    assert parsed_unit.factor == root.magnitude
    assert dict(parsed_unit.dimension) == {
        str(name): Fraction(str(power)) for name, power in root.dimensionality.items()
    }


def test_the_units_library_has_the_same_units(library: pint.UnitRegistry[Fraction]) -> None:
    known = {name for name in library._units if name} - {"percent", "permille"}
    assert known | {"%", "‰"} == set(known_symbols())
