"""Short claim report as text: verdict, certainty, deciding questions and proposed rewrite, worst claims first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rules.contracts import Verdict
from service.output.terminal.columns import columns_text, display_width, fold_line, truncate_to_width
from service.schemes.claims.answer import worst_answer, worst_first, worst_status
from service.schemes.claims.answer_frame import SHOWN_QUESTIONS, AnswerRenderer, CheckedText, unflagged_lines

if TYPE_CHECKING:
    from service.schemes.claims.answer import LocalizedClaim, LocalizedJurisdictionResult
    from service.schemes.claims.questions import Question
    from service.schemes.claims.rewriting import Rewriting


_SHOWN_QUOTE = 28
_SHOWN_MARKETS = 3
_SHOWN_GROUND = 60
_SHOWN_RULES = 2
_SHOWN_STRETCHES = 3
_SHOWN_FINDINGS = 2
_SHOWN_OPTIONS, _FEW_OPTIONS = 4, 2


_ONE_SCREEN = 20
"""Where the lines of claims, each of a market, are more, each claim has one for all its markets."""
_SHOWN_CLAIMS = 28
_SHOWN_REWRITINGS, _FEW_REWRITINGS = 5, 2


def short_text(checked: CheckedText, width: int | None = None) -> str:
    """Write the claims worst first, then what decides and where there is more; folded to a width of a terminal."""
    return "\n".join(fold_line(line, width) for line in _ShortTextRenderer(checked, width).lines())


class _ShortTextRenderer(AnswerRenderer):
    """Writes a short answer in one language."""

    def __init__(self, checked: CheckedText, width: int | None) -> None:
        super().__init__(checked)
        self._width = width
        self._is_overview = False
        """Whether claims take so much room that the rest is told more briefly."""

    def lines(self) -> Iterator[str]:
        """Give all lines."""
        answer = self._answer
        yield from self._head()
        if not answer.claims:
            yield from ("", self._none_found())
        yield from unflagged_lines(answer.result, self._language)
        if answer.claims:
            ordered = worst_first(answer.claims)
            yield from self._claims(ordered)
            yield from self._contradictions()
            yield from self._shorten_list(self._findings(), _SHOWN_FINDINGS)
            yield from self._questions()
            yield from self._rewritings()
        unread = list(self._not_screened())
        yield from self._shorten_list(unread, _SHOWN_STRETCHES + 2)
        if sum(bool(claim.answers) for claim in answer.claims) > 1:
            yield from self._precedents(worst_first(answer.claims))
        if any(claim.answers for claim in answer.claims):
            yield self._sum() + self._says["sum_more"]
        yield from self._sum_unread()
        yield from self._where_stored()

    def _claims(self, ordered: Sequence[LocalizedClaim]) -> Iterator[str]:
        """Write a line for each claim and market if that fits on a screen, else one for each claim."""
        if len(ordered) <= _ONE_SCREEN:
            rows = [row for claim in ordered for row in self._rows(claim)]
            table = columns_text(tuple(self._says["triage"]), rows, width=self._width)
            if table.count("\n") <= _ONE_SCREEN or len(ordered) == 1:
                yield from ("", table)
                return
        self._is_overview = True
        groups: dict[str, list[LocalizedClaim]] = {}
        for claim in ordered:
            groups.setdefault(self._worst_standing(claim), []).append(claim)
        yield from self._overview(groups)
        if len(ordered) > _SHOWN_CLAIMS:
            yield self._says["more_claims"].format(count=len(ordered) - _SHOWN_CLAIMS)

    def _overview(self, groups: Mapping[str, Sequence[LocalizedClaim]]) -> Iterator[str]:
        """Write one line of each claim, cut to its width, under a line of how many stand so."""
        shown = [(told, claim) for told, claims in groups.items() for claim in claims][:_SHOWN_CLAIMS]
        head, rows = tuple(self._says["overview_worst"]), [self._row(claim) for _, claim in shown]
        if self._width is not None:
            used_width = sum(
                max(display_width(row[place]) for row in (head, *rows)) + 2 for place in range(len(head) - 1)
            )
            rows = [(*row[:-1], truncate_to_width(row[-1], max(self._width - used_width, 1))) for row in rows]
        first, *lines = columns_text(head, rows, width=self._width).splitlines()
        yield from ("", first)
        begun = ""
        for (standing, _), line in zip(shown, lines, strict=False):
            if standing != begun:
                yield f"{standing}{self._colon}{len(groups[standing])}"
            yield line
            begun = standing

    def _worst_standing(self, claim: LocalizedClaim) -> str:
        """Say how a claim stands at worst."""
        if not claim.answers:
            return str(self._says["denied_short"])
        worst = worst_answer(claim)
        return self._verdict_text(claim.answers[0].verdict) if worst is None else self._stands(worst)

    def _fact_lines(self) -> Iterator[str]:
        """Say what was given and what was taken so on one line."""
        text = self._semicolon.join(super()._fact_lines())
        if text:
            yield text

    def _row(self, claim: LocalizedClaim) -> tuple[str, ...]:
        """Write one line of a claim: where it stands as it does at worst, and by what."""
        candidate, standing = claim.candidate, worst_status(claim)
        named = (str(candidate.start), self._cut(candidate.quote, _SHOWN_QUOTE))
        such = [answer for answer in claim.answers if answer.standing is standing]
        if not such:
            return (*named, "", "")
        places = self._comma.join(self._shorten_list((answer.jurisdiction for answer in such), _SHOWN_MARKETS))
        return (*named, places, self._cut(self._how_sure(such[0]), _SHOWN_GROUND))

    def _rows(self, claim: LocalizedClaim) -> Iterator[tuple[str, ...]]:
        candidate = claim.candidate
        named = (str(candidate.start), self._cut(candidate.quote, _SHOWN_QUOTE))
        if not claim.answers:
            yield (*named, "", "", self._says["denied_short"], "")
        for answer in claim.answers:
            sure = self._how_sure(answer)
            if claim.may_be_none:
                sure = self._says["may_be_none_short"].format(sure=sure)
            yield (*named, answer.jurisdiction, self._stands(answer), self._worst_verdict(answer), sure)
            named = ("", "")

    def _worst_verdict(self, answer: LocalizedJurisdictionResult) -> str:
        """Name the worst verdict that stands, and the days if it does not stand on all."""
        verdict = self._at_worst(answer)
        such = [part.span for part in answer.parts if part.verdict is answer.verdict]
        if answer.verdict is None or len(such) == len(answer.parts):
            return verdict
        days = (self._says["until"].format(first=span.first, last=span.last) for span in such)
        return str(self._says["on_days"].format(verdict=verdict, days=self._comma.join(days)))

    def _how_sure(self, answer: LocalizedJurisdictionResult) -> str:
        """Say which rules give the verdict, or could give the worst one, and how sure it is that they say so."""
        if answer.verdict is None:
            return str(self._says["no_rule"])
        if answer.verdict is Verdict.OUT_OF_SCOPE:
            return str(self._says["no_card"])
        if not answer.resting:
            return str(self._says["no_objection"])
        if answer.unless_shown:
            return str(self._says["to_show_short"].format(thing=answer.unless_shown))
        stands = () if answer.settled else answer.standing_rules
        resting = stands or answer.resting
        names = self._shorten_list((rule.rule for rule in resting), _SHOWN_RULES)
        certainty = self._certainties[resting[0].certainty]
        key = self._says["settled" if answer.settled else "stands_short" if stands else "open"]
        return str(key.format(rules=self._comma.join(names), certainty=certainty))

    def _contradictions(self) -> Iterator[str]:
        codes = dict.fromkeys(each.code for claim in self._answer.claims for each in claim.contradictions)
        for code in codes:
            yield self._says["contradiction"].format(words=self._says["contradictions"][code])

    def _questions(self) -> Iterator[str]:
        """Ask what decides most, with where an answer makes a claim prohibited or misleading."""
        asked = self._answer.questions[:SHOWN_QUESTIONS]
        if asked:
            yield from ("", self._says["questions"])
        for number, question in enumerate(asked, 1):
            yield self._says["question"].format(number=number, words=question.words, answers=self._options(question))

    def _options(self, question: Question) -> str:
        """Write the fact with its answers, those that make a claim prohibited or misleading with where."""
        most = _FEW_OPTIONS if self._is_overview else _SHOWN_OPTIONS
        if question.items:
            points = (f"{item.words} ({item.fact}={item.value or '[]'})" for item in question.items)
            return self._semicolon.join(self._shorten_list(points, most))
        choices = []
        for option in question.options:
            faults = self._comma.join(
                self._says["question_fault"].format(
                    verdict=self._verdict_text(verdict), places=self._comma.join(places)
                )
                for verdict, places in option.faults.items()
            )
            choices.append(f"{option.value} → {faults}" if faults else option.value)
        short = self._shorten_list(choices, most)
        return f"{question.id}{self._colon}{self._semicolon.join(short)}" if short else question.id

    def _rewritings(self) -> Iterator[str]:
        """Propose what to write instead of each claim that is not fine everywhere, each sentence once."""
        fine = (Verdict.OK, Verdict.OUT_OF_SCOPE, None)
        wanting = (
            claim
            for claim in self._answer.claims
            if any(answer.verdict not in fine or len(answer.possible) > 1 for answer in claim.answers)
        )
        proposals: dict[Rewriting, str] = {}
        for claim in wanting:
            if claim.rewriting is not None:
                proposals.setdefault(claim.rewriting, self._cut(claim.candidate.quote, _SHOWN_QUOTE))
        most = _FEW_REWRITINGS if self._is_overview else _SHOWN_REWRITINGS
        if proposals:
            yield self._says["rewritings"]
        for proposal, quote in list(proposals.items())[:most]:
            key = "rewriting" if proposal.text else "no_rewriting"
            yield self._says[key].format(quote=quote, text=proposal.text, needs=proposal.needs)
        if len(proposals) > most:
            yield self._says["more_rewritings"].format(count=len(proposals) - most)
