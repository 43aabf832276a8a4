"""Rewrite proposals for claims: a provable sentence in the same language, with gaps and the facts it requires.

Proposals are checked like claims, with their gaps filled; only sound sentences are returned. A proposal does not
confirm its facts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle, pairwise
from typing import Any, NamedTuple

from rules.claims import CONDEMNED, Candidate, ClaimStatus, ScreeningResult, claim_types_of, similar_languages
from service.schemes.claims.claim_check import ClaimCheckResult, claims_of_proposal
from service.schemes.claims.clause_analysis import (
    CHINESE,
    ClaimClause,
    clause_subject,
    extract_clause,
    is_superlative,
    reusable_clause_text,
    rewriting_table,
    rewriting_vocabulary,
    vague_terms,
)
from service.schemes.claims.named_things import (
    NamedThing,
    aspects,
    default_unit,
    firm_itself,
    knows_noun,
    name_actor,
    name_thing,
)
from service.schemes.claims.one_claim import FAULTS, CheckedClaim

_GAP = re.compile(r"<([a-z]+)>")
_AMOUNTS = ("12", "30", "45", "18", "64", "25")
_YEARS = ("2024", "2019")
_COMMON_VALUES = {
    "standard": "ISO 14855",
    "id": "C-12345",
    "name": "TÜV",
    "limit": "0.1 mg/kg",
    "class": "B",
    "unit": "kg",
}


def looks_like_gap(text: str) -> bool:
    """Return whether a text contains something like a gap, such as an HTML tag."""
    return _GAP.search(text) is not None


def show_gaps(text: str, language: str) -> str:
    """Replace gaps for display: with blanks, or with a description of their content if no words around them name it."""
    described: dict[str, str] = {"year": "20__", **rewriting_vocabulary()[language]["gaps"]}
    return _GAP.sub(lambda gap: described.get(gap[1], "___"), text)


def fill_gaps(text: str, language: str) -> str:
    """Fill gaps with plausible values."""
    fill = {**_COMMON_VALUES, **rewriting_vocabulary()[language]["fill"]}
    if language == CHINESE:
        fill["class"] = "2"
    changing: dict[str, Iterator[str]] = {"n": cycle(_AMOUNTS), "year": cycle(_YEARS)}
    return _GAP.sub(lambda gap: next(changing[gap[1]]) if gap[1] in changing else str(fill[gap[1]]), text)


class ProposalCheck:
    """Cached check of proposals in the context of the text."""

    def __init__(self, judged: ClaimCheckResult) -> None:
        self._judged = judged
        self._sound: dict[tuple[str, str, bool], bool] = {}

    def is_sound(self, proposal: str, language: str, *, by_offsets: bool) -> bool:
        key = (proposal, language, by_offsets)
        if key not in self._sound:
            claims = claims_of_proposal(self._judged, fill_gaps(proposal, language), language, by_offsets=by_offsets)
            self._sound[key] = not any(lacks_proof(claim, self._judged.shown.first.year) for claim in claims)
        return self._sound[key]


def lacks_proof(claim: CheckedClaim, year: int) -> bool:
    """Return whether a claim may not be made in its present words, or only with further information.

    A statement on past years needs no plan.
    """
    shown, sentence = ClaimStatus.FORBIDDEN_UNLESS_SHOWN, claim.candidate.sentence.quote
    is_past = max(map(int, re.findall(r"(?<!\d)20\d\d(?!\d)", sentence)), default=year) < year
    return is_at_fault(claim) or any(
        answer.stands is not None
        and answer.stands.standing is shown
        and not (is_past and answer.stands.unless == "future_detailed_plan")
        for answer in claim.answers
    )


def is_at_fault(claim: CheckedClaim) -> bool:
    """Return whether a claim is prohibited or misleading in any jurisdiction."""
    return any(
        answer.verdict in FAULTS or (answer.stands is not None and answer.stands.standing in CONDEMNED)
        for answer in claim.answers
    )


_NOT_REWRITABLE_TYPES = frozenset({"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
_DETECTED_CATEGORIES = frozenset({"heard", "absolute"})
_NEUTRAL = frozenset({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
_UNSPECIFIC = _NEUTRAL | {"generic", "social_mix", "absolute", "comparative"}
_AFTER_USE = frozenset({"recyclable", "compostable", "degradable"})
"""Kinds that use "100 %" to mean "fully", not as a quantity."""
_SEPARATELY_PROVED_KINDS = _AFTER_USE | {"recycled", "free_of"}
_REUSED = frozenset({"recyclable", "recycled"})
_NO_WASTE = re.compile(
    r"zero[- ]waste|waste[- ]free|zéro déchet|residuos? cero|cero residuos|rifiuti zero|zero rifiuti|afvalvrij"
    r"|abfallfrei|müllfrei|affaldsfri|avfallsfri|零废"
)
_NO_FULLY = _AFTER_USE | {"renewable_energy"}
_RECYCLED = re.compile(
    r"re-?[cz]y|recic|ricicl|verwert|genanv|genvind|genbrug|återv|återbr|回收|再生|循环|废|旧"
    r"|\balt\w|\bold\b|\boude?\b|\bused\b|waste|scrap|reclaim|ocean|meeres|usag|vecchi|viej|gaml?a|gebraucht|gebruikt|usato|usado"
)
_BASE_YEAR = re.compile(r"(?<!\bin )(?<!\ben )(?<!\bnel )(?<!\bi )(?<!\bår )(?<!\bjahr )(?<!\d)(19|20)\d\d(?!\d|年，)")
"""A year that is not merely that of the figure."""
_VAGUE = re.compile(
    r"sustain|green|eco|environment|planet|nachhalt|umwelt|grün|öko|klima|durabl|climat|vert[es]?\b|sost[ei]n|ambient"
    r"|duurza|groen|milieu|bæredyg|grøn|milj|hållb|grön|可持续|环保|绿色|低碳"
)
_CLIMATE_PRAISE = re.compile(r"klima|climat|clima\b|carbon|co2|co₂|emis|förklimat|低碳|气候|零碳|碳")
_MATERIALS = re.compile(
    r"(?<!micro)(?<!mikro)plast|kunststoff|(?<!micro)plást|cardboard|karton|papier|paper|papel|carta\b|papir|papper"
    r"|cotton|leather|leder|cuir|cuero|pelle|læder|läder|(?<!微)塑"
)
_CARBON = " kg CO2e"
_HALF = re.compile(
    r"\bhal(f|ves?|ving|b|bier\w*|vér\w*|veer\w*|vering|verer|verar|vt|va)\b|hälfte|moitié|mitad|metà|dimezz\w*|helft|halv\w*|hälften|减半|一半"
)
_FRACTION = re.compile(
    r"\b(third|quarter|fifth|tenth|drittel|viertel|fünftel|zehntel|tiers|quart|cinquième|dixième|tercio|cuarto|quinto|décima"
    r"|terzo|quarto|decimo|derde|kwart|vijfde|tiende|tredjedel|fjerdedel|femtedel|tiendedel|tondel)\b|\d|[一二三四五六七八九]成|分之"
)
_COMPENSATES = re.compile(
    r"ompens|offset|certific?at[es]*\b.*compens|zertifikat|gleichen .* aus|\bcr[eé]dit|抵消|碳信用"
)
_LASTS = re.compile(
    r"\b(lasts?|lifetime|longer[- ]lasting|long[- ]lasting)\b|langlebig|ein leben lang|haltbar|toda la vida|vida útil"
    r"|duradero"
    r"|toute (la|une) vie|longévité|durée de vie|per (tutta la|una) vita|duratur[oaie]|levenslang|levensduur"
    r"|hele livet|levetid|livslång|hela livet|livslängd|耐用|终身|一辈子|使用寿命"
)
_OTHER_NEUTRALITY = re.compile(
    r"(plasti|plást|plast|kunststoff|water|wasser|塑料|水)\w*[ -]?(neutr|nøytr|nøjtr|中和)|中和.{0,4}塑"
)
_READERS_FOOTPRINT = re.compile(
    r"\b(your|votre|vos|tu|tus|su|il tuo|la tua|la vostra|je|jouw|uw|din|ditt|dit|deinen?|ihren?|euren?) "
    r"(own )?(carbon |co2[- ]?|klima|klimat)*(footprint|empreinte|huella|impronta|voetafdruk|aftryk|avtryck|fußabdruck)"
    r"|您的(碳)?足迹"
)
_AMOUNT = re.compile(r"\d+([.,]\d+)? ?(%|％|percent|per cent|prozent|pour cent|por ciento|per cento|procent)")
_NOT_QUANTITY = re.compile(r"100 ?[%％]")
_COMPARATIVE_WORDS = re.compile(
    r"\b(better|more|\w{3,}er|besser|mehr|\w{4,}er(e[nrs]?)?|meilleur\w*|mieux|plus|moins|mejor|más|menos|meglio|miglior\w*|più|meno"
    r"|beter|meer|minder|bedre|mere|mindre|bättre|mer)\b|更|比|较"
)
_NAMED_BY_WORDS = frozenset({"free_of", "contribution", "renewable_energy"})
"""Kinds that need their words even if their type is settled, without a term of a lexicon."""
_SCALE = tuple(ClaimStatus)
_SEMICOLON = {"fr": " ; ", "zh": "；"}
_VERB_LAST = frozenset({"de", "nl", "da", "sv"})
_SHORT, _SHORT_CHINESE = 7, 14
"""Clauses up to this many words, or Chinese characters, have no subject but the firm."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A replacement sentence, empty if none is sound, and the facts it requires."""

    text: str
    needs: str


