"""Which fact was known by which id before is said line by line, and rightly."""

from __future__ import annotations

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue
from rules.language.compiler import compile_folder
from rules.model.fact_map import carried, wrongly_mapped
from rules.model.published import Published, drafted
from tests.language.folders import CORPUS, read_folder

TEXT = read_folder(CORPUS / "good" / "RL041")["card.en.feature"]


def version(number: str, share: str, *said: str) -> Published:
    text = TEXT.replace("| 1.0.0  ", f"| {number}  ").replace("share ", f"{share} ")
    text = text.replace("# language: en\n", "\n".join(["# language: en", *said, ""]))
    scorecard = compile_folder({"card.en.feature": text}).scorecard
    assert scorecard is not None
    return drafted(scorecard, {"card.en.feature": text})


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("# fact quota was share",), ()),
        (("# 事实 quota 原为 share",), ()),
        (("# fact quota was part",), ("part",)),
        (("# fact part was share",), ("share",)),
        (("# fact system was share",), ("share",)),
        (("# fact quota was share", "# fact quota was system"), ("system",)),
        (("# fact quota was share", "# fact part was share"), ("share",)),
    ],
)
def test_a_line_names_a_fact_that_is_no_more_and_one_of_its_kind(
    lines: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    before, after = version("1.0.0", "share"), version("2.0.0", "quota", *lines)
    assert wrongly_mapped(before.scorecard, after.scorecard, after.sources) == wrong
    assert wrongly_mapped(None, after.scorecard, after.sources) != ()


def test_facts_are_carried_over_all_versions_on_the_way() -> None:
    first = version("1.0.0", "share")
    second = version("2.0.0", "quota", "# fact quota was share")
    third = version("10.0.0", "part", "# fact part was quota")
    facts = tuple(DeclaredFact(id=id, value=DeclaredValue(number="1")) for id in ("share", "other"))

    def ids(made_by: Published, read_by: Published) -> list[str]:
        return [fact.id for fact in carried(facts, made_by, read_by, (third, first, second))]

    assert ids(first, third) == ["part", "other"]
    assert ids(first, second) == ["quota", "other"]
    assert ids(first, first) == ids(third, first) == ["share", "other"]
