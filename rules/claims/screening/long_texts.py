"""Filters for longer texts: text kind, topic, and non-claims such as names, headings, questions and quotes.

A single sentence is taken as it stands. In a longer text (`TextKind`) only a sentence that speaks of the environment is
heard as a claim, and words that claim are `remove_mentions`; the words for that are in `lexicons/pages.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from rules.claims.screening.assembly import numbers, target_years
from rules.claims.screening.claim_classifier import Hints
from rules.claims.screening.labels import labels
from rules.claims.screening.lexicon import ClaimLexicon, lexicon
from rules.claims.screening.lexicon_matches import Hit, LexiconMatches, MaskedHit
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence
    from rules.claims.screening.candidates import Balance, MaskReason, TextKind
    from rules.claims.screening.patterns import Pattern

Topic = Literal["clear", "vague"]
"""How clearly a sentence speaks of the environment: by words for nothing else, or by some that mean much besides."""
GLANCE = 400
"""A text, or a paragraph of a longer one, of at most so many characters is also heard as a whole."""
_MAX_GLANCE_SENTENCES = 6
"""So many sentences are read at one glance."""
_SHORT_TEXT_LENGTH = 2_500
"""A post is shorter, in characters, and so is the text of a pack."""
_LONG = {True: 20, False: 36}
"""A sentence of more words (with whole words) or characters (without) is prose as reports have it."""
_LETTERS_A_WORD = 12
_PROSE = 4
"""Of so many sentences of a report one is long."""
_ENDED = re.compile(r"""[.!?…。！？;:]["'”’»)\]*†¹²³]*\Z""")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SIGNS = re.compile("[🌱🌍🌎🌏🌿🌳🌲🍃🍀🌊♻♺💚]")
_CODE = re.compile(r"\S*[=_]\S*|(?!co-?2)[a-z0-9]+[-/.](?:[a-z0-9]+[-/.])*[a-z0-9]+", re.ASCII)
_FIGURE = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEIGHED = (
    "topic", "thing", "better", "own", "law", "denied", "others",
    "absent", "substance", "water", "power", "again", "wild", "gentle", "fell", "diet", "broken",
)  # fmt: skip
"""Words that say what a sentence speaks of and who in it; what they weigh is learned."""
_PICTURES = (frozenset({"absent", "substance"}), frozenset({"gentle", "wild"}))
"""Words that clearly speak of the environment where both stand: what is left out, pictures in words."""
_DEED = (
    frozenset({"figure", "figures", "share"}),
    frozenset({"water", "power", "again"}),
    frozenset({"fell", "better", "share"}),
)
"""Of each of these something stands where figures tell a deed."""
_TOPIC_PAIRS = tuple(
    (what, how) for what in ("water", "power", "again") for how in ("better", "fell", "own", "share", "figures")
)
"""Words that may speak of it where both stand."""
_HINT_PREFIX = "sign page "
_BRIEF = 3
_UNTOLD = 300
"""What has no word of the environment must score so much to be heard."""
_QUOTED = re.compile(r'"[^"]*"')
_HASHTAG = re.compile(r"#[^\W_]+")
_UNIT_BESIDE = re.compile(r"[^\W\d_]{3,}|[\u3400-\u9fff]")
"""A word that is no unit; a cell without one is a figure of a table."""
_CONTEXT_CHARS = 24
_SMALL = 3
"""By words of more letters one sees whether all words of a sentence begin with capitals."""
_VAGUE = frozenset({"generic", "statement", "social_mix", "comparative"})
"""What is claimed by words that mean much else besides; the others are seldom said of anything but the environment."""
_COMPARED_BY = re.compile(r"\d[\d.,]* ?(?:%|[a-z]*pro[cz]ent|per ?cent|por ciento|pour cent)")
"""A comparison with a share, such as "18 % less heat", is not vague."""
_DOUBTED = -180
"""Vague words are outweighed in a sentence that scores less: of a hundred that sound so a quarter are claims."""


_MIN_STATEMENT_SCORE = 100
"""What is done for the environment, without words of claim, must sound more like one; in long prose it was weighed."""


