"""Handler and renderer of `claims screen`, local or on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rules.claims import Balance, check_covered, screen
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import one_line
from service.output.terminal.json_form import to_json_document
from service.schemes.claims.answer import count_unread
from service.schemes.claims.answer_frame import (
    describe_unscreened,
    page_lines,
    underline_claim,
    unflagged_lines,
    words,
)
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.page_facts import unambiguous_facts
from service.schemes.claims.messages import write_screened
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES, read_source
from touchstone.v1 import screening_service_pb2 as pb2

_SECONDS = 60
_SHOWN_FACTS = 6


@dataclass(frozen=True, slots=True)
class ScreenedSource:
    """A screened text with its source."""

    source: str
    document: Document
    response: pb2.ScreenClaimsResponse

    @property
    def is_no(self) -> bool:
        """Whether part of the text was not screened."""
        return bool(count_unread(self.response))


def screen_source(  # noqa: PLR0913, PLR0917 -- one parameter per option
    source: str,
    text_language: Sequence[str],
    name: Sequence[str],
    weighed: bool,
    hearing: Balance,
    server: str | None,
    stubs: Callable[[str], Any],
) -> ScreenedSource:
    """Screen a file, standard input or a text, locally or on a server.

    Raises:
        InputError: If the source or a language is invalid.
        OSError: If the file cannot be opened.
    """
    refusals = ProblemCollector(NAMES)
    refusals.attempt(NAMES.languages, check_covered, text_language, NAMES.languages)
    source_name, document, content = read_source(source, refusals)
    if document is None or refusals.problems:
        raise refusals.error()
    if server is None:
        result = screen(
            document.text,
            languages=tuple(text_language),
            names=tuple(name),
            weighed=weighed,
            hearing=hearing,
            heads=document.cell_heads,
        )
        return ScreenedSource(source_name, document, write_screened(document, result))
    request = pb2.ScreenClaimsRequest(
        **({"file": content} if content else {"text": document.text}),
        language_codes=text_language,
        trader_names=name,
        unweighed=not weighed,
        hearing=f"CLAIM_HEARING_{hearing.upper()}",
    )
    screen_claims = stubs("screening_service.ScreeningService").ScreenClaims
    return ScreenedSource(source_name, document, screen_claims(request, timeout=_SECONDS))


def screening_json(screened: ScreenedSource) -> str:
    """Return a ScreenClaimsResponse with its source as JSON; offsets refer to `text`."""
    return to_json_document({"source": screened.source}, message=screened.response)


def screening_text(screened: ScreenedSource, language: str) -> str:
    """Render each claim under its sentence, with its details."""
    return "\n".join(_screening_lines(screened, language))


def _screening_lines(screened: ScreenedSource, language: str) -> Iterator[str]:
    texts, response, document = words(language), screened.response, screened.document
    claims, terms = response.candidate_claims, texts["words"]
    yield texts["head"].format(
        source=screened.source, kind=terms[document.kind], length=len(response.text), count=len(claims)
    )
    if document.left_out:
        parts = (
            texts["left_out_part"].format(kind=texts["left_out_kinds"][kind], count=count)
            for kind, count in sorted(document.left_out.items())
        )
        yield texts["left_out"].format(parts=texts["comma"].join(parts))
    yield from page_lines(document, language)
    shown = frozenset(unambiguous_facts(document.shown))
    for claim in claims:
        yield from ("", *underline_claim(claim, document))
        yield from (f"  {line}" for line in _candidate_lines(claim, texts, shown))
    if not claims:
        yield from ("", texts["none"] if document.text.strip() else texts["empty"])
    yield from unflagged_lines(response, claims, language)
    if response.masked_spans:
        yield from ("", texts["masked"])
    for mask in response.masked_spans:
        reason = terms[word_of(pb2.MaskedSpan.Reason, mask.reason)]
        yield f"  {texts['because'].format(quote=mask.span.quote, reason=reason)}"
    if response.unscreened_segments:
        yield from ("", texts["not_screened"])
    for segment in response.unscreened_segments:
        yield f"  {describe_unscreened(segment, texts, texts['comma'])}"
    if claims:
        yield from ("", texts["proposal"])


def _candidate_lines(claim: pb2.CandidateClaim, texts: dict[str, Any], shown: frozenset[str]) -> Iterator[str]:
    terms, types = texts["words"], texts["types"]
    summary = [types[kind] for kind in claim.claim_types]
    if claim.possible_claim_types:
        summary.append(texts["open"].format(types=texts["or"].join(types[kind] for kind in claim.possible_claim_types)))
    confidence = terms[word_of(pb2.ScreeningConfidence, claim.confidence)]
    summary.append(texts["confidence"].format(confidence=confidence))
    if claim.HasField("claim_percent") and "heard" in claim.categories:
        summary.append(texts["percent"].format(percent=claim.claim_percent))
    yield texts["semicolon"].join(summary)
    if claim.negated:
        yield texts["negated"]
        return
    if claim.HasField("level"):
        yield texts["level"].format(level=terms[claim.level.level], quote=claim.level.span.quote)
    if claim.asserted_scope:
        yield texts["scope"].format(scope=terms[claim.asserted_scope])
    if claim.superlative:
        yield texts["superlative"]
    if claim.target_years:
        yield texts["promised"].format(years=texts["comma"].join(map(str, claim.target_years)))
    yield from _detail_lines(claim, texts)
    missing = [path for path in claim.open_fact_paths if path not in shown]
    facts = missing[:_SHOWN_FACTS]
    if len(missing) > _SHOWN_FACTS:
        facts.append(texts["more"].format(count=len(missing) - _SHOWN_FACTS))
    if facts:
        yield texts["missing_facts"].format(facts=texts["comma"].join(facts))


def _detail_lines(claim: pb2.CandidateClaim, texts: dict[str, Any]) -> Iterator[str]:
    terms = texts["words"]
    for quantity in claim.quantities:
        yield texts["semicolon"].join(_quantity(quantity, texts))
    for qualifier in claim.qualifiers:
        yield texts["qualifier"].format(
            kind=terms[qualifier.kind],
            placement=terms[qualifier.placement],
            quote=one_line(qualifier.span.quote),
        )
    for label in claim.labels:
        yield texts["label"].format(name=label.name)


def _quantity(quantity: pb2.ClaimQuantity, texts: dict[str, Any]) -> Iterator[str]:
    yield texts["number"].format(value=quantity.value, unit=quantity.unit)
    if quantity.direction:
        yield texts["direction"].format(direction=texts["words"][quantity.direction])
    if quantity.HasField("comparator"):
        yield texts["against"].format(comparator=quantity.comparator.quote)
    if quantity.HasField("base_year"):
        yield texts["base_year"].format(year=quantity.base_year)
