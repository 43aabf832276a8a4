"""Full claim report as text: verdicts, rules, bases and conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rules.claims import CLAIM_TYPES
from rules.model import Certainty, lowest_certainty
from service.output.terminal.columns import columns_text
from service.schemes.claims.answer import CitedRule, of_law, standing_word
from service.schemes.claims.answer_frame import AnswerRenderer, CheckedText, cut_line, underline_claim
from service.schemes.claims.one_claim import SUBJECT
from touchstone.v1 import screening_service_pb2 as pb2


def _group_open_rules(rules: Iterable[CitedRule]) -> list[list[CitedRule]]:
    groups: dict[tuple[object, ...], list[CitedRule]] = {}
    for rule in rules:
        groups.setdefault((rule.text.verdict, rule.advice, rule.text.remedy or rule.text.name), []).append(rule)
    return list(groups.values())


def _names(rules: Iterable[CitedRule], comma: str) -> str:
    by_name: dict[str, list[str]] = {}
    for rule in rules:
        by_name.setdefault(rule.text.name, []).append(rule.id)
    return comma.join(f"{comma.join(ids)} {name}".rstrip() for name, ids in by_name.items())


def _conditions(group: Iterable[CitedRule]) -> list[Sequence[str]]:
    """Return the clauses of the distinct conditions of a group."""
    return [
        each.clauses
        for each in {
            (*condition.clauses, "", *condition.names): condition for rule in group for condition in rule.conditions
        }.values()
    ]


_MAX_QUOTE_LENGTH = 40
_SHOWN_FACTS = 8
_LEAST_FACTS = 4
_SHOWN_RULES = 8
_SHOWN_OPEN = 4
_SHOWN_COMING = 3
_SHOWN_CONDITIONS = 3


def full_text(checked: CheckedText) -> str:
    """Render the full report."""
    return "\n".join(FullTextRenderer(checked).lines())


class FullTextRenderer(AnswerRenderer):
    """Renderer of the full report in one language."""

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._overview([claim for claim in self._claims if claim.answers])
        yield from self._findings()
        for index, claim in self._numbered_claims.items():
            yield ""
            yield from underline_claim(claim.candidate_claim, self._document)
            yield from (f"  {line}" for line in (*self.claim_lines(claim), *self._rewriting_lines(index)))
        if not self._claims:
            yield from ("", self._none_found())
        yield from self._unflagged()
        yield from self._doubtful()
        yield from self._not_screened()
        if assessed := [*self.assessed_lines()]:
            yield from ("", *assessed, "", self._check_words["standing"], self._sum())
        yield from self._sum_unread()
        yield from self._where_stored()

    def _overview(self, claims: Sequence[pb2.CheckedClaim]) -> Iterator[str]:
        if len(claims) > 1:
            yield from ("", columns_text(tuple(self._check_words["overview"]), [self._line(claim) for claim in claims]))

    def _line(self, claim: pb2.CheckedClaim) -> tuple[str, str, str]:
        span = claim.candidate_claim.span
        shown = cut_line(self._document.text[span.start : span.end], _MAX_QUOTE_LENGTH)
        return str(span.start), shown, self._verdicts_by_market(claim)

    def assessed_lines(self) -> Iterator[str]:
        if any(claim.answers for claim in self._claims):
            yield self._check_words["assessed"]
            yield from (f"  {line}" for line in self._coverage())

    def claim_lines(self, claim: pb2.CheckedClaim) -> Iterator[str]:
        if "given" in claim.candidate_claim.categories:
            yield self._check_words["unworded"]
        if claim.candidate_claim.negated:
            yield f"{self._denied()}{self._colon}{self._check_words['denied_short']}"
            return
        yield self._type_line(claim.readings)
        yield from self._stated_lines(claim)
        yield from self._assumption_lines(claim)
        for contradiction in claim.contradictions:
            yield self._text("contradiction", words=self._check_words["contradictions"][contradiction.code])
        for answer in claim.answers:
            verdict = f"{self._verdict(answer)}{self._semicolon}{self._reason(answer)}"
            yield self._text("answer", jurisdiction=answer.jurisdiction, verdict=verdict)
            if answer.verdict:
                yield f"  {self._text('formal', verdict=self._formal_verdicts(answer))}"
            if assumed_facts := [fact for fact in answer.assumed_fact_ids if fact != CLAIM_TYPES]:
                yield "  " + self._text("rests", facts=self._comma.join(assumed_facts))
            yield from (f"  {line}" for line in self._answer_lines(answer, claim.readings))
        yield from self._differences(claim)

    def _type_line(self, readings: Sequence[pb2.ClaimReading]) -> str:
        types = self._spoken["types"]
        if len(readings) > 1:
            kinds = self._comma.join(types[read.claim_types[-1]] for read in readings)
            return self._text("open_type", types=kinds)
        kinds = self._comma.join(types[kind] for read in readings for kind in read.claim_types)
        return kinds or str(self._check_words["unsettled"])

    def _rewriting_lines(self, index: int) -> Iterator[str]:
        quote = cut_line(self._numbered_claims[index].candidate_claim.span.quote, _MAX_QUOTE_LENGTH)
        for each in self._answer.rewritings:
            if each.claim == index:
                key = "rewriting" if each.text else "no_rewriting"
                yield self._check_words["rewritings"]
                yield self._text(key, quote=quote, text=each.text, needs=each.needs)

    def _assumption_lines(self, claim: pb2.CheckedClaim) -> Iterator[str]:
        for assumption in claim.assumptions:
            words = self._comma.join(map(self._at, assumption.spans))
            if assumption.fact_id == SUBJECT:
                levels = self._comma.join(self._spoken["words"].get(value, value) for value in assumption.values)
                yield self._text("subject", values=levels, words=words)
            elif assumption.fact_id != CLAIM_TYPES:
                yield self._text("taken", stated=assumption.words, words=words, fact=assumption.fact_id)

    def _answer_lines(self, answer: pb2.ClaimAnswer, readings: Sequence[pb2.ClaimReading]) -> Iterator[str]:
        indent = "  " if len(answer.parts) > 1 else ""
        for part in answer.parts:
            if indent:
                days, verdict = self._until(part.period), self._formal_verdicts(part)
                yield self._text("answer", jurisdiction=days, verdict=verdict)
            yield from (f"{indent}{line}" for line in self._part(part, answer.jurisdiction, readings))
        yield from self._open_facts(answer)

    def _open_facts(self, answer: pb2.ClaimAnswer) -> Iterator[str]:
        open_facts = answer.open_facts
        about = sum(open_fact.asks_about_claim for open_fact in open_facts)
        first = open_facts[: min(max(about, _LEAST_FACTS), _SHOWN_FACTS)]
        facts = [self._text("fact", label=open_fact.label, fact=open_fact.fact_id) for open_fact in first]
        if len(open_facts) > len(facts):
            facts.append(self._text("more", count=len(open_facts) - len(facts)))
        if open_facts:
            yield self._text("open_facts", facts=self._comma.join(facts))

    def _part(self, part: pb2.ClaimPart, jurisdiction: str, readings: Sequence[pb2.ClaimReading]) -> Iterator[str]:
        silent = self._comma.join(part.scorecards_without_rule_in_force)
        if not part.verdict:
            yield self._text("no_law" if part.assessed else "nothing", cards=silent)
        elif silent:
            yield self._text("silent", cards=silent)
        if part.scorecards_out_of_scope:
            yield self._text("out_of_scope", cards=self._comma.join(part.scorecards_out_of_scope))
        if part.by_practice_alone:
            yield self._check_words["by_practice"]
        yield from self._rules(self._cited.of(part.holding_rules, jurisdiction), "holds", _SHOWN_RULES)
        yield from self._open_rule_lines(self._cited.open(part.open_rules, jurisdiction), readings)
        coming = [rule._replace(advice=()) for rule in self._cited.of(part.coming_rules, jurisdiction)]
        yield from self._rules(coming, "coming", _SHOWN_COMING)

    def _open_rule_lines(self, open_rules: Sequence[CitedRule], readings: Sequence[pb2.ClaimReading]) -> Iterator[str]:
        """Yield the open rules about this kind of claim, or else the first ones; only count the others."""
        about = [rule for rule in open_rules if rule.open.asks_about_claim]
        shown = about or open_rules[:_SHOWN_OPEN]
        if open_rules and not about and any(read.claim_types for read in readings):
            yield self._check_words["none_about"]
        yield from self._rules(shown, "may", _SHOWN_RULES)
        folded = open_rules[len(shown) :]
        every = [rule.id for rule in folded if rule.open.asks_of_every_claim]
        if folded and about and every:
            rules = self._comma.join(self._shorten_list(every, _SHOWN_RULES))
            yield self._text("others_of_every", count=len(folded), rules=rules)
        elif folded:
            yield self._text("others" if about else "further", count=len(folded))

    def _rules(self, cited: Sequence[CitedRule], form: str, most: int) -> Iterator[str]:
        groups = _group_open_rules(cited)
        for group in groups[:most]:
            resting = of_law(group) if form == "holds" else group
            bases = dict.fromkeys(base for rule in resting for base in rule.text.bases)
            words = self._text(
                "rule",
                verdict=self._formal_verdict(group[0].text.verdict),
                rules=_names(group, self._comma),
                bases=self._semicolon.join(bases),
                certainty=self._certainties[lowest_certainty(Certainty(rule.certainty) for rule in resting).value],
            )
            yield self._text(form, rule=words)
            if form != "coming":
                yield from (f"  {line}" for line in self._conditions_and_advice(group))
        if len(groups) > most:
            more = self._text("more", count=sum(len(group) for group in groups[most:]))
            yield self._text(form, rule=more)

    def _conditions_and_advice(self, group: Sequence[CitedRule]) -> Iterator[str]:
        condition_texts = [self._semicolon.join(clauses) for clauses in _conditions(group)]
        either = self._check_words["or"].join(condition_texts[:_SHOWN_CONDITIONS])
        if len(condition_texts) > _SHOWN_CONDITIONS:
            more = self._text("more", count=len(condition_texts) - _SHOWN_CONDITIONS)
            either = self._semicolon.join((either, more))
        kinds = dict.fromkeys(self._spoken["types"][kind] for rule in group for kind in rule.open.only_as_claim_types)
        meant = self._text("only_as", types=self._spoken["or"].join(kinds)) if kinds else ""
        if kinds or condition_texts:
            yield self._text("holds_if", words=self._semicolon.join(filter(None, (meant, either))))
        advice, remedy = group[0].advice, group[0].text.remedy
        if advice:
            yield self._text("by_kind", words=self._semicolon.join(advice))
        if remedy:
            yield self._text("remedy_of_all" if advice else "remedy", words=remedy)

    def _differences(self, claim: pb2.CheckedClaim) -> Iterator[str]:
        standings = sorted({answer.standing for answer in claim.answers}, key=lambda each: (not each, each))
        if len(standings) < 2:
            return
        yield self._check_words["differ"]
        for standing in standings:
            answers = [answer for answer in claim.answers if answer.standing == standing]
            names = list(dict.fromkeys(rule.rule_id for answer in answers for rule in answer.standing_rules))
            yield "  " + self._text(
                "differs" if names else "differs_without",
                verdict=self._check_words["standings"][standing_word(standing)],
                jurisdictions=self._comma.join(answer.jurisdiction for answer in answers),
                rules=self._comma.join(self._shorten_list(names, _SHOWN_RULES)),
            )

    def _coverage(self) -> Iterator[str]:
        coverages: dict[bytes, tuple[pb2.ClaimCoverage, list[str]]] = {}
        for coverage in self._answer.coverages:
            anywhere = pb2.ClaimCoverage()
            anywhere.CopyFrom(coverage)
            anywhere.jurisdiction = ""
            coverages.setdefault(anywhere.SerializeToString(), (coverage, []))[1].append(coverage.jurisdiction)
        for coverage, jurisdictions in coverages.values():
            slots = {
                "jurisdiction": self._comma.join(jurisdictions),
                "version": coverage.scorecard_version.removeprefix("scorecards/"),
            }
            assessed, resting = coverage.assessed_rule_ids, coverage.resting_rule_ids
            if coverage.out_of_scope:
                yield self._text("card_out_of_scope", **slots)
            else:
                rules = self._comma.join(assessed) or self._check_words["no_rules"]
                yield self._text("coverage", **slots, assessed=len(assessed), rules=rules)
            if resting:
                yield "  " + self._text("not_in_force", rules=self._comma.join(resting))
            if coverage.not_encoded:
                yield "  " + self._text("not_encoded", words=self._semicolon.join(coverage.not_encoded))

    def _formal_verdicts(self, answer: pb2.ClaimAnswer | pb2.ClaimPart) -> str:
        verdict = self._formal_verdict(answer.verdict)
        if not answer.verdict or len(answer.possible_verdicts) < 2:
            return verdict
        verdicts = self._comma.join(map(self._formal_verdict, answer.possible_verdicts))
        return self._text("possible", verdict=verdict, verdicts=verdicts)
