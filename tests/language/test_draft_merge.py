"""Three-way merge of drafts: laws for random edits, every kind of conflict, and names changed on one side."""

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from rules.api import compile_folder, to_canonical
from rules.language import DraftMerge, language_of, load_lexicon, merge_drafts
from rules.model import ConflictKind, MergeSide, PublishedVersion, draft_as_published

FEATURES = Path(__file__).resolve().parents[2] / "features"
Files = Mapping[str, str]
CARD = "low-carbon-product"
RULE = "verdicts.rules[LOW-02]"
OURS, THEIRS, BASE = MergeSide.OURS, MergeSide.THEIRS, MergeSide.BASE


@cache
def card(name: str = CARD) -> Files:
    return {path.name: path.read_text("utf-8") for path in sorted((FEATURES / name).glob("*.feature"))}


def edited(files: Files, **replaced: tuple[str, str]) -> Files:
    """The files with one replacement for each file, named by stem and language, as in `rules_en`."""
    result = dict(files)
    for key, (old, new) in replaced.items():
        path = f"{key.rpartition('_')[0]}.{key.rpartition('_')[2]}.feature"
        assert old in result[path], old
        result[path] = result[path].replace(old, new)
    return result


def with_threshold(number: int, files: Files | None = None) -> Files:
    return edited(
        files or card(),
        rules_en=("is more than 0 kgCO2e", f"is more than {number} kgCO2e"),
        rules_zh=("高于 0 kgCO2e", f"高于 {number} kgCO2e"),
    )


def with_severity(files: Files | None = None) -> Files:
    return edited(
        files or card(),
        rules_en=("prohibited | major    | catalogue |", "prohibited | minor    | catalogue |"),
        rules_zh=("| 禁止 | 严重 | catalogue |", "| 禁止 | 一般 | catalogue |"),
    )


def without_rule(files: Files | None = None, language_rows: str = "LOW-02") -> Files:
    """The files without the section of a rule, and without the examples that name it."""
    result = {}
    for path, text in (files or card()).items():
        sections = re.split(r"(?m)^(?=  (?:Rule|规则):)", text)
        kept = [section for section in sections if f"| {language_rows} |" not in section]
        blocks = re.split(r"(?m)^(?=\n    (?:Scenario|场景))", "".join(kept))
        result[path] = "".join(block for block in blocks if language_rows not in block)
    return result


def published(files: Files) -> PublishedVersion:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None, compilation.diagnostics
    return draft_as_published(compilation.scorecard, files)


def formatted(files: Files) -> Files:
    return {path: to_canonical(text, load_lexicon(language_of(path) or "en")) for path, text in files.items()}


def clean(base: Files, ours: Files, theirs: Files) -> DraftMerge:
    merge = merge_drafts(base, ours, theirs, {})
    assert not merge.conflicts
    assert merge.scorecard is not None, merge.diagnostics
    assert not merge.differing
    return merge


def conflict(base: Files, ours: Files, theirs: Files) -> tuple[str, ConflictKind | None]:
    (part,) = merge_drafts(base, ours, theirs, {}).conflicts
    return part.path, part.conflict


@pytest.mark.parametrize("name", [CARD, "zero-carbon-factory", "carbon-handprint", "green-factory"])
def test_a_merge_with_an_unchanged_side_returns_the_other_side_byte_for_byte(name: str) -> None:
    files = card(name)
    commented = {path: text.replace("\n\n", "\n\n# why this is so\n", 1) for path, text in files.items()}
    assert clean(files, files, commented).files == commented
    assert clean(files, commented, files).files == commented
    assert clean(files, commented, commented).files == commented


def number_edits(files: Files, generator: random.Random) -> list[tuple[str, str]]:
    """Rows of verdict rules and bases that can be edited independently of each other."""
    lines = [line for line in files["card.en.feature"].split("\n") if re.match(r"      \| [a-z-]+ +\| ", line)]
    notes = [line for line in lines if "own reading" in line or "secondary" in line]
    return [(line, line.rstrip(" |") + f" Edition {generator.randrange(1000)}. |") for line in notes]


