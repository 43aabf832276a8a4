"""Three-way merge of scorecard drafts: on the model, and in the files of all languages.

The files are merged by sentence, row, cell and scenario. The merged files are compiled and compared with the merged
model; a difference is reported as a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import orjson

from rules.contracts.messages import LANGUAGES
from rules.language.card_rows import part_subject
from rules.language.compiler import compile_folder
from rules.language.file_merge import FileMerger
from rules.language.file_tree import (
    FileTree,
    PartIndex,
    copy_tree,
    parse_tree,
    part_lines,
    parts_in,
    rename_in_tree,
    stem_of,
    write_tree,
    written_nodes,
)
from rules.language.lexicon import language_of, load_lexicon
from rules.language.vocabulary import OPENING
from rules.model.diff import diff_scorecards
from rules.model.digest import canonical_order, scorecard_document
from rules.model.fact_renames import fact_map
from rules.model.merge import (
    ORDER,
    ConflictKind,
    MergeSide,
    id_renamings,
    join_parts,
    label_renamings,
    merge_part,
    merge_parts,
    merged_side,
    part_of,
    rename_ids,
    renamed_path,
    split_parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Diagnostic
    from rules.language.compiler import Compilation
    from rules.model.examples import Example
    from rules.model.lookups import TableSource
    from rules.model.merge import Choices, Parts, Renaming
    from rules.model.scorecard import Scorecard

_SIDES = (MergeSide.BASE, MergeSide.OURS, MergeSide.THEIRS)


@dataclass(frozen=True, slots=True)
class MergedPart:
    """A part that at least one side changed; `conflict` is None if it merges without a decision."""

    path: str
    changed_by: frozenset[MergeSide]
    conflict: ConflictKind | None
    choice: MergeSide | None

    def heading(self, language: str) -> str:
        """Return the name of the part in a language, such as `rule LOW-01`."""
        return part_subject(self.path, language)


@dataclass(frozen=True, slots=True)
class DraftMerge:
    """Result of a merge.

    `files` are the merged files; conflicts without a choice are taken from `ours`. `scorecard` is their model, None if
    they do not compile: `diagnostics` then list the errors. `differing` are model paths where the files do not have the
    merged content. `failed_side` is the version that does not compile, which prevents the merge.
    """

    parts: tuple[MergedPart, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    scorecard: Scorecard | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    differing: tuple[str, ...] = ()
    failed_side: MergeSide | None = None
    _versions: Mapping[MergeSide, _Version] = field(default_factory=dict)
    _renamed: Mapping[MergeSide, _Version] = field(default_factory=dict)

    @property
    def conflicts(self) -> tuple[MergedPart, ...]:
        return tuple(part for part in self.parts if part.conflict is not None)

    @property
    def undecided(self) -> tuple[MergedPart, ...]:
        return tuple(part for part in self.conflicts if part.choice is None)

    def values(self, part: MergedPart, side: MergeSide, language: str) -> list[str]:
        """Return the lines of a part in one version, preferably in the given language."""
        return self._versions[side].lines(part.path, language) or self._renamed[side].lines(part.path, language)


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the three versions: its model parts and file trees."""

    files: Mapping[str, str]
    parts: Parts
    trees: Mapping[str, FileTree]

    def lines(self, part: str, language: str) -> list[str]:
        if part.endswith(ORDER):
            return [", ".join(cast("list[str]", self.parts.get(part) or []))]
        for spoken in (language, *(other for other in LANGUAGES if other != language)):
            trees = [tree for path, tree in sorted(self.trees.items()) if language_of(path) == spoken]
            if lines := [line for tree in trees for line in part_lines(tree, part)]:
                return lines
        value = self.parts.get(part)
        return [] if value is None else [value if isinstance(value, str) else orjson.dumps(value).decode()]


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Compiler that compiles equal files once."""

    tables: TableSource | None
    _compiled: dict[frozenset[tuple[str, str]], Compilation] = field(default_factory=dict)

    def compile(self, files: Mapping[str, str]) -> Compilation:
        key = frozenset(files.items())
        if key not in self._compiled:
            self._compiled[key] = compile_folder(files, tables=self.tables)
        return self._compiled[key]


def merge_drafts(
    base: Mapping[str, str],
    ours: Mapping[str, str],
    theirs: Mapping[str, str],
    choices: Choices,
    tables: TableSource | None = None,
) -> DraftMerge:
    """Merge two drafts of one scorecard with a common origin.

    `choices` maps the paths of conflicts to the side they are taken from.
    """
    versions, compiler = dict[MergeSide, _Version](), _Compiler(tables)
    for side, files in zip(_SIDES, (base, ours, theirs), strict=True):
        compilation = compiler.compile(files)
        if compilation.scorecard is None:
            return DraftMerge(failed_side=side, diagnostics=compilation.diagnostics)
        parts = split_parts(compilation.scorecard)
        versions[side] = _Version(files, parts, _trees(files, compilation, parts))
    attempts = [_merge(versions, choices, compiler, with_names=True)]
    if attempts[0].scorecard is None or attempts[0].differing:
        attempts.append(_merge(versions, choices, compiler, with_names=False))
    return next((merge for merge in attempts if merge.scorecard is not None and not merge.differing), attempts[0])


def _trees(files: Mapping[str, str], compilation: Compilation, parts: Parts) -> dict[str, FileTree]:
    lines: dict[tuple[str, int], str] = {}
    for located in compilation.locations.values():
        for path, location in located.items():
            part = part_of(path)
            if part in parts or "[" in part:
                lines.setdefault((location.path, location.line), part)
    definitions = {
        (document.path, definition.step.sentence.location.line): (definition.production, definition.subjects)
        for document in compilation.documents
        for definition in document.all_definitions
    }
    subjects = {
        path.partition("[")[2].removesuffix("]"): path
        for path in reversed([*parts])
        if path.endswith("]") and not path.startswith("reference_case[")
    }
    index = PartIndex(lines, definitions, subjects, _scenario_parts(compilation.examples))
    return {path: parse_tree(path, text, index) for path, text in files.items() if language_of(path)}


def _scenario_parts(examples: Iterable[Example]) -> dict[tuple[str, int], str]:
    """Name each example by the English title of the same example, so that both languages have one name."""
    titles: dict[object, str] = {}
    parts: dict[tuple[str, int], str] = {}
    for example in examples:
        meaning = (
            stem_of(example.location.path), example.as_of,
            tuple(sorted(repr(expected.item) for expected in example.expectations)),
        )  # fmt: skip
        title = titles.setdefault(meaning, example.title) if example.language == LANGUAGES[0] else titles.get(meaning)
        parts[example.location.path, example.location.line] = f"examples[{title or example.title}]"
    return parts


def _merge(
    versions: Mapping[MergeSide, _Version], choices: Choices, compiler: _Compiler, *, with_names: bool
) -> DraftMerge:
    """Merge twice: first to find all conflicts, then with each conflicting part taken whole from one side."""
    found = _attempt(versions, {}, with_names=with_names)
    decided = {part: choices.get(part, MergeSide.OURS) for part in found.conflicts}
    final = _attempt(versions, decided, with_names=with_names) if decided else found
    compilation = compiler.compile(final.files)
    differing = () if compilation.scorecard is None else _differing(final.parts, compilation)
    parts = tuple(
        MergedPart(path, frozenset(sides), found.conflicts.get(path), choices.get(path) if path in decided else None)
        for path, sides in _changes(versions, found).items()
    )
    diagnostics = compilation.diagnostics if compilation.scorecard is None else ()
    return DraftMerge(parts, final.files, compilation.scorecard, diagnostics, differing, None, versions, found.renamed)


def _changes(versions: Mapping[MergeSide, _Version], found: _Attempt) -> dict[str, set[MergeSide]]:
    """Return the sides that changed each part; a changed order is listed only if it is a conflict."""
    changes: dict[str, set[MergeSide]] = {}
    base = versions[MergeSide.BASE].parts
    for path in dict.fromkeys(path for side in _SIDES for path in versions[side].parts):
        for side in _SIDES[1:]:
            if versions[side].parts.get(path) != base.get(path) and not path.endswith(ORDER):
                changes.setdefault(path, set()).add(side)
    for path, sides in found.changes.items():
        changes.setdefault(path, set()).update(sides)
    for path in found.conflicts:
        changes.setdefault(path, {MergeSide.OURS, MergeSide.THEIRS})
    return changes


def _differing(parts: Parts, compilation: Compilation) -> tuple[str, ...]:
    """Return the model paths where compiled files differ from the merged parts, except unused imported parts."""
    scorecard = cast("Scorecard", compilation.scorecard)
    try:
        expected = join_parts(parts)
    except ValueError:
        return ("card",)
    if scorecard_document(canonical_order(expected)) == scorecard_document(canonical_order(scorecard)):
        return ()
    changes = [change.path for change in diff_scorecards(expected, scorecard).changes]
    if not changes:  # the comparison ignores version numbers
        return ("card.version",)
    vocabularies = {
        document.path
        for document in compilation.documents
        if any(definition.production == OPENING for definition in document.definitions)
    }
    imported = {
        part_of(path)
        for located in compilation.locations.values()
        for path, location in located.items()
        if location.path in vocabularies
    }
    return tuple(path for path in changes if part_of(path) not in imported)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A merge with some decisions; `renamed` are the versions with the merged names."""

    files: dict[str, str]
    parts: Parts
    conflicts: Mapping[str, ConflictKind]
    changes: Mapping[str, set[MergeSide]]
    renamed: Mapping[MergeSide, _Version]


