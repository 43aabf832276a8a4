"""Differences between scorecards: path, previous value and required step of the version number."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.outcomes import Verdict
from rules.language.card_rows import change_sentence
from rules.model.diff import ChangeKind, VersionStep, diff_scorecards
from rules.model.scorecard import Band, BandScale, Choice, Indicator, Scorecard, Setting
from tests.model.judged_card import JUDGED, RULES, with_rules
from tests.model.staged_card import STAGED, STAGES, stage, with_amount, with_maturity, with_stages
from tests.support.random_cards import RandomCard
from tests.support.small_card import small_card

CARD = small_card()


def with_bands(*bands: Band) -> Scorecard:
    first, second = CARD.indicators
    assert isinstance(first.scale, BandScale)
    scale = first.scale.model_copy(update={"bands": bands})
    return CARD.model_copy(update={"indicators": (first.model_copy(update={"scale": scale}), second)})


def changes(after: Scorecard) -> list[tuple[str, str, str | None, str | None, VersionStep]]:
    return [
        (item.kind.value, item.path, item.before, item.after, item.step)
        for item in diff_scorecards(CARD, after).changes
    ]


def test_the_same_card_with_another_version_number_has_no_difference() -> None:
    difference = diff_scorecards(CARD, small_card(version="1.0.1", supersedes="1.0.0"))
    assert (difference.changes, difference.required_step) == ((), None)


def test_a_changed_threshold_is_minor_and_described_in_both_languages() -> None:
    after = small_card(gold=85)
    (change,) = diff_scorecards(CARD, after).changes
    assert (change.path, change.before, change.after, change.step) == (
        "ladder.rows[gold].at_least", '"80"', '"85"', VersionStep.MINOR,
    )  # fmt: skip
    assert change_sentence(change, "en") == "grade table, entry gold, at least changes from 80 to 85"
    assert change_sentence(change, "zh") == "等级表, 条目 gold, 不低于由80改为85"


def test_rows_without_names_are_matched_by_content() -> None:
    first, middle, last = CARD.indicators[0].scale.bands  # type: ignore[union-attr]
    new = Band(at_least=Fraction(60), below=Fraction(80), points=Fraction(45))
    path = "indicators[I1].scale.bands"
    added = changes(with_bands(first, new, middle, last))
    assert added == [("added", f"{path}[2]", None, '{"at_least":"60","below":"80","points":"45"}', VersionStep.MINOR)]
    removed = changes(with_bands(first, last))
    assert [(kind, where, after) for kind, where, _, after, _ in removed] == [("removed", f"{path}[2]", None)]
    changed = changes(with_bands(first, middle.model_copy(update={"points": Fraction(31)}), last))
    assert changed == [("changed", f"{path}[2].points", '"30"', '"31"', VersionStep.MINOR)]


@pytest.mark.parametrize(
    ("update", "paths", "step"),
    [
        ({"gates": ()}, ["gates[G1]"], VersionStep.MAJOR),
        ({"facts": CARD.facts[1:]}, ["facts[renewable_share]"], VersionStep.MAJOR),
        (
            {"settings": (*CARD.settings, Setting(id="scope", choices=(Choice(id="one"),)))},
            ["settings[scope]"],
            VersionStep.MAJOR,
        ),
        (
            {"facts": (CARD.facts[0].model_copy(update={"given": True}), *CARD.facts[1:])},
            [f"facts[{CARD.facts[0].id}].given"],
            VersionStep.MINOR,
        ),
        ({"facts": tuple(reversed(CARD.facts))}, [], None),
        ({"indicators": tuple(reversed(CARD.indicators))}, ["indicators.order"], VersionStep.MINOR),
        ({"findings": ()}, ["findings[G1.PENALTY]"], VersionStep.MINOR),
        (
            {"gates": (CARD.gates[0].model_copy(update={"labels": {"en": "None"}}),)},
            ["gates[G1].labels.en", "gates[G1].labels.zh"],
            VersionStep.PATCH,
        ),
        (
            {"card": CARD.card.model_copy(update={"subject_kind": "farm", "titles": {}})},
            ["card.titles.en", "card.titles.zh", "card.subject_kind"],
            VersionStep.MAJOR,
        ),
    ],
)
def test_each_changed_part_requires_its_version_step(
    update: dict[str, object], paths: list[str], step: VersionStep | None
) -> None:
    difference = diff_scorecards(CARD, CARD.model_copy(update=update))
    assert [change.path for change in difference.changes] == paths
    assert difference.required_step is step


def rise(percent: int) -> Scorecard:
    return with_maturity(rise=Fraction(percent))


@pytest.mark.parametrize(
    ("before", "after", "path", "step", "english", "chinese"),
    [
        (
            STAGED, rise(10), "maturity.rise", VersionStep.MINOR,
            "maturity, rise changes from 5 to 10", "成熟度, 上升由5改为10",
        ),
        (
            STAGED, with_amount(multiple_of=Fraction(10)), "facts[amount].multiple_of", VersionStep.MAJOR,
            "fact amount, multiple changes from 5 to 10", "事实 amount, 整倍数由5改为10",
        ),
        (
            STAGED, with_stages(stage("s2", "140", "S", "D"), *STAGES.stages[1:]),
            "stages.stages[s2].maximum", VersionStep.MINOR,
            "stage, stage s2, maximum points changes from 150 to 140", "阶段, 阶段 s2, 满分由150改为140",
        ),
        (
            JUDGED, with_rules(RULES[0], RULES[1].model_copy(update={"verdict": Verdict.PROHIBITED})),
            "verdicts.rules[A-2].verdict", VersionStep.MINOR,
            "verdicts, rule A-2, verdict changes from misleading to prohibited",
            "判定, 规则 A-2, 判定由misleading改为prohibited",
        ),
        (
            JUDGED, with_rules(RULES[0], RULES[1].model_copy(update={"remedy": {"en": "say less"}})),
            "verdicts.rules[A-2].remedy.en", VersionStep.PATCH,
            "verdicts, rule A-2, suggested wording, in English is added: say less",
            "新增判定, 规则 A-2, 建议表述, 英文：say less",
        ),
    ],
)  # fmt: skip
def test_changes_of_stages_maturity_and_verdicts_are_described_in_both_languages(
    before: Scorecard, after: Scorecard, path: str, step: VersionStep, english: str, chinese: str
) -> None:
    (change,) = diff_scorecards(before, after).changes
    assert (change.path, change.step) == (path, step)
    assert (change_sentence(change, "en"), change_sentence(change, "zh")) == (english, chinese)


def test_a_name_with_dots_stays_whole_in_the_sentence() -> None:
    (change,) = diff_scorecards(CARD, CARD.model_copy(update={"findings": ()})).changes
    assert change_sentence(change, "en").startswith("finding G1.PENALTY is removed: bases cited law, ")
    assert len(change_sentence(change, "en")) < 300


def test_a_replaced_scale_is_a_single_change() -> None:
    other: Indicator = CARD.indicators[0].model_copy(update={"scale": CARD.indicators[1].scale})
    (change,) = diff_scorecards(CARD, CARD.model_copy(update={"indicators": (other, CARD.indicators[1])})).changes
    assert change.path == "indicators[I1].scale"
    assert json.loads(change.after or "")["kind"] == "choices"


@pytest.mark.full
@given(st.integers(0, 400), st.integers(0, 400))
def test_two_cards_differ_in_both_directions_or_not_at_all(seed: int, other: int) -> None:
    first, second = RandomCard(seed).build(), RandomCard(other).build()
    forth, back = diff_scorecards(first, second), diff_scorecards(second, first)
    assert bool(forth.changes) == bool(back.changes) == (first != second)
    assert diff_scorecards(first, first).changes == ()
    for change in forth.changes:
        assert change_sentence(change, "en")
        assert change_sentence(change, "zh")
        assert (change.before is None, change.after is None) == (
            change.kind is ChangeKind.ADDED, change.kind is ChangeKind.REMOVED,
        )  # fmt: skip
