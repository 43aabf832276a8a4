"""Clause analysis for rewriting: subject, noun and reusable words of a claim.

Functions return None if the sentence is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

from rules.claims import Candidate, MatchedTerm
from rules.contracts import read_toml

CHINESE = "zh"
_LEAD_WORDS = 4
_MAX_WORDS, _MAX_CHARACTERS = 32, 70
"""Longer clauses are not reused, because the claim cannot be isolated."""
_NOUN_WORDS, _NOUN_CHARACTERS = 4, 10
_BREAKS = re.compile(r"[;:|•·\n。；：！？!?]+(?=\s|$)|[!?。；：！？|•\n]+|\s[–—-]\s")
_FOOTNOTE_MARKS = re.compile(r"[*†‡¹²³⁴]+|\[\d+\]|\(\d\)")
_VAGUE_CATEGORIES = frozenset({"generic", "social_mix", "neutral", "negative"})
"""Categories of terms that cannot be proved as worded."""
_SPECIFIC_TYPES = frozenset({"specific_attribute", "label"})
_MODIFIER_PATTERNS = {
    "en": (r"ly$", r"ed$|^(grown|made|built|caught|sewn|woven|driven)$"),
    "nl": (r"[^e]$", r"^(ge|ver|be|ont)\w+(de|te|en|t|d)$"),
    "da": (r"t$", r"(et|ede|skabt|lavet)$"),
    "sv": (r"t$", r"(a[dt]e?|gjord|gjorda)$"),
}
"""Adverb and participle endings before a noun."""
_ADVERB = re.compile(r"mente$|(ière|elle|ale|able|ible|euse|ême)ment$")
"""Adverb endings in Romance languages."""
_MATERIAL_PATTERN = re.compile(
    r"plant-?based|plantebas|växtbas|pflanzenbas|végétal|bio-?bas|bioge?bas"
    r"|biosourc|bioplast|base biologica|base biológica|vegetal|plantaardig|pflanzlich|生物基|植物基"
)
"""Terms for the origin of a material."""
HEAD_FIRST = frozenset({"fr", "es", "it"})
"""Languages with adjectives after the noun."""
_DISTRIBUTIVE = frozenset({"alle", "alla", "jede", "jeder", "jedes"})
_ORDINALS = frozenset({"premier", "première", "primer", "primera", "primo", "prima", "first"})
_MANNER_NOUNS = frozenset({"façon", "manière", "forma", "manera", "modo", "modalità"})
_PARTICIPLES = {
    "fr": re.compile(r"(é|ée|és|ées)$|^(produit|conçu|fait|imprimé)(e|s|es)?$"),
    "es": re.compile(r"([ai]d[oa]s?|hech[oa]s?|impres[oa]s?)$"),
    "it": re.compile(r"([aiu]t[oaie]|fatt[oaie]|prodott[oaie])$"),
}
"""Participles before an adverb, as in "meubles fabriqués durablement"."""
_SUFFIXED_ARTICLES = frozenset({"da", "sv"})
"""Languages with suffixed articles; a separate one needs an adjective."""
_HUNDRED_PERCENT = (
    r"(\b(zu|à|a|for|al|voor|till|til) )?\b100 ?(%|percent|prozent|pour cent|procent|por ciento|per cento)"
)
_MAX_TOTALITY_DISTANCE = 14
_CONJUNCTIONS = frozenset({"and", "und", "et", "y", "e"})
_VOWEL_SOUND = re.compile(r"(?!eu|one\b|once\b|u(ni(?![mn])|s[aeiu]|ti))[aeiou]|hour|honest")
"""Beginnings of English words after "an"."""


class ClaimClause(NamedTuple):
    """Clause of a sentence around a claim; `vague` contains spans, `lead` precedes a colon.

    `start` is its offset in the sentence, `claims` are the spans of all claims of the sentence in the clause.
    """

    language: str
    before: str
    quote: str
    behind: str
    ended: bool
    is_question: bool
    vague: tuple[tuple[int, int], ...]
    level: str | None
    lead: str
    start: int
    claims: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        return self.before + self.quote + self.behind

    def contains(self, what: str) -> bool:
        return re.search(self.words[what], self.text.casefold()) is not None

    @property
    def vague_words(self) -> tuple[str, ...]:
        return tuple(self.text[first:last].casefold() for first, last in self.vague)

    @property
    def is_of_material(self) -> bool:
        return _is_material(self.quote)

    @property
    def words(self) -> dict[str, Any]:
        vocabulary: dict[str, Any] = rewriting_vocabulary()[self.language]
        return vocabulary


def rewriting_vocabulary() -> dict[str, Any]:
    """Return the rewriting vocabulary by language."""
    vocabulary: dict[str, Any] = rewriting_table()["language"]
    return vocabulary


@cache
def rewriting_table() -> dict[str, Any]:
    """Return the content of `rewriting.toml`."""
    return read_toml("service.schemes.claims", "rewriting.toml")


def extract_clause(candidate: Candidate, language: str, other_claims: Sequence[Candidate]) -> ClaimClause:
    """Extract the clause of a claim from its sentence."""
    sentence = candidate.sentence
    start, end = candidate.start - sentence.start, candidate.end - sentence.start
    quote = sentence.quote
    breaks = [(each.start(), each.end()) for each in _BREAKS.finditer(quote)]
    first = max((last for _, last in breaks if last <= start), default=0)
    stop = min((begin for begin, _ in breaks if begin >= end), default=len(quote))
    starts = [each.start - sentence.start for each in other_claims]
    stop = _clause_end(quote, end, stop, starts, language)
    vague = {
        (term.start - sentence.start - first, term.end - sentence.start - first)
        for term in vague_terms(candidate, other_claims)
        if first <= term.start - sentence.start < stop
    }
    return ClaimClause(
        language=language,
        before=quote[first:start],
        quote=quote[start:end],
        behind=quote[end:stop],
        ended=quote[stop : stop + 1] in {"!", "?"} or quote[first:stop].rstrip().endswith("."),
        is_question="?" in quote[stop : stop + 2] or "？" in quote[stop : stop + 2],
        vague=tuple(sorted(vague)),
        level=None if candidate.level is None else candidate.level.quote,
        lead=_lead_label(quote[:first], starts),
        start=first,
        claims=tuple(
            (each.start - sentence.start - first, each.end - sentence.start - first)
            for each in (*other_claims, candidate)
        ),
    )


def vague_terms(candidate: Candidate, claims: Sequence[Candidate]) -> Iterator[MatchedTerm]:
    """Yield the words of the claims that cannot be proved as worded."""
    green_power = "renewable" in candidate.categories  # a trade term for the origin
    for each in claims:
        if each.types and _SPECIFIC_TYPES.issuperset(each.types):
            continue
        for term in each.terms:
            is_origin = green_power and candidate.start <= term.start < candidate.end
            if term.category in _VAGUE_CATEGORIES and not is_origin and not _is_material(term.quote):
                yield term


def _is_material(words: str) -> bool:
    return _MATERIAL_PATTERN.search(words.casefold()) is not None


def _lead_label(before: str, starts: Sequence[int]) -> str:
    match = re.search(r"(?:^|[.!?;|•\n])\s*([^.!?;:：|•\n]+)[:：]\s*$", before)
    if match is None or any(start < len(before) for start in starts) or len(match[1].split()) > _LEAD_WORDS:
        return ""
    return before[match.start(1) :].strip()


def _clause_end(quote: str, end: int, stop: int, starts: Sequence[int], language: str) -> int:
    """End the clause before an "and is" with another claim."""
    following = min((start for start in starts if end < start < stop), default=None)
    if following is None or language == CHINESE:
        return stop
    joined = "|".join(map(re.escape, rewriting_vocabulary()[language]["copulas"]))
    match = re.search(rf",? (and|und|et|y|e|en|og|och) ({joined})\b", quote[end:following])
    return stop if match is None else end + match.start()


# --- reusable text ----------------------------------------------------------------------------------------------------


def reusable_clause_text(clause: ClaimClause, *, fully: bool, hundred: bool, vague: bool = False) -> str | None:
    """Return the clause without unprovable words, or None if it cannot be reused.

    `fully`, `hundred` and `vague` retain such words.
    """
    if clause.language == CHINESE and "，" in clause.text and clause.vague:
        return None  # one of two parts would lose its meaning
    removed = [] if vague else [(*each, True) for each in clause.vague]
    removed += [(*each, False) for each in _find_totality_words(clause, fully=fully, hundred=hundred)]
    text = _without_spans(clause, removed)
    if text is None or clause.is_question or not _is_reusable(text, clause):
        return None
    if clause.lead and _balanced(clause.lead):
        return capitalize_first(f"{clause.lead}{'' if clause.language == CHINESE else ' '}{text}")
    return capitalize_first(text)


def _without_spans(clause: ClaimClause, removed: Iterable[tuple[int, int, bool]]) -> str | None:
    """Return the clause without the spans, which may be adjectives. None if no sentence would remain.

    The last span is removed first, so that the text before each remaining span, and therefore its offsets, are those
    of the clause.
    """
    text = clause.text
    for first, last, is_removed_adjective in reversed(_united(removed)):
        start, end, is_adjective = first, last, is_removed_adjective
        if clause.language != CHINESE and _cuts_a_word(text, start, end):
            return None
        if is_adjective and (joined := _joined_adjective(clause, start, end)) is not None:
            (start, end), is_adjective = joined, False
        before, behind = text[:start], text[end:]
        if is_adjective and not _is_removable_adjective(clause, before.rstrip(), behind.lstrip()):
            return None
        if clause.language == CHINESE:
            text = before + behind
        else:
            text = f"{_with_article_of(before, behind, clause.language).rstrip()} {behind.lstrip()}"
    text = " ".join(_FOOTNOTE_MARKS.sub("", text).split())
    return (text.replace(" ", "") if clause.language == CHINESE else text).strip(" .,，、。！!-–—")


def _joined_adjective(clause: ClaimClause, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of an adjective with the conjunction that joins it to another claimed property."""
    if clause.language == CHINESE:
        return None
    following = re.match(r"\s+(and|und|et|y|e|en|og|och)\s+", clause.text[end:])
    if following is not None and _is_claimed(clause, end + following.end()):
        return start, end + following.end()
    preceding = re.search(r"\s+(and|und|et|y|e|en|og|och)\s+$", clause.text[:start])
    if preceding is not None and _is_claimed(clause, preceding.start() - 1):
        return preceding.start(), end
    return None