class _LongTextEntry(FrozenModel):
    language: str
    topic: str
    thing: str
    better: str
    subject: str
    named: str
    own: str
    law: str
    denied: str
    worse: str
    others: str
    absent: str
    substance: str
    water: str
    power: str
    again: str
    wild: str
    gentle: str
    fell: str
    diet: str
    broken: str


class _LongTextFile(FrozenModel):
    page: tuple[_LongTextEntry, ...]


@dataclass(frozen=True, slots=True)
class _LongTextPatterns:
    """What longer texts of one language are read by."""

    topic: Pattern
    thing: Pattern
    better: Pattern
    subject: Pattern
    named: Pattern
    own: Pattern
    law: Pattern
    denied: Pattern
    worse: Pattern
    others: Pattern
    absent: Pattern
    substance: Pattern
    water: Pattern
    power: Pattern
    again: Pattern
    wild: Pattern
    gentle: Pattern
    fell: Pattern
    diet: Pattern
    broken: Pattern


@cache
def _page_words() -> dict[str, _LongTextPatterns]:
    form = TomlSource.of("lexicons/pages.toml")
    page_patterns = {
        entry.language: _LongTextPatterns(
            *(
                form.pattern(("page", number, part.name), getattr(entry, part.name))
                for part in fields(_LongTextPatterns)
            )
        )
        for number, entry in enumerate(form.read(_LongTextFile).page)
    }
    form.settle()
    return page_patterns


def read_long_text_words() -> dict[str, dict[str, str]]:
    """Read, by language, the words of longer texts that are weighed."""
    pages = TomlSource.of("lexicons/pages.toml").read(_LongTextFile).page
    return {entry.language: {part: getattr(entry, part) for part in _WEIGHED} for entry in pages}


def text_kind_of(pieces: Sequence[Sentence]) -> TextKind:
    """Say what kind of text the sentences of a text are, by how long it and they are."""
    if len(pieces) == 1 and _is_prose(pieces[0]):
        return "report"
    if not pieces or (len(pieces) <= _MAX_GLANCE_SENTENCES and pieces[-1].end - pieces[0].start <= GLANCE):
        return "sentence"
    ended = [each for each in pieces if _ENDED.search(each.folded.text)]
    if pieces[-1].end - pieces[0].start <= _SHORT_TEXT_LENGTH:
        return "post" if 2 * len(ended) > len(pieces) else "pack"
    long = sum(map(_is_prose, ended))
    return "report" if _PROSE * long >= len(ended) > 0 else "page"


def _is_prose(sentence: Sentence) -> bool:
    """Say whether a sentence is long, in words if they stand apart."""
    folded = sentence.folded.text
    return has_prose_length(folded, whole_words=_LETTERS_A_WORD * folded.count(" ") > len(folded))


def has_prose_length(folded: str, *, whole_words: bool) -> bool:
    """Say whether a folded sentence is long prose."""
    return (folded.count(" ") + 1 if whole_words else len(folded)) > _LONG[whole_words]


def balance_in(kind: TextKind, balance: Balance) -> Balance:
    """Say how readily a sentence of such a text is heard as a claim."""
    return "cautious" if kind == "report" and balance == "balanced" else balance


def topic_of(
    sentence: Sentence, readings: Sequence[LexiconMatches], language: str, score: int, hints: Hints
) -> Topic | None:
    """Say how clearly a sentence of a longer text speaks of the environment, and of itself; none is not heard at all.

    What it shows is in the `hints`, by `long_text_hints`. Without any word of it a sentence must sound the surer.
    """
    folded, known = sentence.folded.text, lexicon(language)
    if is_question(folded) or _is_heading(folded, known) or _is_of_others(folded, known):
        return None
    shown = {each.removeprefix(_HINT_PREFIX) for each in hints if each.startswith(_HINT_PREFIX)}
    if "topic" in shown or _SIGNS.search(folded) or any(each <= shown for each in _PICTURES) or _is_deed(shown):
        return "clear"
    if any(matches.signs is not None for matches in readings):
        return "vague"
    if "thing" in shown and ("own" in shown or _improves(folded, known, "better" in shown)):
        return "vague"
    if any(first in shown and other in shown for first, other in _TOPIC_PAIRS):
        return "vague"
    return "vague" if score >= _UNTOLD or any(not each.standard for each in labels(folded)) else None


