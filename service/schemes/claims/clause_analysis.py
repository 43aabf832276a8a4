"""Clause analysis for rewriting: subject, noun and reusable words of a claim.

Functions return None if the sentence is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rules.claims import Candidate
from rules.contracts import read_toml

CHINESE = "zh"
_LEAD_WORDS = 4
_MAX_WORDS, _MAX_CHARACTERS = 24, 60
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


class ClaimClause(NamedTuple):
    """Clause of a sentence around a claim; `vague` contains spans, `lead` precedes a colon."""

    language: str
    before: str
    quote: str
    behind: str
    ended: bool
    is_question: bool
    vague: tuple[tuple[int, int], ...]
    level: str | None
    lead: str

    @property
    def text(self) -> str:
        return self.before + self.quote + self.behind

    def contains(self, what: str) -> bool:
        return re.search(self.words[what], self.text.casefold()) is not None

    @property
    def is_of_material(self) -> bool:
        return _MATERIAL_PATTERN.search(self.quote.casefold()) is not None

    @property
    def words(self) -> dict[str, Any]:
        vocabulary: dict[str, Any] = rewriting_vocabulary()[self.language]
        return vocabulary


def rewriting_vocabulary() -> dict[str, Any]:
    """Return the rewriting vocabulary by language."""
    vocabulary: dict[str, Any] = _table()["language"]
    return vocabulary


@cache
def _table() -> dict[str, Any]:
    return read_toml("service.schemes.claims", "rewriting.toml")


def extract_clause(candidate: Candidate, language: str, other_claims: Sequence[Candidate]) -> ClaimClause:
    """Extract the clause of a claim from its sentence."""
    sentence = candidate.sentence
    start, end = candidate.start - sentence.start, candidate.end - sentence.start
    quote = sentence.quote
    breaks = [(each.start(), each.end()) for each in _BREAKS.finditer(quote)]
    first = max((last for _, last in breaks if last <= start), default=0)
    stop = min((begin for begin, _ in breaks if begin >= end), default=len(quote))
    stop = _clause_end(quote, end, stop, [each.start - sentence.start for each in other_claims], language)
    green_power = "renewable" in candidate.categories  # a trade term for the origin
    vague = {
        (term.start - sentence.start - first, term.end - sentence.start - first)
        for each in other_claims
        if not each.types or not _SPECIFIC_TYPES.issuperset(each.types)
        for term in each.terms
        if term.category in _VAGUE_CATEGORIES and first <= term.start - sentence.start < stop
        if not _MATERIAL_PATTERN.search(term.quote.casefold())
        if not (green_power and candidate.start <= term.start < candidate.end)
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
        lead=_lead_label(quote[:first], [each.start - sentence.start for each in other_claims]),
    )


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
    text = clause.text
    if clause.language == CHINESE and "，" in text and clause.vague:
        return None  # one of two parts would lose its meaning
    removed = [] if vague else [(*each, True) for each in clause.vague]
    removed += [(*each, False) for each in _find_totality_words(clause, fully=fully, hundred=hundred)]
    for start, end, is_vague in sorted(removed, reverse=True):
        shorter = _drop_adjective(clause, text, start, end) if is_vague else f"{text[:start]} {text[end:]}"
        if shorter is None:
            return None
        text = shorter
    text = _fix_article(" ".join(_FOOTNOTE_MARKS.sub("", text).split()), clause.language)
    if clause.language == CHINESE:
        text = text.replace(" ", "")
    text = text.strip(" .,，、。！!-–—")
    long = len(text) > _MAX_CHARACTERS if clause.language == CHINESE else len(text.split()) > _MAX_WORDS
    if clause.is_question or long or not text or not _balanced(text):
        return None
    if clause.language != CHINESE and text.endswith("%") and not clause.text.rstrip(" .!").endswith("%"):
        return None  # the noun of the share was removed
    if clause.lead and _balanced(clause.lead):
        return capitalize_first(f"{clause.lead}{'' if clause.language == CHINESE else ' '}{text}")
    return capitalize_first(text)


def _find_totality_words(clause: ClaimClause, *, fully: bool, hundred: bool) -> Iterator[tuple[int, int]]:
    first, last = (
        len(clause.before) - _MAX_TOTALITY_DISTANCE,
        len(clause.before) + len(clause.quote) + _MAX_TOTALITY_DISTANCE,
    )
    text = clause.text.casefold()
    patterns = [*([] if fully else [clause.words["fully"]]), *([] if hundred else [_HUNDRED_PERCENT])]
    for pattern in patterns:
        for each in re.finditer(pattern, text):
            if first <= each.start() and each.end() <= last:
                yield each.start(), each.end()


def _fix_article(text: str, language: str) -> str:
    if language != "en":
        return text

    def corrected(match: re.Match[str]) -> str:
        begins = match[2].casefold()
        vowel = begins[0] in "aeio" or (begins[0] == "u" and not re.match(r"u(ni|s[aei]|ti)", begins))
        article = "an" if vowel else "a"
        return f"{article.capitalize() if match[1][0].isupper() else article} {match[2]}"

    return re.sub(r"\b([Aa]n?) (\w+)", corrected, text)


def _drop_adjective(clause: ClaimClause, text: str, start: int, end: int) -> str | None:
    words = clause.words
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    last = before.split()[-1].casefold() if before.split() else ""
    following = behind.split()[0].casefold() if behind.split() else ""
    excluded = {*words["copulas"], *words["stops"], *words["prepositions"], *words["degrees"]} | {
        "and",
        "und",
        "et",
        "y",
        "e",
    }
    if clause.language == CHINESE:
        follows_copula = any(before.endswith(word) for word in (*words["copulas"], *words["degrees"]) if word != "的")
        return None if follows_copula or not behind or behind[0] in "的，。、是型、和与" else before + behind
    if behind[:1] in {"-", "’", "'", ","} or before.endswith((",", "’", "'")):
        return None
    if clause.language in HEAD_FIRST:
        if (
            not last
            or last in excluded
            or last in {*words["own"], *words["other"]}
            or following in {"et", "y", "e", "ed"}
        ):
            return None
    elif not following or following in excluded or last in {*words["degrees"], *words["copulas"]}:
        return None
    if clause.language in _SUFFIXED_ARTICLES and last in {"den", "det", "de"}:
        return None
    return _fix_article(f"{before} {behind}".strip(), clause.language)


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
    if article_indexes:
        first = article_indexes[-1] - (article_indexes[-1] - 1 in article_indexes)
        own, body = front[first : article_indexes[-1] + 1], front[article_indexes[-1] + 1 :]
    else:
        own, body = [], front
    if len(body) > 2 and body[-2].casefold() in {"à", "a"}:
        body = body[:-2]  # the start of the claim, as in "à bilan carbone négatif"
    barred = {*words["prepositions"], *words["copulas"], *words["speakers"]} - {"de", "di", "da", "in", "à", "en", "a"}
    barred |= {"que", "qui", "che", "chi", "dont", "où", "donde", "quien"}
    if not body or len(body) > _NOUN_WORDS or any(word.casefold() in barred for word in body):
        return None
    if body[0].casefold() in {"de", "di", "da", "in", "à", "en", "a"} or (not own and not front[0][:1].isupper()):
        return None
    if article_indexes and article_indexes[-1] and front[article_indexes[-1] - 1].casefold() in {"de", "del", "di"}:
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
    stop = next((number for number, word in enumerate(rest) if word.casefold() in words["stops"]), len(rest))
    body = rest[:stop]
    if clause.ended and not lead and clause.language != "en":
        body = body[:1]  # a compound is one word
    elif stop == len(rest) and clause.ended and clause.level in body[:3]:
        body = body[: body.index(str(clause.level)) + 1]
    elif stop == len(rest) and clause.ended and (len(body) > 1 and not lead):
        plural = clause.language == "en" and body[1].endswith("s") and not body[0].endswith("s")
        if clause.language == "en" and not plural:
            return None
        body = body[:1]
    if not body or len(body) > (3 if stop == len(rest) else 2):
        return None
    return _join_noun_phrase(own, body, clause)


def _german_noun(own: list[str], lead: list[str], rest: list[str], clause: ClaimClause) -> str | None:
    """Return the capitalized noun; None if its case may change its ending."""
    article = own[0].casefold() if own else ""
    noun_index = next((number for number, word in enumerate(rest[:3]) if word[:1].isupper()), None)
    if noun_index is None or any(word.casefold() in clause.words["stops"] for word in rest[:noun_index]):
        return None
    body = rest[noun_index : noun_index + 1]
    governed = bool(lead) and lead[-1].casefold() in clause.words["prepositions"]
    if (governed or article.endswith("en")) and body[0].endswith("n"):
        return None
    if lead and (article or lead[-1].casefold()).endswith("es") and body[0].endswith("s"):
        return None
    return _join_noun_phrase([] if lead else own, body, clause)


def _join_noun_phrase(own: list[str], body: list[str], clause: ClaimClause) -> str | None:
    words = clause.words
    lowered = [word.casefold() for word in body]
    head = lowered[0] if clause.language in HEAD_FIRST else lowered[-1]
    if head in {word.casefold() for word in words["vague"]} or all(not word[0].isalpha() for word in lowered):
        return None
    if not any(len(word) > 1 for word in lowered):
        return None
    article = [word for word in own if word.casefold() in words["own"] and word.casefold() != "l’"]
    if lowered[0] in _ORDINALS and len(body) > 1:
        article, body = [], body[1:]
    if is_superlative(clause):
        article = []
    if (
        clause.language in {"de", "da", "sv"}
        and article
        and article[0].casefold() in {"alle", "alla", "jede", "jeder", "jedes"}
    ):
        article = []
    return capitalize_first(" ".join((*article, *body)).replace("’ ", "’"))


def _chinese_noun(clause: ClaimClause) -> str | None:
    words = clause.words
    ends = sorted({*words["copulas"], *words["degrees"]}, key=len, reverse=True)
    front = re.split(r"[，,、]", _FOOTNOTE_MARKS.sub("", clause.before))[-1].strip()
    stripped = front
    while any(stripped.endswith(end) for end in ends) and stripped not in words["own"]:
        stripped = stripped.removesuffix(next(end for end in ends if stripped.endswith(end))).strip()
    rest = re.sub(
        r"^((生产|制造|种植|制作|采购|养殖|开发)的|(型|级|款|类)?的?)",
        "",
        re.split(r"[，,、！。]", clause.behind)[0].strip(),
    )
    uses = re.search(r"采用|使用|通过|用|以", stripped)
    if uses is not None:
        stripped, rest = stripped[: uses.start()], ""
    elif rest and stripped not in words["own"] and (stripped == front or front.endswith("的")):
        stripped = ""  # an adjective before its noun, not a predicate
    front = stripped
    if front in words["speakers"] and not rest:
        return str(words["firm"])
    leads = {*words["own"], *words["other"], ""}
    if front in leads:
        stop = min((rest.find(word) for word in words["stops"] if rest.find(word) > 0), default=len(rest))
        body = rest[:stop]
        front = "" if front in words["other"] else front
    else:
        body, front = front, ""
    bad = not 2 <= len(body) <= _NOUN_CHARACTERS or any(body.endswith(word) for word in words["vague"])
    bad = (
        bad
        or body[:1] in "又且和与及、"
        or any(word in body for word in ("，", "我们将", "致力", "坚持", "不断", "推动", "让"))
    )
    return None if bad else front + body
