"""Handler and renderer of `claims screen`: local or server-side screening, as text or JSON."""

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
from service.schemes.claims.answer import AppliedVersion, applied_software, is_heard_by_words
from service.schemes.claims.answer_frame import one_line, page_lines, underline_claim, unflagged_lines, words
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.page_facts import unambiguous_facts
from service.schemes.claims.messages import read_screening, read_sources, write_screened
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES, read_source
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

_FILE_ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".pptx"})
_ASIDE = 80
"""So many characters of a sentence are shown before and behind a claim."""
_SECONDS = 60
_SHOWN_FACTS = 6
_SHOWN_TEXT = 40


@dataclass(frozen=True, slots=True)
class ScreenedSource:
    """A text, what was found in it and by what, and which facts that proposes, candidate by candidate.

    `server` is the address of the server that screened it, if one did.
    """

    source: str
    document: Document
    result: ScreeningResult
    proposals: tuple[FactProposal, ...]
    screened_by: tuple[AppliedVersion, ...]
    server: str | None

    @property
    def is_no(self) -> bool:
        """Say whether a part of the text was not screened."""
        return bool(self.document.unread(self.result))


def screen_source(  # noqa: PLR0913, PLR0917 -- one for each option
    source: str,
    text_language: Sequence[str],
    name: Sequence[str],
    weighed: bool,
    hearing: Balance,
    server: str | None,
    stubs: Callable[[str], Any],
) -> ScreenedSource:
    """Screen a file, standard input, or the text itself, here or by a server; `weighed` and `hearing` are as in it."""
    refusals = ProblemCollector(NAMES)
    refusals.attempt(NAMES.languages, check_covered, text_language, NAMES.languages)
    called, document, content = read_source(source, refusals)
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
        ask = stubs("screening_service.ScreeningService").ScreenClaims
        response = ask(request, timeout=_SECONDS)
        result, screened_by = read_screening(response), read_sources(response)
    proposals = tuple(map(propose_facts, result.candidates))
    return ScreenedSource(called, document, result, proposals, screened_by, server)


def screening_json(screened: ScreenedSource) -> str:
    """Write the answer for programs, a ScreenClaimsResponse with its source; all offsets are those of `text`."""
    answer = write_screened(screened.document, screened.result, screened.screened_by)
    return to_json_document({"source": screened.source}, beside=answer)


def screening_text(screened: ScreenedSource, language: str) -> str:
    """Write the answer for people: each claim under its sentence, with what was found around it."""
    spoken = words(language)
    named = spoken["words"]
    result, document = screened.result, screened.document
    lines = [
        spoken["head"].format(
            source=screened.source, kind=named[document.kind], length=result.length, count=len(result.candidates)
        )
    ]
    if is_heard_by_words(screened.screened_by):
        lines.append(spoken["check"]["by_words" if screened.server is None else "by_words_there"])
    if document.left_out:
        parts = (
            spoken["left_out_part"].format(kind=spoken["left_out_kinds"][kind], count=count)
            for kind, count in sorted(document.left_out.items())
        )
        lines.append(spoken["left_out"].format(parts=spoken["comma"].join(parts)))
    lines += page_lines(document, language)
    shown = frozenset(unambiguous_facts(document.shown))
    for candidate, proposal in zip(result.candidates, screened.proposals, strict=True):
        details = _candidate_lines(candidate, proposal, spoken, shown)
        lines += ["", *underline_claim(candidate, document), *(f"  {line}" for line in details)]
    if not result.candidates:
        lines += ["", spoken["none"] if document.text.strip() else spoken["empty"]]
    lines += unflagged_lines(result, language)
    if result.masked:
        lines += ["", spoken["masked"]]
        lines += [
            "  " + spoken["because"].format(quote=mask.quote, reason=named[mask.reason]) for mask in result.masked
        ]
    unscreened = [segment for segment in result.segments if segment.not_screened is not None]
    if unscreened:
        lines += ["", spoken["not_screened"]]
        lines += [
            "  "
            + spoken["stretch"].format(
                start=segment.start,
                end=segment.end,
                languages=spoken["comma"].join(segment.languages),
                reason=named[segment.not_screened],
            )
            for segment in unscreened
        ]
    if result.candidates:
        lines += ["", spoken["proposal"]]
    return "\n".join(lines)


def _candidate_lines(
    candidate: Candidate, proposal: FactProposal, spoken: dict[str, Any], shown: frozenset[str]
) -> Iterator[str]:
    """Say what was found of a claim, and which facts are still to be given; `shown` are those that its page shows."""
    named, types = spoken["words"], spoken["types"]
    about = [types[kind] for kind in candidate.types]
    if candidate.possible_types:
        about.append(spoken["open"].format(types=spoken["or"].join(types[kind] for kind in candidate.possible_types)))
    about.append(spoken["confidence"].format(confidence=named[candidate.confidence]))
    if candidate.percent is not None and "heard" in candidate.categories:
        about.append(spoken["percent"].format(percent=candidate.percent))
    yield spoken["semicolon"].join(about)
    if candidate.negated:
        yield spoken["negated"]
        return
    if candidate.level is not None:
        yield spoken["level"].format(level=named[candidate.level.level], quote=candidate.level.quote)
    if candidate.asserted_scope is not None:
        yield spoken["scope"].format(scope=named[candidate.asserted_scope])
    if candidate.superlative:
        yield spoken["superlative"]
    if candidate.target_years:
        yield spoken["promised"].format(years=spoken["comma"].join(map(str, candidate.target_years)))
    for number in candidate.numbers:
        yield spoken["semicolon"].join(_number(number, spoken))
    for qualifier in candidate.qualifiers:
        yield spoken["qualifier"].format(
            kind=named[qualifier.kind], placement=named[qualifier.placement], quote=one_line(qualifier.quote)
        )
    for label in candidate.labels:
        yield spoken["label"].format(name=label.name)
    missing = [path for path in proposal.to_be_given if path not in shown]
    facts = missing[:_SHOWN_FACTS]
    if len(missing) > _SHOWN_FACTS:
        facts.append(spoken["more"].format(count=len(missing) - _SHOWN_FACTS))
    if facts:
        yield spoken["to_be_given"].format(facts=spoken["comma"].join(facts))


def _number(number: Quantity, spoken: dict[str, Any]) -> Iterator[str]:
    yield spoken["number"].format(value=number.value, unit=number.unit)
    if number.direction is not None:
        yield spoken["direction"].format(direction=spoken["words"][number.direction])
    if number.comparator is not None:
        yield spoken["against"].format(comparator=number.comparator.quote)
    if number.base_year is not None:
        yield spoken["base_year"].format(year=number.base_year)
