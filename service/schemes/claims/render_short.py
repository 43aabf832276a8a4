"""Short claim report as text: verdicts, questions and rewritings, worst claims first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from service.output.terminal.columns import columns_text, display_width, fold_line, truncate_to_width
from service.schemes.claims.answer import CONDEMNED_STANDINGS, worst_answer, worst_first, worst_standing
from service.schemes.claims.answer_frame import SHOWN_QUESTIONS, AnswerRenderer, CheckedText, cut_line
from touchstone.v1 import screening_service_pb2 as pb2

_MAX_QUOTE_LENGTH = 28
_SHOWN_MARKETS = 3
_MAX_REASON_LENGTH = 60
_SHOWN_SEGMENTS = 3
_SHOWN_FINDINGS = 2
_SHOWN_OPTIONS, _FEW_OPTIONS = 4, 2


_SCREEN_LINES = 20
_SHOWN_CLAIMS = 28
_SHOWN_REWRITINGS, _FEW_REWRITINGS = 5, 2
_TO_REWRITE = {*CONDEMNED_STANDINGS, pb2.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN}


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
        yield from self._head()
        if not self._claims:
            yield from ("", self._none_found())
        yield from self._unflagged()
        ordered = worst_first(self._claims)
        if ordered:
            yield from self._claim_table(ordered)
            yield from self._contradictions()
            yield from self._shorten_list(self._findings(), _SHOWN_FINDINGS)
            yield from self._questions()
            yield from self._rewritings()
        yield from self._shorten_list(self._not_screened(), _SHOWN_SEGMENTS + 2)
        yield from self._doubtful()
        judged = sum(bool(claim.answers) for claim in self._claims)
        if judged > 1:
            yield from self._precedents(ordered)
        if judged:
            yield self._sum() + self._check_words["sum_more"]
        yield from self._sum_unread()
        yield from self._where_stored()

    def _claim_table(self, ordered: Sequence[pb2.CheckedClaim]) -> Iterator[str]:
        if len(ordered) <= _SCREEN_LINES:
            rows = [row for claim in ordered for row in self._rows(claim)]
            table = columns_text(tuple(self._check_words["triage"]), rows, width=self._width)
            if table.count("\n") <= _SCREEN_LINES or len(ordered) == 1:
                yield from ("", table)
                return
        self._is_overview = True
        groups: dict[str, list[pb2.CheckedClaim]] = {}
        for claim in ordered:
            worst = worst_answer(claim) or next(iter(claim.answers), None)
            groups.setdefault(self._denied() if worst is None else self._verdict(worst), []).append(claim)
        yield from self._overview(groups)
        if len(ordered) > _SHOWN_CLAIMS:
            yield self._text("more_claims", count=len(ordered) - _SHOWN_CLAIMS)

    def _overview(self, groups: Mapping[str, Sequence[pb2.CheckedClaim]]) -> Iterator[str]:
        shown = [(verdict, claim) for verdict, claims in groups.items() for claim in claims][:_SHOWN_CLAIMS]
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

    def _fact_lines(self) -> Iterator[str]:
        text = self._semicolon.join(super()._fact_lines())
        if text:
            yield text

    def _fact_text(self, fact: pb2.StatedFact) -> str:
        return fact.words

    def _row(self, claim: pb2.CheckedClaim) -> tuple[str, ...]:
        standing = worst_standing(claim)
        worst_answers = [answer for answer in claim.answers if answer.standing == standing]
        if not worst_answers:
            return (*self._place_and_quote(claim), "", "")
        jurisdictions = self._comma.join(
            self._shorten_list((answer.jurisdiction for answer in worst_answers), _SHOWN_MARKETS)
        )
        return (
            *self._place_and_quote(claim),
            jurisdictions,
            cut_line(self._reason(worst_answers[0]), _MAX_REASON_LENGTH),
        )

    def _place_and_quote(self, claim: pb2.CheckedClaim) -> tuple[str, str]:
        span = claim.candidate_claim.span
        return str(span.start), cut_line(span.quote, _MAX_QUOTE_LENGTH)

    def _rows(self, claim: pb2.CheckedClaim) -> Iterator[tuple[str, ...]]:
        named = self._place_and_quote(claim)
        if not claim.answers:
            yield (*named, "", self._denied(), self._check_words["denied_short"])
        for answer in claim.answers:
            yield (*named, answer.jurisdiction, self._verdict(answer), self._reason(answer))
            named = ("", "")

    def _contradictions(self) -> Iterator[str]:
        codes = dict.fromkeys(each.code for claim in self._claims for each in claim.contradictions)
        for code in codes:
            yield self._text("contradiction", words=self._check_words["contradictions"][code])

    def _questions(self) -> Iterator[str]:
        questions = self._answer.questions[:SHOWN_QUESTIONS]
        if questions:
            yield from ("", self._check_words["questions"])
        for number, question in enumerate(questions, 1):
            if any(option.sets for option in question.options):
                yield self._text("matter", number=number, words=question.words)
                yield from (f"     {line}" for line in self._matter_options(question))
            else:
                yield self._text("question", number=number, words=question.words, answers=self._options(question))

    def _matter_options(self, question: pb2.ClaimQuestion) -> list[str]:
        """Return one line for each option: its facts if it is worth typing them, and its effect."""
        choices = []
        for option in question.options:
            effect, stated = self._effect(option), [f"{each.fact_id}={each.value}" for each in option.sets]
            answer = f"{option.label} ({stated[0]})" if len(stated) == 1 else option.label
            choices.append(f"{answer} → {effect}" if effect else answer)
        return self._shorten_list(choices, _FEW_OPTIONS if self._is_overview else _SHOWN_OPTIONS)

    def _options(self, question: pb2.ClaimQuestion) -> str:
        most = _FEW_OPTIONS if self._is_overview else _SHOWN_OPTIONS
        if question.points:
            points = (f"{point.label} ({point.fact_id}={point.value or '[]'})" for point in question.points)
            return self._semicolon.join(self._shorten_list(points, most))
        choices = []
        for option in question.options:
            effect = self._effect(option)
            choices.append(f"{option.value} → {effect}" if effect else option.value)
        short = self._semicolon.join(self._shorten_list(choices, most))
        return f"{question.id}{self._colon}{short}" if short else question.id

    def _rewritings(self) -> Iterator[str]:
        proposals: dict[tuple[str, str], str] = {}
        for rewriting in self._answer.rewritings:
            claim = self._answer.checked_claims[rewriting.claim]
            if worst_standing(claim) in _TO_REWRITE:
                quote = cut_line(claim.candidate_claim.span.quote, _MAX_QUOTE_LENGTH)
                proposals.setdefault((rewriting.text, rewriting.needs), quote)
        most = _FEW_REWRITINGS if self._is_overview else _SHOWN_REWRITINGS
        if proposals:
            yield self._check_words["rewritings"]
        for (text, needs), quote in list(proposals.items())[:most]:
            key = "rewriting" if text else "no_rewriting"
            yield self._text(key, quote=quote, text=text, needs=needs)
        if len(proposals) > most:
            yield self._text("more_rewritings", count=len(proposals) - most)
