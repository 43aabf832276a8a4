"""China ETS industry card: differential test of allocation and carry-over limits."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from fractions import Fraction
from random import Random

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import ConclusionKind
from rules.engine.inference_engine import InferenceEngine
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.scorecards.cn_ets_by_hand import Movement, industry_at_most, line_allocated
from tests.scorecards.test_cn_ets_power import SUBJECTS, movements_of, random_movement
from tests.support.cbam_cards import SHELF, choice, exact, inferred, proved, text, value

CARD = Gazette(CHECKOUT / "scorecards").versions("cn-ets-industry")[-1].scorecard
AS_OF = "2026-11-20"


def test_random_lines_have_the_same_allocation_as_a_second_computation() -> None:
    content = (CHECKOUT / "examples" / "cn-ets" / "industry-2025.yaml").read_bytes()
    example = read_dossier(content, CARD, as_of=AS_OF, settings={}).subject
    example = example.model_copy(update={"known": f"{AS_OF}T00:00:00Z"})
    engine, bands = InferenceEngine(CARD, SHELF), set()
    inference = inferred(engine, example)
    assert inference.kind is ConclusionKind.SCORED
    assert exact(inference, "allowances") == 2_457_914
    assert exact(inference, "carried") == 60_000
    for seed in range(SUBJECTS // 2):
        pick = Random(f"lines {seed}")
        year, balance = pick.choice(["2024", "2025", "2025"]), Fraction(pick.randint(500, 2000), 1000)
        records, expected = [], Fraction(0)
        for place in range(pick.randint(1, 4)):
            made, emitted = Fraction(pick.randint(1, 10**6)), Fraction(pick.randint(0, 10**8), 10)
            counted = (
                made * balance * pick.choice([Fraction(pick.randint(1, 200), 100), Fraction(4, 5), Fraction(6, 5)])
            )
            slag = pick.choice([Fraction(0), Fraction(15), Fraction("15.01")])
            special = pick.choice(["none_of_them"] * 3 + ["white_clinker", "sulphuric_acid"])
            records.append(
                {
                    "line": text(str(place)),
                    "serial": text(f"2025/{place}"),
                    "state": choice("whole_year"),
                    "special_case": choice(special),
                    "slag": value(slag, "%"),
                    "made": value(made, "t"),
                    "counted": value(counted, "tCO2e"),
                    "emitted": value(emitted, "tCO2e"),
                }
            )
            allocation = line_allocated(
                year, balance, counted / made, emitted, special=special != "none_of_them" or slag > 15
            )
            bands.add((allocation > emitted) - (allocation < emitted))
            expected += allocation
        changed = {
            "allowance_year": choice(year),
            "balance_value": value(balance, "tCO2e/t").model_copy(update={"evidence": ("balance-2025",)}),
            "lines": DeclaredValue(records=tuple(records), evidence=("verified-2025",)),
        }
        facts = tuple(
            one.model_copy(update={"value": changed[one.id]}) if one.id in changed else one for one in example.facts
        )
        answer = inferred(engine, example.model_copy(update={"facts": facts}))
        assert exact(answer, "allowances") == expected, seed
    engine.close()
    assert {1, -1} <= bands


def test_random_accounts_have_the_same_carry_over_limit_as_a_second_computation() -> None:
    result = next(one for one in CARD.results if one.name == "carried")
    assert "Maximum" in result.labels["en"]
    assert "至多" in result.labels["zh"]
    content = (CHECKOUT / "examples" / "cn-ets" / "industry-2025.yaml").read_bytes()
    example = read_dossier(content, CARD, as_of=AS_OF, settings={}).subject
    unknown = 0
    with closing(InferenceEngine(CARD, SHELF)) as engine:
        for seed in range(SUBJECTS // 2):
            pick = Random(f"account {seed}")
            movements = [random_movement(pick) for _ in range(pick.randint(0, 8))]
            movements.append(Movement(date(2025, 6, 30), "issued", Fraction(pick.choice([0, 90_000, 150_000])), "2024"))
            today = pick.choice([date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2), date.fromisoformat(AS_OF)])
            facts = tuple(
                one.model_copy(update={"value": movements_of(movements)}) if one.id == "movements" else one
                for one in example.facts
            )
            asked = {"as_of": today.isoformat(), "known": f"{AS_OF}T00:00:00Z", "facts": facts}
            inference = inferred(engine, proved(CARD.card.id, example.model_copy(update=asked)))
            expected = industry_at_most(movements, today)
            assert exact(inference, "carried") == expected, seed
            unknown += expected is None
    assert unknown