def _attempt(versions: Mapping[MergeSide, _Version], decided: Choices, *, with_names: bool) -> _Attempt:
    if with_names:
        renamed, conflicts = _with_merged_names(versions, decided)
    else:
        renamed, conflicts = {side: _renamed(version, side, (), {}) for side, version in versions.items()}, {}
    base, ours, theirs = (renamed[side].parts for side in _SIDES)
    model = merge_parts(base, ours, theirs, decided)
    merger = FileMerger(decided, _settled(base, ours, theirs))
    files = dict(_merged_files(versions, renamed, merger))
    return _Attempt(files, model.parts, {**merger.conflicts, **conflicts, **model.conflicts}, merger.changes, renamed)


def _with_merged_names(
    versions: Mapping[MergeSide, _Version], decided: Choices
) -> tuple[Mapping[MergeSide, _Version], dict[str, ConflictKind]]:
    """Use the merged ids and labels in all versions, so that other changes can be compared."""
    parts = {side: version.parts for side, version in versions.items()}
    declared = {side: _declared_renames(version.files) for side, version in versions.items()}
    ids, conflicts = id_renamings(parts, declared, decided)
    labels = {language: tuple(label_renamings(parts, language, decided)) for language in LANGUAGES}
    return {side: _renamed(version, side, ids, labels) for side, version in versions.items()}, conflicts


