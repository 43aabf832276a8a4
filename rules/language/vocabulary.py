"""Shared vocabularies: definitions imported by several cards, with unused imports dropped.

A vocabulary is a file of its own. What a card takes from it is read as if it stood in the card, and what no rule of the
card uses is left out again, so that a vocabulary can grow without changing the cards that do not use what is new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language.lexicon import language_of, load_lexicon
from rules.language.name_resolution import CARD_ID, show_place
from rules.language.row_codec import SentenceCells
from rules.language.tables import refuse_table
from rules.model.examples import EvidenceDateChange, FactChange, MissingEvidenceChange, StatedFactChange
from rules.model.lint.definitions import used_bases
from rules.model.name_usage import used_names
from rules.model.symbol_table import DefinitionIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.source_text import SourceText
    from rules.model.examples import Example
    from rules.model.scorecard import Scorecard

OPENING = "vocabulary"
"""The production that opens the file of a vocabulary."""
VOCABULARY_FOLDER = "vocabulary"
"""The folder of the vocabularies, beside those of the cards."""
_FACTS = frozenset({"facts", "record", "called", "choices", "key", "case", "case_records", "facts_from"})
_BASES = frozenset({"bases", "bases_from"})
TAKEN: Mapping[str, frozenset[str]] = {
    "facts_from": _FACTS,
    "bases_from": _BASES,
    "conditions_from": _FACTS | _BASES | {"conditions", "conditions_from"},
}
"""The sentences that take from a vocabulary, and which definitions of it they take."""
_DEFINED = frozenset.union(*TAKEN.values())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The definitions of one vocabulary, under its name as it stands in its opening sentence."""

    name: SourceText
    definitions: tuple[DefinitionDraft, ...]


def with_vocabularies(files: Mapping[str, str], read: Callable[[str], str | None]) -> dict[str, str]:
    """Add to the files of a card those of the vocabularies that they take from, one after the other.

    `read` gives the text of a file in the folder of vocabularies, or None if there is none. A vocabulary among the
    files themselves is not read again, so that an exported card stays whole.
    """
    all_files = dict(files)
    waiting = list(files)
    while waiting:
        path = waiting.pop(0)
        for needed in imports_of(path, all_files[path]):
            if needed not in all_files and (text := read(needed)) is not None:
                all_files[needed] = text
                waiting.append(needed)
    return all_files


def imports_of(path: str, text: str) -> Iterator[str]:
    """Name the files of the vocabularies that a file takes from, as its lines say."""
    language = language_of(path)
    if language is None:
        return
    words = load_lexicon(language)
    for line in text.split("\n"):
        _, _, sentence = line.strip().partition(" ")
        for production in TAKEN:
            for parse in words.sentences[production].parses(sentence):
                name = sentence[slice(*parse["vocabulary"])]
                if re.fullmatch(CARD_ID.pattern, name):
                    yield f"{name}.{language}.feature"


def find_vocabularies(draft: ScorecardDraft, opened: Sequence[Sequence[DefinitionDraft]]) -> Mapping[str, Vocabulary]:
    """Find the vocabularies among the files, each given by its definitions; what none can define is refused."""
    vocabularies: dict[str, Vocabulary] = {}
    for opening, *definitions in opened:
        refuse_table(opening.step, draft.report)
        name = opening.slots["vocabulary"]
        if name.text in vocabularies:
            place = show_place(vocabularies[name.text].name.location)
            draft.report.add("RL014", name, id=name.text, place=place)
            continue
        for other in definitions:
            if other.production not in _DEFINED:
                draft.report.add("RL090", other.step.sentence, "kind", sentence=other.step.sentence.text)
        vocabularies[name.text] = Vocabulary(name, tuple(definitions))
    return vocabularies


