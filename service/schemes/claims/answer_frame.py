"""Shared parts of claim answers as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from rules.contracts import wording_loader
from service.output.terminal.columns import display_width
from service.output.terminal.words import words as answering_words
from service.schemes.claims.answer import is_screened_without_encoder, worst_answer
from service.schemes.claims.documents.document import PICTURED

if TYPE_CHECKING:
    from rules.claims import Candidate, ScreeningResult
    from rules.contracts import Period, Verdict
    from service.schemes.claims.answer import LocalizedAnswer, LocalizedClaim, LocalizedJurisdictionResult
    from service.schemes.claims.documents.document import Document


words = wording_loader(__name__)


SHOWN_QUESTIONS = 3
_QUOTE_LENGTH = 28
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


def unflagged_lines(result: ScreeningResult, language: str) -> Iterator[str]:
    """Yield the certainty that a text has no claims, and the sentence most likely to be one."""
    phrases, sentence = words(language), result.unheard
    screened = any(segment.not_screened is None for segment in result.segments)
    if sentence is not None and result.hearing is not None and screened and not result.candidates:
        quote = one_line(sentence.quote)
        yield phrases["no_claim"].format(
            hearing=phrases["hearings"][result.hearing],
            certainty=100 - sentence.percent,
            quote=quote if len(quote) <= _CONTEXT_LENGTH else f"{quote[: _CONTEXT_LENGTH - 1]}…",
        )


def underline_claim(candidate: Candidate, document: Document) -> Iterator[str]:
    """Yield a claim in its sentence, with a marker line below."""
    text = document.text
    first = max(candidate.sentence.start, candidate.start - _CONTEXT_LENGTH)
    last = min(candidate.sentence.end, candidate.end + _CONTEXT_LENGTH)
    before, claim, behind = (
        one_line(text[start:end])
        for start, end in ((first, candidate.start), (candidate.start, candidate.end), (candidate.end, last))
    )
    before = f"{'…' if first > candidate.sentence.start else ''}{before}"
    location = document.place(candidate.start)
    head = f"{candidate.start}:{f' [{location}]' if location else ''} {before}"
    yield f"{head}{claim}{behind}{'…' if last < candidate.sentence.end else ''}"
    yield " " * display_width(head) + "^" * max(1, display_width(claim))


def one_line(text: str) -> str:
    """Replace whitespace with spaces and remove unprintable characters."""
    seen = (" " if character.isspace() else character for character in text)
    return "".join(character for character in seen if character.isprintable())


@dataclass(frozen=True, slots=True)
class CheckedText:
    """Answer with its source; `stored` names evaluations on the server."""

    source: str
    answer: LocalizedAnswer
    server: str | None = None
    stored: tuple[str, ...] = ()
    content: bytes = b""

    @property
    def is_no(self) -> bool:
        """Whether a claim is prohibited or misleading by its text, or part of the text is unread."""
        return bool(self.answer.sum.faults or self.answer.unread)


class AnswerRenderer:
    """Renderer of the common parts of answers."""

    def __init__(self, checked: CheckedText) -> None:
        self._checked, self._source, self._answer = checked, checked.source, checked.answer
        self._server, self._stored = checked.server, checked.stored
        language = checked.answer.language
        self._spoken: dict[str, Any] = words(language)
        self._check_words: dict[str, Any] = self._spoken["check"]
        self._certainties: dict[str, str] = answering_words(language)["certainties"]
        self._comma = "、" if language == "zh" else ", "
        self._language = language
        self._colon = "：" if language == "zh" else ": "
        self._semicolon = "；" if language == "zh" else "; "

    def _head(self) -> Iterator[str]:
        answer = self._answer
        yield self._check_words["head"].format(
            source=self._source,
            kind=self._spoken["words"][answer.document.kind],
            length=answer.result.length,
            count=len(answer.claims),
            shown=self._days(answer.shown),
            as_of=answer.as_of,
        )
        if is_screened_without_encoder(answer.screened_by):
            yield self._check_words["by_words" if self._server is None else "by_words_there"]
        if pictured := answer.document.left_out.get(PICTURED):
            yield self._check_words["pictured"].format(count=pictured)
        yield from self._fact_lines()
        yield from self._unused_fact_lines()
        yield from page_lines(answer.document, self._language)

    def _fact_lines(self) -> Iterator[str]:
        for key, facts in (("given", self._answer.stated), ("assumed", self._answer.assumed)):
            if facts:
                yield self._check_words[key].format(facts=self._semicolon.join(fact.words for fact in facts))

    def _unused_fact_lines(self) -> Iterator[str]:
        quotes: dict[tuple[str, str], list[str]] = {}
        judged = [claim for claim in self._answer.claims if claim.answers]
        for claim in judged:
            for unused_fact in claim.unused:
                quoted = quotes.setdefault((unused_fact.words, unused_fact.reason), [])
                quoted.append(f"“{self._cut(claim.candidate.quote, _QUOTE_LENGTH)}”")
        for (fact, reason), fact_quotes in quotes.items():
            shown = (
                self._comma.join(self._shorten_list(fact_quotes, 2))
                if len(fact_quotes) < len(judged)
                else self._check_words["all_claims"]
            )
            yield self._check_words["given_aside"].format(
                fact=fact, quotes=shown, why=self._check_words["unused"][reason]
            )

    def _precedents(self, ordered: Sequence[LocalizedClaim]) -> Iterator[str]:
        pairs = ((claim, worst_answer(claim)) for claim in ordered)
        worst = ((claim, answer) for claim, answer in pairs if answer is not None and answer.is_condemned)
        for claim, answer in islice(worst, 1):
            yield from self._fared(claim.candidate.quote, answer)

    def _fared(self, quote: str, answer: LocalizedJurisdictionResult) -> Iterator[str]:
        known, status = answer.precedents, answer.standing
        if known is None or status is None:
            return
        key = "precedents" if known.here else "precedents_elsewhere" if known.count else "precedents_none"
        latest = self._check_words["latest_case"].format(forum=known.latest_forum, day=known.latest_day)
        yield self._check_words[key].format(
            quote=self._cut(quote, _QUOTE_LENGTH),
            standing=self._check_words["standings"][status.value],
            jurisdiction=answer.jurisdiction,
            kinds=self._comma.join(self._spoken["types"][kind] for kind in known.kinds),
            count=known.count,
            condemned=known.condemned,
            latest=latest if known.latest_day else "",
        )

    def _findings(self) -> Iterator[str]:
        for finding in self._answer.findings:
            claim = self._check_words["at"].format(quote=one_line(finding.claim.quote), start=finding.claim.start)
            if finding.other is None:
                other = self._check_words["withheld"].format(quote=one_line(finding.withheld))
            else:
                other = self._check_words["at"].format(quote=one_line(finding.other.quote), start=finding.other.start)
            yield self._check_words["findings"][finding.code].format(claim=claim, other=other, measure=finding.measure)

    def _none_found(self) -> str:
        screened = any(segment.not_screened is None for segment in self._answer.result.segments)
        return str(self._check_words["none_found" if screened or not self._answer.unread else "nobody"])

    def _not_screened(self) -> Iterator[str]:
        unread = [segment for segment in self._answer.result.segments if segment.not_screened is not None]
        if unread:
            yield from ("", self._spoken["not_screened"])
        for segment in unread:
            quote = one_line(self._answer.document.text[segment.start : segment.end])[:60]
            line = self._spoken["stretch"].format(
                start=segment.start,
                end=segment.end,
                languages=self._comma.join(segment.languages),
                reason=self._spoken["words"][segment.not_screened],
            )
            yield f"  {line}{self._colon}{quote}"

    def _sum(self) -> str:
        total = self._answer.sum
        key = "sum_fault" if total.faults else "sum_open" if total.wanting else "sum_none"
        summary = str(
            self._check_words[key].format(
                count=total.count, faults=total.faults, open=total.wanting, code=int(self._checked.is_no)
            )
        )
        left_out = sum(bool(claim.answers) for claim in self._answer.claims) - len(self._answer.counted)
        return summary + str(self._check_words["sum_left_out"].format(count=left_out)) if left_out else summary

    def _sum_unread(self) -> Iterator[str]:
        if self._answer.unread:
            yield str(self._check_words["sum_unread"].format(count=self._answer.unread))

    def _where_stored(self) -> Iterator[str]:
        if not self._stored:
            return
        organization = self._stored[0].partition("/evaluations/")[0]
        ends = tuple(dict.fromkeys((self._stored[0], self._stored[-1])))
        names = self._check_words["stored_span"].format(first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]
        template = self._check_words["stored"]
        yield str(template.format(server=self._server, count=len(self._stored), organization=organization, names=names))

    def _at_worst(self, answer: LocalizedJurisdictionResult) -> str:
        verdict = self._verdict_text(answer.verdict)
        if answer.verdict is None or not answer.possible or answer.possible[0] is answer.verdict:
            return verdict
        return str(self._check_words["at_worst"].format(verdict=verdict, worst=self._verdict_text(answer.possible[0])))

    def _stands(self, answer: LocalizedJurisdictionResult) -> str:
        named = self._check_words["standings"]
        now = "" if answer.standing is None else str(named[answer.standing.value])
        if answer.coming_standing is None:
            return now
        later = named[answer.coming_standing.value]
        return str(self._check_words["stands_later"].format(standing=now, day=answer.coming_first_date, later=later))

    def _verdict_text(self, verdict: Verdict | None) -> str:
        return str(self._check_words["verdicts"]["none" if verdict is None else verdict.value])

    def _days(self, span: Period) -> str:
        if span.first == span.last:
            return span.first.isoformat()
        return str(self._check_words["until"].format(first=span.first, last=span.last))

    def _shorten_list(self, items: Iterable[str], most: int) -> list[str]:
        listed = list(items)
        if len(listed) <= most:
            return listed
        return [*listed[:most], self._check_words["more"].format(count=len(listed) - most)]

    def _cut(self, text: str, most: int) -> str:
        line = one_line(text)
        return line if len(line) <= most else f"{line[: most - 1]}…"
