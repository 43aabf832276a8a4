"""Which facts of the card `cbam-transitional` does a quarterly report give?

The mass stays open: a report names its unit by a code, not by a word. So does what a report does not say in words, such
as the share that was estimated.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker, told
from rules.contracts.numbers import format_exact
from service.base.names import organization_of
from service.reading.dossier.writing import write_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from service.schemes.cbam.quarterly_report.reading import ImportedGood, QuarterlyReport

_say = speaker(__name__)

OPEN = ("net_mass", "complex", "method", "justified", "estimated", "exempt")
_FIRST_DAYS = {"Q1": "01-01", "Q2": "04-01", "Q3": "07-01", "Q4": "10-01"}
_BRUSSELS = ZoneInfo("Europe/Brussels")


def write_dossier(report: QuarterlyReport, *, subject: str, language: str) -> str:
    """Write what the report says as facts; what it leaves open stands in the comment at the top, in the language.

    Raises:
        InputError: `subject` is not the name of one.
    """
    organization_of(subject, field="--dossier")
    declarant = " ".join(report.declarant.split())  # a line break would end the comment
    origin = _say("READ_FROM", quarter=report.quarter, declarant=declarant, open=OPEN)
    head = (
        f"# {told(origin, language)}",
        f"subject: {subject}",
        "facts:",
    )
    return "\n".join([*head, *_facts(report), "  goods:", "    value:", *map(_good, report.goods)]) + "\n"


def _facts(report: QuarterlyReport) -> Iterator[str]:
    year, _, quarter = report.quarter.partition("-")
    if quarter in _FIRST_DAYS:
        yield f"  quarter_start: {{value: {year}-{_FIRST_DAYS[quarter]}}}"
    yield "  submitted: {value: yes}"
    day = datetime.fromisoformat(report.submitted).astimezone(_BRUSSELS).date()
    yield f"  submitted_on: {{value: {day.isoformat()}}}"


def _good(good: ImportedGood) -> str:
    record = {
        "position": DeclaredValue(text=good.item),
        "cn_code": DeclaredValue(text=good.cn_code or None),
        "origin": DeclaredValue(text=good.country),
        "direct": _tonnes(good.direct),
        "indirect": _tonnes(good.indirect),
        "overall": _tonnes(good.overall),
    }
    return f"      - {write_value(DeclaredValue(records=(record,)))[1:-1]}"


def _tonnes(amount: Fraction) -> DeclaredValue:
    return DeclaredValue(number=format_exact(amount), unit="tCO2e")