@pytest.mark.parametrize("seed", range(12))
def test_edits_of_different_parts_commute_and_have_the_content_of_both(seed: int) -> None:
    generator, base = random.Random(seed), card()
    edits = number_edits(base, generator)
    generator.shuffle(edits)
    cut = generator.randrange(len(edits) + 1)
    sides = [dict(base), dict(base), dict(base)]
    for position, (old, new) in enumerate(edits):
        for side in (0 if position < cut else 1, 2):
            sides[side]["card.en.feature"] = sides[side]["card.en.feature"].replace(old, new)
    if generator.random() < 0.5:
        sides[0], sides[2] = dict(with_threshold(1, sides[0])), dict(with_threshold(1, sides[2]))
        sides[1], sides[2] = dict(with_severity(sides[1])), dict(with_severity(sides[2]))
    one, other = clean(base, sides[0], sides[1]), clean(base, sides[1], sides[0])
    assert one.files == other.files
    assert formatted(one.files) == formatted(sides[2])
    assert published(one.files).rule_digest == published(sides[2]).rule_digest


def test_different_cells_of_one_rule_merge_in_both_languages() -> None:
    merge = clean(card(), with_threshold(1), with_severity())
    expected = published(with_severity(with_threshold(1)))
    assert published(merge.files).rule_digest == expected.rule_digest
    (part,) = merge.parts
    assert (part.path, part.changed_by, part.conflict) == (RULE, frozenset((OURS, THEIRS)), None)
    unchanged = [path for path in card() if not path.startswith("rules")]
    assert all(merge.files[path] == card()[path] for path in unchanged)


def test_the_same_cell_changed_differently_is_one_conflict_in_both_languages() -> None:
    ours, theirs = with_threshold(1), with_threshold(2)
    assert conflict(card(), ours, theirs) == (RULE, ConflictKind.CHANGED)
    assert conflict(card(), theirs, ours) == (RULE, ConflictKind.CHANGED)
    for side, files in ((OURS, ours), (THEIRS, theirs), (BASE, card())):
        merge = merge_drafts(card(), ours, theirs, {RULE: side})
        assert merge.files == files
        assert not merge.undecided
        assert not merge.differing


def test_a_conflict_has_the_values_of_all_sides_in_the_language_of_the_reader() -> None:
    merge = merge_drafts(card(), with_threshold(1), with_threshold(2), {})
    (part,) = merge.conflicts
    english = [merge.values(part, side, "en")[0] for side in MergeSide]
    assert ["more than 0" in english[0], "more than 1" in english[1], "more than 2" in english[2]] == [True] * 3
    assert "高于 2 kgCO2e/kg" in merge.values(part, THEIRS, "zh")[0]
    assert "LOW-02" in part.heading("zh")


@pytest.mark.parametrize("side", MergeSide)
def test_a_rule_deleted_by_one_side_and_changed_by_the_other_is_a_conflict(side: MergeSide) -> None:
    ours, theirs = without_rule(), with_threshold(2)
    merge = merge_drafts(card(), ours, theirs, {})
    assert (RULE, ConflictKind.DELETED) in [(part.path, part.conflict) for part in merge.conflicts]
    merge = merge_drafts(card(), ours, theirs, {RULE: side})
    assert merge.scorecard is not None
    assert any(rule.id == "LOW-02" for rule in merge.scorecard.verdict_rules) is (side is not OURS)
    assert not merge.differing


def test_a_rule_deleted_by_one_side_disappears() -> None:
    commented = edited(card(), card_en=("      | certified ", "      # by a body of the catalogue\n      | certified "))
    merge = clean(card(), without_rule(), commented)
    assert merge.files == {**without_rule(), "card.en.feature": commented["card.en.feature"]}


