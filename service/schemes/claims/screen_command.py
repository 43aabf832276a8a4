"""Handler and renderer of `claims screen`, local or on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rules.claims import (
    Balance,
    Candidate,
    FactProposal,
    Quantity,
    ScreeningResult,
    check_covered,
    propose_facts,
    screen,
)
from service.output.terminal.json_form import to_json_document
from service.schemes.claims.answer import AppliedVersion, applied_software, is_screened_without_encoder
from service.schemes.claims.answer_frame import one_line, page_lines, underline_claim, unflagged_lines, words
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.page_facts import unambiguous_facts
from service.schemes.claims.messages import read_screening, read_sources, write_screened
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES, read_source
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

_SECONDS = 60
_SHOWN_FACTS = 6


@dataclass(frozen=True, slots=True)
class ScreenedSource:
    """A screened text; `proposals` has one item per candidate, and local screening has no `server`."""

    source: str
    document: Document
    result: ScreeningResult
    proposals: tuple[FactProposal, ...]
    screened_by: tuple[AppliedVersion, ...]
    server: str | None

    @property
    def is_no(self) -> bool:
        """Whether part of the text was not screened."""
        return bool(self.document.unread(self.result))


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
        screened_by = applied_software()
        languages, names = tuple(text_language), tuple(name)
        result = screen(
            document.text,
            languages=languages,
            names=names,
            weighed=weighed,
            hearing=hearing,
            heads=document.cell_heads,
        )
    else:
        request = ScreenClaimsRequest(
            **({"file": content} if content else {"text": document.text}),
            language_codes=text_language,
            trader_names=name,
            unweighed=not weighed,
            hearing=f"CLAIM_HEARING_{hearing.upper()}",
        )
        screen_claims = stubs("screening_service.ScreeningService").ScreenClaims
        response = screen_claims(request, timeout=_SECONDS)
        result, screened_by = read_screening(response), read_sources(response)
    proposals = tuple(map(propose_facts, result.candidates))
    return ScreenedSource(source_name, document, result, proposals, screened_by, server)


def screening_json(screened: ScreenedSource) -> str:
    """Return a ScreenClaimsResponse with its source as JSON; offsets refer to `text`."""
    answer = write_screened(screened.document, screened.result, screened.screened_by)
    return to_json_document({"source": screened.source}, message=answer)


def screening_text(screened: ScreenedSource, language: str) -> str:
    """Render each claim under its sentence, with its details."""
    texts = words(language)
    terms = texts["words"]
    result, document = screened.result, screened.document
    lines = [
        texts["head"].format(
            source=screened.source, kind=terms[document.kind], length=result.length, count=len(result.candidates)
        )
    ]
    if is_screened_without_encoder(screened.screened_by):
        lines.append(texts["check"]["by_words" if screened.server is None else "by_words_there"])
    if document.left_out:
        parts = (
            texts["left_out_part"].format(kind=texts["left_out_kinds"][kind], count=count)
            for kind, count in sorted(document.left_out.items())
        )
        lines.append(texts["left_out"].format(parts=texts["comma"].join(parts)))
    lines += page_lines(document, language)
    shown = frozenset(unambiguous_facts(document.shown))
    for candidate, proposal in zip(result.candidates, screened.proposals, strict=True):
        details = _candidate_lines(candidate, proposal, texts, shown)
        lines += ["", *underline_claim(candidate, document), *(f"  {line}" for line in details)]
    if not result.candidates:
        lines += ["", texts["none"] if document.text.strip() else texts["empty"]]
    lines += unflagged_lines(result, language)
    if result.masked:
        lines += ["", texts["masked"]]
        lines += ["  " + texts["because"].format(quote=mask.quote, reason=terms[mask.reason]) for mask in result.masked]
    unscreened = [segment for segment in result.segments if segment.not_screened is not None]
    if unscreened:
        lines += ["", texts["not_screened"]]
        lines += [
            "  "
            + texts["stretch"].format(
                start=segment.start,
                end=segment.end,
                languages=texts["comma"].join(segment.languages),
                reason=terms[segment.not_screened],
            )
            for segment in unscreened
        ]
    if result.candidates:
        lines += ["", texts["proposal"]]
    return "\n".join(lines)


def _candidate_lines(
    candidate: Candidate, proposal: FactProposal, texts: dict[str, Any], shown: frozenset[str]
) -> Iterator[str]:
    terms, types = texts["words"], texts["types"]
    summary = [types[kind] for kind in candidate.types]
    if candidate.possible_types:
        summary.append(texts["open"].format(types=texts["or"].join(types[kind] for kind in candidate.possible_types)))
    summary.append(texts["confidence"].format(confidence=terms[candidate.confidence]))
    if candidate.percent is not None and "heard" in candidate.categories:
        summary.append(texts["percent"].format(percent=candidate.percent))
    yield texts["semicolon"].join(summary)
    if candidate.negated:
        yield texts["negated"]
        return
    if candidate.level is not None:
        yield texts["level"].format(level=terms[candidate.level.level], quote=candidate.level.quote)
    if candidate.asserted_scope is not None:
        yield texts["scope"].format(scope=terms[candidate.asserted_scope])
    if candidate.superlative:
        yield texts["superlative"]
    if candidate.target_years:
        yield texts["promised"].format(years=texts["comma"].join(map(str, candidate.target_years)))
    for number in candidate.numbers:
        yield texts["semicolon"].join(_number(number, texts))
    for qualifier in candidate.qualifiers:
        yield texts["qualifier"].format(
            kind=terms[qualifier.kind], placement=terms[qualifier.placement], quote=one_line(qualifier.quote)
        )
    for label in candidate.labels:
        yield texts["label"].format(name=label.name)
    missing = [path for path in proposal.missing_facts if path not in shown]
    facts = missing[:_SHOWN_FACTS]
    if len(missing) > _SHOWN_FACTS:
        facts.append(texts["more"].format(count=len(missing) - _SHOWN_FACTS))
    if facts:
        yield texts["missing_facts"].format(facts=texts["comma"].join(facts))


def _number(number: Quantity, texts: dict[str, Any]) -> Iterator[str]:
    yield texts["number"].format(value=number.value, unit=number.unit)
    if number.direction is not None:
        yield texts["direction"].format(direction=texts["words"][number.direction])
    if number.comparator is not None:
        yield texts["against"].format(comparator=number.comparator.quote)
    if number.base_year is not None:
        yield texts["base_year"].format(year=number.base_year)
