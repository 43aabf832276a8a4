"""Screening of a text for environmental claims: the pipeline from text to result. Start here."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from rules.claims.screening.assembly import Sentence, candidates, make_masked_words
from rules.claims.screening.candidates import (
    HEAD_SEPARATOR,
    Balance,
    Candidate,
    CellHeads,
    MaskedWords,
    ScreeningResult,
    Segment,
    UnflaggedSentence,
)
from rules.claims.screening.claim_detection import (
    DetectionSettings,
    Place,
    SentenceDetection,
    detect_claims,
    is_one_glance,
)
from rules.claims.screening.folding import FoldedText, correct_spelling, fold
from rules.claims.screening.labels import claiming_names, find_coined_names
from rules.claims.screening.languages import (
    SCREENED_LANGUAGES,
    SentenceLanguages,
    apply_known_languages,
    detect_languages,
    main_language,
)
from rules.claims.screening.lexicon import abbreviations, lexicon
from rules.claims.screening.lexicon_matches import (
    LexiconMatches,
    PresentEntries,
    find_present_entries,
    match_foreign_words,
    match_sentence,
)
from rules.claims.screening.sentences import (
    affirms,
    blocks,
    is_only_yes_or_no,
    is_question,
    question_before,
    refuses,
    sentences,
)

_SENTENCES_PER_GROUP = 400
_LONGEST_CELL = 200
_SENTENCES_AROUND = 3


def screen(  # noqa: PLR0913 -- all settings of one screening
    text: str,
    *,
    languages: Sequence[str] = (),
    names: Sequence[str] = (),
    weighed: bool = True,
    hearing: Balance | None = "balanced",
    characters: str = "zh",
    heads: Sequence[CellHeads] = (),
) -> ScreeningResult:
    """Find the candidate claims of a text in `languages`, or in the detected languages.

    Trader `names` that contain a claim, such as EcoPure, are claims themselves. If not `weighed`, any sign of another
    subject rules out a claim. If `hearing` is None, only lexicons are used. `characters` is the language of Chinese
    characters without another script. A table cell is screened with its `heads`: "Carbon footprint: 1.62 kg CO2e per
    kg".
    """
    pieces = list(split_sentences(text, heads))
    settings = None if hearing is None else DetectionSettings(hearing, _text_context(pieces))
    known = _sentence_languages(pieces, tuple(languages), characters)
    pieces = [
        replace(piece, folded=correct_spelling(piece.folded, tongue.tried))
        for piece, tongue in zip(pieces, known, strict=True)
    ]
    own = tuple(dict.fromkeys((*claiming_names(names), *find_coined_names(text))))
    findings = _Findings()
    for first in range(0, len(pieces), _SENTENCES_PER_GROUP):
        sheet = range(first, min(first + _SENTENCES_PER_GROUP, len(pieces)))
        entries = present_entries_by_language([pieces[index] for index in sheet], own)
        readings = [read_sentence(pieces[index], known[index], entries, weighed=weighed) for index in sheet]
        detections = detect_claims(pieces[first : sheet.stop], known[first : sheet.stop], readings, entries, settings)
        for index, detection in zip(sheet, detections, strict=True):
            around = pieces[max(0, index - _SENTENCES_AROUND) : index + _SENTENCES_AROUND + 1]
            if known[index].languages or known[index].reason is not None:  # it has words
                findings.add(pieces[index], around, known[index], detection)
    return ScreeningResult(
        length=len(text),
        segments=tuple(_merge_segments(findings.segments)),
        candidates=tuple(sorted(findings.claims, key=lambda each: (each.start, each.end, each.language))),
        masked=tuple(sorted(findings.masked, key=lambda each: (each.start, each.end, each.term))),
        hearing=hearing,
        unheard=max(findings.unheard, key=lambda each: (each.percent, -each.start), default=None),
    )


@dataclass(slots=True)
class _Findings:
    claims: list[Candidate] = field(default_factory=list)
    masked: list[MaskedWords] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    unheard: list[UnflaggedSentence] = field(default_factory=list)

    def add(
        self,
        sentence: Sentence,
        around: Sequence[Sentence],
        tongue: SentenceLanguages,
        detection: SentenceDetection,
    ) -> None:
        sound, graded, additional_claim = detection
        lexicon_matches = [matches for matches in graded if matches.weight[0]]
        self.segments.append(_segment(sentence, tongue, lexicon_matches))
        found = lexicon_matches if additional_claim is None else [*lexicon_matches, additional_claim]
        for matches in found:
            percent = None if sound is None else sound.percent
            self.claims += candidates(sentence, around, matches.hits, lexicon(matches.language), percent)
            self.masked += (make_masked_words(sentence, each) for each in matches.hidden)
        if sound is not None and not any(matches.hits or matches.hidden for matches in found):
            self.unheard.append(UnflaggedSentence(**sentence.span, language=sound.language, percent=sound.percent))


def _text_context(pieces: Sequence[Sentence]) -> Place:
    return "alone" if len(pieces) == 1 or is_one_glance(pieces) else "text"


def split_sentences(text: str, heads: Sequence[CellHeads] = ()) -> Iterator[Sentence]:
    """Split a text into sentences; short table cells and answers have their heads or question as context."""
    known = abbreviations()
    words_before = {cell.start: cell.words for cell in heads if cell.end - cell.start <= _LONGEST_CELL}
    before, questions = "", _question_heads(text, heads)
    for number, (start, end) in enumerate(blocks(text)):
        spans = list(sentences(text, start, end, known))
        for first, last in spans:
            own = text[first:last]
            sentence = Sentence(text, first, last, fold(own), number, asks=own in questions)
            cell_heads = words_before.get(first, "") if len(spans) == 1 else ""
            question = question_before(cell_heads or before, own)
            before = own
            yield _with_question(sentence, question) if question else _with_heads(sentence, cell_heads)


def _question_heads(text: str, heads: Sequence[CellHeads]) -> frozenset[str]:
    cells = ((cell.words, fold(text[cell.start : cell.end]).text) for cell in heads if cell.end > cell.start)
    return frozenset(head for words, cell in cells if is_only_yes_or_no(cell) for head in words.split(HEAD_SEPARATOR))


def _with_question(sentence: Sentence, question: str) -> Sentence:
    return _in_context(sentence, f"{question} ", is_lead=affirms(sentence.folded.text))


def _with_heads(sentence: Sentence, heads: str) -> Sentence:
    if not heads or is_question(heads):
        return sentence
    return _in_context(sentence, f"{heads}: ", is_lead=not refuses(sentence.folded.text))


def _in_context(sentence: Sentence, context: str, *, is_lead: bool) -> Sentence:
    if not is_lead:
        return replace(sentence, context=context)
    before, own = fold(context).text, sentence.folded
    positions = array("q", [0] * len(before))
    positions.extend(range(len(own.text)) if own.places is None else own.places)
    folded = FoldedText(before + own.text, own.original, positions)
    return replace(sentence, folded=folded, context=context, lead=len(before))


def _sentence_languages(
    pieces: Sequence[Sentence], known_languages: tuple[str, ...], characters: str
) -> list[SentenceLanguages]:
    if known_languages:
        return [apply_known_languages(sentence.words, known_languages) for sentence in pieces]
    by_block = [list(block_pieces) for _, block_pieces in groupby(pieces, key=lambda sentence: sentence.block)]
    of_blocks = [detect_languages(_block_words(block_pieces), characters) for block_pieces in by_block]
    main = main_language(
        [
            (each.latin, block_pieces[-1].end - block_pieces[0].start)
            for each, block_pieces in zip(of_blocks, by_block, strict=True)
        ]
    )
    answers: list[SentenceLanguages] = []
    for block, block_sentences in zip(of_blocks, by_block, strict=True):
        for sentence in block_sentences:
            own = block if len(block_sentences) == 1 else detect_languages(sentence.words, characters)
            answers.append(own.settle(block, main))
    return answers


def _block_words(block_sentences: Sequence[Sentence]) -> str:
    first, last = block_sentences[0], block_sentences[-1]
    return first.words if first is last else first.text[first.start : last.end]


def present_entries_by_language(pieces: Sequence[Sentence], names: tuple[str, ...]) -> dict[str, PresentEntries]:
    """Return the entries of each lexicon that occur in a group of sentences."""
    text = "\n".join(piece.folded.text for piece in pieces)
    return {language: find_present_entries(lexicon(language), text, names) for language in SCREENED_LANGUAGES}


def read_sentence(
    sentence: Sentence, tongue: SentenceLanguages, entries: dict[str, PresentEntries], *, weighed: bool
) -> list[LexiconMatches]:
    """Match a sentence in its languages, then the `anywhere` terms of the other languages.

    If its languages are not settled, the best lexicon is used where the main language of the text is known, otherwise
    every matching lexicon, strongest first. Matches must not overlap earlier ones. Unused lexicons only contribute
    signs.
    """
    folded = sentence.folded.text
    readings = [match_sentence(folded, entries[language], weighed=weighed) for language in tongue.tried]
    unread: list[LexiconMatches] = []
    if not tongue.settled:
        tried = readings
        knowing = [each for each in readings if each.weight[0]]
        readings = sorted(knowing, key=lambda each: each.weight, reverse=True)
        if tongue.reason is None:
            main = tongue.tried[0]
            readings = sorted(readings, key=lambda each: each.language != main)[:1]
        unread = [each for each in tried if each not in readings]
    accepted: list[LexiconMatches] = []
    for matches in readings:
        accepted.append(matches.without_overlaps(accepted))
    hosts = tuple(lexicon(matches.language) for matches in accepted)
    for language in SCREENED_LANGUAGES:
        if language not in tongue.tried:
            accepted.append(match_foreign_words(folded, entries[language], hosts).without_overlaps(accepted))
    return [*accepted, *(replace(matches, hits=(), hidden=()) for matches in unread)]


def _segment(sentence: Sentence, tongue: SentenceLanguages, readings: Sequence[LexiconMatches]) -> Segment:
    if tongue.settled or not readings:
        return Segment(start=sentence.start, end=sentence.end, languages=tongue.languages, not_screened=tongue.reason)
    return Segment(start=sentence.start, end=sentence.end, languages=tuple(matches.language for matches in readings))


def _merge_segments(segments: Sequence[Segment]) -> Iterator[Segment]:
    for _, neighbours in groupby(segments, key=lambda segment: (segment.languages, segment.not_screened)):
        group = list(neighbours)
        yield group[0].model_copy(update={"end": group[-1].end})
