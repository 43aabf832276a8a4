"""How does a declaration read, to people and to programs?"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from wcwidth import wcswidth

from rules.contracts.numbers import RoundingMode, format_exact, format_places, round_to

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from rules.contracts.canonical import Json
    from rules.model.scorecard import Basis
    from service.cbam.declaration import Declaration, DeclaredLine

CERTIFICATE_PLACES = 5
MONEY_PLACES = 2


def declaration_text(declaration: Declaration, language: str) -> str:
    """Write the lines, the totals, and what was and was not assessed."""
    words = _words(language)
    rows = [tuple(words["head"]), *(_row(line, words) for line in declaration.lines)]
    widths = [max(wcswidth(row[place]) for row in rows) for place in range(len(rows[0]))]
    text = ["  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    counted = len(declaration.lines) - len(declaration.undetermined)
    due, cost = _certificates(declaration.due), _money(declaration.cost)
    text += ["", words["total"].format(count=counted, all=len(declaration.lines), due=due, cost=cost)]
    if declaration.without_price:
        text.append(words["without"].format(due=_certificates(declaration.without_price)))
    if declaration.priced_range:
        low, high = (_money(end) for end in declaration.priced_range)
        text.append(words["range"].format(low=low, high=high))
    if declaration.undetermined:
        text.append(words["undetermined"].format(names=", ".join(declaration.undetermined)))
    text += ["", words["assessed"].format(version=declaration.version), *_bases(declaration.assessed, words)]
    text += [words["not_assessed"], *_bases(declaration.not_assessed, words)]
    return "\n".join([*text, words["not_encoded"], *(f"- {one}" for one in declaration.not_encoded)])


def declaration_document(declaration: Declaration) -> Json:
    """Write the same for programs, numbers exact."""
    return {
        "scorecard_version": declaration.version,
        "certificates_due": format_exact(declaration.due),
        "cost_eur": format_exact(declaration.cost),
        "certificates_without_price": format_exact(declaration.without_price),
        "cost_range_eur": [format_exact(end) for end in declaration.priced_range or ()],
        "undetermined_lines": list(declaration.undetermined),
        "lines": [_line_document(line) for line in declaration.lines],
        "assessed": [_article(basis) for basis in declaration.assessed],
        "not_asked": [_article(basis) for basis in declaration.not_assessed],
        "not_encoded": list(declaration.not_encoded),
    }


def _line_document(line: DeclaredLine) -> Json:
    return {
        "line": line.name,
        "place": line.place,
        "conclusion": line.conclusion.value,
        "certainty": line.certainty,
        "results": {id: None if value is None else format_exact(value) for id, value in line.figures.items()},
        "gates_not_met": list(line.failed),
        "findings": list(line.findings),
        "missing": list(line.missing),
    }


def _row(line: DeclaredLine, words: dict[str, Any]) -> tuple[str, ...]:
    notes = [words["gates"].format(names=", ".join(line.failed))] if line.failed else []
    notes += [words["findings"].format(names=", ".join(line.findings))] if line.findings else []
    return (
        line.name,
        words["open"] if line.due is None else _certificates(line.due),
        words["open"] if line.cost is None else _money(line.cost),
        words["conclusions"].get(line.conclusion.value, line.conclusion.value),
        words["certainties"].get(line.certainty, line.certainty),
        "; ".join([*notes, *line.missing]),
    )


def _bases(bases: Iterable[Basis], words: dict[str, Any]) -> list[str]:
    return [f"- {_article(basis)} ({words['certainties'][basis.certainty.value]})" for basis in bases]


def _article(basis: Basis) -> str:
    return f"{basis.instrument}, {basis.id if basis.clause == '-' else basis.clause}"


def _certificates(number: Fraction) -> str:
    return format_places(round_to(number, CERTIFICATE_PLACES, RoundingMode.HALF_EVEN), CERTIFICATE_PLACES)


def _money(number: Fraction) -> str:
    return format_places(round_to(number, MONEY_PLACES, RoundingMode.HALF_EVEN), MONEY_PLACES)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - wcswidth(text))


def _words(language: str) -> dict[str, Any]:
    text = resources.files("service.cbam").joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[language]
    return found