_AMBIGUOUS_TEXT_CHARACTERS = 200
_KNOWN_WORD_WEIGHT, _LOCAL_LANGUAGE_WEIGHT = 10, 10


class RewritingContext:
    """Context of rewritings: claims by sentence, languages, and countries of the text."""

    def __init__(self, judged: ClaimCheckResult) -> None:
        result: ScreeningResult = judged.result
        self.year = judged.shown.first.year
        self.check = ProposalCheck(judged)
        self._countries = [place.id.removeprefix("EU-") for place in judged.jurisdictions]
        self._by_sentence: dict[int, list[Candidate]] = {}
        for each in result.candidates:
            if not each.negated:
                self._by_sentence.setdefault(each.sentence.start, []).append(each)
        self._judged_by_sentence: dict[int, list[CheckedClaim]] = {}
        for claim in sorted(judged.claims, key=_severity):
            self._judged_by_sentence.setdefault(claim.candidate.sentence.start, []).append(claim)
        self._proposed: dict[int, _Proposed | None] = {}
        self._segments = sorted(result.segments, key=lambda each: each.start)
        self._starts = [each.start for each in self._segments]
        self._is_language_ambiguous = not judged.request.languages and result.length <= _AMBIGUOUS_TEXT_CHARACTERS

    @property
    def composting(self) -> str:
        standards = rewriting_table()["composting"]
        return " / ".join(
            dict.fromkeys(standards.get(country.partition("-")[0], standards["other"]) for country in self._countries)
        )

    def sentence_claims(self, candidate: Candidate) -> Sequence[Candidate]:
        return self._by_sentence.get(candidate.sentence.start, ())

    def judged_claims(self, candidate: Candidate) -> Sequence[CheckedClaim]:
        """Return the judged claims of the sentence of a claim, the worst first."""
        return self._judged_by_sentence.get(candidate.sentence.start, ())

    def proposed(self, claim: CheckedClaim) -> _Proposed | None:
        key = id(claim)
        if key not in self._proposed:
            self._proposed[key] = _propose(claim, self)
        return self._proposed[key]

    def language(self, candidate: Candidate) -> str:
        """Return the language of the sentence, despite foreign words such as "green".

        If the letters of a short text are ambiguous, its words and countries decide.
        """
        index = bisect_right(self._starts, candidate.start) - 1
        segment_languages = self._segments[index].languages if index >= 0 else ()
        language = (
            candidate.language
            if not segment_languages or candidate.language in segment_languages
            else segment_languages[0]
        )
        similar = similar_languages(candidate.sentence.quote) if self._is_language_ambiguous else {}
        if not similar or language == CHINESE:
            return language
        words = re.findall(r"[^\W\d_]+", candidate.sentence.quote.casefold())

        def likelihood(each: str) -> int:
            word_score = _KNOWN_WORD_WEIGHT * sum(_knows_word(word, each) for word in words)
            local_score = _LOCAL_LANGUAGE_WEIGHT * any(
                country in rewriting_table()["spoken"][each] for country in self._countries
            )
            return word_score + local_score - similar[each]

        return max(similar, key=lambda each: (likelihood(each), each == language))


