"""Fact proposals from a candidate: facts shown by its words, undetermined claim types, and missing facts.

A user confirms each `FactProposal`: a text shows a statement, not its truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rules.claims.screening.assembly import names_only_speaker
from rules.claims.screening.candidates import Candidate, ClaimType, MatchedLabel, Qualifier, Quantity, TextSpan
from rules.claims.screening.folding import FoldedText, fold
from rules.claims.screening.labels import known_labels
from rules.claims.screening.toml_validation import PatternField, TomlSource
from rules.claims.screening.vocabulary import FACT_TERMS, FactTerm
from rules.contracts.inputs import FrozenModel

_ALWAYS = (
    "medium", "display.from", "jurisdictions", "audience", "kind", "mandatory_by_law", "trader.role", "subject.level",
    "subject.asserted_scope", "evidence",
)  # fmt: skip
_BY_TYPE: dict[str, tuple[str, ...]] = {
    "generic": ("reep.",),
    "social_mix": ("reep.",),
    "quantified_pcf": ("lca.",),
    "comparative": ("asserted.comparator", "asserted.base_year", "comparison."),
    "future": ("asserted.target_year", "future."),
    "neutral_offset": ("offsets.", "lca.", "scope_three"),
    "neutral_no_offset": ("offsets.used", "lca.", "scope_three"),
    "net_zero": ("offsets.", "future.", "scope_three"),
    "negative_carbon": ("lca.", "offsets.used", "removal."),
    "removal": ("removal.",),
    "contribution": ("offsets.",),
    "avoided_handprint": ("handprint.",),
    "label": ("label.",),
    "recycled_content": ("material.",),
    "recyclable": ("recyclability.", "facilities."),
    "degradable": ("degradability.",),
    "compostable": ("degradability.", "facilities."),
    "renewable_energy": ("renewable.",),
    "renewable_material": ("material.",),
}
_PROMINENCE = {
    "same_sentence": "adjacent",
    "adjacent": "adjacent",
    "footnote": "footnote",
    "linked_url": "linked_url",
    "qr": "qr",
}


OF_GOODS = frozenset[ClaimType]({"degradable", "compostable", "recyclable", "recycled_content"})
"""Claim types that can only be true of goods, the default subject of such claims."""


class ProposedFact(FrozenModel):
    """A fact shown by the text; `record` is the index of the record that has it as a field."""

    path: str
    values: tuple[str, ...]
    record: int | None = None
    spans: tuple[TextSpan, ...] = ()


class FactProposal(FrozenModel):
    """Proposed facts, undetermined claim types, and required facts that the text does not show."""

    facts: tuple[ProposedFact, ...]
    open_types: tuple[str, ...] = ()
    missing_facts: tuple[str, ...] = ()


def propose_facts(candidate: Candidate) -> FactProposal:
    """Propose the facts that a candidate shows."""
    facts = tuple(_facts(candidate))
    proposed = {fact.path for fact in facts}
    return FactProposal(
        facts=facts,
        open_types=candidate.possible_types,
        missing_facts=tuple(path for path in _required_fact_paths(candidate) if path not in proposed),
    )


def _facts(candidate: Candidate) -> Iterator[ProposedFact]:
    claim = (candidate.plain,)
    yield _fact("text", candidate.sentence.quote, candidate.sentence)
    yield _fact("language", candidate.language)
    if candidate.negated:
        return  # a denied statement claims nothing
    if candidate.types:
        yield ProposedFact(path="claim_types", values=candidate.types, spans=claim)
    if candidate.level is not None and not names_only_speaker(fold(candidate.level.quote).text, candidate.language):
        yield _fact("subject.level", candidate.level.level, candidate.level)
    elif candidate.level is None and candidate.types and OF_GOODS.issuperset(candidate.kinds):
        yield _fact("subject.level", "product", candidate)
    if candidate.asserted_scope is not None:
        yield _fact("subject.asserted_scope", candidate.asserted_scope, candidate.sentence)
    if candidate.superlative:
        yield _fact("asserted.superlative", "true", candidate.sentence)
    yield from _asserted(candidate)
    yield from _qualifier_facts(candidate.qualifiers)
    yield from _offsets(candidate)
    if len(candidate.labels) == 1:
        yield _fact("label.name", candidate.labels[0].name, candidate.labels[0])


def _offsets(candidate: Candidate) -> Iterator[ProposedFact]:
    spans = [each for each in candidate.qualifiers if each.kind == "offset"]
    denied = [each for each in candidate.qualifiers if each.kind == "no_offset"]
    if spans or "neutral_offset" in candidate.types:
        yield _fact("offsets.used", "true", *(spans or (candidate,)))
        yield _fact("offsets.text_on_medium", "true", *(spans or (candidate,)))
    elif denied:
        yield _fact("offsets.used", "false", *denied)


def _asserted(candidate: Candidate) -> Iterator[ProposedFact]:
    if len(candidate.numbers) == 1:
        (number,) = candidate.numbers
        yield _fact("asserted.value", number.value, number)
        yield _fact("asserted.unit", number.unit, number)
        yield from _relation(number)
        yield from _share(candidate.types, number)
    if len(candidate.target_years) == 1:
        yield _fact("asserted.target_year", str(candidate.target_years[0]), candidate.sentence)
    for index, year in enumerate(candidate.target_years):
        yield ProposedFact(path="future.targets[].year", values=(str(year),), record=index)


def _relation(number: Quantity) -> Iterator[ProposedFact]:
    if number.direction is not None:
        yield _fact("asserted.direction", number.direction, number)
    if number.comparator is not None:
        yield _fact("asserted.comparator", number.comparator.quote, number.comparator)
    if number.base_year is not None:
        yield _fact("asserted.base_year", str(number.base_year), number)


def _share(types: Sequence[str], number: Quantity) -> Iterator[ProposedFact]:
    if number.unit == "%" and "renewable_energy" in types:
        yield _fact("renewable.share_pct", number.value, number)
    if "quantified_pcf" in types and "CO2" in number.unit:
        yield _fact("lca.cfp_value", number.value, number)
        yield _fact("lca.unit", number.unit, number)


def _qualifier_facts(qualifiers: Sequence[Qualifier]) -> Iterator[ProposedFact]:
    for index, qualifier in enumerate(qualifiers):
        yield ProposedFact(
            path="same_medium_text[].text", values=(qualifier.quote,), record=index, spans=(qualifier.plain,)
        )
        prominence = _PROMINENCE.get(qualifier.placement)
        if prominence is not None:
            yield ProposedFact(
                path="same_medium_text[].prominence", values=(prominence,), record=index, spans=(qualifier.plain,)
            )


def _fact(path: str, value: str, *spans: TextSpan) -> ProposedFact:
    return ProposedFact(path=path, values=(value,), spans=tuple(span.plain for span in spans))


def _required_fact_paths(candidate: Candidate) -> Iterator[str]:
    if candidate.negated:
        return
    wanted = (*_ALWAYS, *(start for kind in candidate.kinds for start in _BY_TYPE.get(kind, ())))
    for term in FACT_TERMS.values():
        if "[]." not in term.path and any(_is_wanted(term, start) for start in wanted):
            yield term.path


def _is_wanted(term: FactTerm, start: str) -> bool:
    return term.path.startswith(start) if start.endswith(".") else term.path == start


_UNKNOWN_KIND = ""
_COMPARISON_QUALIFIERS = ("comparison", "method", "link", "code")
_NON_MATERIAL_REDUCTION = re.compile(
    r"\bco2|carbon|karbon|koolstof|kulstof|emiss?ion|emissie|udledning|uitstoot|footprint|fussabdruck"
    r"|empreinte|huella|impronta|klima|climat|clima\b|utslapp|koldioxid|ghg|greenhouse|treibhaus|energ|electric|strom|碳|排放|温室|能耗|用电"
)
"""Reductions that are not of material: 16 CFR 260.17, on source reduction, covers weight, volume and toxicity."""


class StatedEntry(FrozenModel):
    """A fact and its value, stated by words in claims of some types."""

    fact: str
    value: str
    types: frozenset[ClaimType]
    pattern: PatternField


class _PlainFactFile(FrozenModel):
    absolute: PatternField
    stated: tuple[StatedEntry, ...]


@cache
def _load_plain_patterns() -> _PlainFactFile:
    return TomlSource.of("lexicons/plain.toml").load(_PlainFactFile)


def has_absolute_wording(candidate: Candidate) -> bool:
    """Return whether the sentence of a claim has absolute words, such as "the best" or "100 %"."""
    return any(True for _ in _load_plain_patterns().absolute.words(fold(candidate.sentence.quote).text))


def propose_plain_facts(candidate: Candidate) -> Iterator[ProposedFact]:
    """Yield further facts that the words of a claim or its sentence plainly show; none if it is denied."""
    if candidate.negated:
        return
    sentence = candidate.sentence
    folded = fold(sentence.quote)
    absolute = [folded.place(start, end) for start, end in _load_plain_patterns().absolute.words(folded.text)]
    if absolute:
        yield _plain_fact("absolute_wording", *(_span(sentence, start, end) for start, end in absolute))
    yield from _pattern_facts(candidate, folded)
    if candidate.numbers:
        yield _plain_fact("figures_quoted", *(number.plain for number in candidate.numbers))
    shares = [number.plain for number in candidate.numbers if number.unit == "%"]
    if shares and "recycled_content" in candidate.types:
        yield _plain_fact("recycled_share_stated", *shares)
    if "comparative" in candidate.types:
        yield from _reduction_facts(candidate, folded)


def _reduction_facts(candidate: Candidate, folded: FoldedText) -> Iterator[ProposedFact]:
    """Yield the fact whether the stated reductions have a base.

    Yields nothing without a reduction, or if other words may state the base.
    """
    reductions = [number for number in candidate.numbers if number.direction == "reduction"]
    based = [each.plain for each in reductions if each.comparator is not None or each.base_year is not None]
    qualified = any(each.kind in _COMPARISON_QUALIFIERS for each in candidate.qualifiers)
    if based:
        yield _plain_fact("source_reduction_amount_stated", *based)
    elif reductions and not qualified and not _NON_MATERIAL_REDUCTION.search(folded.text):
        yield _plain_fact("source_reduction_amount_stated", *(each.plain for each in reductions), value="false")


def _pattern_facts(candidate: Candidate, folded: FoldedText) -> Iterator[ProposedFact]:
    by_fact: dict[str, dict[str, list[TextSpan]]] = {}
    for entry in _load_plain_patterns().stated:
        if entry.types.intersection(candidate.kinds):
            spans = [_span(candidate.sentence, *folded.place(*span)) for span in entry.pattern.words(folded.text)]
            if spans:
                by_fact.setdefault(entry.fact, {})[entry.value] = spans
    own = [label for label in candidate.labels if label.overlaps(candidate)]
    for fact, value, span in _label_facts(candidate, own or candidate.labels):
        if own or fact != "label_kind" or "self_declared" not in by_fact.get(fact, ()):
            by_fact.setdefault(fact, {}).setdefault(value, []).append(span)
    for fact, values in by_fact.items():
        if len(values) == 1 and _UNKNOWN_KIND not in values:
            ((value, spans),) = values.items()
            yield _plain_fact(fact, *spans, value=value)


_EXCELLENCE_TYPES = frozenset({"generic", "absolute", "name"})
"""Claim types that recognised excellence may support; "sustainable" also has a social meaning (recital 10)."""


def _label_facts(candidate: Candidate, named: Sequence[MatchedLabel]) -> Iterator[tuple[str, str, TextSpan]]:
    """Yield the facts that recognised labels show, each with the words of the label or its licence."""
    for found in named:
        label = known_labels().get(found.name)
        if label is None or not label.is_claim:
            continue
        if "label" in candidate.kinds:
            yield "label_kind", label.kind or _UNKNOWN_KIND, found.plain
            if found.licence is not None and len(named) == 1:
                yield "label_certificate", "valid", found.licence
        if label.excellence_basis is not None and _EXCELLENCE_TYPES.intersection(candidate.kinds):
            yield "reep_basis", label.excellence_basis, found.plain


def _plain_fact(name: str, *spans: TextSpan, value: str = "true") -> ProposedFact:
    return ProposedFact(path=name, values=(value,), spans=spans)


def _span(sentence: TextSpan, start: int, end: int) -> TextSpan:
    return TextSpan(start=sentence.start + start, end=sentence.start + end, quote=sentence.quote[start:end])
