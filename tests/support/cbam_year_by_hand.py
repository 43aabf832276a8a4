"""Independent test oracle for a year of CBAM goods: threshold and amounts due; writer of its input files."""

from __future__ import annotations

import csv
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.cbam_by_hand import ByHand, Line, Part, Process

THRESHOLD = Fraction(50)
GOODS = (
    "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t),"
    "price_certified,rebates_deducted,own_direct (tCO2e/t),own_indirect (tCO2e/t),production_route,produced_until,"
    "activity_level (t),precursors,opinion,verifier_accredited,report_covers_period,emissions_misstatement (tCO2e/t),"
    "allocation_misstatement (tCO2e/t),first_period,visit,physical_visit,report_date,installation_identified,"
    "summary_items (item)"
)
PRECURSORS = (
    "line,name,code,origin,consumed (t),method,direct (tCO2e/t),indirect (tCO2e/t),stated_allocation (tCO2e/t),"
    "accredited,period_covered,allocation_verified"
)
_VERIFIED = ["positive", "yes", "yes", "0", "0", "yes", "physical", "2027-03-10", "2027-04-30", "yes", "16"]


def write_year(lines: Sequence[Line], goods: Path, precursors: Path) -> None:
    """Write the lines as a declarant would."""
    rows, parts = [], []
    for number, line in enumerate(lines, 1):
        process = line.process
        route = "default" if process is None else "actual"
        row = [str(number), line.code, line.country, line.day.isoformat(), format_exact(line.tonnes), "no", route]
        row += [format_exact(line.paid), "yes", "yes"]
        rows.append(row if process is None else [*row, *_process(process), *_VERIFIED])
        made = () if process is None else process.parts
        parts += [[str(number), f"p{place}", *_part(part)] for place, part in enumerate(made)]
    for path, head, written in ((goods, GOODS, rows), (precursors, PRECURSORS, parts)):
        with path.open("w", newline="", encoding="utf-8") as file:
            file.write(f"{head}\n")
            csv.writer(file).writerows(written)


def _process(process: Process) -> list[str]:
    figures = [format_exact(process.direct), format_exact(process.indirect), process.route or "no_route"]
    none = "" if process.parts else "none"
    return [*figures, f"{process.year}-12-31", format_exact(process.activity), none]


def _part(part: Part) -> list[str]:
    verified = ["yes", "yes" if part.verified else "no", "yes" if part.allocation_verified else "no"]
    figures = [format_exact(value) for value in part.values]
    return [part.code, part.origin, format_exact(part.consumed), "actual_value", *figures, *verified]


def counted_mass(hand: ByHand, lines: Sequence[Line]) -> Fraction:
    """Add up the mass that counts towards the threshold: all goods of third countries except hydrogen."""
    counted = (line.tonnes for line in lines if is_third(hand, line) and not is_hydrogen(line))
    return sum(counted, Fraction(0))


def due_by_hand(hand: ByHand, lines: Sequence[Line]) -> list[Fraction | None]:
    """Return the certificates due on each line of a calendar year, after applying the threshold."""
    exceeded = counted_mass(hand, lines) > THRESHOLD
    amounts: list[Fraction | None] = []
    for line in lines:
        owes = is_third(hand, line) and (exceeded or is_hydrogen(line))
        amounts.append(hand.due(line)[2] if owes else Fraction(0))
    return amounts


def is_third(hand: ByHand, line: Line) -> bool:
    """Return whether the country of origin is neither in the Union nor exempt."""
    return hand.group.get(line.country) == "third"


def is_hydrogen(line: Line) -> bool:
    """Return whether a good is outside the threshold exemption. Electricity does not occur in these lines."""
    return line.code.startswith("28041000")
