"""Rewrite proposals for claims: a provable sentence in the same language, with gaps and the facts it requires.

A proposal keeps the words of the claim that can be proved, or names the thing that it names, and leaves a gap for every
figure that the text does not give. It never says that the facts are so. Where no sound sentence can be made, none is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.claims import Candidate, ScreeningResult, claim_types_of
from rules.contracts import read_toml
from service.schemes.claims.clause_analysis import (
    CHINESE,
    ClaimClause,
    clause_noun,
    clause_subject,
    extract_clause,
    is_superlative,
    reusable_clause_text,
    rewriting_vocabulary,
)

if TYPE_CHECKING:
    from service.schemes.claims.one_claim import CheckedClaim

_NEVER = frozenset({"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
"""Claims that no other wording mends: what is a name, a picture, or no advantage is left out."""
_HEARD_CATEGORIES = frozenset({"heard", "absolute"})
"""Categories of a claim whose type was heard in the whole sentence, not read from a word made for it."""
_NEUTRAL = frozenset({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
_OF_FIRMS = frozenset({"trader", "site", "brand", "event"})
_AFTER_USE = frozenset({"recyclable", "compostable", "degradable"})
"""Kinds in which "100 %" is no quantity: it says no more than "fully"."""
_NO_FULLY = _AFTER_USE | {"renewable_energy"}
_RECYCLED = re.compile(
    r"re-?cy|recic|ricicl|verwert|genanv|genvind|genbrug|återv|återbr|回收|再生|循环|废|旧"
    r"|\balt\w|\bold\b|\boude?\b|\bused\b|waste|scrap|reclaim|ocean|usag|vecchi|viej|gaml?a|gebraucht|gebruikt|usato|usado"
)
_VAGUE = re.compile(
    r"sustain|green|eco|environment|planet|nachhalt|umwelt|grün|öko|klima|durabl|climat|vert[es]?\b|sost[ei]n|ambient"
    r"|duurza|groen|milieu|bæredyg|grøn|milj|hållb|grön|可持续|环保|绿色|低碳"
)
"""Words with which nothing that can be measured is said, unless a figure follows."""
_COMPENSATES = re.compile(
    r"ompens|offset|certific?at[es]*\b.*compens|zertifikat|gleichen .* aus|\bcr[eé]dit|抵消|碳信用"
)
_COMPARATIVE_WORDS = re.compile(
    r"\b(better|more|\w{3,}er|besser|mehr|\w{4,}er(e[nrs]?)?|meilleur\w*|mieux|plus|moins|mejor|más|menos|meglio|miglior\w*|più|meno"
    r"|beter|meer|minder|bedre|mere|mindre|bättre|mer)\b|更|比|较"
)
"""Words of comparison: only with them "than" says with what."""
_REQUIRED_WORDS = {
    "attribute": re.compile(
        r"energ|ele[ck]tr|strom|ström|stroom|power|solar|solceller|photovolt|wind|hydro|idro|wasser|waterstof|brint|vätgas|hidr"
        r"|plast|co2|emis|diesel|gas\b|carbon|water|eau\b|agua|acqua|vand\b|vatten|paper|papier|papel|carta|papir|papper"
        r"|solv|lösemittel|cart[óo]n|karton|déchet|waste|abfall|müll|residuo|rifiut|afval|affald|avfall|chem|chlor|cloro|pfas|holz|wood|bois\b|madera|legno|hout|träd|能|电|水|塑|纸|排放"
    ),
    "free_of": re.compile(
        r"ohne|frei|without|free|\bno\b|none|sans|\bsin\b|libre|senza|priv[oai]\b|zonder|vrij|geen|uden|\bfri|utan|inga|不|无|零"
    ),
    "contribution": re.compile(
        r"proje[ck]t|proyecto|progetto|project|arbre|baum|bäume|tree|árbol|alber|boom|bomen|træ|träd|树|项目|donat|spend|euro|€|\$|£"
    ),
}
"""What must be told in a sentence that was only heard, so that what proves it can be named."""
_SEMICOLON = {"fr": " ; ", "zh": "；"}
_VERB_LAST = frozenset({"de", "nl", "da", "sv"})
"""Languages in whose sentences nothing more may stand behind the verb at the end."""
_SHORT, _SHORT_CHINESE = 7, 14
"""So many words, or characters, have no subject of their own that could be another than the firm."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A sentence to write instead, and what has to be true for it, in the language of the answer.

    No text if no sound sentence can be made of the words; then it is what has to be shown that is told.
    """

    text: str
    needs: str


class RewritingContext:
    """What a text says around its claims: the other claims of a sentence, and the language in which it is written."""

    def __init__(self, result: ScreeningResult, year: int) -> None:
        """Gather them once for all claims of the text, which is shown from a year on."""
        self.year = year
        self._by_sentence: dict[int, list[Candidate]] = {}
        for each in result.candidates:
            if not each.negated:
                self._by_sentence.setdefault(each.sentence.start, []).append(each)
        self._segments = sorted(result.segments, key=lambda each: each.start)
        self._starts = [each.start for each in self._segments]

    def beside(self, candidate: Candidate) -> Sequence[Candidate]:
        """Give the claims of the same sentence."""
        return self._by_sentence.get(candidate.sentence.start, ())

    def language(self, candidate: Candidate) -> str:
        """Give the language of the sentence; a word of another language, as "green", may stand in it."""
        place = bisect_right(self._starts, candidate.start) - 1
        spoken = self._segments[place].languages if place >= 0 else ()
        return candidate.language if not spoken or candidate.language in spoken else spoken[0]


def propose_rewriting(claim: CheckedClaim, language: str, around: RewritingContext) -> Rewriting | None:
    """Propose what to write instead; none for what is denied, a name or a picture, or what others will or must do."""
    candidate = claim.candidate
    types = claim_types_of(candidate, claim.readings[0] if claim.readings else {})
    written = around.language(candidate)
    if not claim.answers or _NEVER.issuperset(types or ("",)) or written not in rewriting_vocabulary():
        return None
    clause = extract_clause(candidate, written, around.beside(candidate))
    kind = _kind(types, clause, candidate, around.year)
    if _is_of_others(kind, clause):
        return None
    return Rewriting(_sentence(kind, clause, candidate) or "", kind["needs"][language])


def _kind(types: Sequence[str], clause: ClaimClause, candidate: Candidate, year: int) -> dict[str, Any]:
    """Take the first kind that a claim has; of what is compared or became less, the comparison goes before."""
    kinds = {each["id"]: each for each in _kinds()}
    named = set(types or ("",))
    years = _years(clause, candidate)
    heard = set(candidate.categories) <= _HEARD_CATEGORIES
    if "future" in named and years and max(years) < year + heard:
        named = named - {"future"} or {"specific_attribute"}  # told of the past
    if "future" in named and not years and set(candidate.categories) <= _HEARD_CATEGORIES and len(named) == 1:
        named = {"specific_attribute"}
    if "future" in named:
        return kinds["target" if _NEUTRAL & named or clause.vague else "future"]
    first = next((each for each in kinds.values() if named & set(each["types"])), kinds["generic"])
    if first["id"] in {"recyclable", "recycled"} and not _RECYCLED.search(clause.text.casefold()):
        first = kinds["attribute"]
    if first["id"] == "free_of" and set(candidate.categories) <= _HEARD_CATEGORIES and clause.says("changes"):
        first = kinds["reduced"]
    if first["id"] == "attribute" and _VAGUE.search(clause.quote.casefold()):
        first = kinds["generic"]
    if clause.is_of_material and first["id"] in {"generic", "attribute"}:
        return kinds["renewable_material"]
    if first["id"] not in {"reduced", "lasting", "energy", "attribute", "generic"}:
        return first
    measured = bool(candidate.numbers) or clause.says("equal")
    lessens = clause.says("changes") and (measured or first["id"] in {"reduced", "attribute"})
    following = (clause.quote + clause.behind).casefold()
    than = _COMPARATIVE_WORDS.search(following) is not None and re.search(clause.words["than"], following) is not None
    if (lessens or than) and not is_superlative(clause):
        return kinds["reduced"]
    others = (each for each in kinds.values() if each["id"] != "reduced" and named & set(each["types"]))
    return next(others, kinds["generic"]) if first["id"] == "reduced" else first


def _sentence(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate) -> str | None:
    """Build the sentence of a kind from the words kept, or from the noun named."""
    language = clause.language
    if kind["id"] == "target":
        return _target(kind, clause, candidate)
    of_heard = set(candidate.categories) <= _HEARD_CATEGORIES
    required_words = _REQUIRED_WORDS.get(kind["id"]) if of_heard or kind["id"] == "attribute" else None
    if of_heard and kind["id"] == "attribute" and not _is_short(clause):
        return None
    if clause.asked or (required_words is not None and not required_words.search(clause.text.casefold())):
        return None
    if (kind["id"] == "label" and not candidate.labels) or _compensates(kind, clause):
        return None
    if kind["id"] == "future" and not (clause.says("first") or _is_short(clause)):
        return None
    own_words = _own_words(kind, clause, candidate.kinds) if language in kind.get("own", {}) else None
    named = clause_noun(clause) if own_words is None and language in kind.get("noun", {}) else None
    if named is None or re.search(r"\d ?[%％]", clause.text):
        return own_words  # a figure of the claim would be lost
    if kind["id"] == "generic" and re.search(clause.words["money"], named.casefold()):
        kind = next(each for each in _kinds() if each["id"] == "money")
    of_firm = named == clause.words["firm"] or (candidate.level is not None and candidate.level.level in _OF_FIRMS)
    pattern = kind["firm"] if "firm" in kind and of_firm else kind["noun"]
    return str(pattern[language]).format(noun=named)


def _years(clause: ClaimClause, candidate: Candidate) -> list[int]:
    """Give the years that a claim names, first those that it sets itself."""
    return [*candidate.target_years, *map(int, re.findall(r"(?<!\d)20\d\d(?!\d)", clause.text))]


def _target(kind: dict[str, Any], clause: ClaimClause, candidate: Candidate) -> str | None:
    """Say which target stands behind a promise to be neutral or green, if the firm gives it and says for when."""
    years = _years(clause, candidate)
    if not years or not (clause.says("first") or _is_short(clause)):
        return None
    text = str(kind["firm"][clause.language]).format(year=years[0])
    named = clause_subject(clause)
    if named is None or named == clause.words["firm"]:
        return text
    if clause.language == CHINESE:
        return text.replace("我们", named, 1)
    return f"{named} – {text[0].lower()}{text[1:]}"


def _is_short(clause: ClaimClause) -> bool:
    """Say whether it is too short to tell of anyone else."""
    if clause.language == CHINESE:
        return len(clause.text) <= _SHORT_CHINESE
    return len(clause.text.split()) <= _SHORT


def _compensates(kind: dict[str, Any], clause: ClaimClause) -> bool:
    """Say whether the claim is that somebody compensates: of what it is about, nothing can be said without that."""
    of_carbon = kind["id"] in {"neutral", "attribute"}
    return of_carbon and _COMPENSATES.search(clause.text.casefold()) is not None


def _own_words(kind: dict[str, Any], clause: ClaimClause, types: Sequence[str]) -> str | None:
    """Repeat the claim in its own words, with what it compares with, and in brackets what proves it."""
    language = clause.language
    compared = kind["id"] == "reduced"
    if is_superlative(clause) or (kind["id"] == "lasting" and not re.search(r"\d", clause.text)):
        return None
    based = clause.says("than")
    fully, hundred = kind["id"] not in _NO_FULLY, kind["id"] not in _AFTER_USE
    text = reusable_clause_text(clause, fully=fully, hundred=hundred, vague=compared and based)
    if text is None or (
        kind["id"] in _AFTER_USE and text.casefold() in clause.quote.casefold() and _is_bare(text, language)
    ):
        return None
    shown = "share" if "share" in kind and re.search(r"\d ?%|\d (percent|prozent|pour cent|procent)", text) else "own"
    behind = kind["home" if "home" in kind and clause.says("home") else shown][language]
    if kind["id"] == "recycled" and "recyclable" in types:
        also = next(each for each in _kinds() if each["id"] == "recyclable")["own"][language]
        behind = f"{behind}{_SEMICOLON.get(language, '; ')}{also}"
    colon = " :" if language == "fr" else ":"
    if compared and not based:
        if "," in text or (clause.ended and language in _VERB_LAST):
            behind = f"{clause.words['base']}{colon} {behind}"
        else:
            text = _with_base(text, clause.words, language)
    if language == CHINESE:
        return f"{text}：{behind}。" if "（" in text or "(" in text else f"{text}（{behind}）。"
    if "(" in text:
        return f"{text}{colon} {behind}."
    return f"{text} ({behind})."


def _is_bare(text: str, language: str) -> bool:
    """Say whether only the property stands there, and not what has it."""
    return language == CHINESE or len(text.split()) <= 2


def _with_base(text: str, words: dict[str, Any], language: str) -> str:
    """Say with what it is compared, where the claim does not."""
    if language == CHINESE:
        return f"与___相比，{text}"
    equal = re.search(words["equal"], text.casefold()) is not None
    return f"{text} {words['as'] if equal else words['base']}"


def _is_of_others(kind: dict[str, Any], clause: ClaimClause) -> bool:
    """Say whether a law, a state or the weather wants it, and not the firm."""
    if kind["id"] not in {"target", "future", "reduced", "neutral"} or clause.says("first"):
        return False
    return clause.says("others")


@cache
def _kinds() -> list[dict[str, Any]]:
    kinds: list[dict[str, Any]] = read_toml("service.schemes.claims", "rewriting.toml")["kind"]
    return kinds
