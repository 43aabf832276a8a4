"""How do the feature files of a scorecard read in canonical form, and how do they begin in the other language?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language.compiler import compile_folder
from rules.language.export_blocks import Block, Blocks
from rules.language.export_places import WORDING, DefinitionSentences, wordings
from rules.language.file_names import language_of, twin_path
from rules.language.former import former_quantities
from rules.language.further_examples import further_path, in_other_words
from rules.language.gherkin_files import read_file
from rules.language.language_compiler import compile_language
from rules.language.lexicon import lexicon
from rules.language.render import Renderer
from rules.language.report import Report
from rules.language.source import Section
from rules.language.table import table_lines
from rules.language.translated_examples import scenario_lines, translated
from rules.language.untranslated import lacks_words, unsaid_names, unsaid_reasons, untranslated
from rules.language.vocabulary import OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Location
    from rules.language.export_places import DefinitionSentence
    from rules.language.lexicon import Lexicon
    from rules.language.source import ExampleTable, Row, Scenario, SourceFile, Step
    from rules.model.examples import Example
    from rules.model.scorecard import Scorecard


def export_folder(scorecard: Scorecard, sources: Mapping[str, str], language: str) -> dict[str, str]:
    """Write the feature files of a scorecard in one language, by their paths.

    A file written in that language comes back in canonical form: definitions from the model, titles, prose, comments
    and scenarios kept. A file that has no twin in that language begins as its translation: the same definitions with
    ids where labels are missing, the same examples, and blank titles. Above each thing that people must translate a
    remark says how it reads in the other language.
    """
    layouts: dict[str, SourceFile] = {}
    for path, text in sources.items():
        file = _read(path, text)
        if file is not None and (file.language == language or twin_path(path, language) not in sources):
            layouts[twin_path(path, language)] = file
    cards = {path: _stated_in(file, scorecard, sources) for path, file in layouts.items()}
    worded = {found for path, file in layouts.items() for found in _worded(cards[path], file)}
    others = frozenset(file.language for file in layouts.values()) - {language}
    examples = {one.location: one for one in compile_folder(sources, languages=others).examples} if others else {}
    return {path: _Writer(cards[path], layouts[path], language, worded, examples).write() for path in sorted(layouts)}


def to_translate(files: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Give what remarks of exported files say is to be translated, each once, in their order."""
    remark = f"# {lexicon(language).keywords['to_translate']}: "
    stripped = (line.strip() for path in sorted(files) for line in files[path].split("\n"))
    return tuple(dict.fromkeys(line.removeprefix(remark) for line in stripped if line.startswith(remark)))


def _read(path: str, text: str) -> SourceFile | None:
    language = language_of(path)
    if language is None:
        return None
    return read_file(path, text, lexicon(language), Report(language, {path: text.split("\n")}))


def _stated_in(file: SourceFile, scorecard: Scorecard, sources: Mapping[str, str]) -> Scorecard:
    """Give the scorecard from which a file is written; a vocabulary has words that the card does not use."""
    words = lexicon(file.language)
    place = DefinitionSentences(scorecard, words).find(file.background[0]) if file.background else None
    if place is None or place.production != OPENING:
        return scorecard
    own = {path: text for path, text in sources.items() if language_of(path) == file.language}
    return compile_language(own, words).whole or scorecard


def _worded(scorecard: Scorecard, file: SourceFile) -> Iterator[tuple[str, str]]:
    """Give what a file gives words to in sentences of their own: choices, grades, things that are called."""
    places = DefinitionSentences(scorecard, lexicon(file.language))
    for step in (*file.background, *(step for rule in file.rules for step in rule.background)):
        place = places.find(step)
        if place is not None and place.production in WORDING:
            yield place.production, place.slots.get("name", "")


@dataclass(frozen=True, slots=True)
class _Comment:
    line: int
    text: str


