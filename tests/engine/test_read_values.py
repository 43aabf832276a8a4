"""Quick path of the value reader: property test against the general reader."""

from fractions import Fraction

from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.engine.read_values import Violations, read_scalar, usual_reader
from rules.model.definitions import Choice, FactDefinition, FactType
from rules.program.value_environment import plain_extent

NUMBERS = st.from_regex(r"-?[0-9]{1,3}(\.[0-9]{0,3})?", fullmatch=True) | st.sampled_from(
    ["0", "-0", "0.0", "00", "5.50", "5.5", "1e3", "", "x", "9" * 35, "0." + "1" * 34, "10", "-10", "10.01"]
)
UNITS = st.none() | st.sampled_from(["%", "", "\N{PER MILLE SIGN}", "t"])
VALUES = st.one_of(
    st.builds(DeclaredValue, number=NUMBERS, unit=UNITS, evidence=st.sampled_from([(), ("paper",)])),
    st.builds(DeclaredValue, flag=st.booleans(), unit=UNITS),
    st.builds(DeclaredValue, choice=st.sampled_from(["new", "old", "none"]), unit=UNITS),
    st.builds(DeclaredValue, not_applicable=st.just(True), unit=UNITS),
    st.builds(DeclaredValue, text=st.sampled_from(["5", "yes", "", " new", "\N{ZERO WIDTH SPACE}", "a\tb", "\ud800"])),
    st.builds(DeclaredValue, date=st.sampled_from(["2024-02-29", "2023-02-29", "2024-2-9", "today"]), unit=UNITS),
    st.builds(DeclaredValue, unit=UNITS),
)
BOUNDS = st.none() | st.sampled_from([Fraction(-10), Fraction(10), Fraction(11, 2), Fraction(1, 3)])
DEFINITIONS = st.builds(
    FactDefinition,
    id=st.just("f"),
    type=st.sampled_from([FactType.NUMBER, FactType.FLAG, FactType.CHOICE, FactType.TEXT, FactType.DATE]),
    unit=st.sampled_from(["%", ""]),
    choices=st.just((Choice(id="new"), Choice(id="old"))),
    at_least=BOUNDS,
    at_most=BOUNDS,
    multiple_of=st.none() | st.just(Fraction(1, 2)),
    may_not_apply=st.booleans(),
)


@given(DEFINITIONS, VALUES)
def test_a_usual_value_is_read_as_any_value_is(definition: FactDefinition, value: DeclaredValue) -> None:
    usual = usual_reader(definition)(value)
    if usual is not None:
        violations = Violations()
        extent, plain = usual
        assert plain_extent(plain) == extent
        assert (extent, value) == read_scalar(definition, value, "facts[f].value", violations)
        assert violations.items == []


def test_numbers_in_normal_form_and_flags_are_usual() -> None:
    share = FactDefinition(id="share", type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(100))
    assert usual_reader(share)(DeclaredValue(number="79.99", unit="%")) is not None
    assert usual_reader(share)(DeclaredValue(number="100.01", unit="%")) is None
    assert usual_reader(FactDefinition(id="new", type=FactType.FLAG))(DeclaredValue(flag=False)) is not None
