"""CBAM declaration as text and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from rules.contracts import (
    Interval,
    Json,
    Outcome,
    RoundingMode,
    format_citation,
    format_exact,
    format_places,
    in_language,
    round_to,
    typeset,
)
from rules.model import Basis
from service.output.terminal.columns import columns_text
from service.schemes.cbam.declaration import (
    COST,
    OWED,
    Declaration,
    DeclaredLine,
    FailedGate,
    LineStatus,
    Obstacle,
    YearTotals,
    words,
)
from service.schemes.cbam.goods import ReinterpretedCell

CERTIFICATE_PLACES = 5
MONEY_PLACES = 2
_MAXIMUM_SHOWN_NOTES = 10
_FIGURES_MEANING = {
    LineStatus.COMPUTED: "due",
    LineStatus.GATE_FAILED: "as_if_no_gate_failed",
    LineStatus.INCOMPLETE: "incomplete",
    LineStatus.SCOPE_OPEN: "as_if_it_applied",
    LineStatus.EXEMPT: "as_if_not_exempt",
}


def declaration_text(declaration: Declaration, language: str) -> str:
    """Render lines, yearly totals and assessed articles."""
    phrases = words(language)
    text = [columns_text(phrases["head"], [_row(line, phrases, language) for line in declaration.lines])]
    for year in declaration.years:
        text += ["", phrases["year"].format(year=year.year), *_year(year, phrases)]
    outside = [
        line.name for line in declaration.lines if line.standing in (LineStatus.TRANSITIONAL, LineStatus.NOT_GOVERNED)
    ]
    if outside:
        text += ["", phrases["elsewhere"].format(names=phrases["listing"].join(outside))]
    notes = [note for line in declaration.lines for note in line.notes]
    if notes:
        text += ["", phrases["taken"], *(_note(note, phrases, language) for note in notes[:_MAXIMUM_SHOWN_NOTES])]
        rest = len(notes) - _MAXIMUM_SHOWN_NOTES
        text += [phrases["taken_more"].format(count=rest)] if rest > 0 else []
    versions = phrases["listing"].join(declaration.versions)
    text += ["", phrases["assessed"].format(versions=versions), *_bases(declaration.assessed, phrases, language)]
    text += [phrases["not_assessed"], *_bases(declaration.not_assessed, phrases, language)]
    return "\n".join([*text, phrases["not_encoded"], *(f"- {entry}" for entry in declaration.not_encoded)])


def declaration_document(declaration: Declaration, language: str) -> dict[str, Json]:
    """Return the declaration as JSON, with exact numbers."""
    return {
        "scorecardVersions": list(declaration.versions),
        "years": [_year_document(year) for year in declaration.years],
        "quarters": _quarters(declaration.lines),
        "lines": [_line_document(line, language) for line in declaration.lines],
        "assessed": [_article(basis, language) for basis in declaration.assessed],
        "notAsked": [_article(basis, language) for basis in declaration.not_assessed],
        "notEncoded": list(declaration.not_encoded),
    }


def _year(year: YearTotals, phrases: dict[str, Any]) -> Iterator[str]:
    threshold = year.threshold
    exceeded = phrases["exceeded"][threshold.exceeded.value]
    yield phrases["threshold"].format(version=threshold.version, mass=_mass(threshold.mass, phrases), exceeded=exceeded)
    if threshold.exceeded is not Outcome.MET:
        yield phrases["only_file"] if year.is_over else phrases["so_far"]
    counted = len(year.lines) - len(year.undetermined)
    key = "total_if" if threshold.exceeded is Outcome.UNDETERMINED else "total"
    figures = {
        "due": _certificates_known(year.due, phrases),
        "cost": _money_known(year.cost, phrases),
        "below": _certificates_known(year.due_below, phrases),
        "cost_below": _money_known(year.cost_below, phrases),
    }
    yield phrases[key].format(count=counted, all=len(year.lines), **figures)
    if year.without_price:
        yield phrases["without"].format(due=_certificates(year.without_price))
    if year.priced_range:
        low, high = year.priced_range
        ends = {f"all_{name}": _money((year.cost or 0) + end) for name, end in (("low", low), ("high", high))}
        yield phrases["range"].format(low=_money(low), high=_money(high), **ends)
    if year.undetermined:
        names = phrases["listing"].join(year.undetermined)
        yield phrases["undetermined"].format(count=len(year.undetermined), names=names)
    if year.by_default_of:
        more = {"count": year.by_default_of, "all": year.by_actual, "due": _certificates(year.by_default)}
        yield phrases["undetermined_by_default"].format(**more)


def _year_document(year: YearTotals) -> Json:
    settled = year.threshold.exceeded is not Outcome.UNDETERMINED
    low, high = year.threshold.mass.low, year.threshold.mass.high
    return {
        "year": year.year,
        "threshold": {
            "scorecardVersion": year.threshold.version,
            "exceeded": f"OUTCOME_{year.threshold.exceeded.name}",
            "massAtLeastT": _exact(low),
            "massAtMostT": _exact(high),
        },
        "certificatesDue": _exact(year.due) if settled else None,
        "certificatesIfExceeded": None if settled else _exact(year.due),
        "certificatesIfNotExceeded": None if settled else _exact(year.due_below),
        "costEur": _exact(year.cost) if settled else None,
        "costEurIfExceeded": None if settled else _exact(year.cost),
        "costEurIfNotExceeded": None if settled else _exact(year.cost_below),
        "certificatesWithoutPrice": format_exact(year.without_price),
        "costRangeEur": [format_exact((year.cost or 0) + end) for end in year.priced_range or ()],
        "undeterminedLines": list(year.undetermined),
        "byDefaultValuesMore": format_exact(year.by_default),
        "byDefaultValuesLines": year.by_default_of,
        "undeterminedByActualValues": year.by_actual,
    }


def _quarters(lines: Iterable[DeclaredLine]) -> list[Json]:
    groups: dict[tuple[str, str, str], list[DeclaredLine]] = {}
    for line in lines:
        quarter = f"{line.day.year}-Q{(line.day.month + 2) // 3}"
        groups.setdefault((quarter, line.code, line.origin), []).append(line)
    return [
        {
            "quarter": quarter,
            "cnCode": code,
            "countryOfOrigin": origin,
            "lines": len(members),
            "openLines": sum(line.due is None for line in members),
            "netMassT": format_exact(sum((line.mass or Fraction(0) for line in members), Fraction(0))),
            "certificatesDue": format_exact(sum((line.due or Fraction(0) for line in members), Fraction(0))),
        }
        for (quarter, code, origin), members in sorted(groups.items())
    ]


def _line_document(line: DeclaredLine, language: str) -> Json:
    figures = _FIGURES_MEANING.get(line.standing, "not_due")
    return {
        "line": line.name,
        "place": in_language(line.place, language),
        "cnCode": line.code,
        "countryOfOrigin": line.origin,
        "importedOn": line.day.isoformat(),
        "standing": f"STANDING_{line.standing.value.upper()}",
        "certainty": f"CERTAINTY_{line.certainty.upper()}" if line.certainty else None,
        "certificatesDue": _exact(line.due),
        "costEur": _exact(line.cost),
        "results": [{"resultId": id, "value": _exact(value)} for id, value in line.figures.items()],
        "resultsAre": f"RESULTS_{figures.upper()}",
        "gatesNotMet": [gate.id for gate in line.failed],
        "findings": [id for id, _ in line.findings],
        "next": _obstacle(line.stops[0], language) if line.stops else None,
        "missing": [_obstacle(stop, language) for stop in line.stops],
        "missingForCost": [_obstacle(obstacle, language) for obstacle in line.unpriced],
        "remarks": list(line.remarks),
        "byDefaultValues": _exact(line.by_default),
        "readOtherwise": [
            {"place": in_language(note.place, language), "given": note.text, "taken": note.taken} for note in line.notes
        ],
    }


def _obstacle(obstacle: Obstacle, language: str) -> Json:
    return {"factId": obstacle.fact, "place": in_language(obstacle.place, language), "text": obstacle.text}


def _row(line: DeclaredLine, phrases: dict[str, Any], language: str) -> tuple[str, ...]:
    return (
        line.name,
        in_language(line.place, language),
        line.code,
        line.origin,
        _owed(line, line.due, OWED, phrases),
        _owed(line, line.cost, COST, phrases),
        phrases["standings"][line.standing.value],
        phrases["certainties"].get(line.certainty, line.certainty),
        phrases["joint"].join(_notes(line, phrases, language)),
    )


def _owed(line: DeclaredLine, owed: Fraction | None, result: str, phrases: dict[str, Any]) -> str:
    write = _certificates if result == OWED else _money
    if owed is not None:
        return write(owed)
    figure = line.figures.get(result)
    if line.standing is LineStatus.SCOPE_OPEN and figure is not None:
        shown: str = phrases["if_it_applies"].format(figure=write(figure))
        return shown
    return str(phrases["open"])


def _notes(line: DeclaredLine, phrases: dict[str, Any], language: str) -> Iterator[str]:
    if line.standing is not LineStatus.EXEMPT:
        gates = [_gate(gate, phrases, language) for gate in line.failed]
        findings = [phrases["named"].format(id=id, label=label) for id, label in line.findings]
        for key, names in (("gates", gates), ("findings", findings)):
            if names:
                yield phrases[key].format(names=phrases["listing"].join(names))
    if line.standing.value in phrases:
        yield phrases[line.standing.value]
    stops = line.stops if line.due is None else line.unpriced if line.cost is None else ()
    if stops and line.standing is not LineStatus.GATE_FAILED:
        more = phrases["more"].format(count=len(stops) - 1) if len(stops) > 1 else ""
        yield stops[0].text + more
    yield from line.remarks
    if line.by_default is not None:
        yield phrases["by_default"].format(due=_certificates(line.by_default))


def _gate(failed: FailedGate, phrases: dict[str, Any], language: str) -> str:
    cells = phrases["listing"].join(in_language(cell, language) for cell in failed.places)
    text: str = phrases["named_at" if cells else "named"].format(id=failed.id, label=failed.label, places=cells)
    return text


def _note(note: ReinterpretedCell, phrases: dict[str, Any], language: str) -> str:
    text: str = phrases["taken_as"].format(place=in_language(note.place, language), given=note.text, taken=note.taken)
    return text


def _mass(mass: Interval, phrases: dict[str, Any]) -> str:
    ends = {"low": _tonnes(mass.low), "high": _tonnes(mass.high)}
    key = "mass_exact" if mass.value is not None else "mass_at_least" if mass.high is None else "mass_between"
    text: str = phrases[key].format(**ends)
    return text


def _bases(bases: Iterable[Basis], phrases: dict[str, Any], language: str) -> list[str]:
    certainty_labels = phrases["certainties"]
    return [
        typeset(f"- {_article(basis, language)} ({certainty_labels[basis.certainty.value]})", language)
        for basis in bases
    ]


def _article(basis: Basis, language: str) -> str:
    return format_citation(basis.instrument, basis.place, language)


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else format_exact(number)


def _certificates(number: Fraction) -> str:
    return _rounded(number, CERTIFICATE_PLACES)


def _money(number: Fraction) -> str:
    return _rounded(number, MONEY_PLACES)


def _certificates_known(number: Fraction | None, phrases: dict[str, Any]) -> str:
    return str(phrases["not_known"]) if number is None else f"{_certificates(number)} tCO2e"


def _money_known(number: Fraction | None, phrases: dict[str, Any]) -> str:
    return str(phrases["not_known"]) if number is None else f"{_money(number)} EUR"


def _tonnes(number: Fraction | None) -> str:
    return "" if number is None else format_exact(number)


def _rounded(number: Fraction, places: int) -> str:
    return format_places(round_to(number, places, RoundingMode.HALF_EVEN), places)