class _Writer:
    """Writes one file from the model and its layout."""

    def __init__(
        self,
        scorecard: Scorecard,
        file: SourceFile,
        language: str,
        worded: set[tuple[str, str]],
        examples: Mapping[Location, Example],
    ) -> None:
        self.file = file
        self.examples = examples
        self.renderer = Renderer(scorecard, language)
        self.words: Lexicon = lexicon(language)
        self.kept = file.language == language
        self.places = DefinitionSentences(scorecard, lexicon(file.language))
        self.blocks = Blocks(scorecard, language, skeleton=not self.kept)
        self.worded = worded
        self.comments = [_Comment(*comment) for comment in file.comments if not _is_header(comment[1])]
        self.lines: list[str] = [f"# language: {self.words.dialect}"]
        further = not self.kept and file.path == further_path(file.language)
        self.said_here = in_other_words(scorecard, file.language, language) if further else _nothing

    def write(self) -> str:
        """Write the whole file."""
        file = self.file
        self._heading("feature", file.title, file.location.line, "")
        if file.prose and self.kept:
            self.lines += [f"  {line}".rstrip() for line in file.prose.split("\n")]
        elif file.prose:
            for line in file.prose.split("\n"):
                self._said_or_remark("  ", line)
        self._background(file.background, "  ")
        for rule in file.rules:
            self.lines.append("")
            self._heading("rule", rule.title, rule.location.line, "  ")
            self._background(rule.background, "    ")
            for scenario in rule.scenarios:
                if self.kept:
                    self.lines.append("")
                    self._scenario(scenario)
                else:
                    self._translate(scenario)
        self._comments_before(None, "")
        return "\n".join(self.lines) + "\n"

    def _heading(self, keyword: str, title: str, line: int, indent: str) -> None:
        self._comments_before(line, indent)
        said = title if self.kept else self._title(title, indent)
        self.lines.append(f"{indent}{self.words.keywords[keyword]}: {said}".rstrip())

    def _title(self, title: str, indent: str) -> str:
        """Give a title of the other language in this one if it was written by rote; else say that it is to be."""
        said = self.said_here(title)
        if not said:
            self._remark(indent, title)
        return said

    def _said_or_remark(self, indent: str, line: str) -> None:
        if said := self._title(line, indent):
            self.lines.append(f"{indent}{said}")

    def _remark(self, indent: str, *texts: str) -> None:
        """Say above what is to be translated how it reads in the other language."""
        said = self.words.keywords["to_translate"]
        self.lines += [f"{indent}# {said}: {text}" for text in texts if text.strip()]

    def _comments_before(self, line: int | None, indent: str) -> None:
        """Write the comments that stand above a line; a comment inside a table moves above what follows."""
        while self.comments and (line is None or self.comments[0].line < line):
            comment = self.comments.pop(0)
            if self.kept:
                self.lines.append(f"{indent}{comment.text}")

    def _background(self, steps: Sequence[Step], indent: str) -> None:
        written: list[tuple[int, Block, list[str]]] = []
        remarks: list[str] = []
        for step in steps:
            blocks = list(self._definitions(step))
            remarks += self._to_translate(step, blocks)
            for block in blocks:
                written.append((step.sentence.place.line, block, remarks))
                remarks = []
        if not written:
            return
        blank = self.lines and not self.lines[-1].lstrip().startswith(f"{self.words.keywords['rule']}:")
        if blank:
            self.lines.append("")
        self.lines.append(f"{indent}{self.words.keywords['background']}:")
        for position, (line, block, above) in enumerate(written):
            keyword = self.words.keywords["given" if position == 0 else "and"]
            self._remark(f"{indent}  ", *above)
            self._step(keyword, block, f"{indent}  ", line)
        self._remark(f"{indent}  ", *remarks)

    def _definitions(self, step: Step) -> Iterator[Block]:
        """Write a definition, and after it words of the language that no sentence of the files states."""
        place = self.places.find(step)
        stated_here = (place, *self._unworded(place)) if place else former_quantities(step, self.renderer.scorecard)
        if stated_here is None:
            yield _verbatim(step)
            return
        for stated in stated_here:
            block = self.blocks.block(stated)
            if block is not None:
                yield block

    def _to_translate(self, step: Step, blocks: Sequence[Block]) -> list[str]:
        """Give the words of a definition that this language has none for: labels of rows, texts for people."""
        place = self.places.find(step)
        if self.kept or place is None:
            return []
        if place.production == "card":
            card = self.renderer.scorecard.card
            whole = self.renderer.language in card.titles
        elif place.production in WORDING:
            whole = bool(blocks)
        else:
            whole = not any(lacks_words(block, place.production, self.words) for block in blocks[:1])
        theirs = lexicon(self.file.language)
        words = [] if whole else untranslated(step, place.production, theirs)
        names = unsaid_names(step, self.renderer.scorecard, theirs.language, self.words.language)
        return [*names, *words, *unsaid_reasons(step, blocks, theirs, self.words)]

    def _unworded(self, place: DefinitionSentence) -> Iterator[DefinitionSentence]:
        for wording in wordings(place):
            key = wording.production, wording.slots.get("name", "")
            if key not in self.worded:
                self.worded.add(key)
                yield wording

    def _step(self, keyword: str, block: Block, indent: str, line: int) -> None:
        self._comments_before(line, indent)
        self.lines.append(f"{indent}{keyword} {block.sentence}")
        self.lines += [f"{indent}  {row}" for row in table_lines(block.rows)]

    def _scenario(self, scenario: Scenario) -> None:
        keyword = "outline" if scenario.outline else "scenario"
        self._heading(keyword, scenario.title, scenario.location.line, "    ")
        for written, step in _with_keywords(scenario.steps):
            self._step(self.words.keywords[written], _verbatim(step), "      ", step.sentence.place.line)
        for examples in scenario.examples:
            self.lines.append("")
            self._examples(examples)

    def _translate(self, scenario: Scenario) -> None:
        """Write a scenario of the other language; one whose title many would share gets it above the first of them."""
        places = [row[0].place for table in scenario.examples for row in table.rows] or [scenario.location]
        found = [self.examples[place] for place in places if place in self.examples]
        for position, one in enumerate(translated(found, self.renderer)):
            self.lines.append("")
            title = scenario.title if position == 0 else ""
            self._comments_before(scenario.location.line, "    ")
            said = self._title(title, "    ")
            self.lines += scenario_lines(one, said, self.words)

    def _examples(self, examples: ExampleTable) -> None:
        self._heading("examples", examples.title, examples.location.line, "      ")
        rows = [examples.header, *examples.rows] if examples.header else []
        self.lines += [f"        {row}" for row in table_lines([_texts(row) for row in rows])]


def _nothing(_: str) -> str:
    return ""


def _is_header(comment: str) -> bool:
    return comment.lstrip("# ").startswith("language:")


def _verbatim(step: Step) -> Block:
    return Block(step.sentence.text, [_texts(row) for row in step.table or ()])


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _with_keywords(steps: Sequence[Step]) -> Iterator[tuple[str, Step]]:
    """Give each step the keyword of its section if it is the first there, else the word for and."""
    section: Section | None = None
    for step in steps:
        yield ("and" if step.section is section else str(step.section)), step
        section = step.section
