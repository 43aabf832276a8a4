"""Dossier values on one line: round trip."""

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.model.scorecard import FactDefinition
from service.input.dossier.dossier_reader import read_assignment
from service.input.dossier.dossier_writer import write_value
from tests.support.small_card import small_card, small_subject

CARD = small_card()
FACTS = {fact.id: fact for fact in CARD.facts}
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
DATES = st.dates().map(str)
NUMBERS = st.tuples(st.decimals(allow_nan=False, allow_infinity=False).map("{:f}".format), st.sampled_from([None, "%"]))


def again(definition: FactDefinition, value: DeclaredValue) -> DeclaredValue | None:
    (fact,) = read_assignment(write_value(value), definition, CARD)
    return fact.value


VALUES = st.one_of(
    st.tuples(st.just("renewable_share"), NUMBERS.map(lambda pair: DeclaredValue(number=pair[0], unit=pair[1]))),
    st.tuples(st.just("certified"), st.booleans().map(lambda flag: DeclaredValue(flag=flag))),
    st.tuples(st.just("status"), TEXTS.map(lambda text: DeclaredValue(choice=text))),
    st.tuples(st.just("remark"), TEXTS.map(lambda text: DeclaredValue(text=text))),
    st.tuples(st.just("themes"), st.lists(TEXTS).map(lambda texts: DeclaredValue(choices=tuple(texts)))),
    st.tuples(st.just("audited_on"), DATES.map(lambda text: DeclaredValue(date=text))),
    st.tuples(
        st.just("report_year"),
        st.tuples(DATES, DATES).map(lambda ends: DeclaredValue(period=PeriodText(first=ends[0], last=ends[1]))),
    ),
    st.tuples(
        st.just("credits"),
        st.lists(
            st.tuples(TEXTS, DATES).map(
                lambda pair: {
                    "serial": DeclaredValue(text=pair[0]),
                    "retired_on": DeclaredValue(date=pair[1]),
                    "amount": DeclaredValue(number="1.5", unit="tCO2e"),
                }
            ),
            max_size=3,
        ).map(lambda records: DeclaredValue(records=tuple(records))),
    ),
)


@given(VALUES)
def test_every_value_reads_again(named: tuple[str, DeclaredValue]) -> None:
    name, value = named
    assert again(FACTS[name], value) == value


@pytest.mark.parametrize("fact", small_subject().facts, ids=lambda fact: fact.id)
def test_dossier_values_are_read_back_without_their_evidence(fact: object) -> None:
    declared = next(one for one in small_subject().facts if one == fact)
    assert declared.value is not None
    bare = declared.value.model_copy(update={"evidence": ()})
    assert again(FACTS[declared.id], bare) == bare


def test_values_are_quoted_only_if_necessary() -> None:
    assert write_value(DeclaredValue(number="80", unit="%")) == "80 %"
    assert write_value(DeclaredValue(choices=("water", "waste"))) == "[water, waste]"
    assert write_value(DeclaredValue(text="null")) == '"null"'
    assert write_value(DeclaredValue()) == ""