def _renamed(
    version: _Version, side: MergeSide, ids: Sequence[Renaming], labels: Mapping[str, Sequence[Renaming]]
) -> _Version:
    new_ids = {renaming.part: pair for renaming in ids if (pair := renaming.on(side)) is not None}
    trees = {path: copy_tree(tree) for path, tree in version.trees.items()}
    for path, tree in trees.items():
        language = language_of(path) or LANGUAGES[0]
        new_labels = (pair for renaming in labels.get(language, ()) if (pair := renaming.on(side)) is not None)
        names = {old: new for old, new in (*new_labels, *new_ids.values()) if old}
        rename_in_tree(tree, names, lambda part: renamed_path(part, new_ids), load_lexicon(language))
    return _Version(version.files, rename_ids(version.parts, new_ids), trees)


def _declared_renames(files: Mapping[str, str]) -> dict[str, str]:
    """Return new ids of facts and records by rename comments, with the old id."""
    declared = fact_map(files)
    pairs = ((new, old) for names in (declared.facts, declared.records) for old, news in names.items() for new in news)
    return dict(pairs)


def _settled(base: Parts, ours: Parts, theirs: Parts) -> dict[str, MergeSide]:
    """Return the side that has the merged content of a part, if one side has it."""
    settled: dict[str, MergeSide] = {}
    for path in {*base, *ours, *theirs}:
        result, kind = merge_part(base.get(path), ours.get(path), theirs.get(path))
        if kind is None and result == ours.get(path):
            settled[path] = MergeSide.OURS
        elif kind is None and result == theirs.get(path):
            settled[path] = MergeSide.THEIRS
    return settled


def _merged_files(
    versions: Mapping[MergeSide, _Version], renamed: Mapping[MergeSide, _Version], merger: FileMerger
) -> Iterator[tuple[str, str]]:
    for path in sorted({path for version in renamed.values() for path in version.trees}):
        trees = {side: renamed[side].trees.get(path) for side in _SIDES}
        decided = any(tree is not None and merger.choices.keys() & parts_in(tree) for tree in trees.values())
        merged = merger.merge(trees[MergeSide.BASE], trees[MergeSide.OURS], trees[MergeSide.THEIRS])
        side = None if decided else merged_side(*(versions[side].files.get(path) for side in _SIDES))
        if side is not None and _has_same_names(path, versions[side], renamed[side]):
            if path in versions[side].files:
                yield path, versions[side].files[path]
        elif merged is not None:
            yield path, write_tree(merged, load_lexicon(language_of(path) or LANGUAGES[0]))


def _has_same_names(path: str, version: _Version, renamed: _Version) -> bool:
    tree, other = version.trees.get(path), renamed.trees.get(path)
    if tree is None or other is None:
        return tree is other
    return list(written_nodes(tree)) == list(written_nodes(other))
