"""What do the words of a claim plainly show that a card asks for, and which words show it?

Only what stands there is told: that wording is absolute, that figures are quoted, that nothing around a reduction says
than what. Whether it is proven, nobody knows.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rules.claims.screening.candidates import Span
from rules.claims.screening.folding import fold
from rules.claims.screening.forms import Form
from rules.claims.screening.proposals import ProposedFact
from rules.contracts.inputs import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.claims.screening.candidates import Candidate
    from rules.claims.screening.patterns import Pattern


_MAY_SAY_THAN_WHAT = ("comparison", "method", "link", "code")
"""Words beside a claim that say with what it compares, or where that is told."""
_NO_MATERIAL = re.compile(
    r"\bco2|carbon|karbon|koolstof|kulstof|emiss?ion|emissie|udledning|uitstoot|footprint|fussabdruck"
    r"|empreinte|huella|impronta|klima|climat|clima\b|ghg|greenhouse|treibhaus|energ|electric|strom|碳|排放|温室|能耗|用电"
)
"""What is reduced is no material: 16 CFR 260.17, on source reduction, is about weight, volume and toxicity."""


class _Plain(Frozen):
    absolute: str


@cache
def _absolute() -> Pattern:
    """Read the words of absolute wording.

    Raises:
        ClaimLexiconError: the file is not as it must be.
    """
    name = "lexicons/plain.toml"
    form = Form(resources.files("rules.claims.screening").joinpath(name).read_text(encoding="utf-8"), name)
    pattern = form.pattern(("absolute",), form.read(_Plain).absolute)
    form.settle()
    return pattern


def plainly_shown(candidate: Candidate) -> Iterator[ProposedFact]:
    """Give what the words of a claim, or of its sentence, plainly show beside what it proposes; nothing if denied."""
    if candidate.negated:
        return
    sentence = candidate.sentence
    folded = fold(sentence.quote)
    absolute = [folded.place(start, end) for start, end in _absolute().words(folded.text)]
    if absolute:
        yield _shown("absolute_wording", *(_span(sentence, start, end) for start, end in absolute))
    figures = [Span(start=one.start, end=one.end, quote=one.quote) for one in candidate.numbers]
    if figures:
        yield _shown("figures_quoted", *figures)
    shares = [span for span, one in zip(figures, candidate.numbers, strict=True) if one.unit == "%"]
    if shares and "recycled_content" in candidate.types:
        yield _shown("recycled_share_stated", *shares)
    based = [
        span
        for span, one in zip(figures, candidate.numbers, strict=True)
        if one.direction == "reduction" and (one.comparator is not None or one.base_year is not None)
    ]
    if based and "comparative" in candidate.types:
        yield _shown("source_reduction_amount_stated", *based)
    reduced = [span for span, one in zip(figures, candidate.numbers, strict=True) if one.direction == "reduction"]
    told = any(each.kind in _MAY_SAY_THAN_WHAT for each in candidate.qualifiers)
    material = not _NO_MATERIAL.search(folded.text)
    if reduced and material and not based and not told and "comparative" in candidate.types:
        yield _shown("source_reduction_amount_stated", *reduced, value="false")


def _shown(name: str, *spans: Span, value: str = "true") -> ProposedFact:
    return ProposedFact(path=name, values=(value,), spans=spans)


def _span(sentence: Span, start: int, end: int) -> Span:
    return Span(start=sentence.start + start, end=sentence.start + end, quote=sentence.quote[start:end])
