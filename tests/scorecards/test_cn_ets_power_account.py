"""China ETS power account card: chained yearly evaluations against one pass over all years.

Set `TOUCHSTONE_ETS_SUBJECTS=1000` to test 1000 random accounts.
"""

from __future__ import annotations

import os
from fractions import Fraction
from math import floor
from random import Random

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.numbers import format_exact
from rules.contracts.record_bytes import WrittenRecord
from rules.model.published_version import published_bytes
from rules.trail.evaluation import Evaluator
from rules.trail.previous_evaluation import EarlierEvaluation, fill_from_previous
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.recomputing import recompute
from tests.support.tiers import tries

PROVED = {"movements", "pending"}
INTO, OUT_OF = ("issued", "bought", "received"), ("sold", "given", "surrendered", "cancelled")
KEY = bytes(32)
EXTRACT = EvidenceItem(id="extract", kind="registry-extract", issuer="registry", digest="0" * 64)
Moves = list[tuple[str, Fraction]]


def plainly(
    first: int, opening: Fraction, years: list[tuple[Moves, Fraction, bool]]
) -> list[tuple[Fraction, Fraction]]:
    """Compute the holding at the end of each year and the amount carried over, in one pass over all years."""
    held, sold, missed, balances = opening, Fraction(0), False, []
    for number, (moves, pending, late) in enumerate(years, first):
        held += sum((amount if kind in INTO else -amount for kind, amount in moves), Fraction(0))
        if number in {2024, 2025}:
            sold += sum(
                ({"sold": amount, "bought": -amount}.get(kind, Fraction(0)) for kind, amount in moves), Fraction(0)
            )
            missed = missed or late
        end = held
        if number == 2025:
            most = Fraction(floor(10_000 + max(sold, Fraction(0)) * 3 / 2))
            held = Fraction(0) if missed else min(most, max(held - pending, Fraction(0)))
        balances.append((end, held))
    return balances


def chain(random: Random) -> tuple[int, Fraction, list[tuple[Moves, Fraction, bool]]]:
    """Generate an account: its first year, its opening balance and the years."""
    first = random.choice((2021, 2022, 2023, 2024))
    years = []
    for _ in range(first, 2027):
        moves = [
            (
                random.choice(INTO + OUT_OF),
                Fraction(random.choice((0, 3, 999, 12_345, 80_000_01)), random.choice((1, 100))),
            )
            for _ in range(random.randrange(6))
        ]
        years.append((moves, Fraction(random.choice((0, 0, 500, 20_000))), random.random() < 0.1))
    return first, Fraction(random.choice((0, 8_000, 300_000, 500_000))), years


class Accounts:
    """Evaluates chains under the published card."""

    def __init__(self) -> None:
        """Prepare it once."""
        self.version = Gazette(CHECKOUT / "scorecards").newest("cn-ets-power-account")
        self._evaluator = Evaluator(self.version.scorecard, self.version.rule_digest, self.version.name)

    def evaluated(
        self, first: int, opening: Fraction, years: list[tuple[Moves, Fraction, bool]]
    ) -> tuple[list[tuple[str, str]], list[WrittenRecord]]:
        """Evaluate each year with all earlier evaluations; return the balances of each record, and the records."""
        balances: list[tuple[str, str]] = []
        records: list[WrittenRecord] = []
        for number, (moves, pending, late) in enumerate(years, first):
            facts = {
                "year": DeclaredValue(choice=str(number)),
                "movements": DeclaredValue(records=tuple(map(_record, range(len(moves)), moves))),
                "pending": tonnes(pending),
                "missed": DeclaredValue(flag=late),
            }
            if number == first:
                nothing = {"net_before": tonnes(Fraction(0)), "missed_before": DeclaredValue(flag=False)}
                facts |= {"opening": tonnes(opening), **nothing}
            subject = Subject(
                subject="organizations/acme/subjects/account",
                as_of="2027-02-10",
                known="2027-03-01T00:00:00Z",
                facts=tuple(
                    DeclaredFact(id=id, value=proved(value) if id in PROVED else value) for id, value in facts.items()
                ),
                evidence=(EXTRACT,),
            )
            earlier = [EarlierEvaluation("", one, self.version) for one in records]
            filled_subject, _ = fill_from_previous(self.version.scorecard, subject, earlier)
            written = self._evaluator.evaluate(filled_subject, KEY).written_record
            records.append(written)
            balances.append(
                (written.results_by_step["quantities/closing"][0], written.results_by_step["quantities/goes_on"][0])
            )
        return balances, records


def proved(value: DeclaredValue) -> DeclaredValue:
    """Attach the register extract as evidence to a value."""
    return value.model_copy(update={"evidence": (EXTRACT.id,)})


def tonnes(amount: Fraction) -> DeclaredValue:
    """Write an amount."""
    return DeclaredValue(number=format_exact(amount), unit="tCO2e")


def _record(place: int, move: tuple[str, Fraction]) -> dict[str, DeclaredValue]:
    kind, amount = move
    named = {"booking": DeclaredValue(text=f"M{place}"), "entry": DeclaredValue(text=f"A1/M{place}")}
    return {**named, "kind": DeclaredValue(choice=kind), "amount": tonnes(amount)}


def compare(accounts: Accounts, seed: int) -> list[WrittenRecord]:
    """Evaluate one chain both ways; they must agree."""
    drawn = chain(Random(seed))
    balances, records = accounts.evaluated(*drawn)
    wanted = [(format_exact(end), format_exact(on)) for end, on in plainly(*drawn)]
    assert balances == wanted, (seed, balances, wanted)
    return records


CHAINS = int(os.environ.get("TOUCHSTONE_ETS_SUBJECTS", tries(120)))


def test_random_chains_agree_with_a_single_pass_computation() -> None:
    accounts = Accounts()
    file = published_bytes(accounts.version.scorecard, accounts.version.sources)
    for seed in range(CHAINS):
        records = compare(accounts, seed)
        if seed % 30 == 0:
            assert all(recompute(one.content, file, None, KEY).agrees for one in records)