def test_the_same_id_added_with_different_content_is_a_conflict() -> None:
    def added(note: str) -> Files:
        row = "      | otherwise   |"
        english, chinese = (
            f"      | notice | Notice 7 | 3 | {word} | {note} |\n{row}" for word in ("secondary", "转引")
        )
        return edited(
            card(),
            card_en=(row, english),
            card_zh=(row, chinese),
            rules_en=("on basis otherwise, proof", "on basis otherwise, proof, notice"),
            rules_zh=("依据 otherwise, proof", "依据 otherwise, proof, notice"),
        )

    assert conflict(card(), added("one"), added("two")) == ("bases[notice]", ConflictKind.ADDED)
    assert not merge_drafts(card(), added("one"), added("one"), {}).conflicts
    chosen = merge_drafts(card(), added("one"), added("two"), {"bases[notice]": THEIRS})
    assert formatted(chosen.files) == formatted(added("two"))


def test_a_version_number_and_an_effective_date_changed_differently_are_conflicts() -> None:
    def numbered(number: str, day: str) -> Files:
        return {
            path: text.replace("| 1.0.0 ", f"| {number} ").replace("2015-11-01", day) for path, text in card().items()
        }

    merge = merge_drafts(card(), numbered("1.1.0", "2027-01-01"), numbered("2.0.0", "2027-07-01"), {})
    assert {part.path for part in merge.conflicts} == {"card.version", "card.first_date"}
    merge = merge_drafts(
        card(), numbered("1.1.0", "2027-01-01"), numbered("2.0.0", "2027-07-01"),
        {"card.version": THEIRS, "card.first_date": OURS},
    )  # fmt: skip
    assert published(merge.files).rule_digest == published(numbered("2.0.0", "2027-01-01")).rule_digest


def renamed(new: str, files: Files | None = None) -> Files:
    """The fact `emission` under another id."""
    return {path: re.sub(r"(?<![\w-])emission(?= +\|| 为)", new, text) for path, text in (files or card()).items()}


def raised(files: Files) -> Files:
    """The lowest emission in the facts table is 0.1."""
    return {
        path: re.sub(r"(?m)^(      \| (?:emission|released) .*\| )0  ( +\| footprint)", r"\g<1>0.1\g<2>", text)
        for path, text in files.items()
    }


def test_a_fact_renamed_by_one_side_keeps_the_changes_of_the_other_side() -> None:
    changed = raised(card())
    assert changed != card()
    for ours, theirs in ((renamed("released"), changed), (changed, renamed("released"))):
        merge = clean(card(), ours, theirs)
        assert published(merge.files).rule_digest == published(raised(renamed("released"))).rule_digest


def test_a_fact_renamed_differently_by_both_sides_is_a_conflict() -> None:
    ours, theirs = renamed("released"), renamed("given_off")
    merge = merge_drafts(card(), ours, theirs, {})
    assert ("facts[emission]", ConflictKind.RENAMED) in [(part.path, part.conflict) for part in merge.conflicts]
    for side, files in ((OURS, ours), (THEIRS, theirs), (BASE, card())):
        merge = merge_drafts(card(), ours, theirs, {part.path: side for part in merge.conflicts})
        assert published(merge.files).rule_digest == published(files).rule_digest


def test_a_label_changed_by_one_side_is_used_in_what_the_other_side_added() -> None:
    ours = {path: text.replace("product certified", "certificate issued") for path, text in card().items()}
    scenario = "\n    Scenario: Without certificate\n      Given product certified is no\n"
    scenario += "      When evaluated as of 2026-11-20\n      Then rule LOW-03 holds\n"
    theirs = edited(card(), rules_en=("  Rule: Example cases\n", f"  Rule: Example cases\n{scenario}"))
    merge = clean(card(), ours, theirs)
    assert "Given certificate issued is no\n      When evaluated as of 2026-11-20\n" in merge.files["rules.en.feature"]
    assert "Scenario: Without certificate" in merge.files["rules.en.feature"]
    assert "product certified" not in merge.files["card.en.feature"]


