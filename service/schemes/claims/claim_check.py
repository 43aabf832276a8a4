"""Claim check of a text: request validation, screening and paged verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rules.claims import (
    JURISDICTIONS,
    SCREENED_LANGUAGES,
    Balance,
    Candidate,
    ExcludedCircumstances,
    FactValues,
    Jurisdiction,
    Presentation,
    ProposedFact,
    ScreeningResult,
    TextFinding,
    card_name,
    check_covered,
    facts_settled_by_absence,
    findings_of_text,
    fold,
    han_language,
    offset_facts,
    prominence_facts,
    quoted_claim,
    refined,
    screen,
    unworded_claim,
)
from rules.contracts import Period
from rules.engine import CancellationScope
from service.base import instants
from service.base.paging import read_number, write_token
from service.schemes.claims.caller_facts import CallerFacts, check_facts, check_names, find_definitions
from service.schemes.claims.claim_cards import Ask, CardAnswerCache, ClaimCard, build_claim_assessor, load_cards
from service.schemes.claims.documents.page_facts import unambiguous_facts as page_shows
from service.schemes.claims.one_claim import (
    ASSUMED,
    CheckedClaim,
    ClaimContext,
    ClaimEvaluator,
    SurroundingFacts,
    claim_types_in,
)
from service.schemes.claims.refusals import ProblemCollector

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.schemes.claims.documents.document import Document


Item = TypeVar("Item")

MAXIMUM_SIZE = 100
PAGE_BYTES = 3 * 1024 * 1024
"""Page limit in bytes, below the 4 MiB that clients accept. A single claim may exceed it."""


class PageCheckRequest(NamedTuple):
    """Requested page of a query; size None means all claims."""

    query: str = ""
    size: int | None = None
    token: str = ""

    def begun(self, rests_on: tuple[str, ...]) -> ResolvedPage:
        """Resolve the token, which must match the query, date and scorecard versions."""
        query = (self.query, *rests_on)
        return ResolvedPage(query, read_number(self.token, query), self.size)


class ResolvedPage(NamedTuple):
    """Page with the index of its first claim."""

    query: tuple[str, ...] = ()
    first: int = 0
    size: int | None = None

    def of(self, claims: Sequence[Item]) -> Sequence[Item]:
        return claims if self.size is None else claims[self.first : self.first + self.size]

    def next_token(self, shown: int, count: int) -> str:
        following = self.first + shown
        return write_token(self.query, str(following)) if following < count else ""


@dataclass(frozen=True, slots=True)
class ClaimCheckRequest:
    """Unparsed request to check a text. Empty dates were omitted.

    Facts in `not_assumed` are not inferred from the wording. With `by_claim`, claims with equal facts are evaluated one
    by one, so that each stored evaluation names its claim.
    """

    jurisdictions: tuple[str, ...]
    shown: tuple[str, str] | None = None
    as_of: str = ""
    known: str = ""
    caller_facts: CallerFacts = field(default_factory=CallerFacts)
    languages: tuple[str, ...] = ()
    traders: tuple[str, ...] = ()
    weighed: bool = True
    hearing: Balance = "balanced"
    waiting: CancellationScope = field(default_factory=CancellationScope)
    page: PageCheckRequest = field(default_factory=PageCheckRequest)
    not_assumed: tuple[str, ...] = ()
    by_claim: bool = False


@dataclass(frozen=True, slots=True)
class ClaimCheckResult:
    """Judged claims of one page; `count` is the total of the text.

    `assumed` are defaults that the caller did not state. `proposals` is the context for judging rewritings.
    """

    document: Document
    result: ScreeningResult
    claims: tuple[CheckedClaim, ...]
    cards: dict[str, ClaimCard]
    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    as_of: str
    assumed: FactValues
    stated_facts: FactValues
    count: int
    page: ResolvedPage
    request: ClaimCheckRequest
    proposals: ClaimContext
    findings: tuple[TextFinding, ...] = ()

    def asking_of_proposals(self, ask: Ask) -> ClaimCheckResult:
        questions = self.proposals.questions.asking(ask)
        return replace(self, proposals=replace(self.proposals, questions=questions))


def judge_text(
    document: Document | None, request: ClaimCheckRequest, gazette: Gazette, ask: Ask, refusals: ProblemCollector
) -> ClaimCheckResult:
    """Screen a text and judge the claims of the requested page.

    `refusals` may contain earlier problems; `document` is None if unreadable.

    Raises:
        PlacedError: With all problems of the request.
        VersionError: If a scorecard is not in force.
        InputError: If the page token does not match.
        EvaluationCancelledError: If the caller cancelled.
    """
    known, names = request.known or instants.now(), refusals.names
    jurisdictions = _parse_jurisdictions(request.jurisdictions, names.jurisdictions, refusals)
    day = refusals.day(request.as_of, names.as_of) if request.as_of else instants.today("UTC")
    today = None if day is None else Period(day, day)
    shown = today if request.shown is None else _parse_period(request.shown, names.shown, refusals)
    not_assumed = frozenset(map(card_name, request.not_assumed))
    _check_named_facts(request.caller_facts, not_assumed, gazette, jurisdictions, refusals)
    result, findings, claims = None, tuple[TextFinding, ...](), list[ClaimEvaluator]()
    if document is not None:
        result = _add_unworded_claims(document.text, _screen_text(document, request, jurisdictions, refusals), request)
        findings = findings_of_text(document.text, result.candidates, document.presentation)
        claims = _claim_evaluators(document, result.candidates, findings, request)
        if document.text.strip():
            _note_unmatched_quotes(result, request.caller_facts, refusals)
    for claim in claims:
        claim.note(refusals)
    if refusals.problems or document is None or result is None or day is None or shown is None:
        raise refusals.error()
    stated_facts = request.caller_facts.stated_of_all()
    around = {card_name(path): values for path, values in page_shows(document.shown).items()}
    assumed = _default_facts({*stated_facts, *around, *not_assumed})
    cards = load_cards(gazette, _cards_of(jurisdictions), as_of=day, known=known, refusals=refusals)
    questions = CardAnswerCache(ask, as_of=day.isoformat(), known=known, by_claim=request.by_claim)
    facts = {**_facts_of_absence(document.text), **assumed, **around}
    context = ClaimContext(jurisdictions, shown, facts, cards, questions, build_claim_assessor(cards))
    page = request.page.begun((day.isoformat(), *(card.published.name for card in cards.values())))
    return ClaimCheckResult(
        document=document,
        result=result,
        claims=_checked_claims(page.of(claims), context, request.waiting),
        cards=cards,
        jurisdictions=jurisdictions,
        shown=shown,
        as_of=day.isoformat(),
        assumed=assumed,
        stated_facts=stated_facts,
        count=len(claims),
        page=page,
        request=request,
        proposals=replace(context, around={**assumed, **around}),
        findings=findings,
    )


def _cards_of(jurisdictions: Sequence[Jurisdiction]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(card for jurisdiction in jurisdictions for card in jurisdiction.cards))


def _default_facts(known: set[str]) -> FactValues:
    return {name: (value,) for name, value in ASSUMED.items() if name not in known}


def _facts_of_absence(text: str) -> FactValues:
    return {fact: (value,) for fact, value in facts_settled_by_absence(fold(text).text).items()}


def _check_named_facts(
    caller_facts: CallerFacts,
    not_assumed: frozenset[str],
    gazette: Gazette,
    jurisdictions: Sequence[Jurisdiction],
    refusals: ProblemCollector,
) -> None:
    if named := {*not_assumed, *(name for sheet in caller_facts.sheets() for name in sheet)}:
        definitions = find_definitions(gazette, named, _cards_of(jurisdictions))
        settled = frozenset(name for jurisdiction in jurisdictions for name in jurisdiction.facts)
        check_facts(caller_facts, definitions, settled, refusals)
        check_names(not_assumed, definitions, refusals)


def claims_of_proposal(
    judged: ClaimCheckResult, text: str, language: str, *, by_offsets: bool
) -> Iterator[CheckedClaim]:
    """Judge the claims of a proposed sentence in the context of the original.

    Of the caller's facts, only circumstances apply. `by_offsets` states that offsets are used.
    """
    request = judged.request
    result = screen(
        text, languages=(language,), names=request.traders, weighed=request.weighed, hearing=request.hearing
    )
    circumstances = replace(request, caller_facts=request.caller_facts.circumstances(), not_assumed=())
    findings = findings_of_text(text, result.candidates, Presentation())
    document = replace(judged.document, text=text, presentation=Presentation())
    context = replace(judged.proposals, around={**_facts_of_absence(text), **judged.proposals.around})
    shown = (ProposedFact(path="offsets.used", values=("true",)),) if by_offsets else ()
    for claim in _claim_evaluators(document, result.candidates, findings, circumstances, shown):
        yield claim.checked(context)


def _claim_evaluators(
    document: Document,
    candidates: Sequence[Candidate],
    findings: Sequence[TextFinding],
    request: ClaimCheckRequest,
    shown: tuple[ProposedFact, ...] = (),
) -> list[ClaimEvaluator]:
    of_text = prominence_facts(candidates, findings)
    withheld = document.presentation.withheld
    for candidate, facts in offset_facts(document.text, candidates, findings, withheld).items():
        of_text[candidate] = (*of_text.get(candidate, ()), *facts)
    not_assumed = frozenset(map(card_name, request.not_assumed))
    kinds, circumstances = claim_types_in(candidates, request.caller_facts), ExcludedCircumstances(document.text)
    claims: list[ClaimEvaluator] = []
    by_candidate = refined(candidates)
    for candidate, claim in by_candidate.items():
        request.waiting.go_on()
        sentence_types = frozenset(
            kind for other in by_candidate.values() if other.sentence == claim.sentence for kind in other.types
        )
        facts = (*shown, *of_text.get(candidate, ()))
        surroundings = SurroundingFacts(circumstances, kinds, sentence_types, facts)
        claims.append(ClaimEvaluator(claim, request.caller_facts, surroundings, not_assumed))
    return claims


def _checked_claims(
    claims: Iterable[ClaimEvaluator], context: ClaimContext, waiting: CancellationScope
) -> tuple[CheckedClaim, ...]:
    checked: list[CheckedClaim] = []
    for claim in claims:
        waiting.go_on()
        checked.append(claim.checked(context))
    return tuple(checked)


def _screen_text(
    document: Document, request: ClaimCheckRequest, jurisdictions: Sequence[Jurisdiction], refusals: ProblemCollector
) -> ScreeningResult:
    text = document.text
    if not text.strip():
        refusals.note(None, refusals.names.text, "NO_TEXT", "EMPTY")
    refusals.attempt(refusals.names.languages, check_covered, request.languages, refusals.names.languages)
    covered = tuple(language for language in request.languages if language in SCREENED_LANGUAGES)
    japanese = [jurisdiction.characters == "ja" for jurisdiction in jurisdictions]
    characters = han_language(text, alone=all(japanese)) if any(japanese) else "zh"
    return screen(
        text,
        languages=covered,
        names=request.traders,
        weighed=request.weighed,
        hearing=request.hearing,
        characters=characters,
        heads=document.cell_heads,
    )


def _add_unworded_claims(text: str, result: ScreeningResult, request: ClaimCheckRequest) -> ScreeningResult:
    """Add claims that only the facts state: at quotes, or for the full text."""
    caller_facts, candidates = request.caller_facts, list(result.candidates)
    for claim in caller_facts.claims:
        span = claim.found_in(text)
        worded = [each for each in candidates if "heard" not in each.categories]
        if span is None or any(claim.is_about(each.quote, each.sentence.quote) for each in worded):
            continue
        new_claim = quoted_claim(text, *span, claim.facts.stated())
        if new_claim is not None:  # stated facts outweigh detection
            candidates = [
                *(each for each in candidates if each.categories != ("heard",) or not each.overlaps(new_claim)),
                new_claim,
            ]
    if not candidates:
        new_claim = unworded_claim(text, caller_facts.stated_of_all(), request.traders)
        candidates += [] if new_claim is None else [new_claim]
    if candidates == list(result.candidates):
        return result
    return result.model_copy(update={"candidates": tuple(sorted(candidates, key=lambda each: (each.start, each.end)))})


def _parse_jurisdictions(ids: tuple[str, ...], name: str, refusals: ProblemCollector) -> tuple[Jurisdiction, ...]:
    wanted = tuple(dict.fromkeys(id.strip().upper() for id in ids if id.strip()))
    known = tuple(JURISDICTIONS)
    if not wanted:
        refusals.note(None, name, "JURISDICTION_MISSING", "REQUIRED", known=known)
    for id in wanted:
        if id not in JURISDICTIONS:
            refusals.note(None, name, "JURISDICTION_UNKNOWN", "UNKNOWN_JURISDICTION", name=id[:40], known=known)
    return tuple(JURISDICTIONS[id] for id in wanted if id in JURISDICTIONS)


def _parse_period(written: tuple[str, str], name: str, refusals: ProblemCollector) -> Period | None:
    for text, missing in zip(written, ("FIRST_DAY_MISSING", "LAST_DAY_MISSING"), strict=True):
        if not text.strip():
            refusals.note(None, name, missing, "REQUIRED")
    first, last = (refusals.day(text, name) if text.strip() else None for text in written)
    if first is None or last is None:
        return None
    if last < first:
        refusals.note(None, name, "DAYS_REVERSED", "WRONG_VALUE", first=str(first), last=str(last))
        return None
    return Period(first, last)


def _note_unmatched_quotes(result: ScreeningResult, caller_facts: CallerFacts, refusals: ProblemCollector) -> None:
    for claim in caller_facts.claims:
        if not any(claim.is_about(each.quote, each.sentence.quote) for each in result.candidates):
            quotes = tuple(f"“{each.quote}”" for each in result.candidates[:10]) or refusals.message("NO_CLAIMS")
            refusals.note(
                claim.place, claim.field, "QUOTE_UNKNOWN", "UNKNOWN_CLAIM", quote=claim.quote[:60], found=quotes
            )
