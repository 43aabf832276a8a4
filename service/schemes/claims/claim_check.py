"""Claim check of a text: request validation, screening, and verdicts for each claim of a page of results.

All that is wrong with a request is told at once.
"""

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
"""A page ends before it exceeds what clients accept by default, 4 MiB, unless one claim alone is larger."""


class PageCheckRequest(NamedTuple):
    """The page asked for: of which query, how many claims at most, and after which token; no size asks for all."""

    query: str = ""
    size: int | None = None
    token: str = ""

    def begun(self, rests_on: tuple[str, ...]) -> ResolvedPage:
        """Read the token, which belongs to this query and to the rules and the day that its answer rests on."""
        query = (self.query, *rests_on)
        return ResolvedPage(query, read_number(self.token, query), self.size)


class ResolvedPage(NamedTuple):
    """A page whose place in the text is known."""

    query: tuple[str, ...] = ()
    first: int = 0
    size: int | None = None

    def of(self, claims: Sequence[Item]) -> Sequence[Item]:
        """Give the claims of the page."""
        return claims if self.size is None else claims[self.first : self.first + self.size]

    def next_token(self, shown: int, count: int) -> str:
        """Give the token of the next page after so many claims were shown; none after the last."""
        following = self.first + shown
        return write_token(self.query, str(following)) if following < count else ""


@dataclass(frozen=True, slots=True)
class ClaimCheckRequest:
    """What is asked about all claims of a text, as it was written; and who waits.

    An empty as-of date or known time was left out. `weighed` and `hearing` are as in the screening; `not_assumed` are
    facts not to be taken from the words of claims.
    """

    jurisdictions: tuple[str, ...]
    shown: tuple[str, str] | None = None
    as_of: str = ""
    known: str = ""
    given: CallerFacts = field(default_factory=CallerFacts)
    languages: tuple[str, ...] = ()
    traders: tuple[str, ...] = ()
    weighed: bool = True
    hearing: Balance = "balanced"
    waiting: CancellationScope = field(default_factory=CancellationScope)
    page: PageCheckRequest = field(default_factory=PageCheckRequest)
    not_assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimCheckResult:
    """A text with its claims and their verdicts, and what was asked about them; `assumed` was said by nobody.

    `claims` are those of `page`; the text has `count` in all. `findings` are of the text as a whole. In the context of
    `proposals` is judged what might be written instead.
    """

    document: Document
    result: ScreeningResult
    claims: tuple[CheckedClaim, ...]
    cards: dict[str, ClaimCard]
    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    as_of: str
    assumed: FactValues
    given: FactValues
    count: int
    page: ResolvedPage
    asked: ClaimCheckRequest
    proposals: ClaimContext
    findings: tuple[TextFinding, ...] = ()

    def asking_of_proposals(self, ask: Ask) -> ClaimCheckResult:
        """Judge proposals by another way to ask, if the one of the text stores what it is asked."""
        questions = self.proposals.questions.asking(ask)
        return replace(self, proposals=replace(self.proposals, questions=questions))


