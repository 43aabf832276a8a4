"""How do checked claims read for a person?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.claims.telling import Teller, differences, merged
from service.cli.claims import marked, one_line
from service.cli.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.claims.composition import Composed, RuleName
    from rules.contracts.dates import Period
    from rules.contracts.outcomes import Verdict
    from service.claims.checking import Answered, CheckedClaim
    from service.claims.telling import Coverage
    from service.cli.claims_check import CheckedText

_SHOWN_FACTS = 12
_SHOWN_RULES = 8
_SHOWN_OPEN = 4
_SHOWN_COMING = 3


def check_text(answer: CheckedText, language: str) -> str:
    """Write each claim under its sentence, with its verdicts; then what was assessed, and what was not screened."""
    return "\n".join(_Writer(answer, language).lines())


class _Writer:
    """Writes an answer in one language."""

    def __init__(self, answer: CheckedText, language: str) -> None:
        self._answer = answer
        self._spoken: dict[str, Any] = words(language)["claims"]
        self._says: dict[str, Any] = self._spoken["check"]
        self._certainties: dict[str, str] = words(language)["certainties"]
        self._teller = Teller(answer.cards, language)
        self._comma = "，" if language == "zh" else ", "
        self._semicolon = "；" if language == "zh" else "; "

    def lines(self) -> Iterator[str]:
        """Give all lines."""
        answer, found = self._answer, self._answer.screened
        yield self._says["head"].format(
            source=found.source,
            kind=self._spoken["words"][found.document.kind],
            length=found.result.length,
            count=len(answer.claims),
            shown=self._days(answer.shown),
            as_of=answer.as_of,
        )
        if answer.stated:
            facts = self._comma.join(f"{name} {' '.join(values)}" for name, values in answer.stated.items())
            yield self._says["assumed"].format(facts=facts)
        for claim in answer.claims:
            yield ""
            yield from marked(claim.candidate, found.document)
            yield from (f"  {line}" for line in self._claim(claim))
        screened = [segment for segment in found.result.segments if segment.not_screened is None]
        if not answer.claims:
            yield from ("", self._says["none_found" if screened else "nobody"])
        yield from self._not_screened()
        if any(claim.answers for claim in answer.claims):
            yield from ("", self._says["assessed"])
            yield from (f"  {line}" for line in self._coverage())
            yield from ("", self._says["standing"])

    def _claim(self, claim: CheckedClaim) -> Iterator[str]:
        types = self._spoken["types"]
        if claim.candidate.negated:
            yield self._says["denied"]
            return
        if len(claim.readings) > 1:
            kinds = [types[read["claim_types"][-1]] for read in claim.readings]
            yield self._says["open_type"].format(types=self._comma.join(kinds))
        elif claim.readings and (kinds := [types[kind] for kind in claim.readings[0].get("claim_types", ())]):
            yield self._comma.join(kinds)
        elif not any("claim_types" in sheet for sheet in claim.readings):
            yield self._says["unsettled"]
        for against in claim.contradictions:
            yield self._says["contradiction"].format(words=self._says["contradictions"][against.code])
        for answer in claim.answers:
            yield self._says["answer"].format(
                jurisdiction=answer.jurisdiction.id, verdict=self._verdict(answer.verdict, answer.possible)
            )
            yield from (f"  {line}" for line in self._answered(answer))
        yield from self._differences(claim)

    def _answered(self, answer: Answered) -> Iterator[str]:
        groups = merged(answer.parts)
        for group in groups:
            indent = ""
            if len(groups) > 1:
                indent = "  "
                part = group[0]
                days = self._says["until"].format(first=part.part.first, last=group[-1].part.last)
                verdict = self._verdict(part.verdict, part.possible)
                yield self._says["answer"].format(jurisdiction=days, verdict=verdict)
            yield from (f"{indent}{line}" for line in self._part(group[0]))
        facts = [self._says["fact"].format(label=one.label, fact=one.fact) for one in self._teller.open_facts(answer)]
        if facts:
            yield self._says["open_facts"].format(facts=self._comma.join(self._short(facts, _SHOWN_FACTS)))

    def _part(self, part: Composed) -> Iterator[str]:
        if part.verdict is None:
            yield self._says["nothing"]
            return
        if part.silent:
            yield self._says["silent"].format(cards=self._comma.join(part.silent))
        if part.out_of_scope:
            yield self._says["out_of_scope"].format(cards=self._comma.join(part.out_of_scope))
        yield from self._rules(part.holding, "holds", _SHOWN_RULES)
        yield from self._rules(part.open, "may", _SHOWN_OPEN)
        yield from self._rules(part.coming, "coming", _SHOWN_COMING)

    def _rules(self, names: tuple[RuleName, ...], form: str, most: int) -> Iterator[str]:
        for told in self._teller.rules(names)[:most]:
            rule = self._says["rule"].format(
                verdict=self._says["verdicts"][told.verdict.value],
                rule=told.rule,
                name=told.name,
                bases=self._semicolon.join(told.bases),
                certainty=self._certainties[told.certainty],
            )
            yield self._says[form].format(rule=rule)
            if told.remedy and form != "coming":
                yield "  " + self._says["remedy"].format(words=told.remedy)
        if len(names) > most:
            more = self._says["more"].format(count=len(names) - most)
            yield self._says[form].format(rule=more)

    def _differences(self, claim: CheckedClaim) -> Iterator[str]:
        found = differences(claim.answers)
        if found:
            yield self._says["differ"]
        for verdict, places in found.items():
            names = list(dict.fromkeys(name.rule for rules in places.values() for name in rules))
            yield "  " + self._says["differs" if names else "differs_without"].format(
                verdict=self._says["verdicts"]["none" if verdict is None else verdict.value],
                jurisdictions=self._comma.join(places),
                rules=self._comma.join(self._short(names, _SHOWN_RULES)),
            )

    def _coverage(self) -> Iterator[str]:
        """Tell of each card, once for all jurisdictions in which the same was asked of it."""
        asked: dict[Coverage, list[str]] = {}
        for place in self._answer.jurisdictions:
            for one in self._teller.coverage(place.id, self._answer.claims):
                asked.setdefault(one, []).append(place.id)
        for one, places in asked.items():
            said = {"jurisdiction": self._comma.join(places), "version": one.version.removeprefix("scorecards/")}
            if one.out_of_scope:
                yield self._says["card_out_of_scope"].format(**said)
            else:
                rules = self._comma.join(one.assessed) or self._says["no_rules"]
                yield self._says["coverage"].format(**said, assessed=len(one.assessed), rules=rules)
            if one.not_in_force:
                yield "  " + self._says["not_in_force"].format(rules=self._comma.join(one.not_in_force))
            if one.not_encoded:
                yield "  " + self._says["not_encoded"].format(words=self._semicolon.join(one.not_encoded))

    def _not_screened(self) -> Iterator[str]:
        unread = [one for one in self._answer.screened.result.segments if one.not_screened is not None]
        if unread:
            yield from ("", self._spoken["not_screened"])
        for segment in unread:
            quote = one_line(self._answer.screened.document.text[segment.start : segment.end])[:60]
            said = self._spoken["stretch"].format(
                start=segment.start,
                end=segment.end,
                languages=", ".join(segment.languages),
                reason=self._spoken["words"][segment.not_screened],
            )
            yield f"  {said}: {quote}"

    def _verdict(self, verdict: Verdict | None, possible: tuple[Verdict, ...]) -> str:
        named = self._says["verdicts"]
        if verdict is None:
            return str(named["none"])
        if len(possible) < 2:
            return str(named[verdict.value])
        verdicts = self._comma.join(named[one.value] for one in possible)
        return str(self._says["possible"].format(verdict=named[verdict.value], verdicts=verdicts))

    def _days(self, span: Period) -> str:
        if span.first == span.last:
            return span.first.isoformat()
        return str(self._says["until"].format(first=span.first, last=span.last))

    def _short(self, items: Iterable[str], most: int) -> list[str]:
        listed = list(items)
        if len(listed) <= most:
            return listed
        return [*listed[:most], self._says["more"].format(count=len(listed) - most)]
