"""Shared vocabularies: definitions imported by several scorecards, with unused imports dropped.

A vocabulary can therefore grow without changing the scorecards that import it.
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
    from rules.language.source import SourceText
    from rules.model.examples import Example
    from rules.model.scorecard import Scorecard

OPENING = "vocabulary"
VOCABULARY_FOLDER = "vocabulary"
_FACTS = frozenset({"facts", "record", "called", "choices", "key", "case", "case_records", "facts_from"})
_BASES = frozenset({"bases", "bases_from"})
TAKEN: Mapping[str, frozenset[str]] = {
    "facts_from": _FACTS,
    "bases_from": _BASES,
    "conditions_from": _FACTS | _BASES | {"conditions", "conditions_from"},
}
"""The productions that each import sentence imports."""
_IMPORTABLE = frozenset.union(*TAKEN.values())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The definitions of one vocabulary."""

    name: SourceText
    definitions: tuple[DefinitionDraft, ...]


def with_vocabularies(files: Mapping[str, str], read: Callable[[str], str | None]) -> dict[str, str]:
    """Add the files of all direct and indirect imports.

    `read` returns the text of a file in the vocabulary folder, or None; it is not called for files that are present.
    """
    all_files = dict(files)
    pending = list(files)
    while pending:
        path = pending.pop(0)
        for needed in imports_of(path, all_files[path]):
            if needed not in all_files and (text := read(needed)) is not None:
                all_files[needed] = text
                pending.append(needed)
    return all_files


def imports_of(path: str, text: str) -> Iterator[str]:
    """Yield the names of the vocabulary files that a file imports."""
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
    """Return the vocabularies by name, and report duplicates and unsuitable definitions."""
    vocabularies: dict[str, Vocabulary] = {}
    for opening, *definitions in opened:
        refuse_table(opening.step, draft.report)
        name = opening.slots["vocabulary"]
        if name.text in vocabularies:
            place = show_place(vocabularies[name.text].name.location)
            draft.report.add("RL014", name, id=name.text, place=place)
            continue
        for other in definitions:
            if other.production not in _IMPORTABLE:
                draft.report.add("RL090", other.step.sentence, "kind", sentence=other.step.sentence.text)
        vocabularies[name.text] = Vocabulary(name, tuple(definitions))
    return vocabularies


def resolve_imports(
    draft: ScorecardDraft, known: Mapping[str, Vocabulary], card: Sequence[DefinitionDraft]
) -> list[DefinitionDraft]:
    """Return each imported definition once; report missing vocabularies and import cycles."""
    imported: dict[int, DefinitionDraft] = {}
    for definition in card:
        if definition.production in TAKEN:
            for shared_definition in _imported_definitions(draft, known, definition, ()):
                imported.setdefault(id(shared_definition), shared_definition)
    return list(imported.values())


def _imported_definitions(
    draft: ScorecardDraft,
    known: Mapping[str, Vocabulary],
    import_definition: DefinitionDraft,
    import_path: tuple[str, ...],
) -> Iterator[DefinitionDraft]:
    refuse_table(import_definition.step, draft.report)
    name = import_definition.slots["vocabulary"]
    if name.text in import_path:
        circle = " > ".join((*import_path[import_path.index(name.text) :], name.text))
        draft.report.add("RL090", name, "circle", name=name.text, circle=circle)
        return
    if name.text not in known:
        file = f"{VOCABULARY_FOLDER}/{name.text}.{draft.words.language}.feature"
        draft.report.add("RL090", name, "missing", name=name.text, file=file)
        draft.report.incomplete = draft.report.unreliable = True
        return
    if name.text not in import_definition.subjects:
        import_definition.subjects.append(name.text)
    for definition in known[name.text].definitions:
        if definition.production not in TAKEN[import_definition.production]:
            continue
        if definition.production in TAKEN:
            yield from _imported_definitions(draft, known, definition, (*import_path, name.text))
        else:
            yield definition


def drop_unused(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    """Remove the imported definitions that the scorecard does not use."""
    scorecard = _without_unused_conditions(draft, scorecard)
    used, bases = used_names(DefinitionIndex(scorecard)), used_bases(scorecard)
    facts = tuple(
        card_fact
        for card_fact in scorecard.facts
        if card_fact.id in used or not _is_shared(draft, f"facts[{card_fact.id}]")
    )
    lists = {fact.record for fact in facts}
    fact_ids = {fact.id for fact in facts}
    return scorecard.model_copy(
        update={
            "facts": facts,
            "records": tuple(
                record
                for record in scorecard.records
                if record.id in lists or not _is_shared(draft, f"records[{record.id}]")
            ),
            "bases": tuple(
                basis for basis in scorecard.bases if basis.id in bases or not _is_shared(draft, f"bases[{basis.id}]")
            ),
            "reference_case": tuple(declared for declared in scorecard.reference_case if declared.fact in fact_ids),
        }
    )


def _without_unused_conditions(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    used = used_names(DefinitionIndex(scorecard))
    remaining = tuple(
        quantity
        for quantity in scorecard.quantities
        if quantity.id in used or not _is_shared(draft, f"quantities[{quantity.id}]")
    )
    if len(remaining) == len(scorecard.quantities):
        return scorecard
    return _without_unused_conditions(draft, scorecard.model_copy(update={"quantities": remaining}))


def _is_shared(draft: ScorecardDraft, path: str) -> bool:
    return draft.report.is_shared(draft.locations[path])


def restore_shared_case(draft: ScorecardDraft, scorecard: Scorecard) -> Scorecard:
    """Restore the reference case values of vocabularies that the scorecard overrides."""
    case = tuple(draft.shared_case.get(declared.fact, declared) for declared in scorecard.reference_case)
    return scorecard.model_copy(update={"reference_case": case})


def refuse_changes_of_dropped_facts(draft: ScorecardDraft, scorecard: Scorecard, examples: Sequence[Example]) -> None:
    """Report example steps that change a shared fact that the scorecard does not use."""
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


def write_vocabulary_name(_render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the vocabulary name of an opening or import sentence."""
    return SentenceCells(definition.slots)
