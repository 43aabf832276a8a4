"""Claims as rows of one table, worst first, for reports and pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from service.schemes.claims.answer import CitedRule, is_doubtful, of_law, severity_rank, standing_word
from service.schemes.claims.answer_frame import AnswerRenderer, needs_proof
from service.schemes.claims.claim_notes import SIGNS
from touchstone.v1 import screening_service_pb2 as pb2

_LAST_RANK = max(pb2.ClaimStanding.values()) + 1
_UNKNOWN_KIND, _DENIED = "unknown", "not_a_claim"


class RuleLabel(NamedTuple):
    """Rule that decides a verdict, with the certainty of its interpretation as key and in words."""

    card: str
    id: str
    certainty: str
    certainty_words: str


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Verdict on a claim in the markets where verdict, rule and reason are the same."""

    markets: tuple[str, ...]
    kind: str
    """Name of the verdict, "none" without one, and "not_a_claim" if the text denies the claim."""
    rank: int
    words: str
    rules: tuple[RuleLabel, ...]
    why: str

    @property
    def sign(self) -> str:
        return SIGNS.get(self.kind, SIGNS["none"])


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Claim with its verdicts, worst first; `index` is its index in the answer, and `number` 1 is the worst claim."""

    index: int
    number: int
    claim: pb2.CheckedClaim
    kinds: tuple[str, ...]
    verdicts: tuple[ClaimVerdict, ...]
    is_doubtful: bool

    @property
    def quote(self) -> str:
        return " ".join(self.claim.candidate_claim.span.quote.split())

    @property
    def language(self) -> str:
        return self.claim.candidate_claim.language_code

    @property
    def worst(self) -> ClaimVerdict:
        return self.verdicts[0]

    @property
    def other_markets(self) -> tuple[str, ...]:
        return tuple(market for verdict in self.verdicts[1:] for market in verdict.markets)


class FilterChoice(NamedTuple):
    """Value of a filter, with its words, and the number of claims that it shows."""

    value: str
    words: str
    claim_count: int


@dataclass(frozen=True, slots=True)
class ClaimFilters:
    """Choices of each filter: verdicts worst first, kinds of claim by frequency, and markets."""

    verdict: tuple[FilterChoice, ...]
    kind: tuple[FilterChoice, ...]
    market: tuple[FilterChoice, ...]


class ClaimTable(AnswerRenderer):
    """Rows of an answer."""

    def rows(self) -> tuple[ClaimRow, ...]:
        """Return all claims, worst first; doubtful claims are last."""
        claims = self._answer.checked_claims
        order = sorted(range(len(claims)), key=lambda index: severity_rank(claims[index]))
        return tuple(self._row(index, number) for number, index in enumerate(order, 1))

    def filters(self, rows: tuple[ClaimRow, ...]) -> ClaimFilters:
        certain = [row for row in rows if not row.is_doubtful]
        ranks = {verdict.kind: verdict.rank for row in certain for verdict in row.verdicts}
        verdicts = Counter(kind for row in certain for kind in {verdict.kind for verdict in row.verdicts})
        kinds = Counter(kind for row in certain for kind in row.kinds)
        markets = Counter(market for row in certain for verdict in row.verdicts for market in verdict.markets)
        return ClaimFilters(
            tuple(
                FilterChoice(kind, self._check_words["standings"][kind], verdicts[kind])
                for kind in sorted(ranks, key=lambda kind: (ranks[kind], kind))
            ),
            tuple(FilterChoice(kind, self._kind_name(kind), count) for kind, count in kinds.most_common()),
            tuple(FilterChoice(market, market, markets[market]) for market in self._answer.jurisdictions),
        )

    @property
    def texts(self) -> dict[str, Any]:
        texts: dict[str, Any] = self._spoken["claim_table"]
        return texts

    def _kind_name(self, kind: str) -> str:
        return str(self.texts["unknown_kind"] if kind == _UNKNOWN_KIND else self._spoken["types"][kind])

    def _row(self, index: int, number: int) -> ClaimRow:
        claim = self._answer.checked_claims[index]
        candidate = claim.candidate_claim
        kinds = tuple(candidate.claim_types or candidate.possible_claim_types) or (_UNKNOWN_KIND,)
        return ClaimRow(index, number, claim, kinds, self._verdicts(claim), is_doubtful(claim))

    def _verdicts(self, claim: pb2.CheckedClaim) -> tuple[ClaimVerdict, ...]:
        if not claim.answers:
            return (ClaimVerdict((), _DENIED, _LAST_RANK, self._denied(), (), self._check_words["denied_short"]),)
        markets: dict[tuple[Any, ...], list[str]] = {}
        for answer in claim.answers:
            rules = of_law(self._deciding_rules(answer))
            key = (
                answer.standing or _LAST_RANK,
                standing_word(answer.standing),
                self._verdict(answer),
                tuple(map(self._rule_label, rules)),
                self._why(answer, rules[0] if rules else None),
            )
            markets.setdefault(key, []).append(answer.jurisdiction)
        return tuple(
            ClaimVerdict(tuple(ids), kind, rank, words, rules, why)
            for (rank, kind, words, rules, why), ids in sorted(markets.items(), key=lambda item: item[0][0])
        )

    def _rule_label(self, rule: CitedRule) -> RuleLabel:
        return RuleLabel(rule.text.scorecard, rule.id, rule.certainty, self._certainties[rule.certainty])

    def _why(self, answer: pb2.ClaimAnswer, rule: CitedRule | None) -> str:
        """Return one line on the verdict: the proof to show, the name of the deciding rule, or why there is none."""
        if rule is None:
            return self._reason(answer)
        if answer.unless_shown:
            return str(self.texts["to_show"].format(thing=answer.unless_shown))
        return str(self.texts["without_proof" if needs_proof(answer) else "by_rule"].format(name=rule.text.name))