def _knows_word(word: str, language: str) -> bool:
    words = rewriting_vocabulary()[language]
    groups = ("own", "other", "speakers", "prepositions", "copulas", "stops")
    return any(word in words[group] for group in groups) or knows_noun(word, language)


class _Proposed(NamedTuple):
    """The proposal for a claim, without text if none is sound, and where its clause begins."""

    text: str
    kind: dict[str, Any]
    language: str
    clause_start: int
    keeps_claim: bool = False


def _severity(claim: CheckedClaim) -> tuple[bool, int, int]:
    """Return the sort key of a claim: doubtful claims last, the worst first."""
    standings = [_SCALE.index(answer.stands.standing) for answer in claim.answers if answer.stands is not None]
    return claim.candidate.confidence == "low", min(standings, default=len(_SCALE)), claim.candidate.start


def propose_rewriting(claim: CheckedClaim, language: str, around: RewritingContext) -> Rewriting | None:
    """Propose a replacement; None for denials, names, pictures, or acts and duties of others.

    The claims of a clause share one proposal: one with words of the clause, or else one that names the thing,
    or else that for the worst claim.
    """
    own = around.proposed(claim)
    if own is None:
        return None
    judged = [(other, around.proposed(other)) for other in around.judged_claims(claim.candidate)]
    shared = [
        (other, found)
        for other, found in judged
        if found is not None and found.text and found.clause_start == own.clause_start
    ]
    if shared and min(shared, key=lambda each: (not each[1].keeps_claim, "<thing>" in each[1].text))[0] is not claim:
        return None
    return Rewriting(show_gaps(own.text, own.language), own.kind["needs"][language])


