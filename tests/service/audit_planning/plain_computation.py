"""A second, plain computation of samples and audit time, which shares nothing with the service.

Square roots are decimal numbers with 50 digits, days are decimal numbers, and the tables are typed again as text.
"""

from __future__ import annotations

import subprocess
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

BANDS = "5 10 15 25 45 65 85 125 175 275 425 625 875 1175 1550 2025 2675 3450 4350 5450 6800 8500 10700"
DAYS = {
    "qms": "1.5 2 2.5 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22",
    "high": "3 3.5 4.5 5.5 7 8 9 11 12 13 15 16 17 19 20 21 23 25 27 28 30 32 34",
    "medium": "2.5 3 3.5 4.5 5.5 6 7 8 9 10 11 12 13 15 16 17 18 19 20 21 23 25 27",
    "low": "2.5 3 3 3.5 4 4.5 5 5.5 6 7 8 9 10 11 12 12 13 14 15 16 17 19 20",
    "limited": "2.5 3 3 3 3 3.5 3.5 4 4.5 5 5.5 6 6.5 7 7.5 8 8.5 9 10 11 12 13 14",
}
FACTORS = {"initial": "1", "surveillance": "0.6", "recertification": "0.8"}


def plain_size(audit: str, sites: int) -> int:
    """Return the factor times the square root, rounded up."""
    with localcontext(prec=50):
        size = Decimal(FACTORS[audit]) * Decimal(sites).sqrt()
        nearest = size.to_integral_value()
        if abs(size - nearest) < Decimal("1e-40"):
            return int(nearest)
        return int(size.to_integral_value(rounding=ROUND_CEILING))


def plain_whole_size(audit: str, sites: int) -> int:
    """Return all sites, or 30 % of them in surveillance, rounded up."""
    if audit != "surveillance":
        return sites
    return int((Decimal("0.3") * sites).to_integral_value(rounding=ROUND_CEILING))


def plain_quarter(size: int) -> int:
    """Return a quarter of a sample, rounded up."""
    return int((Decimal("0.25") * size).to_integral_value(rounding=ROUND_CEILING))


def plain_draw(seed: str, sites: list[str], count: int) -> list[str]:
    """Return the drawn sites, with the digests of the program sha256sum."""
    digests = []
    for site in sites:
        text = f"{seed}\n{site}"
        printed = subprocess.run(["sha256sum"], input=text.encode(), capture_output=True, check=True).stdout  # noqa: S607
        digests.append((printed.split()[0].decode(), site))
    return sorted(site for _, site in sorted(digests)[:count])


def plain_days(column: str, audit: str, personnel: list[tuple[int, str, str]], percents: tuple[int, int]) -> Decimal:
    """Return the days of a site: table, adjustments, share of the audit, nearest half day."""
    with localcontext(prec=50):
        total = sum(Decimal(persons) * Decimal(hours) * Decimal(counted) for persons, hours, counted in personnel)
        whole = max(1, int(Decimal(total).to_integral_value(rounding=ROUND_CEILING)))
        days = Decimal("nan")
        for upper, text in zip(reversed(BANDS.split()), reversed(DAYS[column].split()), strict=True):
            if whole <= int(upper):
                days = Decimal(text)
        first, last = percents
        days = days * (100 + first) / 100 * (100 + last) / 100
        thirds = {"initial": 3, "surveillance": 1, "recertification": 2}[audit]
        halves = (days * thirds * 2 / 3 + Decimal("0.5") + Decimal("1e-40")).to_integral_value(rounding=ROUND_FLOOR)
        return max(Decimal("0.5"), halves / 2)
