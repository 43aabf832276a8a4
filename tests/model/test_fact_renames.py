"""Renames of facts between versions: declarations line by line, and their errors."""

from __future__ import annotations

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Rating, Verification
from rules.language.compiler import compile_folder
from rules.model.definitions import Choice, FactDefinition, FactType
from rules.model.fact_renames import invalid_mappings, migrate_facts
from rules.model.published_version import PublishedVersion, draft_as_published
from rules.model.scorecard import Scorecard
from tests.language.folders import CORPUS, read_folder
from tests.support.small_card import small_card, small_subject

TEXT = read_folder(CORPUS / "good" / "RL041")["card.en.feature"]


def version(number: str, share: str, *comments: str) -> PublishedVersion:
    text = TEXT.replace("| 1.0.0  ", f"| {number}  ").replace("share ", f"{share} ")
    text = text.replace("# language: en\n", "\n".join(["# language: en", *comments, ""]))
    scorecard = compile_folder({"card.en.feature": text}).scorecard
    assert scorecard is not None
    return draft_as_published(scorecard, {"card.en.feature": text})


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
def test_a_rename_maps_a_removed_fact_to_a_fact_of_the_same_kind(
    lines: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    before, after = version("1.0.0", "share"), version("2.0.0", "quota", *lines)
    assert invalid_mappings(before.scorecard, after.scorecard, after.sources) == wrong
    assert invalid_mappings(None, after.scorecard, after.sources) != ()


def test_facts_are_migrated_through_all_intermediate_versions() -> None:
    first = version("1.0.0", "share")
    second = version("2.0.0", "quota", "# fact quota was share")
    third = version("10.0.0", "part", "# fact part was quota")
    facts = tuple(DeclaredFact(id=id, value=DeclaredValue(number="1")) for id in ("share", "other"))

    def ids(made_by: PublishedVersion, read_by: PublishedVersion) -> list[str]:
        return [fact.id for fact in migrate_facts(facts, made_by, read_by, (third, first, second))]

    assert ids(first, third) == ["part", "other"]
    assert ids(first, second) == ["quota", "other"]
    assert ids(first, first) == ids(third, first) == ["share", "other"]


LINES = (
    "# record unit was credit",
    "# fact unit.document was certificate",
    "# choice state settled was closed",
    "# fact state was status",
    "# 选项 themes residue 原为 waste",
    "# choice unit.standard vcs was verra",
)
RENAMED = (
    ('"credit"', '"unit"'),
    ('"certificate"', '"document"'),
    ('"closed"', '"settled"'),
    ('"status"', '"state"'),
    ('"waste"', '"residue"'),
    ('"verra"', '"vcs"'),
)


def small(number: str, *renamed: tuple[str, str], lines: tuple[str, ...] = ()) -> PublishedVersion:
    card = small_card(version=number)
    (credit,) = card.records
    standard = FactDefinition(id="standard", type=FactType.CHOICE, choices=(Choice(id="verra"), Choice(id="gold")))
    records = (credit.model_copy(update={"fields": (*credit.fields, standard)}),)
    plain = card.model_copy(update={"records": records}).model_dump_json()
    for old, new in renamed:
        assert old in plain
        plain = plain.replace(old, new)
    return draft_as_published(
        Scorecard.model_validate_json(plain), {"card.en.feature": "\n".join(["# language: en", *lines, ""])}
    )


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (LINES, ()),
        ((*LINES[1:], "# record unit was batch"), ("batch", "unit.certificate", "unit.standard verra")),
        ((*LINES, "# fact unit.serial was number"), ("unit.number",)),
        ((*LINES, "# fact unit.amount was certificate"), ("unit.certificate",)),
        ((*LINES, "# fact unit.amount was serial"), ("unit.serial",)),
        ((*LINES, "# choice state open was closed"), ("state closed",)),
        ((*LINES, "# choice state settled was ended"), ("state ended",)),
        ((*LINES, "# choice state settled was open"), ("state open",)),
        ((*LINES, "# choice remark yes was no"), ("remark no",)),
        ((*LINES, "# choice unit.standard gold was other"), ("unit.standard other",)),
    ],
)
def test_renames_of_record_fields_and_choices_are_validated(lines: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    before, after = small("1.0.0"), small("2.0.0", *RENAMED, lines=lines)
    mappings = invalid_mappings(before.scorecard, after.scorecard, after.sources)
    assert set(mappings) == set(wrong)


def test_record_fields_and_choices_are_migrated_with_verifications_and_ratings() -> None:
    before, after = small("1.0.0"), small("2.0.0", *RENAMED, lines=LINES)
    closed = DeclaredValue(choice="closed")
    facts = {fact.id: fact for fact in small_subject().facts}
    credits = facts["credits"].value
    assert credits is not None
    assert credits.records is not None
    first = {**credits.records[0], "standard": DeclaredValue(choice="verra")}
    facts["credits"] = DeclaredFact(id="credits", value=credits.model_copy(update={"records": (first,)}))
    facts["status"] = facts["status"].model_copy(
        update={
            "verification": Verification(
                judgement=Judgement.CORRECTED, corrected=closed, method="m", person="p", date="2026-03-01"
            ),
            "ratings": (Rating(person="p", value=closed, rationale="r"),),
        }
    )
    read = {fact.id: fact for fact in migrate_facts(tuple(facts.values()), before, after, ())}
    assert set(read) == {*facts, "state"} - {"status"}
    settled, state = DeclaredValue(choice="settled"), read["state"]
    assert state.value == settled
    assert state.verification is not None
    assert [state.verification.corrected, *(one.value for one in state.ratings)] == [settled, settled]
    assert read["themes"].value == DeclaredValue(choices=("residue", "water"))
    document = {"document": first.pop("certificate"), **first, "standard": DeclaredValue(choice="vcs")}
    assert read["credits"].value == DeclaredValue(records=(document,))
    assert read["remark"] == facts["remark"]
