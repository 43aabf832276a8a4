"""Full claim report as text: verdicts, rules, bases and conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from rules.claims import CLAIM_TYPES, PRACTICE, FactValues
from rules.contracts import Verdict
from rules.model import Certainty, lowest_certainty
from service.output.terminal.columns import columns_text
from service.schemes.claims.answer import (
    Coverage,
    LocalizedClaim,
    LocalizedCondition,
    LocalizedJurisdictionResult,
    LocalizedOpenRule,
    LocalizedPeriodResult,
    LocalizedRule,
    types_of,
)
from service.schemes.claims.answer_frame import AnswerRenderer, CheckedText, one_line, underline_claim, unflagged_lines
from service.schemes.claims.one_claim import SUBJECT


def _group_open_rules(open_rules: Iterable[LocalizedOpenRule]) -> tuple[tuple[LocalizedOpenRule, ...], ...]:
    groups: dict[tuple[str, ...], list[LocalizedOpenRule]] = {}
    for open_rule in open_rules:
        rule = open_rule.rule
        groups.setdefault((rule.verdict, *rule.advice, rule.remedy or rule.name), []).append(open_rule)
    return tuple(map(tuple, groups.values()))


def names(rules: Sequence[LocalizedRule], comma: str) -> str:
    """Render rule ids, grouped by name."""
    by_name: dict[str, list[str]] = {}
    for rule in rules:
        by_name.setdefault(rule.name, []).append(rule.rule)
    return comma.join(f"{comma.join(ids)} {name}".rstrip() for name, ids in by_name.items())


def highest_ranking_rules(rules: Sequence[LocalizedRule]) -> Sequence[LocalizedRule]:
    """Return the rules of law, or else the rules of practice."""
    return [rule for rule in rules if rule.card != PRACTICE] or rules


def _lowest_rule_certainty(rules: Iterable[LocalizedRule]) -> str:
    return lowest_certainty(Certainty(rule.certainty) for rule in rules).value


def conditions(group: Iterable[LocalizedOpenRule]) -> tuple[LocalizedCondition, ...]:
    """Return the distinct conditions of a group."""
    return tuple(dict.fromkeys(condition for open_rule in group for condition in open_rule.holds_if))


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
        answer = self._answer
        yield from self._head()
        yield from self._overview([claim for claim in answer.claims if claim.answers])
        yield from self._findings()
        for claim in answer.claims:
            yield ""
            yield from underline_claim(claim.candidate, answer.document)
            yield from (f"  {line}" for line in self.claim_lines(claim))
        if not answer.claims:
            yield from ("", self._none_found())
        yield from unflagged_lines(answer.result, self._language)
        yield from self._not_screened()
        if assessed := [*self.assessed_lines()]:
            yield from ("", *assessed, "", self._check_words["standing"], self._sum())
        yield from self._sum_unread()
        yield from self._where_stored()

    def _overview(self, claims: Sequence[LocalizedClaim]) -> Iterator[str]:
        if len(claims) > 1:
            yield from ("", columns_text(tuple(self._check_words["overview"]), [self._line(claim) for claim in claims]))

    def _line(self, claim: LocalizedClaim) -> tuple[str, str, str]:
        jurisdictions_by_verdict: defaultdict[str, list[str]] = defaultdict(list)
        for answer in claim.answers:
            jurisdictions_by_verdict[self._at_worst(answer)].append(answer.jurisdiction)
        verdicts = (
            f"{verdict}{self._colon}{self._comma.join(ids)}" for verdict, ids in jurisdictions_by_verdict.items()
        )
        start, end = claim.candidate.start, claim.candidate.end
        shown = self._cut(self._answer.document.text[start:end], _MAX_QUOTE_LENGTH)
        return str(start), shown, self._semicolon.join(verdicts)

    def assessed_lines(self) -> Iterator[str]:
        if any(claim.answers for claim in self._answer.claims):
            yield self._check_words["assessed"]
            yield from (f"  {line}" for line in self._coverage())

    def claim_lines(self, claim: LocalizedClaim) -> Iterator[str]:
        types = self._spoken["types"]
        if "given" in claim.candidate.categories:
            yield self._check_words["unworded"]
        if claim.candidate.negated:
            yield self._check_words["denied"]
            return
        if claim.may_be_none:
            yield self._check_words["may_be_none"]
        if len(claim.readings) > 1:
            kinds = [types[read["claim_types"][-1]] for read in claim.readings]
            yield self._check_words["open_type"].format(types=self._comma.join(kinds))
        elif claim.readings and (kinds := [types[kind] for kind in claim.readings[0].get("claim_types", ())]):
            yield self._comma.join(kinds)
        elif not any("claim_types" in sheet for sheet in claim.readings):
            yield self._check_words["unsettled"]
        yield from self._assumption_lines(claim)
        for contradiction in claim.contradictions:
            yield self._check_words["contradiction"].format(
                words=self._check_words["contradictions"][contradiction.code]
            )
        for answer in claim.answers:
            yield self._check_words["answer"].format(
                jurisdiction=answer.jurisdiction, verdict=self._verdict(answer.verdict, answer.possible)
            )
            yield from self._status_lines(answer)
            if assumed_facts := [fact for fact in answer.assumed if fact != CLAIM_TYPES]:
                yield "  " + self._check_words["rests"].format(facts=self._comma.join(assumed_facts))
            yield from (f"  {line}" for line in self._answer_lines(answer, claim.readings))
        yield from self._differences(claim)

    def _status_lines(self, answer: LocalizedJurisdictionResult) -> Iterator[str]:
        if answer.standing is None:
            return
        status = self._stands(answer)
        if answer.unless_shown:
            status = self._check_words["to_show"].format(standing=status, thing=answer.unless_shown)
        rules = self._comma.join(self._shorten_list((rule.rule for rule in answer.standing_rules), _SHOWN_RULES))
        template = self._check_words["stands_by" if rules else "stands"]
        yield f"  {template.format(standing=status, rules=rules)}"

    def _assumption_lines(self, claim: LocalizedClaim) -> Iterator[str]:
        for localized in filter(attrgetter("is_reported"), claim.assumptions):
            assumption = localized.assumption
            occurrences = (
                self._check_words["at"].format(quote=one_line(span.quote), start=span.start)
                for span in assumption.spans
            )
            words = self._comma.join(occurrences)
            if assumption.fact == SUBJECT:
                levels = self._comma.join(self._spoken["words"].get(value, value) for value in assumption.values)
                yield self._check_words["subject"].format(values=levels, words=words)
            elif assumption.fact != CLAIM_TYPES:
                yield self._check_words["taken"].format(stated=localized.words, words=words, fact=assumption.fact)

    def _answer_lines(self, answer: LocalizedJurisdictionResult, readings: Sequence[FactValues]) -> Iterator[str]:
        for part in answer.parts:
            indent = ""
            if len(answer.parts) > 1:
                indent = "  "
                days = self._check_words["until"].format(first=part.span.first, last=part.span.last)
                verdict = self._verdict(part.verdict, part.possible)
                yield self._check_words["answer"].format(jurisdiction=days, verdict=verdict)
            yield from (f"{indent}{line}" for line in self._part(part, readings))
        yield from self._open_facts(answer)

    def _open_facts(self, answer: LocalizedJurisdictionResult) -> Iterator[str]:
        open_facts = answer.open_facts
        about = sum(open_fact.asks_about_claim for open_fact in open_facts)
        first = open_facts[: min(max(about, _LEAST_FACTS), _SHOWN_FACTS)]
        facts = [self._check_words["fact"].format(label=open_fact.label, fact=open_fact.fact) for open_fact in first]
        if len(open_facts) > len(facts):
            facts.append(self._check_words["more"].format(count=len(open_facts) - len(facts)))
        if open_facts:
            yield self._check_words["open_facts"].format(facts=self._comma.join(facts))

    def _part(self, part: LocalizedPeriodResult, readings: Sequence[FactValues]) -> Iterator[str]:
        if part.verdict is None:
            yield self._check_words["no_law" if part.is_assessed else "nothing"].format(
                cards=self._comma.join(part.silent)
            )
        elif part.silent:
            yield self._check_words["silent"].format(cards=self._comma.join(part.silent))
        if part.out_of_scope:
            yield self._check_words["out_of_scope"].format(cards=self._comma.join(part.out_of_scope))
        if part.by_practice:
            yield self._check_words["by_practice"]
        yield from self._rules(tuple(map(LocalizedOpenRule, part.holding)), "holds", _SHOWN_RULES)
        yield from self._open_rule_lines(part, readings)
        coming = tuple(LocalizedOpenRule(replace(rule, advice=())) for rule in part.coming)
        yield from self._rules(coming, "coming", _SHOWN_COMING)

    def _open_rule_lines(self, part: LocalizedPeriodResult, readings: Sequence[FactValues]) -> Iterator[str]:
        """Yield the open rules about this kind of claim, or else the first ones; only count the others."""
        open_rules = part.open
        about = [open_rule for open_rule in open_rules if open_rule.asks_about_claim]
        shown = about or open_rules[:_SHOWN_OPEN]
        if open_rules and not about and types_of(readings):
            yield self._check_words["none_about"]
        yield from self._rules(shown, "may", _SHOWN_RULES)
        folded = open_rules[len(shown) :]
        every = [open_rule.rule.rule for open_rule in folded if open_rule.asks_of_every_claim]
        if folded and about and every:
            rules = self._comma.join(self._shorten_list(every, _SHOWN_RULES))
            yield self._check_words["others_of_every"].format(count=len(folded), rules=rules)
        elif folded:
            yield self._check_words["others" if about else "further"].format(count=len(folded))

    def _rules(self, open_rules: Sequence[LocalizedOpenRule], form: str, most: int) -> Iterator[str]:
        groups = _group_open_rules(open_rules)
        for group in groups[:most]:
            rules = [open_rule.rule for open_rule in group]
            resting = highest_ranking_rules(rules) if form == "holds" else rules
            bases = dict.fromkeys(base for rule in resting for base in rule.bases)
            words = self._check_words["rule"].format(
                verdict=self._check_words["verdicts"][rules[0].verdict.value],
                rules=names(rules, self._comma),
                bases=self._semicolon.join(bases),
                certainty=self._certainties[_lowest_rule_certainty(resting)],
            )
            yield self._check_words[form].format(rule=words)
            if form != "coming":
                yield from (f"  {line}" for line in self._conditions_and_advice(group))
        if len(groups) > most:
            more = self._check_words["more"].format(count=sum(len(group) for group in groups[most:]))
            yield self._check_words[form].format(rule=more)

    def _conditions_and_advice(self, group: Sequence[LocalizedOpenRule]) -> Iterator[str]:
        condition_texts = [self._semicolon.join(condition.words) for condition in conditions(group)]
        either = self._check_words["or"].join(condition_texts[:_SHOWN_CONDITIONS])
        if len(condition_texts) > _SHOWN_CONDITIONS:
            more = self._check_words["more"].format(count=len(condition_texts) - _SHOWN_CONDITIONS)
            either = self._semicolon.join((either, more))
        kinds = dict.fromkeys(self._spoken["types"][kind] for open_rule in group for kind in open_rule.only_as)
        if kinds:
            meant = self._check_words["only_as"].format(types=self._spoken["or"].join(kinds))
            yield self._check_words["holds_if"].format(words=self._semicolon.join(filter(None, (meant, either))))
        elif condition_texts:
            yield self._check_words["holds_if"].format(words=either)
        rule = group[0].rule
        if rule.advice:
            yield self._check_words["by_kind"].format(words=self._semicolon.join(rule.advice))
            if rule.remedy:
                yield self._check_words["remedy_of_all"].format(words=rule.remedy)
        elif rule.remedy:
            yield self._check_words["remedy"].format(words=rule.remedy)

    def _differences(self, claim: LocalizedClaim) -> Iterator[str]:
        if claim.differences:
            yield self._check_words["differ"]
        for verdict, rules_by_jurisdiction in claim.differences.items():
            names = list(dict.fromkeys(rule for rules in rules_by_jurisdiction.values() for rule in rules))
            yield "  " + self._check_words["differs" if names else "differs_without"].format(
                verdict=self._check_words["verdicts"]["none" if verdict is None else verdict.value],
                jurisdictions=self._comma.join(rules_by_jurisdiction),
                rules=self._comma.join(self._shorten_list(names, _SHOWN_RULES)),
            )

    def _coverage(self) -> Iterator[str]:
        jurisdictions_by_coverage: dict[Coverage, list[str]] = {}
        for coverage in self._answer.coverages:
            jurisdictions_by_coverage.setdefault(replace(coverage, jurisdiction=""), []).append(coverage.jurisdiction)
        for coverage, jurisdictions in jurisdictions_by_coverage.items():
            slots = {
                "jurisdiction": self._comma.join(jurisdictions),
                "version": coverage.version.removeprefix("scorecards/"),
            }
            if coverage.out_of_scope:
                yield self._check_words["card_out_of_scope"].format(**slots)
            else:
                rules = self._comma.join(coverage.assessed) or self._check_words["no_rules"]
                yield self._check_words["coverage"].format(**slots, assessed=len(coverage.assessed), rules=rules)
            if coverage.not_in_force:
                yield "  " + self._check_words["not_in_force"].format(rules=self._comma.join(coverage.not_in_force))
            if coverage.not_encoded:
                yield "  " + self._check_words["not_encoded"].format(words=self._semicolon.join(coverage.not_encoded))

    def _verdict(self, verdict: Verdict | None, possible: tuple[Verdict, ...]) -> str:
        named = self._check_words["verdicts"]
        if verdict is None:
            return str(named["none"])
        if len(possible) < 2:
            return str(named[verdict.value])
        verdicts = self._comma.join(named[possible_verdict.value] for possible_verdict in possible)
        return str(self._check_words["possible"].format(verdict=named[verdict.value], verdicts=verdicts))