def _propose(claim: CheckedClaim, around: RewritingContext) -> _Proposed | None:
    candidate = claim.candidate
    types = claim_types_of(candidate, claim.readings[0] if claim.readings else {})
    language = around.language(candidate)
    if not claim.answers or _NOT_REWRITABLE_TYPES.issuperset(types or ("",)) or language not in rewriting_vocabulary():
        return None
    clause = extract_clause(candidate, language, around.sentence_claims(candidate))
    kind = _kind(types, clause, candidate, around.year)
    if _is_about_others(kind, clause):
        return None
    start = candidate.sentence.start + clause.start
    if not _is_certain(kind, clause, candidate, around.year):
        return _Proposed("", _kinds()["generic"], language, start)
    if not looks_like_gap(candidate.sentence.quote) and not _is_own_proposal(candidate.sentence.quote, language):
        condemned = [each.candidate for each in around.judged_claims(candidate) if is_at_fault(each)]
        for proposal in _proposals(kind, clause, candidate, around):
            if not _keeps_words(proposal.text, condemned) and around.check.is_sound(
                proposal.text, language, by_offsets=claim.by_offsets
            ):
                return _Proposed(proposal.text, proposal.kind, language, start, proposal.keeps_claim)
    return _Proposed("", kind, language, start)


def _is_own_proposal(sentence: str, language: str) -> bool:
    """Return whether a sentence is one of the proposals with its gaps filled."""
    return any(pattern.search(sentence) for pattern in _sentence_patterns(language))


@cache
def _sentence_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    templates = [
        str(kind[pattern][language])
        for kind in _kinds().values()
        for pattern in ("noun", "service", "firm", "paid", "unnamed")
        if pattern in kind
    ]
    gap = re.compile(r"\\?[<{]\w+\\?[>}]")
    return tuple(
        re.compile(gap.sub(".+?", re.escape(template.strip(" .。"))), re.IGNORECASE)
        for template in (*templates, *aspects(language))
    )


def _keeps_words(proposal: str, condemned: Sequence[Candidate]) -> bool:
    """Return whether a proposal keeps vague words of a claim that they condemn."""
    folded = proposal.casefold()
    terms = {term.quote.casefold() for claim in condemned for term in vague_terms(claim, condemned)}
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", folded) for term in terms)


def _is_certain(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate, year: int) -> bool:
    """Return whether the kind of a claim is settled, or its only possible kind is confirmed by words."""
    if candidate.types or not _is_only_detected(candidate):
        return True
    possible = {_kind((each,), clause, candidate, year)["id"] for each in candidate.possible_types}
    if possible != {kind["id"]}:
        return False
    if kind["id"] in {"future", "target"}:
        return max(_years(clause, candidate), default=0) >= year
    if kind["id"] == "reduced":
        return True  # only words that compare lead to this kind
    return _is_confirmed(kind, clause)


def _is_confirmed(kind: dict[str, Any], clause: ClaimClause) -> bool:
    words = rewriting_table()["confirmed"].get(kind["id"])
    return words is not None and re.search(words, clause.text.casefold()) is not None


