"""Shared parts of claim answers as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from rules.contracts import wording_loader
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import display_width, one_line
from service.output.terminal.words import words as answering_words
from service.schemes.claims.answer import (
    CONDEMNED_STANDINGS,
    CitedRules,
    count_unread,
    counted_claims,
    is_screened,
    standing_word,
    verdict_sum,
    verdict_word,
    worst_answer,
)
from service.schemes.claims.documents.document import PICTURED
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.claims import ScreeningResult
    from service.schemes.claims.documents.document import Document
    from touchstone.v1 import types_pb2


words = wording_loader(__name__)


SHOWN_QUESTIONS = 3
_QUOTE_LENGTH = 28
_SHOWN_EXCLUDED_RULES = 3
_CONTEXT_LENGTH = 80


def page_lines(document: Document, language: str) -> Iterator[str]:
    """Yield the facts that the page shows about every claim on it."""
    phrases = words(language)
    facts = [
        phrases["page_fact"].format(
            path=fact.path,
            value=phrases["words"].get(fact.value, fact.value),
            quote=one_line(fact.quote),
            place=phrases["places"].get(fact.place, fact.place),
            confidence=phrases["words"][fact.confidence],
        )
        for fact in document.shown
    ]
    if facts:
        yield phrases["page"].format(facts=phrases["semicolon"].join(facts))


def unflagged_lines(
    response: pb2.CheckClaimsResponse | pb2.ScreenClaimsResponse, claims: Sequence[object], language: str
) -> Iterator[str]:
    """Yield the certainty that a text has no claims, and the sentence most likely to be one."""
    phrases, sentence = words(language), response.unheard_sentence
    if response.HasField("unheard_sentence") and not claims and is_screened(response):
        yield phrases["no_claim"].format(
            hearing=phrases["hearings"][word_of(pb2.ClaimHearing, response.hearing)],
            certainty=100 - sentence.claim_percent,
            quote=cut_line(sentence.span.quote, _CONTEXT_LENGTH),
        )


def describe_unscreened(segment: pb2.UnscreenedSegment, phrases: dict[str, Any], comma: str) -> str:
    """Describe a part of a text that was not screened."""
    return str(
        phrases["stretch"].format(
            start=segment.span.start,
            end=segment.span.end,
            languages=comma.join(segment.language_codes),
            reason=phrases["words"][word_of(pb2.UnscreenedSegment.Reason, segment.reason)],
        )
    )


def underline_claim(candidate: pb2.CandidateClaim, document: Document) -> Iterator[str]:
    """Yield a claim in its sentence, with a marker line below."""
    text, span, sentence = document.text, candidate.span, candidate.sentence
    first = max(sentence.start, span.start - _CONTEXT_LENGTH)
    last = min(sentence.end, span.end + _CONTEXT_LENGTH)
    before, claim, behind = (
        one_line(text[start:end]) for start, end in ((first, span.start), (span.start, span.end), (span.end, last))
    )
    before = f"{'…' if first > sentence.start else ''}{before}"
    location = document.place(span.start)
    head = f"{span.start}:{f' [{location}]' if location else ''} {before}"
    yield f"{head}{claim}{behind}{'…' if last < sentence.end else ''}"
    yield " " * display_width(head) + "^" * max(1, display_width(claim))


def cut_line(text: str, most: int) -> str:
    """Return a text on one line, cut to at most `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1]}…"


@dataclass(frozen=True, slots=True)
class CheckedText:
    """Answer in one language with its source; `stored` names evaluations on the server."""

    source: str
    answer: pb2.CheckClaimsResponse
    document: Document
    language: str
    text_language: str = ""
    server: str | None = None
    stored: tuple[str, ...] = ()
    content: bytes = b""

    @property
    def is_no(self) -> bool:
        """Whether a claim is prohibited or misleading by its text, or part of the text is unread."""
        return bool(verdict_sum(self.answer).faults or count_unread(self.answer))


def text_language(result: ScreeningResult) -> str:
    """Return the language of most of a text, empty if none was screened."""
    lengths: Counter[str] = Counter()
    for segment in result.segments:
        if segment.not_screened is None and len(segment.languages) == 1:
            lengths[segment.languages[0]] += segment.end - segment.start
    return lengths.most_common(1)[0][0] if lengths else ""


class AnswerRenderer:
    """Renderer of the common parts of answers."""

    def __init__(self, checked: CheckedText) -> None:
        self._checked, self._source, self._answer = checked, checked.source, checked.answer
        self._server, self._stored, self._document = checked.server, checked.stored, checked.document
        self._claims, self._cited = checked.answer.checked_claims, CitedRules(checked.answer)
        self._language = checked.language
        self._spoken: dict[str, Any] = words(checked.language)
        self._check_words: dict[str, Any] = self._spoken["check"]
        self._certainties: dict[str, str] = answering_words(checked.language)["certainties"]
        self._comma = "、" if checked.language == "zh" else ", "
        self._colon = "：" if checked.language == "zh" else ": "
        self._semicolon: str = self._spoken["semicolon"]

    def _text(self, key: str, **slots: object) -> str:
        return str(self._check_words[key].format(**slots))

    def _head(self) -> Iterator[str]:
        answer = self._answer
        yield self._text(
            "head",
            source=self._source,
            kind=self._spoken["words"][self._document.kind],
            length=len(answer.text),
            count=len(self._claims),
            shown=self._days(answer.shown_period),
            as_of=answer.as_of_date,
        )
        if pictured := self._document.left_out.get(PICTURED):
            yield self._text("pictured", count=pictured)
        yield from self._fact_lines()
        yield from self._unused_fact_lines()
        yield from page_lines(self._document, self._language)

    def _fact_lines(self) -> Iterator[str]:
        for key, facts in (("given", self._answer.given_facts), ("assumed", self._answer.assumed_facts)):
            if facts:
                yield self._text(key, facts=self._semicolon.join(fact.words for fact in facts))

    def _unused_fact_lines(self) -> Iterator[str]:
        quotes: dict[tuple[str, str], list[str]] = {}
        judged = [claim for claim in self._claims if claim.answers]
        for claim in judged:
            for unused_fact in claim.unused_facts:
                quoted = quotes.setdefault((unused_fact.words, self._unused_reason(unused_fact)), [])
                quoted.append(f"“{cut_line(claim.candidate_claim.span.quote, _QUOTE_LENGTH)}”")
        for (fact, reason), fact_quotes in quotes.items():
            shown = (
                self._comma.join(self._shorten_list(fact_quotes, 2))
                if len(fact_quotes) < len(judged)
                else self._check_words["all_claims"]
            )
            yield self._text("given_aside", fact=fact, quotes=shown, why=reason)

    def _unused_reason(self, unused_fact: pb2.UnusedClaimFact) -> str:
        return str(self._check_words["unused"][word_of(pb2.UnusedFactReason, unused_fact.reason)])

    def _precedents(self, ordered: Sequence[pb2.CheckedClaim]) -> Iterator[str]:
        pairs = ((claim, worst_answer(claim)) for claim in ordered)
        worst = ((claim, answer) for claim, answer in pairs if answer and answer.standing in CONDEMNED_STANDINGS)
        for claim, answer in islice(worst, 1):
            yield from self._fared(claim.candidate_claim.span.quote, answer)

    def _fared(self, quote: str, answer: pb2.ClaimAnswer) -> Iterator[str]:
        known = answer.precedents
        if not answer.HasField("precedents") or not answer.standing:
            return
        key = "precedents" if known.decided_there else "precedents_elsewhere" if known.case_count else "precedents_none"
        latest = self._text("latest_case", forum=known.latest_forum, day=known.latest_date)
        yield self._text(
            key,
            quote=cut_line(quote, _QUOTE_LENGTH),
            standing=self._check_words["standings"][standing_word(answer.standing)],
            jurisdiction=answer.jurisdiction,
            kinds=self._comma.join(self._spoken["types"][kind] for kind in known.claim_types),
            count=known.case_count,
            condemned=known.condemned_count,
            latest=latest if known.latest_date else "",
        )

    def _findings(self) -> Iterator[str]:
        for finding in self._answer.findings:
            if finding.HasField("other"):
                other = self._at(finding.other)
            else:
                other = self._text("withheld", quote=one_line(finding.withheld_words))
            yield self._check_words["findings"][finding.code].format(
                claim=self._at(finding.claim), other=other, measure=finding.measure
            )

    def _at(self, span: pb2.Span) -> str:
        return self._text("at", quote=one_line(span.quote), start=span.start)

    def _none_found(self) -> str:
        screened = is_screened(self._answer) or not count_unread(self._answer)
        return str(self._check_words["none_found" if screened else "nobody"])

    def _unflagged(self) -> Iterator[str]:
        return unflagged_lines(self._answer, self._claims, self._language)

    def _not_screened(self) -> Iterator[str]:
        if self._answer.unscreened_segments:
            yield from ("", self._spoken["not_screened"])
        for segment in self._answer.unscreened_segments:
            line = describe_unscreened(segment, self._spoken, self._comma)
            yield f"  {line}{self._colon}{one_line(segment.span.quote)[:60]}"

    def _sum(self) -> str:
        total = verdict_sum(self._answer)
        key = "sum_fault" if total.faults else "sum_open" if total.wanting else "sum_none"
        summary = self._text(
            key, count=total.verdicts, faults=total.faults, open=total.wanting, code=int(self._checked.is_no)
        )
        left_out = sum(bool(claim.answers) for claim in self._claims) - len(counted_claims(self._answer))
        return summary + self._text("sum_left_out", count=left_out) if left_out else summary

    def _sum_unread(self) -> Iterator[str]:
        if unread := count_unread(self._answer):
            yield self._text("sum_unread", count=unread)

    def _effect(self, option: pb2.ClaimQuestionOption) -> str:
        """Return the faults that an answer causes, otherwise the rules that it rules out."""
        if option.excluded_rules and not option.faults:
            rules = self._shorten_list(option.excluded_rules, _SHOWN_EXCLUDED_RULES)
            return self._text("question_excludes", rules=self._comma.join(rules))
        return self._comma.join(
            self._text(
                "question_fault",
                verdict=self._verdict_text(fault.verdict),
                places=self._comma.join(fault.jurisdictions),
            )
            for fault in option.faults
        )

    def _where_stored(self) -> Iterator[str]:
        if not self._stored:
            return
        organization = self._stored[0].partition("/evaluations/")[0]
        ends = tuple(dict.fromkeys((self._stored[0], self._stored[-1])))
        names = self._text("stored_span", first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]
        template = self._check_words["stored"]
        yield str(template.format(server=self._server, count=len(self._stored), organization=organization, names=names))

    def _at_worst(self, answer: pb2.ClaimAnswer) -> str:
        verdict = self._verdict_text(answer.verdict)
        if not answer.verdict or not answer.possible_verdicts or answer.possible_verdicts[0] == answer.verdict:
            return verdict
        worst = self._verdict_text(answer.possible_verdicts[0])
        return self._text("at_worst", verdict=verdict, worst=worst)

    def _stands(self, answer: pb2.ClaimAnswer) -> str:
        named = self._check_words["standings"]
        now = str(named[standing_word(answer.standing)]) if answer.standing else ""
        if not answer.coming_standing:
            return now
        later = named[standing_word(answer.coming_standing)]
        return self._text("stands_later", standing=now, day=answer.coming_first_date, later=later)

    def _verdict_text(self, verdict: int) -> str:
        return str(self._check_words["verdicts"][verdict_word(verdict)])

    def _days(self, period: types_pb2.DateRange) -> str:
        return period.first_date if period.first_date == period.last_date else self._until(period)

    def _until(self, period: types_pb2.DateRange) -> str:
        return self._text("until", first=period.first_date, last=period.last_date)

    def _shorten_list(self, items: Iterable[str], most: int) -> list[str]:
        listed = list(items)
        if len(listed) <= most:
            return listed
        return [*listed[:most], self._text("more", count=len(listed) - most)]
