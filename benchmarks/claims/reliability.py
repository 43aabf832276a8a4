"""Reliability diagrams of the claim score: for each language, the share of claims among sentences by score.

`python -m benchmarks.claims.reliability` scores the held-out pages and the calibration batches, with weights that were
fitted without the part that is scored, and writes `docs/pictures/claim-reliability.svg`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.claims.corpus import LANGUAGES
from benchmarks.claims.scoring import cross_fitted_percents, known_rows
from service.configuration.folders import CHECKOUT

PATH = CHECKOUT / "docs" / "pictures" / "claim-reliability.svg"
_TENTHS = 10
_SIDE, _GAP, _COLUMNS = 150, 40, 3
_FEWEST = 5
"""Fewer sentences show no point."""


class Point(NamedTuple):
    """Sentences with scores in the same tenth: mean score and share of claims in percent, and their number."""

    score: float
    share: float
    number: int


def points(scored: Sequence[tuple[int, bool]]) -> list[Point]:
    """Group scores in percent, with whether the sentence is a claim, by tenths."""
    found: list[Point] = []
    for tenth in range(_TENTHS):
        here = [(percent, claim) for percent, claim in scored if min(percent * _TENTHS // 100, _TENTHS - 1) == tenth]
        if len(here) >= _FEWEST:
            mean = sum(percent for percent, _ in here) / len(here)
            found.append(Point(mean, 100 * sum(claim for _, claim in here) / len(here), len(here)))
    return found


def calibration_error(scored: Sequence[tuple[int, bool]]) -> float:
    """Return the mean distance between score and share of claims, in percentage points, weighed by sentences."""
    groups = points(scored)
    return sum(abs(each.score - each.share) * each.number for each in groups) / max(
        1, sum(each.number for each in groups)
    )


def diagram(by_language: Mapping[str, Sequence[tuple[int, bool]]]) -> str:
    """Draw one square for each language: score from left to right, share of claims upwards."""
    rows = -(-len(by_language) // _COLUMNS)
    width, height = _COLUMNS * (_SIDE + _GAP) + _GAP, rows * (_SIDE + _GAP) + _GAP
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"',
        'font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, (language, scored) in enumerate(by_language.items()):
        left, top = _GAP + number % _COLUMNS * (_SIDE + _GAP), _GAP + number // _COLUMNS * (_SIDE + _GAP)
        bottom, right = top + _SIDE, left + _SIDE
        title = f"{language}: {len(scored)} sentences, error {calibration_error(scored):.1f}"
        lines += [
            f'<rect x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>',
            f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{top}" stroke="#bbb" stroke-dasharray="4"/>',
            f'<text x="{left}" y="{top - 6}">{title}</text>',
            *(f'<text x="{left - 6}" y="{bottom - _SIDE * each / 100 + 4:.0f}" text-anchor="end">{each}</text>'
              for each in (0, 50, 100)),
            *(f'<text x="{left + _SIDE * each / 100:.0f}" y="{bottom + 14}" text-anchor="middle">{each}</text>'
              for each in (0, 50, 100)),
        ]  # fmt: skip
        places = [
            (left + _SIDE * each.score / 100, bottom - _SIDE * each.share / 100, each.number) for each in points(scored)
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
        lines.append(f'<polyline points="{path}" fill="none" stroke="#1a5fb4" stroke-width="1.5"/>')
        lines += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="#1a5fb4"><title>{n}</title></circle>'
            for x, y, n in places
        ]
    return "\n".join((*lines, "</svg>", ""))


def main() -> None:
    """Score, draw and print the calibration error of each language."""
    known = known_rows()
    percents = cross_fitted_percents(known)
    by_language = {
        language: [
            (percent, row.text.claim)
            for row, percent in zip(known, percents, strict=True)
            if row.text.language == language
        ]
        for language in LANGUAGES
    }
    PATH.write_text(diagram(by_language), encoding="utf-8")
    for language, scored in by_language.items():
        print(f"{language}: {len(scored)} sentences, calibration error {calibration_error(scored):.1f} points")


if __name__ == "__main__":
    main()