_OTHER_KINDS: tuple[tuple[frozenset[str], Callable[[ClaimClause, bool], object], str], ...] = (
    (frozenset({"attribute"}), lambda clause, _: _COMPENSATES.search(clause.text.casefold()), "neutral"),
    (
        frozenset({"contribution"}),
        lambda clause, _: any(_COMPENSATES.search(word) for word in clause.vague_words),
        "neutral",
    ),
    (_REUSED, lambda clause, _: not _RECYCLED.search(clause.text.casefold()), "attribute"),
    (_REUSED | {"attribute"}, lambda clause, _: _NO_WASTE.search(clause.text.casefold()), "generic"),
    (frozenset({"free_of"}), lambda clause, only_detected: only_detected and clause.contains("changes"), "reduced"),
    (frozenset({"attribute"}), lambda clause, _: _VAGUE.search(clause.quote.casefold()), "generic"),
    (frozenset({"renewable_energy"}), lambda clause, _: clause.contains("money"), "generic"),
    (frozenset({"generic", "attribute"}), lambda clause, _: clause.is_of_material, "renewable_material"),
    (frozenset({"generic", "attribute"}), lambda clause, _: _LASTS.search(clause.text.casefold()), "lasting"),
    (frozenset({"neutral"}), lambda clause, _: _OTHER_NEUTRALITY.search(clause.quote.casefold()), "generic"),
)
"""Kinds that the words of a clause replace, in this order: the kinds, the condition, and the kind that applies."""
_MAY_COMPARE = frozenset({"reduced", "lasting", "repairable", "energy", "attribute", "generic"})


def _kind(claim_types: Sequence[str], clause: ClaimClause, candidate: Candidate, year: int) -> dict[str, Any]:
    type_ids = _types_by_year(set(claim_types or ("",)), clause, candidate, year)
    kinds = _kinds()
    if "future" in type_ids:
        return kinds["target" if _NEUTRAL & type_ids or clause.vague else "future"]
    matching = [id for id, each in kinds.items() if type_ids & set(each["types"])]
    kind = next(iter(matching), "generic")
    for replaced, applies, other in _OTHER_KINDS:
        if kind in replaced and applies(clause, _is_only_detected(candidate)):
            kind = other
    if kind in _MAY_COMPARE and _compares(kind, clause, candidate):
        kind = "reduced"
    elif kind == "reduced" and ("comparative" not in candidate.types or not _AMOUNT.search(clause.text)):
        kind = next((id for id in matching if id != "reduced"), "generic")
    return kinds[kind]


def _types_by_year(types: set[str], clause: ClaimClause, candidate: Candidate, year: int) -> set[str]:
    """Return the types without `future` if the years of a claim, or their absence, exclude it."""
    years, only_detected = _years(clause, candidate), _is_only_detected(candidate)
    if "comparative" in types and years and max(years) > year:
        return types | {"future"}
    if "future" in types and years and max(years) < year + only_detected:
        return types - {"future"} or {"specific_attribute"}
    return {"specific_attribute"} if types == {"future"} and not years and only_detected else types


def _is_only_detected(candidate: Candidate) -> bool:
    return set(candidate.categories) <= _DETECTED_CATEGORIES


def _compares(kind: str, clause: ClaimClause, candidate: Candidate) -> bool:
    measured = bool(candidate.numbers) or clause.contains("equal")
    lessens = clause.contains("changes") and (measured or kind in {"reduced", "attribute"})
    following = (clause.quote + clause.behind).casefold()
    compares = _COMPARATIVE_WORDS.search(following) and re.search(clause.words["than"], following)
    return bool(lessens or compares) and not is_superlative(clause)


class _Proposal(NamedTuple):
    text: str
    kind: dict[str, Any]
    keeps_claim: bool = False


