"""Short claim report as text: verdicts, questions and rewritings, worst claims first."""

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


_MAX_QUOTE_LENGTH = 28
_SHOWN_MARKETS = 3
_MAX_REASON_LENGTH = 60
_SHOWN_RULES = 2
_SHOWN_SEGMENTS = 3
_SHOWN_FINDINGS = 2
_SHOWN_OPTIONS, _FEW_OPTIONS = 4, 2


_SCREEN_LINES = 20
_SHOWN_CLAIMS = 28
_SHOWN_REWRITINGS, _FEW_REWRITINGS = 5, 2


def short_text(checked: CheckedText, width: int | None = None) -> str:
    """Render the short report, folded to a terminal width."""
    return "\n".join(fold_line(line, width) for line in _ShortTextRenderer(checked, width).lines())


class _ShortTextRenderer(AnswerRenderer):
    def __init__(self, checked: CheckedText, width: int | None) -> None:
        super().__init__(checked)
        self._width = width
        self._is_overview = False
        """Whether the claims are long, so that the rest is shortened."""

    def lines(self) -> Iterator[str]:
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
        yield from self._shorten_list(unread, _SHOWN_SEGMENTS + 2)
        if sum(bool(claim.answers) for claim in answer.claims) > 1:
            yield from self._precedents(worst_first(answer.claims))
        if any(claim.answers for claim in answer.claims):
            yield self._sum() + self._check_words["sum_more"]
        yield from self._sum_unread()
        yield from self._where_stored()

    def _claims(self, ordered: Sequence[LocalizedClaim]) -> Iterator[str]:
        if len(ordered) <= _SCREEN_LINES:
            rows = [row for claim in ordered for row in self._rows(claim)]
            table = columns_text(tuple(self._check_words["triage"]), rows, width=self._width)
            if table.count("\n") <= _SCREEN_LINES or len(ordered) == 1:
                yield from ("", table)
                return
        self._is_overview = True
        groups: dict[str, list[LocalizedClaim]] = {}
        for claim in ordered:
            groups.setdefault(self._worst_status_text(claim), []).append(claim)
        yield from self._overview(groups)
        if len(ordered) > _SHOWN_CLAIMS:
            yield self._check_words["more_claims"].format(count=len(ordered) - _SHOWN_CLAIMS)

    def _overview(self, groups: Mapping[str, Sequence[LocalizedClaim]]) -> Iterator[str]:
        shown = [(status, claim) for status, claims in groups.items() for claim in claims][:_SHOWN_CLAIMS]
        head, rows = tuple(self._check_words["overview_worst"]), [self._row(claim) for _, claim in shown]
        if self._width is not None:
            used_width = sum(
                max(display_width(row[column]) for row in (head, *rows)) + 2 for column in range(len(head) - 1)
            )
            rows = [(*row[:-1], truncate_to_width(row[-1], max(self._width - used_width, 1))) for row in rows]
        first, *lines = columns_text(head, rows, width=self._width).splitlines()
        yield from ("", first)
        previous = ""
        for (heading, _), line in zip(shown, lines, strict=False):
            if heading != previous:
                yield f"{heading}{self._colon}{len(groups[heading])}"
            yield line
            previous = heading

    def _worst_status_text(self, claim: LocalizedClaim) -> str:
        if not claim.answers:
            return str(self._check_words["denied_short"])
        worst = worst_answer(claim)
        return self._verdict_text(claim.answers[0].verdict) if worst is None else self._stands(worst)

    def _fact_lines(self) -> Iterator[str]:
        text = self._semicolon.join(super()._fact_lines())
        if text:
            yield text

    def _row(self, claim: LocalizedClaim) -> tuple[str, ...]:
        candidate, status = claim.candidate, worst_status(claim)
        named = (str(candidate.start), self._cut(candidate.quote, _MAX_QUOTE_LENGTH))
        worst_answers = [answer for answer in claim.answers if answer.standing is status]
        if not worst_answers:
            return (*named, "", "")
        jurisdictions = self._comma.join(
            self._shorten_list((answer.jurisdiction for answer in worst_answers), _SHOWN_MARKETS)
        )
        return (*named, jurisdictions, self._cut(self._certainty_text(worst_answers[0]), _MAX_REASON_LENGTH))

    def _rows(self, claim: LocalizedClaim) -> Iterator[tuple[str, ...]]:
        candidate = claim.candidate
        named = (str(candidate.start), self._cut(candidate.quote, _MAX_QUOTE_LENGTH))
        if not claim.answers:
            yield (*named, "", "", self._check_words["denied_short"], "")
        for answer in claim.answers:
            sure = self._certainty_text(answer)
            if claim.may_be_none:
                sure = self._check_words["may_be_none_short"].format(sure=sure)
            yield (*named, answer.jurisdiction, self._stands(answer), self._worst_verdict(answer), sure)
            named = ("", "")

    def _worst_verdict(self, answer: LocalizedJurisdictionResult) -> str:
        verdict = self._at_worst(answer)
        spans = [part.span for part in answer.parts if part.verdict is answer.verdict]
        if answer.verdict is None or len(spans) == len(answer.parts):
            return verdict
        days = (self._check_words["until"].format(first=span.first, last=span.last) for span in spans)
        return str(self._check_words["on_days"].format(verdict=verdict, days=self._comma.join(days)))

    def _certainty_text(self, answer: LocalizedJurisdictionResult) -> str:
        if answer.verdict is None:
            return str(self._check_words["no_rule"])
        if answer.verdict is Verdict.OUT_OF_SCOPE:
            return str(self._check_words["no_card"])
        if not answer.resting:
            return str(self._check_words["no_objection"])
        if answer.unless_shown:
            return str(self._check_words["to_show_short"].format(thing=answer.unless_shown))
        stands = () if answer.settled else answer.standing_rules
        resting = stands or answer.resting
        names = self._shorten_list((rule.rule for rule in resting), _SHOWN_RULES)
        certainty = self._certainties[resting[0].certainty]
        key = self._check_words["settled" if answer.settled else "stands_short" if stands else "open"]
        return str(key.format(rules=self._comma.join(names), certainty=certainty))

    def _contradictions(self) -> Iterator[str]:
        codes = dict.fromkeys(each.code for claim in self._answer.claims for each in claim.contradictions)
        for code in codes:
            yield self._check_words["contradiction"].format(words=self._check_words["contradictions"][code])

    def _questions(self) -> Iterator[str]:
        questions = self._answer.questions[:SHOWN_QUESTIONS]
        if questions:
            yield from ("", self._check_words["questions"])
        for number, question in enumerate(questions, 1):
            yield self._check_words["question"].format(
                number=number, words=question.words, answers=self._options(question)
            )

    def _options(self, question: Question) -> str:
        most = _FEW_OPTIONS if self._is_overview else _SHOWN_OPTIONS
        if question.items:
            points = (f"{item.words} ({item.fact}={item.value or '[]'})" for item in question.items)
            return self._semicolon.join(self._shorten_list(points, most))
        choices = []
        for option in question.options:
            faults = self._comma.join(
                self._check_words["question_fault"].format(
                    verdict=self._verdict_text(verdict), places=self._comma.join(jurisdictions)
                )
                for verdict, jurisdictions in option.faults.items()
            )
            choices.append(f"{option.value} → {faults}" if faults else option.value)
        short = self._shorten_list(choices, most)
        return f"{question.id}{self._colon}{self._semicolon.join(short)}" if short else question.id

    def _rewritings(self) -> Iterator[str]:
        fine = (Verdict.OK, Verdict.OUT_OF_SCOPE, None)
        wanting = (
            claim
            for claim in self._answer.claims
            if any(answer.verdict not in fine or len(answer.possible) > 1 for answer in claim.answers)
        )
        proposals: dict[Rewriting, str] = {}
        for claim in wanting:
            if claim.rewriting is not None:
                proposals.setdefault(claim.rewriting, self._cut(claim.candidate.quote, _MAX_QUOTE_LENGTH))
        most = _FEW_REWRITINGS if self._is_overview else _SHOWN_REWRITINGS
        if proposals:
            yield self._check_words["rewritings"]
        for proposal, quote in list(proposals.items())[:most]:
            key = "rewriting" if proposal.text else "no_rewriting"
            yield self._check_words[key].format(quote=quote, text=proposal.text, needs=proposal.needs)
        if len(proposals) > most:
            yield self._check_words["more_rewritings"].format(count=len(proposals) - most)