def _is_deed(shown: set[str]) -> bool:
    """Say whether figures tell what became of water, power, or what is used again."""
    return all(not each.isdisjoint(shown) for each in _DEED)


def long_text_hints(folded: str, language: str) -> Hints:
    """Give what a sentence shows by the words for longer texts, its figures and its end; hints to be weighed."""
    return frozenset(_HINT_PREFIX + each for each in _sentence_signs(folded, language))


def _sentence_signs(folded: str, language: str) -> Iterator[str]:
    words, known = _page_words().get(language), lexicon(language)
    if words is not None:
        for part in _WEIGHED:
            if any(True for _ in known.spans(getattr(words, part), folded)):
                yield part
    figures = [each for each in _FIGURE.findall(folded) if not _YEAR.fullmatch(each)]
    if figures:
        yield "figure" if len(figures) == 1 else "figures"
    if _YEAR.search(folded):
        yield "year"
    if "%" in folded:
        yield "share"
    if is_question(folded):
        yield "asked"
    elif not _ENDED.search(folded):
        yield "open"


def is_brief(sentence: Sentence) -> bool:
    """Say whether a sentence has so few words that beside a claim it is but a note to it: "bottle only"."""
    return sentence.folded.text.count(" ") < _BRIEF and len(sentence.folded.text) < _BRIEF * _LETTERS_A_WORD


def is_question(folded: str) -> bool:
    """Say whether a sentence asks."""
    return folded.rstrip(" \"')").endswith(("?", "？"))