def _proposals(
    kind: dict[str, Any], clause: ClaimClause, candidate: Candidate, around: RewritingContext
) -> Iterator[_Proposal]:
    if kind["id"] == "target":
        target = _target(clause, candidate)
        if target is not None and not _is_stated(str(_kinds()["future"]["based"][clause.language]), clause, candidate):
            yield _Proposal(target, kind)
        return
    if (
        clause.is_question
        or _READERS_FOOTPRINT.search(clause.text.casefold())
        or not _has_enough_detail(kind, clause, candidate)
    ):
        return
    if kind["id"] == "reduced" and not _states_amount(clause):  # "much less" is vague in the words of the claim too
        yield from _reduction_proposals(kind, clause)
    if clause.language in kind.get("own", {}):
        own_words = _own_words_sentence(kind, clause, candidate, around)
        if own_words == "":
            return
        if own_words is not None:
            yield _Proposal(own_words, kind, keeps_claim=True)
    if kind["id"] == "future" and re.search(rewriting_table()["substances"][_CARBON.strip()], clause.text.casefold()):
        target = _target(clause, candidate)
        if target is not None and not _is_stated(str(kind["based"][clause.language]), clause, candidate):
            yield _Proposal(target, kind)
    if not _AMOUNT.search(_NOT_QUANTITY.sub("", clause.text)):  # the proposal would lose the figure of the claim
        yield from _thing_proposals(kind, clause, candidate)
    is_vague = all(_UNSPECIFIC.issuperset(each.types) for each in around.sentence_claims(candidate))
    if is_vague and (candidate.types or not _is_only_detected(candidate)):
        yield from _unnamed_proposals(kind, clause)


def _states_amount(clause: ClaimClause) -> bool:
    text = clause.text.casefold()
    return any(pattern.search(text) for pattern in (_AMOUNT, _HALF, _FRACTION))


def _has_enough_detail(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate) -> bool:
    only_detected = _is_only_detected(candidate)
    if only_detected and kind["id"] == "attribute" and not _is_short(clause):
        return False
    if (only_detected and kind["id"] in _NAMED_BY_WORDS) or kind["id"] == "attribute":
        return _is_confirmed(kind, clause)
    if kind["id"] == "future":
        return clause.contains("first") or _is_short(clause) or "future" in candidate.types
    return kind["id"] != "label" or bool(candidate.labels) or candidate.confidence == "high"


def _thing_proposals(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate) -> Iterator[_Proposal]:
    language, is_neutral = clause.language, kind["id"] == "neutral"
    if not _has_noun_pattern(kind, language):
        return
    if kind["id"] == "reduced":
        yield from _reduction_proposals(kind, clause)
        return
    paid = is_neutral and _COMPENSATES.search(clause.text.casefold()) is not None
    thing = name_thing(clause, candidate, any_noun=is_neutral and not paid and bool(_NEUTRAL & set(candidate.kinds)))
    if thing is None and paid and clause.contains("first"):
        thing = firm_itself(clause)
    if thing is None or _is_stated(str(_kinds()["footprint"]["own"][language]), clause, candidate):
        return
    if kind["id"] in {"degradable", "lasting", "repairable"} and thing.of != "product":
        return
    if kind["id"] in {"degradable", "lasting", "repairable"}:
        yield _Proposal(str(kind["noun"][language]).format(noun=thing.noun), kind)
        return
    if thing.of == "money":
        money = _kinds()["money"]
        yield _Proposal(str(money["noun"][language]).format(noun=thing.noun), money)
        return
    praises_climate = _CLIMATE_PRAISE.search(clause.quote.casefold()) is not None
    if not is_neutral and thing.aspect is not None and not praises_climate and not _contradicts_material(thing, clause):
        yield _Proposal(thing.aspect.format(noun=thing.noun), kind)
    if kind["id"] != "energy":
        yield from _footprint_proposals(thing, language, paid=paid)


def _contradicts_material(thing: NamedThing, clause: ClaimClause) -> bool:
    """Return whether the aspect of a thing is its recycled share, although the clause states a plant-based material."""
    recycled = _RECYCLED.search(str(thing.aspect).casefold()) is not None
    return recycled and _is_confirmed(_kinds()["renewable_material"], clause)


def _unnamed_proposals(kind: dict[str, Any], clause: ClaimClause) -> Iterator[_Proposal]:
    """Yield the proposal with gaps for the thing and its aspect."""
    if _AMOUNT.search(clause.text) or clause.contains("others"):
        return
    if kind["id"] == "generic":
        yield _Proposal(str(kind["unnamed"][clause.language]), kind)
    if kind["id"] == "neutral":
        unit = default_unit(clause.language)
        yield _Proposal(str(kind["noun"][clause.language]).format(noun="<thing>", unit=unit), kind)


def _has_noun_pattern(kind: dict[str, Any], language: str) -> bool:
    return kind["id"] in {"neutral", "generic", "energy"} or language in kind.get("noun", {})


def _reduction_proposals(kind: dict[str, Any], clause: ClaimClause) -> Iterator[_Proposal]:
    thing, units = name_actor(clause), {unit for _, _, unit in _substances(clause.text)}
    if thing is not None and len(units) == 1:
        yield _Proposal(str(kind["noun"][clause.language]).format(noun=thing.noun, unit=units.pop()), kind)


