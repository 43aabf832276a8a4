"""Shared parts of claim answers as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from rules.claims import JURISDICTIONS, UNION
from rules.contracts import wording_loader
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import display_width, one_line
from service.output.terminal.words import words as answering_words
from service.schemes.claims.answer import (
    CONDEMNED_STANDINGS,
    FORMAL_FAULTS,
    CitedRule,
    CitedRules,
    certain_claims,
    claim_sum,
    count_unread,
    is_doubtful,
    is_screened,
    of_law,
    standing_word,
    verdict_word,
    worst_answer,
)
from service.schemes.claims.documents.document import PICTURED
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.claims import ScreeningResult
    from service.schemes.claims.documents.document import Document
    from touchstone.v1 import types_pb2


words = wording_loader(__name__)


SHOWN_QUESTIONS = 3
_QUOTE_LENGTH = 28
_SHOWN_EXCLUDED_RULES = 2
_SHOWN_RULES = 2
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
    """Answer in one language with its source.

    `stored` names evaluations on the server. `doubtful` lists the statements that may be claims.
    """

    source: str
    answer: pb2.CheckClaimsResponse
    document: Document
    language: str
    text_language: str = ""
    server: str | None = None
    stored: tuple[str, ...] = ()
    content: bytes = b""
    doubtful: bool = False

    @property
    def is_no(self) -> bool:
        """Whether a claim is prohibited or misleading, or part of the text is unread."""
        return bool(claim_sum(self.answer).faults or count_unread(self.answer))


def needs_proof(answer: pb2.ClaimAnswer) -> bool:
    """Return whether the deciding rules apply only if the claim cannot be proved."""
    return answer.standing == pb2.CLAIM_STANDING_TO_BE_DOCUMENTED and not answer.settled


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
        self._numbered_claims = certain_claims(checked.answer)
        """Statements except the doubtful ones, by their index in the answer."""
        self._claims, self._cited = [*self._numbered_claims.values()], CitedRules(checked.answer)
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
            count=sum(not claim.candidate_claim.negated for claim in self._claims),
            shown=self._days(answer.shown_period),
            as_of=answer.as_of_date,
        )
        yield from self._jurisdiction_lines()
        if pictured := self._document.left_out.get(PICTURED):
            yield self._text("pictured", count=pictured)
        yield from self._fact_lines()
        yield from self._unused_fact_lines()
        yield from page_lines(self._document, self._language)

    def _jurisdiction_lines(self) -> Iterator[str]:
        """Yield the law that a jurisdiction leaves out: of member states, or of the Union."""
        chosen = self._answer.jurisdictions
        for id in chosen:
            if id == UNION:
                encoded = (each for each in JURISDICTIONS if each.removeprefix(f"{UNION}-") in JURISDICTIONS)
                states = [each for each in encoded if each.startswith(f"{UNION}-")]
                yield self._text("union_only", states=self._comma.join(states))
            elif id.startswith(f"{UNION}-") and id.removeprefix(f"{UNION}-") not in JURISDICTIONS:
                yield self._text("state_not_encoded", jurisdiction=id)
            elif (both := f"{UNION}-{id}") in JURISDICTIONS and both not in chosen:
                yield self._text("state_only", jurisdiction=id, both=both)

    def _fact_lines(self) -> Iterator[str]:
        for key, facts in (("given", self._answer.given_facts), ("assumed", self._answer.assumed_facts)):
            if facts:
                yield self._text(key, facts=self._semicolon.join(map(self._fact_text, facts)))

    def _fact_text(self, fact: pb2.StatedFact) -> str:
        if not fact.source:
            return fact.words
        source = self._check_words["sources"][word_of(pb2.StatedFactSource, fact.source)]
        return self._text("stated", fact=fact.words, source=source)

    def _stated_lines(self, claim: pb2.CheckedClaim) -> Iterator[str]:
        """Yield the facts stated about this claim alone, with their sources."""
        if claim.stated_facts:
            facts = self._semicolon.join(map(self._fact_text, claim.stated_facts))
            yield self._text("given_here", facts=facts)

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
        if self._answer.checked_claims:
            return str(self._check_words["only_doubtful"])
        screened = is_screened(self._answer) or not count_unread(self._answer)
        return str(self._check_words["none_found" if screened else "nobody"])

    def _unflagged(self) -> Iterator[str]:
        return unflagged_lines(self._answer, self._answer.checked_claims, self._language)

    def _not_screened(self) -> Iterator[str]:
        if self._answer.unscreened_segments:
            yield from ("", self._spoken["not_screened"])
        for segment in self._answer.unscreened_segments:
            line = describe_unscreened(segment, self._spoken, self._comma)
            yield f"  {line}{self._colon}{one_line(segment.span.quote)[:60]}"

    def _sum(self) -> str:
        total = claim_sum(self._answer)
        key = "sum_fault" if total.faults else "sum_open" if total.wanting else "sum_none"
        return self._text(
            key, count=total.claims, faults=total.faults, open=total.wanting, code=int(self._checked.is_no)
        )

    def _sum_unread(self) -> Iterator[str]:
        if unread := count_unread(self._answer):
            yield self._text("sum_unread", count=unread)

    def _doubtful(self) -> Iterator[str]:
        """Yield the number of statements that may be claims, or the statements if they are requested."""
        statements = [claim for claim in self._answer.checked_claims if is_doubtful(claim)]
        if statements and not self._checked.doubtful:
            yield self._text("doubtful", count=len(statements))
        elif statements:
            yield from ("", self._check_words["doubtful_list"])
            for claim in statements:
                span, sentence = claim.candidate_claim.span, claim.candidate_claim.sentence
                yield self._text(
                    "doubtful_statement",
                    start=span.start,
                    quote=cut_line(span.quote, _QUOTE_LENGTH),
                    sentence=cut_line(sentence.quote, _CONTEXT_LENGTH),
                    verdicts=self._verdicts_by_market(claim),
                )

    def _verdicts_by_market(self, claim: pb2.CheckedClaim) -> str:
        markets: dict[str, list[str]] = {}
        for answer in claim.answers:
            markets.setdefault(self._verdict(answer), []).append(answer.jurisdiction)
        return self._semicolon.join(
            f"{verdict}{self._colon}{self._comma.join(ids)}" for verdict, ids in markets.items()
        )

    def _effect(self, option: pb2.ClaimQuestionOption) -> str:
        """Return the faults that an answer causes, otherwise the rules that it rules out."""
        if option.excluded_rules and not option.faults:
            rules = self._shorten_list(option.excluded_rules, _SHOWN_EXCLUDED_RULES)
            return self._text("question_excludes", rules=self._comma.join(rules))
        return self._comma.join(
            self._text(
                "question_fault",
                verdict=self._formal_verdict(fault.verdict),
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

    def _verdict(self, answer: pb2.ClaimAnswer) -> str:
        """Return the verdict that users read, with its days if they are not all, and with the later verdict."""
        named = self._check_words["standings"]
        verdict = str(named[standing_word(answer.standing)])
        periods = [part.period for part in answer.parts if part.verdict == answer.verdict]
        if FORMAL_FAULTS.get(answer.verdict) == answer.standing and len(periods) < len(answer.parts):
            verdict = self._text("on_days", verdict=verdict, days=self._comma.join(map(self._until, periods)))
        if not answer.coming_standing:
            return verdict
        later = named[standing_word(answer.coming_standing)]
        return self._text("stands_later", standing=verdict, day=answer.coming_first_date, later=later)

    def _denied(self) -> str:
        return str(self._check_words["standings"]["not_a_claim"])

    def _deciding_rules(self, answer: pb2.ClaimAnswer) -> Sequence[CitedRule]:
        return of_law(self._cited.of(answer.standing_rules, answer.jurisdiction))

    def _reason(self, answer: pb2.ClaimAnswer) -> str:
        """Return the rules that decide the verdict, with their certainty, or why there are none."""
        if not answer.verdict:
            return str(self._check_words["no_rule"])
        if answer.verdict == evaluation_pb2.VERDICT_OUT_OF_SCOPE:
            return str(self._check_words["no_card"])
        rules = self._deciding_rules(answer)
        if not rules:
            return str(self._check_words["no_objection"])
        key = "must_show" if answer.unless_shown else "without_proof" if needs_proof(answer) else "decided_by"
        return self._text(
            key,
            rules=self._comma.join(self._shorten_list((rule.id for rule in rules), _SHOWN_RULES)),
            certainty=self._certainties[rules[0].certainty],
            thing=answer.unless_shown,
        )

    def _formal_verdict(self, verdict: int) -> str:
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
