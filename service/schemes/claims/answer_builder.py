"""Answer builder of a claim check: from judged text to a CheckClaimsResponse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from rules.claims import CLAIM_TYPES, ClaimStatus, ComposedVerdict, FactValues, RuleName, precedents
from rules.contracts import Period
from rules.model import Certainty
from service.schemes.claims.caller_facts import CallerFact, FactsByName
from service.schemes.claims.claim_check import PAGE_BYTES
from service.schemes.claims.messages import CLAIMS, applied_software, write_candidate, write_unscreened
from service.schemes.claims.one_claim import SUBJECT, CheckedClaim, JurisdictionResult
from service.schemes.claims.questions import QuestionRanker
from service.schemes.claims.rewriting import RewritingContext, propose_rewriting
from service.schemes.claims.rule_words import LocalizedCondition, LocalizedRule, RuleLocalizer, types_of
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.engine import CancellationScope
    from service.schemes.claims.claim_check import ClaimCheckResult

_PAGE_OVERHEAD_BYTES = 16 * 1024
"""Maximum bytes for the next page token and message framing."""


def write_page(checked: ClaimCheckResult, language: str, waiting: CancellationScope) -> pb2.CheckClaimsResponse:
    """Convert a judged text; a page is cut to the byte limit."""
    builder = AnswerBuilder(checked, language)
    response = builder.answer(waiting)
    if checked.page.size is not None:
        sizes = [claim.ByteSize() for claim in response.checked_claims]
        fitting = _count_fitting(response.ByteSize() - sum(sizes), sizes)
        if fitting < len(sizes):
            return builder.answer(waiting, fitting)
    return response


def _count_fitting(size: int, claims: Iterable[int]) -> int:
    sizes = accumulate(claims, initial=size + _PAGE_OVERHEAD_BYTES)
    return max(sum(1 for total in islice(sizes, 1, None) if total <= PAGE_BYTES), 1)


class AnswerBuilder:
    """Builder of answers in one language."""

    def __init__(self, judged: ClaimCheckResult, language: str) -> None:
        self._judged, self._language = judged, language
        self._words = RuleLocalizer(judged.cards, language, judged.shown)
        self._rewriting_context = RewritingContext(judged)
        self._rules = StatedRules()
        self._answers: dict[tuple[object, ...], pb2.ClaimAnswer] = {}

    def answer(self, waiting: CancellationScope, most: int | None = None) -> pb2.CheckClaimsResponse:
        """Return the answer on the page, or on its first `most` claims; only the first page describes the text."""
        judged = replace(self._judged, claims=self._judged.claims[:most])
        self._rules, self._answers = StatedRules(), {}
        ranker, claims, rewritings = QuestionRanker(judged, self._language), [], []
        for number, claim in enumerate(judged.claims):
            waiting.go_on()
            claims.append(self._claim(number, claim, ranker))
            rewriting = None if claim.is_doubtful else propose_rewriting(claim, self._language, self._rewriting_context)
            if rewriting is not None:
                rewritings.append(CLAIMS.write(pb2.ClaimRewriting, rewriting, claim=number))
        response = CLAIMS.write(
            pb2.CheckClaimsResponse,
            document_kind=judged.document.kind,
            as_of_date=judged.as_of,
            shown_period=judged.shown,
            checked_claims=claims,
            claim_count=judged.count,
            hearing=judged.result.hearing,
            coverages=[
                coverage
                for jurisdiction in judged.jurisdictions
                for coverage in self._words.coverage(jurisdiction.id, judged.claims)
            ],
            next_page_token=judged.page.next_token(len(claims), judged.count),
            jurisdictions=[jurisdiction.id for jurisdiction in judged.jurisdictions],
            applied_scorecards=[
                pb2.AppliedVersion(name=id, version=card.scorecard.card.version, digest=card.published.content_digest)
                for id, card in judged.cards.items()
            ],
            screening_sources=applied_software(),
            questions=ranker.questions(),
            rewritings=rewritings,
            rules=self._rules.written(),
        )
        if judged.page.first == 0:
            response.MergeFrom(self._first_page_fields(judged))
        return response

    def _first_page_fields(self, judged: ClaimCheckResult) -> pb2.CheckClaimsResponse:
        return CLAIMS.write(
            pb2.CheckClaimsResponse,
            text=judged.document.text,
            page_facts=judged.document.shown,
            given_facts=self._stated_facts(judged.request.caller_facts.by_name_of_all()),
            assumed_facts=[
                pb2.StatedFact(fact_id=name, values=values, words=self._words.stated(name, values))
                for name, values in judged.assumed.items()
            ],
            left_out_counts=judged.document.left_out,
            findings=judged.findings,
            unscreened_segments=write_unscreened(judged.document.text, judged.result),
            unheard_sentence=judged.result.unheard,
        )

    def _stated_facts(self, facts: Mapping[str, CallerFact]) -> list[pb2.StatedFact]:
        return [
            CLAIMS.write(
                pb2.StatedFact,
                fact_id=name,
                values=values,
                words=self._words.stated(name, values),
                source=facts[name].source,
            )
            for name, values in FactsByName(facts).stated().items()
        ]

    def _claim(self, number: int, claim: CheckedClaim, ranker: QuestionRanker) -> pb2.CheckedClaim:
        stated = self._words.stated
        return CLAIMS.write(
            pb2.CheckedClaim,
            candidate_claim=write_candidate(claim.candidate),
            readings=[{"claim_types": read.get(CLAIM_TYPES)} for read in claim.readings],
            contradictions=claim.contradictions,
            answers=[
                self._answer(answer, claim, ranker.deciding_facts(number, answer.jurisdiction.id))
                for answer in claim.answers
            ],
            assumptions=[
                CLAIMS.write(
                    pb2.ClaimAssumption,
                    fact_id=each.fact,
                    values=each.values,
                    spans=each.spans,
                    words=stated(each.fact, each.values),
                )
                for each in claim.assumptions
                if each.fact == SUBJECT or self._words.knows(each.fact)
            ],
            unused_facts=[
                CLAIMS.write(
                    pb2.UnusedClaimFact,
                    fact_id=fact,
                    words=stated(fact, self._judged.stated_facts[fact]),
                    reason=reason,
                )
                for fact, reason in claim.unused.items()
            ],
            stated_facts=self._stated_facts(claim.stated),
        )

    def _answer(self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]) -> pb2.ClaimAnswer:
        kinds = tuple(read.get(CLAIM_TYPES) for read in claim.readings)
        key: tuple[object, ...] = (
            answer.stands,
            answer.jurisdiction.id,
            *map(id, answer.parts),
            kinds,
            claim.candidate.kinds,
            answer.verdict,
            answer.possible,
            answer.assumed,
            deciding,
        )
        if key not in self._answers:
            self._answers[key] = self._written_answer(answer, claim, deciding)
        return self._answers[key]

    def _written_answer(
        self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]
    ) -> pb2.ClaimAnswer:
        words, rules, id = self._words.at(answer.jurisdiction), deciding_rule_names(answer), answer.jurisdiction.id
        types, assessment = types_of(claim.readings), answer.stands
        holding = {name for part in answer.parts for name in part.holding}
        settled = any(name in holding for name in rules)
        resting = _surest(words.rules(rules)) if settled else _worst_open_rules(answer, words)
        written = CLAIMS.write(
            pb2.ClaimAnswer,
            jurisdiction=id,
            verdict=answer.verdict,
            possible_verdicts=answer.possible,
            parts=[
                self._part(list(group), claim.readings, words, id) for _, group in groupby(answer.parts, _merge_key)
            ],
            deciding_rules=self._rules.refer(words.rules(rules, types), id),
            open_facts=[fact for fact in words.open_facts(answer) if fact.fact_id in deciding],
            settled=settled,
            resting_rules=self._rules.refer(resting, id),
            assumed_fact_ids=answer.assumed,
        )
        if assessment is not None:
            others = resting if settled or assessment.standing is not ClaimStatus.FINE else ()
            written.MergeFrom(
                CLAIMS.write(
                    pb2.ClaimAnswer,
                    standing=assessment.standing,
                    standing_rules=self._rules.refer(_surest(words.rules(assessment.rules)) or others, id),
                    unless_fact_id=assessment.unless,
                    unless_shown=None if assessment.unless is None else words.to_show(assessment.unless),
                    coming_standing=assessment.later,
                    coming_first_date=words.first_day(assessment.coming, self._judged.shown),
                    precedents=precedents(id, types or claim.candidate.kinds),
                )
            )
        return written

    def _part(
        self, group: Sequence[ComposedVerdict], readings: Sequence[FactValues], words: RuleLocalizer, id: str
    ) -> pb2.ClaimPart:
        part, types = group[0], types_of(readings)
        return CLAIMS.write(
            pb2.ClaimPart,
            period=Period(part.part.first, group[-1].part.last),
            verdict=part.verdict,
            possible_verdicts=part.possible,
            deciding_rules=self._rules.refer(words.rules(part.deciding, types), id),
            holding_rules=self._rules.refer(words.rules(part.holding, types), id),
            open_rules=[self._open_rule(name, part, readings, words, id) for name in words.open_rule_names(part)],
            coming_rules=self._rules.refer(words.rules(part.coming, types), id),
            scorecards_without_rule_in_force=part.silent,
            scorecards_out_of_scope=part.out_of_scope,
            by_practice_alone=part.verdict is not None and part.by_practice,
            assessed=bool(part.assessed),
        )

    def _open_rule(
        self, name: RuleName, part: ComposedVerdict, readings: Sequence[FactValues], words: RuleLocalizer, id: str
    ) -> pb2.OpenClaimRule:
        asks, read_as = part.asks[name], part.read_as[name]
        rule = words.rule(name, types_of(readings))
        only = (readings[number].get(CLAIM_TYPES, ())[-1:] for number in read_as if len(read_as) < len(readings))
        return pb2.OpenClaimRule(
            rule=self._rules.refer((rule,), id)[0],
            asks_about_claim=asks.about_claim,
            only_as_claim_types=[kind for last in only for kind in last],
            condition_indexes=self._rules.condition_indexes(rule, words.conditions(name.card, asks)),
            asks_of_every_claim=asks.of_every_claim,
        )


def _worst_open_rules(answer: JurisdictionResult, words: RuleLocalizer) -> Sequence[LocalizedRule]:
    if not answer.possible:
        return ()
    asks = {name: conditions for part in answer.parts for name, conditions in part.asks.items()}
    about = tuple(name for name in asks if asks[name].about_claim)
    groups = (_surest(words.rules(names)) for names in (about, tuple(asks)))
    worst = ([rule for rule in group if rule.verdict is answer.possible[0]] for group in groups)
    return next(filter(None, worst), ())


def _surest(rules: Iterable[LocalizedRule]) -> list[LocalizedRule]:
    return sorted(rules, key=lambda rule: Certainty(rule.certainty).rank)


_merge_key = attrgetter(
    "verdict", "possible", "deciding", "holding", "open", "asks", "read_as", "coming", "silent", "out_of_scope"
)


def deciding_rule_names(answer: JurisdictionResult) -> tuple[RuleName, ...]:
    """Return the rules that decide the overall verdict."""
    return tuple(
        dict.fromkeys(name for part in answer.parts if part.verdict is answer.verdict for name in part.deciding)
    )


@dataclass(slots=True)
class _StatedRule:
    places: dict[str, None] = field(default_factory=dict)
    conditions: dict[LocalizedCondition, int] = field(default_factory=dict)


class StatedRules:
    """Rules of one response, each stated once and referenced by answers."""

    def __init__(self) -> None:
        self._rules: dict[LocalizedRule, _StatedRule] = {}

    def refer(self, rules: Iterable[LocalizedRule], jurisdiction: str) -> list[pb2.ClaimRuleReference]:
        references = []
        for rule in rules:
            self._stated(rule).places[jurisdiction] = None
            references.append(pb2.ClaimRuleReference(scorecard=rule.card, rule_id=rule.rule, advice=rule.advice))
        return references

    def condition_indexes(self, rule: LocalizedRule, conditions: Iterable[LocalizedCondition]) -> list[int]:
        known = self._stated(rule).conditions
        return [known.setdefault(each, len(known)) for each in conditions]

    def written(self) -> list[pb2.ClaimRule]:
        return [
            CLAIMS.write(pb2.ClaimRule, rule, jurisdictions=stated.places, conditions=stated.conditions)
            for rule, stated in self._rules.items()
        ]

    def _stated(self, rule: LocalizedRule) -> _StatedRule:
        return self._rules.setdefault(replace(rule, advice=()), _StatedRule())