def judge_text(
    document: Document | None, asked: ClaimCheckRequest, gazette: Gazette, ask: Ask, refusals: ProblemCollector
) -> ClaimCheckResult:
    """Screen a text and judge every claim in it.

    `refusals` may hold what was wrong with the form of the request; there is no document if it cannot be read.

    Raises:
        PlacedError: anything is wrong with the request; all of it is listed.
        VersionError: a card is not published, or not in force.
        InputError: the page token belongs to another query, or the rules or the day changed since.
        Stopped: nobody is waiting any more; asked before every claim.
    """
    known, names = asked.known or instants.now(), refusals.names
    places = _places(asked.jurisdictions, names.jurisdictions, refusals)
    day = refusals.day(asked.as_of, names.as_of) if asked.as_of else instants.today("UTC")
    today = None if day is None else Period(day, day)
    shown = today if asked.shown is None else _parse_period(asked.shown, names.shown, refusals)
    not_assumed = frozenset(map(card_name, asked.not_assumed))
    wanted = tuple(dict.fromkeys(card for place in places for card in place.cards))
    if named := {*not_assumed, *(name for sheet in asked.given.sheets() for name in sheet.facts)}:
        definitions = find_definitions(gazette, named, wanted)
        settled = frozenset(name for place in places for name in place.facts)
        check_facts(asked.given, definitions, settled, refusals)
        check_names(not_assumed, definitions, refusals)
    result, findings, claims = None, tuple[TextFinding, ...](), list[ClaimEvaluator]()
    if document is not None:
        result = _with_unworded(document.text, _screened(document, asked, places, refusals), asked)
        findings = findings_of_text(document.text, result.candidates, document.presentation)
        claims = _claim_evaluators(document, result.candidates, findings, asked)
        if document.text.strip():
            _note_quotes(result, asked.given, refusals)
    for claim in claims:
        claim.note(refusals)
    if refusals.problems or document is None or result is None or day is None or shown is None:
        raise refusals.error()
    stated_facts = {**asked.given.general.stated(), **asked.given.options.stated()}
    around = {card_name(path): values for path, values in page_shows(document.shown).items()}
    known_names = {*stated_facts, *around, *not_assumed}
    assumed = {name: (value,) for name, value in ASSUMED.items() if name not in known_names}
    cards = load_cards(gazette, wanted, as_of=day, known=known, refusals=refusals)
    silent = {fact: (value,) for fact, value in facts_settled_by_absence(fold(document.text).text).items()}
    questions = CardAnswerCache(ask, as_of=day.isoformat(), known=known)
    facts = {**silent, **assumed, **around}
    context = ClaimContext(places, shown, facts, cards, questions, build_claim_assessor(cards))
    page = asked.page.begun((day.isoformat(), *(card.published.name for card in cards.values())))
    return ClaimCheckResult(
        document=document,
        result=result,
        claims=_checked_claims(page.of(claims), context, asked.waiting),
        cards=cards,
        jurisdictions=places,
        shown=shown,
        as_of=day.isoformat(),
        assumed=assumed,
        given=stated_facts,
        count=len(claims),
        page=page,
        asked=asked,
        proposals=replace(context, around={**assumed, **around}),
        findings=findings,
    )


def claims_of_proposal(
    judged: ClaimCheckResult, text: str, language: str, *, by_offsets: bool
) -> Iterator[CheckedClaim]:
    """Judge the claims of a sentence that is proposed instead of a claim of the text, where and when that is shown.

    Of what the caller states only the circumstances apply to it, and whether offsets are used for the claim.
    """
    asked = judged.asked
    result = screen(text, languages=(language,), names=asked.traders, weighed=asked.weighed, hearing=asked.hearing)
    circumstances = replace(asked, given=asked.given.circumstances(), not_assumed=())
    findings = findings_of_text(text, result.candidates, Presentation())
    document = replace(judged.document, text=text, presentation=Presentation())
    silent = {fact: (value,) for fact, value in facts_settled_by_absence(fold(text).text).items()}
    context = replace(judged.proposals, around={**silent, **judged.proposals.around})
    shown = (ProposedFact(path="offsets.used", values=("true",)),) if by_offsets else ()
    for claim in _claim_evaluators(document, result.candidates, findings, circumstances, shown):
        yield claim.checked(context)