def _is_claimed(clause: ClaimClause, position: int) -> bool:
    """Return whether a position is within a claim, but not within vague words."""
    return any(first <= position < last for first, last in clause.claims) and not any(
        first <= position < last for first, last in clause.vague
    )


def _united(spans: Iterable[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Return the spans in order; those that overlap, such as "eco" and "eco-friendly", become one."""
    united: list[tuple[int, int, bool]] = []
    for span in sorted(spans):
        if united and span[0] < united[-1][1]:
            first, last, is_adjective = united.pop()
            united.append((first, max(last, span[1]), is_adjective or span[2]))
        else:
            united.append(span)
    return united


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    return any(re.search(r"[\w%]$", text[:each]) and text[each : each + 1].isalnum() for each in (start, end))


def _is_reusable(text: str, clause: ClaimClause) -> bool:
    if not text or not _balanced(text):
        return False
    if clause.language == CHINESE:
        return len(text) <= _MAX_CHARACTERS
    lost_noun = text.endswith("%") and not clause.text.rstrip(" .!").endswith("%")  # the noun of the share was removed
    return len(text.split()) <= _MAX_WORDS and not lost_noun


def _find_totality_words(clause: ClaimClause, *, fully: bool, hundred: bool) -> Iterator[tuple[int, int]]:
    first, last = (
        len(clause.before) - _MAX_TOTALITY_DISTANCE,
        len(clause.before) + len(clause.quote) + _MAX_TOTALITY_DISTANCE,
    )
    patterns = [*([] if fully else [clause.words["fully"]]), *([] if hundred else [_HUNDRED_PERCENT])]
    for pattern in patterns:
        for each in re.finditer(pattern, clause.text, re.IGNORECASE):  # folded text has other offsets, such as for "ß"
            if first <= each.start() and each.end() <= last:
                yield each.start(), each.end()


def _with_article_of(before: str, behind: str, language: str) -> str:
    """Return the text before removed words, with the article that the text behind them needs."""
    if language != "en":
        return before
    article, following = re.search(r"\b[Aa]n?\s*$", before), re.match(r"\s*(\w+)", behind)
    if article is None or following is None:
        return before
    changed = "an" if _VOWEL_SOUND.match(following[1].casefold()) else "a"
    return before[: article.start()] + (changed.capitalize() if article[0][0].isupper() else changed)


def _is_removable_adjective(clause: ClaimClause, before: str, behind: str) -> bool:
    words = clause.words
    if clause.language == CHINESE:
        follows_copula = any(before.endswith(word) for word in (*words["copulas"], *words["degrees"]) if word != "的")
        return bool(behind) and not follows_copula and behind[0] not in "的，。、是型、和与"
    if behind[:1] in {"-", "’", "'", ","} or before.endswith((",", "’", "'")):
        return False
    last, following = before.split()[-1:], re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", behind)[:1]
    if following and clause.language not in HEAD_FIRST and following[0].casefold() in words["vague"]:
        return False  # such as "sources", which have no content without it
    return not _needs_adjective("".join(last).casefold(), "".join(following).casefold(), clause)


def _needs_adjective(last: str, following: str, clause: ClaimClause) -> bool:
    """Return whether the words around an adjective cannot be joined without it."""
    words = clause.words
    if last in words["speakers"]:
        return True  # the removed words contain the verb
    excluded = {*words["copulas"], *words["stops"], *words["prepositions"], *words["degrees"], *_CONJUNCTIONS, ""}
    if clause.language in HEAD_FIRST:
        return last in {*excluded, *words["own"], *words["other"]} or following in {"et", "y", "e", "ed"}
    if clause.language in _SUFFIXED_ARTICLES and last in {"den", "det", "de"}:
        return True
    return following in excluded or last in {*words["degrees"], *words["copulas"]}


def _balanced(text: str) -> bool:
    return (
        all(text.count(left) == text.count(right) for left, right in ("()", "（）", "“”", "«»", "[]"))
        and text.count('"') % 2 == 0
    )


def capitalize_first(text: str) -> str:
    """Capitalize the first letter, except in words such as "iPhone"."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def is_superlative(clause: ClaimClause) -> bool:
    """Return whether the clause contains a superlative."""
    return re.search(clause.words["most"], f"{clause.before}{clause.quote}") is not None


# --- noun -------------------------------------------------------------------------------------------------------------


def clause_noun(clause: ClaimClause) -> str | None:
    """Return the noun of the clause. None if uncertain."""
    if clause.language == CHINESE:
        return _chinese_noun(clause)
    words = clause.words
    front = _split_words(clause.before)
    rest = _split_words(re.split(r"[,(“\"]", clause.behind)[0])
    trimmed = list(front)
    while trimmed and trimmed[-1].casefold() in words["degrees"]:
        trimmed.pop()
    if len(trimmed) > 1 and trimmed[-2].casefold() in words["copulas"] and _is_participle(trimmed[-1], clause.language):
        trimmed.pop()
    if trimmed and trimmed[-1].casefold() in words["copulas"]:
        return _subject_phrase(trimmed, clause)
    if clause.language in HEAD_FIRST:
        while len(trimmed) > 1 and (trimmed[-1].casefold() in {"a", "à", "con", "avec"} or _ADVERB.search(trimmed[-1])):
            trimmed.pop()
        trimmed = _without_participle(trimmed, clause)
        if trimmed and trimmed[-1].casefold() in words["copulas"]:
            return _subject_phrase(trimmed, clause)
        return _noun_before(trimmed, clause)
    return _noun_after(front, rest, clause)


def _is_participle(word: str, language: str) -> bool:
    if language in _PARTICIPLES:
        return _PARTICIPLES[language].search(word.casefold()) is not None
    return language in _MODIFIER_PATTERNS and re.search(_MODIFIER_PATTERNS[language][1], word.casefold()) is not None


def _without_participle(front: list[str], clause: ClaimClause) -> list[str]:
    of_manner = bool(front) and front[-1].casefold() in _MANNER_NOUNS
    if of_manner:
        front = front[:-1]
        if front and front[-1].casefold() in {"de", "di", "in", "en"}:
            front = front[:-1]
    adverbial = of_manner or _ADVERB.search(clause.quote.casefold()) is not None
    if adverbial and len(front) > 1 and _PARTICIPLES[clause.language].search(front[-1].casefold()):
        return front[:-1]
    return front


def clause_subject(clause: ClaimClause) -> str | None:
    """Return the subject before a verb. None if uncertain."""
    if clause.language == CHINESE:
        match = re.match(r"(我们的\w{2,6}?)(?=将|计划|力争|争取|到|于|在|$)", clause.before.strip())
        return None if match is None else match[1]
    return _subject_phrase(_split_words(clause.before), clause)


def clause_beginnings(clause: ClaimClause) -> Iterator[str]:
    """Yield possible subjects of a verb with the claim as object, shortest first."""
    front = [] if clause.language == CHINESE else _split_words(clause.before)
    for length in range(1, len(front)):
        noun = _subject_phrase(front[:length], clause)
        if noun is not None:
            yield noun


def _split_words(text: str) -> list[str]:
    spaced = re.sub(r"\b([lLdD])[’']", r"\1’ ", _FOOTNOTE_MARKS.sub("", text))
    return [word for word in (each.strip(",.«»“”\"'()!") for each in spaced.split()) if word]


def _subject_phrase(front: list[str], clause: ClaimClause) -> str | None:
    words = clause.words
    while front and front[-1].casefold() in {*words["copulas"], *words["degrees"]}:
        front = front[:-1]
    if len(front) == 1 and front[0].casefold() in words["speakers"]:
        return str(words["firm"])
    articles = {*words["own"], *words["other"], "l’"}
    own = front[: next((number for number, word in enumerate(front) if word.casefold() not in articles), 0)]
    excluded = {*words["prepositions"], *words["stops"], *words["own"], *words["other"], *words["speakers"]}
    plain = {"de", "d’", "di", "of", "du", "des", "del", "della"}
    body = front[len(own) :]
    if not body or len(body) > _NOUN_WORDS or any(word.casefold() in excluded - plain for word in body):
        return None
    if "," in clause.before or (not own and not body[0][:1].isupper()):
        return None
    return _join_noun_phrase(own, body, clause)


def _noun_before(front: list[str], clause: ClaimClause) -> str | None:
    words = clause.words
    articles = {*words["own"], *words["other"], "l’"} - {"de", "d", "d’"}
    article_indexes = [number for number, word in enumerate(front) if word.casefold() in articles]
    last = max(article_indexes, default=-1)
    first = last - (last - 1 in article_indexes)
    own, body = front[max(first, 0) : last + 1], front[last + 1 :]
    if len(body) > 2 and body[-2].casefold() in {"à", "a"}:
        body = body[:-2]  # the start of the claim, as in "à bilan carbone négatif"
    barred = {*words["prepositions"], *words["copulas"], *words["speakers"]} - {"de", "di", "da", "in", "à", "en", "a"}
    barred |= {"que", "qui", "che", "chi", "dont", "où", "donde", "quien"}
    if not body or len(body) > _NOUN_WORDS or any(word.casefold() in barred for word in body):
        return None
    if body[0].casefold() in {"de", "di", "da", "in", "à", "en", "a"} or (not own and not front[0][:1].isupper()):
        return None
    if last > 0 and front[last - 1].casefold() in {"de", "del", "di"}:
        return None
    return _join_noun_phrase(own, body, clause)


def _noun_after(front: list[str], rest: list[str], clause: ClaimClause) -> str | None:
    words = clause.words
    if not rest or clause.behind[:1] not in {" ", ""} or re.search(words["than"], clause.quote.casefold()):
        return None
    degrees = [word for word in front if word.casefold() not in words["degrees"]]
    own = degrees[-1:] if degrees and degrees[-1].casefold() in {*words["own"], *words["other"]} else []
    lead = degrees[: len(degrees) - len(own)]
    if clause.language == "de":
        return _german_noun(own, lead, rest, clause)
    adverb, participle = _MODIFIER_PATTERNS[clause.language]
    if len(rest) > 1 and re.search(adverb, clause.quote.casefold()) and re.search(participle, rest[0].casefold()):
        rest = rest[1:]
    body = _words_of_noun(rest, clause, is_first=not lead)
    return _join_noun_phrase(own, body, clause) if body else None


def _words_of_noun(rest: list[str], clause: ClaimClause, *, is_first: bool) -> list[str]:
    """Return the words of the noun at the beginning of `rest`; none if its end is uncertain."""
    stops = clause.words["stops"]
    body = list(takewhile(lambda word: word.casefold() not in stops, rest))
    at_end = len(body) == len(rest)
    if clause.ended and is_first and clause.language != "en":
        return body[:1]  # a compound is one word
    if clause.ended and at_end and clause.level in body[:3]:
        return body[: body.index(str(clause.level)) + 1]
    if clause.ended and at_end and is_first and len(body) > 1:
        plural = body[1].endswith("s") and not body[0].endswith("s")
        return body[:1] if plural else []
    return body if len(body) <= 2 + at_end else []


def _german_noun(own: list[str], lead: list[str], rest: list[str], clause: ClaimClause) -> str | None:
    """Return the capitalized noun; None if its case may change its ending."""
    noun_index = next((number for number, word in enumerate(rest[:3]) if word[:1].isupper()), None)
    if noun_index is None or any(word.casefold() in clause.words["stops"] for word in rest[:noun_index]):
        return None
    article, last = "".join(own[:1]).casefold(), "".join(lead[-1:]).casefold()
    noun = rest[noun_index]
    if (last in clause.words["prepositions"] or article.endswith("en")) and noun.endswith("n"):
        return None
    if lead and (article or last).endswith("es") and noun.endswith("s"):
        return None
    return _join_noun_phrase([] if lead else own, [noun], clause)


def _join_noun_phrase(own: list[str], body: list[str], clause: ClaimClause) -> str | None:
    lowered = [word.casefold() for word in body]
    head = lowered[0] if clause.language in HEAD_FIRST else lowered[-1]
    vague = {word.casefold() for word in clause.words["vague"]}
    if head in vague or not any(word[0].isalpha() for word in lowered) or max(map(len, lowered)) == 1:
        return None
    article = _article(own, clause)
    if lowered[0] in _ORDINALS and len(body) > 1:
        article, body = [], body[1:]
    return capitalize_first(" ".join((*article, *body)).replace("’ ", "’"))


def _article(own: list[str], clause: ClaimClause) -> list[str]:
    """Return the possessive words of a noun, which fit neither a superlative nor words such as "every"."""
    article = [word for word in own if word.casefold() in clause.words["own"] and word.casefold() != "l’"]
    distributive = clause.language in {"de", "da", "sv"} and "".join(article[:1]).casefold() in _DISTRIBUTIVE
    return [] if distributive or is_superlative(clause) else article


def _chinese_noun(clause: ClaimClause) -> str | None:
    words = clause.words
    front = re.split(r"[，,、]", _FOOTNOTE_MARKS.sub("", clause.before))[-1].strip()
    stripped = _without_predicate(front, words)
    rest = re.sub(
        r"^((生产|制造|种植|制作|采购|养殖|开发)的|(型|级|款|类)?的?)",
        "",
        re.split(r"[，,、！。]", clause.behind)[0].strip(),
    )
    uses = re.search(r"采用|使用|通过|用|以", stripped)
    if uses is not None:
        stripped, rest = _without_predicate(stripped[: uses.start()], words), ""
    elif rest and stripped not in words["own"] and (stripped == front or front.endswith("的")):
        stripped = ""  # an adjective before its noun, not a predicate
    if stripped in words["speakers"] and not rest:
        return str(words["firm"])
    if stripped not in {*words["own"], *words["other"], ""}:
        return stripped if _is_chinese_noun(stripped, words) else None
    stop = min((rest.find(word) for word in words["stops"] if rest.find(word) > 0), default=len(rest))
    own = "" if stripped in words["other"] else stripped
    return own + rest[:stop] if _is_chinese_noun(rest[:stop], words) else None


def _without_predicate(text: str, words: dict[str, Any]) -> str:
    ends = sorted({*words["copulas"], *words["degrees"]}, key=len, reverse=True)
    while text not in words["own"]:
        end = next((end for end in ends if text.endswith(end)), None)
        if end is None:
            break
        text = text.removesuffix(end).strip()
    return text


def _is_chinese_noun(text: str, words: dict[str, Any]) -> bool:
    if not 2 <= len(text) <= _NOUN_CHARACTERS or text[0] in "又且和与及、":
        return False
    predicates = ("，", "我们将", "致力", "坚持", "不断", "推动", "让")
    return not text.endswith(tuple(words["vague"])) and not any(word in text for word in predicates)