def reordered(*order: int) -> Files:
    """The sections of the verdict rules in another order."""
    result = dict(card())
    for path in ("rules.en.feature", "rules.zh.feature"):
        head, *sections = re.split(r"(?m)^(?=  (?:Rule|规则):)", card()[path])
        sections[-2] += "\n"
        result[path] = (head + "".join(sections[index].rstrip("\n") + "\n\n" for index in order)).rstrip("\n") + "\n"
    return result


def test_an_order_changed_differently_is_a_conflict() -> None:
    ours, theirs = reordered(1, 0, 2, 3, 4), reordered(0, 1, 3, 2, 4)
    merge = merge_drafts(card(), ours, theirs, {})
    assert [(part.path, part.conflict) for part in merge.conflicts] == [
        ("verdicts.rules.order", ConflictKind.REORDERED)
    ]
    chosen = merge_drafts(card(), ours, theirs, {"verdicts.rules.order": THEIRS})
    assert chosen.scorecard is not None
    assert [rule.id for rule in chosen.scorecard.verdict_rules] == ["LOW-01", "LOW-02", "LOW-04", "LOW-03"]
    assert not chosen.differing
    moved = clean(card(), ours, with_threshold(2))
    assert moved.scorecard is not None
    assert [rule.id for rule in moved.scorecard.verdict_rules] == ["LOW-02", "LOW-01", "LOW-03", "LOW-04"]


def test_an_example_changed_differently_is_one_conflict_for_both_languages() -> None:
    def dated(day: str) -> Files:
        return {
            path: text.replace("certificate is 2023-10-01", f"certificate is {day}").replace(
                "为 2023-10-01", f"为 {day}"
            )
            for path, text in card().items()
        }

    merge = merge_drafts(card(), dated("2023-10-02"), dated("2023-10-03"), {})
    assert [part.path for part in merge.conflicts] == ["examples[A certificate of 2023 has expired]"]
    chosen = merge_drafts(card(), dated("2023-10-02"), dated("2023-10-03"), {merge.conflicts[0].path: THEIRS})
    assert chosen.files == dated("2023-10-03")


def test_comments_of_both_sides_remain_and_different_comments_conflict() -> None:
    row = "        | LOW-02 | Emissions"
    ours = edited(card(), rules_en=(row, f"        # see Notice 7\n{row}"))
    theirs = edited(card(), card_en=("      | certified ", "      # by a body of the catalogue\n      | certified "))
    files = clean(card(), ours, theirs).files
    assert files["rules.en.feature"] == ours["rules.en.feature"]
    assert files["card.en.feature"] == theirs["card.en.feature"]
    other = edited(card(), rules_en=(row, f"        # see Notice 8\n{row}"))
    assert [part.path for part in merge_drafts(card(), ours, other, {}).conflicts] == [RULE]


def test_a_rule_removed_by_one_side_and_used_by_a_new_example_is_a_problem_of_the_merged_files() -> None:
    scenario = "\n    Scenario: Within the limit\n      When evaluated as of 2026-11-20\n"
    scenario += "      Then rule LOW-02 does not hold\n"
    theirs = edited(card(), rules_en=("  Rule: Example cases\n", f"  Rule: Example cases\n{scenario}"))
    merge = merge_drafts(card(), without_rule(), theirs, {})
    assert not merge.conflicts
    assert merge.scorecard is None
    assert any("LOW-02" in diagnostic.message for diagnostic in merge.diagnostics)


def test_a_version_that_does_not_compile_is_named() -> None:
    broken = edited(card(), rules_en=("And verdicts are governed by", "And verdicts are decided by"))
    assert merge_drafts(card(), broken, card(), {}).failed_side is OURS
    assert merge_drafts(broken, card(), card(), {}).failed_side is BASE
    assert merge_drafts(card(), card(), broken, {}).diagnostics