def _claim_evaluators(
    document: Document,
    candidates: Sequence[Candidate],
    findings: Sequence[TextFinding],
    asked: ClaimCheckRequest,
    shown: tuple[ProposedFact, ...] = (),
) -> list[ClaimEvaluator]:
    """Prepare to judge each claim, with what the text shows around it; `shown` is known of all of them."""
    of_text = prominence_facts(candidates, findings)
    withheld = document.presentation.withheld
    for candidate, facts in offset_facts(document.text, candidates, findings, withheld).items():
        of_text[candidate] = (*of_text.get(candidate, ()), *facts)
    not_assumed = frozenset(map(card_name, asked.not_assumed))
    kinds, circumstances = claim_types_in(candidates, asked.given), ExcludedCircumstances(document.text)
    claims: list[ClaimEvaluator] = []
    for candidate in candidates:
        asked.waiting.go_on()
        sentence_types = frozenset(
            kind for other in candidates if other.sentence == candidate.sentence for kind in other.types
        )
        facts = (*shown, *of_text.get(candidate, ()))
        surroundings = SurroundingFacts(circumstances, kinds, sentence_types, facts)
        claims.append(ClaimEvaluator(candidate, asked.given, surroundings, not_assumed))
    return claims


def _checked_claims(
    claims: Iterable[ClaimEvaluator], context: ClaimContext, waiting: CancellationScope
) -> tuple[CheckedClaim, ...]:
    checked: list[CheckedClaim] = []
    for claim in claims:
        waiting.go_on()
        checked.append(claim.checked(context))
    return tuple(checked)


def _screened(
    document: Document, asked: ClaimCheckRequest, places: Sequence[Jurisdiction], refusals: ProblemCollector
) -> ScreeningResult:
    """Screen the text; an empty one, and languages without lexicon, are noted."""
    text = document.text
    if not text.strip():
        refusals.note(None, refusals.names.text, "NO_TEXT", "EMPTY")
    refusals.attempt(refusals.names.languages, check_covered, asked.languages, refusals.names.languages)
    covered = tuple(language for language in asked.languages if language in SCREENED_LANGUAGES)
    japanese = [place.characters == "ja" for place in places]
    characters = han_language(text, alone=all(japanese)) if any(japanese) else "zh"
    return screen(
        text,
        languages=covered,
        names=asked.traders,
        weighed=asked.weighed,
        hearing=asked.hearing,
        characters=characters,
        heads=document.cell_heads,
    )


def _with_unworded(text: str, result: ScreeningResult, asked: ClaimCheckRequest) -> ScreeningResult:
    """Add the claims that no words make and facts say are there: of single places, or else of the whole text."""
    caller_facts, candidates = asked.given, list(result.candidates)
    for claim in caller_facts.claims:
        place = claim.found_in(text)
        about = [each for each in candidates if claim.is_about(each.quote, each.sentence.quote)]
        if place is None or any("heard" not in each.categories for each in about):
            continue
        made = quoted_claim(text, *place, claim.facts.stated())
        if made is not None:  # what is given of the place is surer than what was heard in it
            heard = [each for each in candidates if each.categories == ("heard",) and _meets(each, made)]
            candidates = [*(each for each in candidates if each not in heard), made]
    if not candidates:
        made = unworded_claim(text, {**caller_facts.general.stated(), **caller_facts.options.stated()}, asked.traders)
        candidates += [] if made is None else [made]
    if candidates == list(result.candidates):
        return result
    return result.model_copy(update={"candidates": tuple(sorted(candidates, key=lambda each: (each.start, each.end)))})


def _meets(candidate: Candidate, other: Candidate) -> bool:
    return candidate.start < other.end and other.start < candidate.end


def _places(ids: tuple[str, ...], name: str, refusals: ProblemCollector) -> tuple[Jurisdiction, ...]:
    """Find the jurisdictions, each once and in the order given."""
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


def _note_quotes(result: ScreeningResult, caller_facts: CallerFacts, refusals: ProblemCollector) -> None:
    """Note facts about words in which no claim was found."""
    for claim in caller_facts.claims:
        if not any(claim.is_about(each.quote, each.sentence.quote) for each in result.candidates):
            quotes = tuple(f"“{each.quote}”" for each in result.candidates[:10]) or refusals.say("NO_CLAIMS")
            refusals.note(
                claim.place, claim.field, "QUOTE_UNKNOWN", "UNKNOWN_CLAIM", quote=claim.quote[:60], found=quotes
            )