def resolve_imports(
    draft: ScorecardDraft, known: Mapping[str, Vocabulary], card: Sequence[DefinitionDraft]
) -> list[DefinitionDraft]:
    """Give what a card takes from vocabularies, and these from others, each definition once; a circle is refused."""
    imported: dict[int, DefinitionDraft] = {}
    for definition in card:
        if definition.production in TAKEN:
            for shared_definition in _imported_definitions(draft, known, definition, ()):
                imported.setdefault(id(shared_definition), shared_definition)
    return list(imported.values())


def _imported_definitions(
    draft: ScorecardDraft, known: Mapping[str, Vocabulary], taking: DefinitionDraft, way: tuple[str, ...]
) -> Iterator[DefinitionDraft]:
    refuse_table(taking.step, draft.report)
    name = taking.slots["vocabulary"]
    if name.text in way:
        circle = " > ".join((*way[way.index(name.text) :], name.text))
        draft.report.add("RL090", name, "circle", name=name.text, circle=circle)
        return
    if name.text not in known:
        file = f"{VOCABULARY_FOLDER}/{name.text}.{draft.words.language}.feature"
        draft.report.add("RL090", name, "missing", name=name.text, file=file)
        draft.report.incomplete = draft.report.unreliable = True
        return
    if name.text not in taking.subjects:
        taking.subjects.append(name.text)
    for definition in known[name.text].definitions:
        if definition.production not in TAKEN[taking.production]:
            continue
        if definition.production in TAKEN:
            yield from _imported_definitions(draft, known, definition, (*way, name.text))
        else:
            yield definition


def drop_unused(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    """Leave out what was taken from vocabularies and is used by nothing in the card."""
    scorecard = _with_conditions_kept(draft, scorecard)
    used, bases = used_names(DefinitionIndex(scorecard)), used_bases(scorecard)
    facts = tuple(
        card_fact
        for card_fact in scorecard.facts
        if card_fact.id in used or not _shared(draft, f"facts[{card_fact.id}]")
    )
    lists = {fact.record for fact in facts}
    fact_ids = {fact.id for fact in facts}
    return scorecard.model_copy(
        update={
            "facts": facts,
            "records": tuple(
                record
                for record in scorecard.records
                if record.id in lists or not _shared(draft, f"records[{record.id}]")
            ),
            "bases": tuple(
                basis for basis in scorecard.bases if basis.id in bases or not _shared(draft, f"bases[{basis.id}]")
            ),
            "reference_case": tuple(declared for declared in scorecard.reference_case if declared.fact in fact_ids),
        }
    )


def _with_conditions_kept(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    """Leave out the shared conditions that nothing uses, and then those that only these used."""
    used = used_names(DefinitionIndex(scorecard))
    remaining = tuple(
        quantity
        for quantity in scorecard.quantities
        if quantity.id in used or not _shared(draft, f"quantities[{quantity.id}]")
    )
    if len(remaining) == len(scorecard.quantities):
        return scorecard
    return _with_conditions_kept(draft, scorecard.model_copy(update={"quantities": remaining}))


def _shared(draft: ScorecardDraft, path: str) -> bool:
    return draft.report.is_shared(draft.locations[path])


def restore_shared_case(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    """Give back the values of the reference case that stand in vocabularies where the card has others."""
    case = tuple(draft.shared_case.get(declared.fact, declared) for declared in scorecard.reference_case)
    return scorecard.model_copy(update={"reference_case": case})


def refuse_changes_of_dropped_facts(draft: ScorecardDraft, scorecard: Scorecard, examples: Sequence[Example]) -> None:
    """Report the steps of examples that change a shared fact which no rule of the card uses."""
    fact_ids = {fact.id for fact in scorecard.facts}
    for example in examples:
        for placed in example.changes:
            change = placed.item
            if (
                isinstance(change, FactChange | StatedFactChange | MissingEvidenceChange | EvidenceDateChange)
                and change.fact not in fact_ids
            ):
                place = show_place(draft.locations[f"facts[{change.fact}]"])
                draft.report.add("RL090", placed.location, "unused", name=change.fact, place=place)


def write_vocabulary_name(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write which vocabulary a file opens, or takes from."""
    del render
    return SentenceCells(definition.slots)