def _footprint_proposals(thing: NamedThing, language: str, *, paid: bool) -> Iterator[_Proposal]:
    kind = _kinds()["neutral"]
    pattern = kind["noun" if thing.of == "product" else thing.of][language]
    footprint = str(pattern).format(noun=thing.noun, unit=thing.unit, standard=thing.standard)
    if paid:
        yield _Proposal(footprint + kind["paid"][language], kind)
    yield _Proposal(footprint, kind)


def _years(clause: ClaimClause, candidate: Candidate) -> list[int]:
    return [*candidate.target_years, *map(int, re.findall(r"(?<!\d)20\d\d(?!\d)", clause.lead + clause.text))]


def _target(clause: ClaimClause, candidate: Candidate) -> str | None:
    years = _years(clause, candidate)
    if not years or not (clause.contains("first") or _is_short(clause)):
        return None
    text = str(_kinds()["target"]["firm"][clause.language]).format(year=max(years))
    share = _AMOUNT.search(clause.text)
    if share is not None or _HALF.search(clause.text.casefold()):
        text = text.replace("<n>", re.sub(r"[^\d.,]", "", share[0]) if share else "50", 1)
    subject = clause_subject(clause)
    if subject is None or subject == clause.words["firm"]:
        return text
    if clause.language == CHINESE:
        return text.replace("我们", subject, 1)
    return f"{subject} – {text[0].lower()}{text[1:]}"


def _is_short(clause: ClaimClause) -> bool:
    if clause.language == CHINESE:
        return len(clause.text) <= _SHORT_CHINESE
    return len(clause.text.split()) <= _SHORT


def _own_words_sentence(
    kind: dict[str, Any], clause: ClaimClause, candidate: Candidate, around: RewritingContext
) -> str | None:
    """Return the words of the claim with their proof; empty if they state it, None if they cannot be reused."""
    language, compared = clause.language, kind["id"] == "reduced"
    if is_superlative(clause) or (kind["id"] == "lasting" and not re.search(r"\d", clause.text)):
        return None
    has_base = clause.contains("than") or _names_base(clause, candidate)
    fully, hundred = kind["id"] not in _NO_FULLY, kind["id"] not in _AFTER_USE
    text = reusable_clause_text(
        clause, fully=fully, hundred=hundred, vague=compared and has_base and _AMOUNT.search(clause.text) is not None
    )
    separator = _SEMICOLON.get(language, "; ")
    proofs = _proofs(kind, clause, candidate, around, clause.text if text is None else text)
    parts = [part for proof in proofs for part in proof.split(separator) if part]
    missing = [part for part in dict.fromkeys(parts) if not _is_stated(part, clause, candidate)]
    only_year = len(missing) == 1 and _GAP.findall(missing[0]) == ["year"]
    if parts and (not missing or only_year or (compared and _is_measured(kind, clause, candidate))):
        return ""
    if not parts or text is None or (kind["id"] in _AFTER_USE and _names_property_only(text, clause)):
        return None
    proof_text = separator.join(missing)
    if compared and not has_base:
        if "," in text or (clause.ended and language in _VERB_LAST):
            proof_text = f"{clause.words['base']}{_colon(language)} {proof_text}"
        else:
            text = _with_base(text, clause.words, language)
    return _with_proofs(text, proof_text, language)


def _is_measured(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate) -> bool:
    """Return whether a sentence states amount, comparison and method, or both amounts."""
    based = clause.contains("than") or _names_base(clause, candidate)
    proofs = (str(kind[pattern][clause.language]) for pattern in ("measured", "pair"))
    return based and bool(_AMOUNT.search(clause.text)) and any(_is_stated(each, clause, candidate) for each in proofs)


def _names_base(clause: ClaimClause, candidate: Candidate) -> bool:
    named = any(number.comparator is not None or number.base_year is not None for number in candidate.numbers)
    return named or _BASE_YEAR.search(clause.text.casefold()) is not None


def _is_stated(part: str, clause: ClaimClause, candidate: Candidate) -> bool:
    """Return whether the sentence already states the subject of a part of a proof."""
    filled = fill_gaps(part, clause.language).casefold()
    subject = next((each for each in rewriting_table()["stated"] if re.search(each, filled)), None)
    return subject is not None and re.search(subject, candidate.sentence.quote.casefold()) is not None