def mark_denied(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Take for denied what a sentence says not to claim, in any kind of text: "we do not say that it is green"."""
    words, known, folded = _page_words().get(matches.language), lexicon(matches.language), sentence.folded.text
    if words is None or all(hit.modifier or hit.negated for hit in matches.hits):
        return matches
    _, end = next(known.spans(words.denied, folded), (0, 0))
    if not end:
        return matches
    last = min((at for mark in ":;" if (at := folded.find(mark, end)) >= 0), default=len(folded))

    def is_denied(hit: Hit) -> bool:
        return end <= hit.start < last and not known.negation.unless.found(folded[end : hit.end])

    return replace(matches, hits=tuple(replace(hit, negated=hit.negated or is_denied(hit)) for hit in matches.hits))


def mask_bad_news(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask what tells that something got worse or was missed, in any kind of text: "our emissions rose by 4 %"."""
    words, known, folded = _page_words().get(matches.language), lexicon(matches.language), sentence.folded.text
    if words is None:
        return matches
    for start, end in known.spans(words.worse, folded):
        if any(hit.category == "comparative" and hit.start < end and start < hit.end for hit in matches.hits):
            continue  # something else rose
        masked = MaskedHit(start, end, f"{matches.language}.worse", "worse")
        kept = (hit for hit in matches.hits if hit.category != "statement" and (hit.end <= start or end <= hit.start))
        hidden = sorted((*matches.hidden, masked), key=lambda each: (each.start, -each.end, each.term))
        return replace(matches, hits=tuple(kept), hidden=tuple(hidden))
    return matches


def mask_subjects(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask words that only name a subject, in any kind of text: in a heading, a hashtag, a table of nutrients."""
    known, folded = lexicon(matches.language), sentence.folded.text
    tags, heading = _subject_hashtags(folded, known), _is_heading(folded, known)

    def is_subject(hit: Hit) -> bool:
        if hit.modifier or hit.negated:
            return False
        in_tag = any(start <= hit.start and hit.end <= end for start, end in tags)
        return in_tag or (heading and _is_vague(hit, folded))

    return _mask_hits(matches, dict.fromkeys(filter(is_subject, matches.hits), "outweighed"))


def names_subject(sentence: Sentence, language: str) -> bool:
    """Say whether a sentence only names a subject, so that nothing is heard in it."""
    return _is_heading(sentence.folded.text, lexicon(language))


def remove_mentions(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Take out of the reading of a sentence of a longer text what only mentions words of claim."""
    if all(hit.modifier or hit.negated for hit in matches.hits):
        return matches
    seen = _SentenceContext.of(sentence, matches)
    reasons = {
        hit: reason
        for hit in matches.hits
        if not (hit.modifier or hit.negated) and (reason := seen.unclaiming(hit)) is not None
    }
    return _mask_hits(matches, reasons)


def remove_outweighed(sentence: Sentence, matches: LexiconMatches, score: int) -> LexiconMatches:
    """Take out vague words, and statements without any, of a sentence that sounds like anything but a claim."""
    known, folded = lexicon(matches.language), sentence.folded.text
    is_own, is_prose = _is_own(folded, known), has_prose_length(folded, whole_words=known.whole_words)

    def is_outweighed(hit: Hit) -> bool:
        if hit.modifier or hit.negated or not _is_vague(hit, folded):
            return False
        if hit.confidence == "low" and not is_own and score < _MIN_STATEMENT_SCORE:
            return True
        if hit.category == "statement":
            return not is_prose and score < _MIN_STATEMENT_SCORE
        return score < _DOUBTED

    return _mask_hits(matches, dict.fromkeys(filter(is_outweighed, matches.hits), "outweighed"))


def _mask_hits(matches: LexiconMatches, reasons: dict[Hit, MaskReason]) -> LexiconMatches:
    if not reasons:
        return matches
    hidden = (MaskedHit(hit.start, hit.end, hit.term, reason) for hit, reason in reasons.items())
    return replace(
        matches,
        hits=tuple(hit for hit in matches.hits if hit not in reasons),
        hidden=tuple(sorted((*matches.hidden, *hidden), key=lambda each: (each.start, -each.end, each.term))),
    )


@dataclass(frozen=True, slots=True)
class _SentenceContext:
    """A sentence of a longer text: what holds for all words in it that claim."""

    sentence: Sentence
    known: ClaimLexicon
    asked: bool
    own: bool
    own_outside: bool
    of_others: bool
    speakers: bool
    from_others: int
    heading: bool
    mixed: bool
    compared: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, sentence: Sentence, matches: LexiconMatches) -> _SentenceContext:
        """Look at a sentence in one language."""
        folded, known = sentence.folded.text, lexicon(matches.language)
        words = _WORD.findall(sentence.text[sentence.start : sentence.end])
        return cls(
            sentence,
            known,
            asked=is_question(folded),
            own=_is_own(folded, known),
            own_outside=_is_own(_QUOTED.sub(" ", folded), known),
            of_others=_is_of_others(folded, known),
            speakers=_speaks_of_others(folded, known),
            from_others=_law_begins(folded, known),
            heading=_is_heading(folded, known),
            mixed=any(len(word) > _SMALL and word.islower() for word in words[1:]),
            compared=(
                *((hit.start, hit.end) for hit in matches.hits if hit.category == "comparative"),
                *known.spans(known.numbers["superlative"], folded),
            ),
        )

    def unclaiming(self, hit: Hit) -> MaskReason | None:
        """Say why words that seem to claim do not, if so."""
        folded = self.sentence.folded.text
        if self.asked or (self.of_others and (hit.category in _VAGUE or hit.start >= self.from_others)):
            return "reported"
        if hit.category == "label":
            return None
        if _is_code(folded, hit):
            return "technical_term"
        if _is_quoted(folded, hit) and (self.speakers or (_is_vague(hit, folded) and not self.own_outside)):
            return "reported"
        if hit.category == "footprint" and not _UNIT_BESIDE.search(folded):
            return "technical_term"
        if not _is_vague(hit, folded):
            return None
        if self.heading:
            return "outweighed"
        return "name" if not self.own and self._is_name(hit) else None

    def _is_name(self, hit: Hit) -> bool:
        """Say whether vague words are part of a name: beside what is named so, or with a capital inside a sentence."""
        folded, words = self.sentence.folded.text, _page_words().get(self.known.language)
        if any(start < hit.end and hit.start < end for start, end in self.compared):
            return False
        if words is not None:
            before, behind = (
                folded[max(0, hit.start - _CONTEXT_CHARS) : hit.start],
                folded[hit.end : hit.end + _CONTEXT_CHARS],
            )
            if any(end >= len(before) - 1 for _, end in self.known.spans(words.named, before)):
                return True
            if any(start <= 1 for start, _ in self.known.spans(words.named, behind)):
                return True
        if hit.start == 0 or not self.mixed:
            return False
        quote = self.sentence.place(hit.start, hit.end)["quote"]
        return quote[:1].isupper() and not quote.isupper()


def _is_vague(hit: Hit, folded: str) -> bool:
    """Say whether words mean much else besides."""
    compares = hit.category == "comparative" and _COMPARED_BY.search(folded, hit.start, hit.end) is not None
    return hit.category in _VAGUE and not compares


def _improves(folded: str, known: ClaimLexicon, better: bool) -> bool:
    """Say whether a sentence names an improvement, a share, or a year to come."""
    improved = better or any(True for _ in known.spans(known.statement["improvement"], folded))
    return improved or bool(target_years(folded, known)) or any(each.unit == "%" for each in numbers(folded, known))


def _is_own(folded: str, known: ClaimLexicon) -> bool:
    """Say whether whoever speaks is named."""
    words = _page_words().get(known.language)
    return words is not None and any(True for _ in known.spans(words.own, folded))


def _is_of_others(folded: str, known: ClaimLexicon) -> bool:
    """Say whether others are spoken of, or a law, and not whoever speaks."""
    words = _page_words().get(known.language)
    if words is None:
        return False
    return not _is_own(folded, known) and any(
        True for pattern in (words.others, words.law) for _ in known.spans(pattern, folded)
    )


def _speaks_of_others(folded: str, known: ClaimLexicon) -> bool:
    """Say whether others are named, whoever speaks."""
    words = _page_words().get(known.language)
    return words is not None and any(True for _ in known.spans(words.others, folded))


def _law_begins(folded: str, known: ClaimLexicon) -> int:
    """Say from where on words are reported: a claim before a law is no part of it, as in "no lead, as law demands"."""
    words = _page_words().get(known.language)
    if words is None or any(True for _ in known.spans(words.others, folded)):
        return 0
    return next((start for start, _ in known.spans(words.law, folded)), 0)


def _is_quoted(folded: str, hit: Hit) -> bool:
    """Say whether words stand in quotation marks, and not all of the sentence."""
    opened = folded.rfind('"', 0, hit.start)
    closed = folded.find('"', hit.end)
    if opened < 0 or closed < 0 or folded.count('"', 0, hit.start) % 2 == 0:
        return False
    return closed - opened < len(folded) - 3


def _is_heading(folded: str, known: ClaimLexicon) -> bool:
    """Say whether a heading, cell, entry of a menu or line of hashtags only names a subject."""
    words = _page_words().get(known.language)
    if words is None or _ENDED.search(folded):
        return False
    if _subject_hashtags(folded, known) and not _HASHTAG.sub("", folded).strip():
        return True
    characters = list(folded)
    for start, end in known.spans(words.subject, folded):
        characters[start:end] = " " * (end - start)
    return not any(character.isalpha() for character in characters)


def _subject_hashtags(folded: str, known: ClaimLexicon) -> list[tuple[int, int]]:
    """Give the hashtags that are only the name of a subject, as "#sustainability"."""
    words = _page_words().get(known.language)
    if words is None or "#" not in folded:
        return []
    subjects = set(known.spans(words.subject, folded))
    return [tag.span() for tag in _HASHTAG.finditer(folded) if (tag.start() + 1, tag.end()) in subjects]


def _is_code(folded: str, hit: Hit) -> bool:
    """Say whether words are part of a code, such as of an article or a setting."""
    if " " in folded[hit.start : hit.end]:
        return False
    before, behind = folded[max(0, hit.start - _CONTEXT_CHARS) : hit.start], folded[hit.end : hit.end + _CONTEXT_CHARS]
    code = before[before.rfind(" ") + 1 :] + folded[hit.start : hit.end] + behind.partition(" ")[0]
    code = code.strip(".,;:()[]\"'")
    digits = sum(character.isdigit() for character in code)
    return _CODE.fullmatch(code) is not None and ("=" in code or "_" in code or (digits > 1 and "%" not in code))
