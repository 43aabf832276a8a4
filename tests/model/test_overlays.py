"""An overlay replaces points, bands and settings of a card, and nothing else."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.model.diff import forbidden_overlay_changes
from rules.model.scorecard import Scorecard
from tests.language.folders import CORPUS, read_folder
from tests.support.small_card import small_card

FILES = read_folder(CORPUS / "good" / "RL041")


def compiled(*changes: tuple[str, str]) -> Scorecard:
    files = dict(FILES)
    for old, new in changes:
        assert old in files["card.en.feature"]
        files["card.en.feature"] = files["card.en.feature"].replace(old, new)
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    return scorecard


OWN = (
    ("| smallest ", "| ours     "),
    ("| The smallest card     |", "| Our reading           |"),
    ("2026-01-01", "2027-01-01"),
)


@pytest.mark.parametrize(
    ("changes", "beyond"),
    [
        (OWN, []),
        ((*OWN, ("| 50       | 80    | 30     |", "| 50       | 80    | 20     |")), []),
        (
            (
                ("        | 80       |       |", "        | 90       |       |"),
                ("| 50       | 80 ", "| 50       | 90 "),
            ),
            [],
        ),
        ((("Guide 1-2026", "Guide 1-2027"),), ["bases[guide].instrument"]),
        ((("| A     | 80  ", "| A     | 70  "),), ["ladder.rows[A].at_least"]),
        ((("        | 100     |\n      | system", "        | 90      |\n      | system"),), ["facts[share].at_most"]),
        ((("| time zone      | Asia/Shanghai", "| time zone      | Europe/Paris "),), ["card.time_zone"]),
    ],
    ids=lambda given: str(given)[-40:],
)
def test_an_overlay_may_change_only_points_bands_and_settings(
    changes: tuple[tuple[str, str], ...], beyond: list[str]
) -> None:
    forbidden_changes = forbidden_overlay_changes(compiled(), compiled(*changes))
    assert [change.path.split("[")[0] for change in forbidden_changes] == [path.split("[")[0] for path in beyond]


def test_an_overlay_cannot_change_a_gate_or_a_setting_that_a_gate_reads() -> None:
    base = small_card()
    without = base.model_copy(update={"gates": base.gates[1:]})
    assert [change.path for change in forbidden_overlay_changes(base, without)] == [f"gates[{base.gates[0].id}]"]
    setting = base.settings[0]
    other = setting.model_copy(update={"default": setting.choices[-1].id})
    changed = base.model_copy(update={"settings": (other, *base.settings[1:])})
    assert forbidden_overlay_changes(base, changed) == ()
    gated = base.gates[0].model_copy(update={"id": setting.id})  # a gate that refers to the setting
    both = (one.model_copy(update={"gates": (gated, *base.gates[1:])}) for one in (base, changed))
    assert [change.path.partition(".")[0] for change in forbidden_overlay_changes(*both)] == [f"settings[{setting.id}]"]