def _colon(language: str) -> str:
    return " :" if language == "fr" else ":"


def _with_proofs(text: str, proof_text: str, language: str) -> str:
    bracketed = "(" in text or "（" in text
    if language == CHINESE:
        return f"{text}：{proof_text}。" if bracketed else f"{text}（{proof_text}）。"
    return f"{text}{_colon(language)} {proof_text}." if "(" in text else f"{text} ({proof_text})."


def _proofs(
    kind: dict[str, Any], clause: ClaimClause, candidate: Candidate, around: RewritingContext, text: str
) -> list[str]:
    if kind["id"] == "future":
        return [_proof(kind, clause, text, around.composting)]
    by_kind: dict[str, str] = {}
    for each in around.sentence_claims(candidate):
        if extract_clause(each, clause.language, around.sentence_claims(each)).text != clause.text:
            continue
        first = kind if each.start == candidate.start else _kind(each.kinds, clause, each, around.year)
        also = (
            other
            for other in _kinds().values()
            if other["id"] in _SEPARATELY_PROVED_KINDS and set(each.types) & set(other["types"])
        )
        for other in (first, *also):
            reused = other["id"] not in _REUSED or _RECYCLED.search(clause.text.casefold())
            if clause.language in other.get("own", {}) and reused:
                by_kind.setdefault(other["id"], _proof(other, clause, text, around.composting))
    if len(by_kind) > 1:
        by_kind.pop("attribute", None)
    return list(by_kind.values())


def _proof(kind: dict[str, Any], clause: ClaimClause, text: str, composting: str) -> str:
    language = clause.language
    if kind["id"] == "reduced":
        return _amounts(kind, clause)
    if "home" in kind and clause.contains("home"):
        pattern = "home"
    elif "share" in kind and (_AMOUNT.search(text) or clause.contains("fully") or clause.contains("whole")):
        pattern = "share"
    elif "material" in kind and _MATERIALS.search(clause.text.casefold()):
        pattern = "material"
    elif "water" in kind and re.search(rewriting_table()["substances"]["l"], clause.text.casefold()):
        pattern = "water"
    elif "based" in kind and (clause.contains("than") or not clause.contains("changes")):
        pattern = "based"
    else:
        pattern = "own"
    return str(kind[pattern][language]).replace("{compost}", composting)


def _amounts(kind: dict[str, Any], clause: ClaimClause) -> str:
    """Return the reduction figures; Chinese names each substance before its amount."""
    text, language = clause.text, clause.language
    substances = _substances(text)
    amounts = [match.start() for match in _AMOUNT.finditer(text)]
    named: dict[tuple[int, str, str], None] = {}
    boundaries = (0, *amounts) if language == CHINESE else (*amounts, len(text))
    for start, end in pairwise(boundaries):
        in_range = [each for each in substances if start <= each[0] < end]
        nearest = min(in_range or substances, key=lambda each: abs(each[0] - start), default=None)
        if nearest is not None:
            named[nearest] = None
    if len(named) > 1:
        pairs = [str(kind["pair"][language]).format(what=substance, unit=unit) for _, substance, unit in named]
        return _SEMICOLON.get(language, "; ").join((*pairs, kind["measured"][language]))
    units = {unit for _, _, unit in substances}
    if not units and not amounts and not _FRACTION.search(text.casefold()):
        return ""
    if units == {_CARBON}:
        return str(kind["carbon"][language])
    return str(kind["own"][language]).format(unit=units.pop() if len(units) == 1 else "")


def _substances(text: str) -> list[tuple[int, str, str]]:
    return [
        (match.start(), match[0], f" {unit}")
        for unit, pattern in rewriting_table()["substances"].items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def _names_property_only(text: str, clause: ClaimClause) -> bool:
    short = clause.language == CHINESE or len(text.split()) <= 2
    return short and text.casefold() in clause.quote.casefold()


def _with_base(text: str, words: dict[str, Any], language: str) -> str:
    if language == CHINESE:
        return f"与<base>相比，{text}"
    equal = re.search(words["equal"], text.casefold()) is not None
    return f"{text} {words['as'] if equal else words['base']}"


def _is_about_others(kind: dict[str, Any], clause: ClaimClause) -> bool:
    if kind["id"] not in {"target", "future", "reduced", "neutral"} or clause.contains("first"):
        return False
    return clause.contains("others")


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    return {kind["id"]: kind for kind in rewriting_table()["kind"]}
