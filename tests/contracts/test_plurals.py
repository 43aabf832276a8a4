"""Plural forms in messages: singular for one, plural for any other number, plain texts unchanged."""

import copy

import pytest

from rules.contracts.toml_files import PluralTemplate, parse_plurals

SAID = parse_plurals(
    {"sum": "{done} of {count} more [subject|subjects] [is|are] done: {names}", "a": ["none|x", "[a]"]}
)


@pytest.mark.parametrize("many", [0, 2, 11, "1,000", "0.1"])
def test_a_count_of_one_selects_the_singular(many: object) -> None:
    assert SAID["sum"].format(done=1, count=many, names="[a|b]") == f"1 of {many} more subjects are done: [a|b]"
    assert SAID["sum"].format(done=3, count=1, names="x") == "3 of 1 more subject is done: x"
    assert SAID["sum"].format(done=3, count="1", names="x") == "3 of 1 more subject is done: x"


def test_a_template_without_a_count_stays_a_plain_text() -> None:
    assert type(SAID["a"][0]) is type(SAID["a"][1]) is str
    assert isinstance(str(SAID["sum"]), PluralTemplate)
    assert copy.deepcopy(SAID["sum"]).format(done=0, count=1, names="") == "0 of 1 more subject is done: "
