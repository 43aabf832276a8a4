"""Feature file exporter: canonical files from the model, and a first draft in the other language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, zip_longest
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.card_rows import card_rows
from rules.language.definition_sentences import WORDING, DefinitionResolver, ResolvedDefinition, wordings
from rules.language.definitions_card import list_of_field
from rules.language.diagnostic_collector import DiagnosticReport
from rules.language.gherkin_files import read_file
from rules.language.language_compiler import compile_language
from rules.language.language_versions import missing_examples
from rules.language.lexicon import language_of, load_lexicon, twin_path
from rules.language.productions import WRITERS
from rules.language.punctuation import to_ascii
from rules.language.render import Renderer
from rules.language.render_steps import change_lines, evaluate_line, expectation_line, record_rows, scenario_lines
from rules.language.source import StepSection
from rules.language.table_columns import FOR_PEOPLE, TABLES
from rules.language.tables import table_lines
from rules.language.vocabulary import OPENING
from rules.model.examples import FactChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Location
    from rules.language.lexicon import Lexicon
    from rules.language.patterns import SentencePattern
    from rules.language.row_codec import SentenceCells
    from rules.language.source import ExampleTable, Row, Rule, Scenario, SourceFile, Step
    from rules.model.examples import Change, Example, Expectation
    from rules.model.scorecard import Scorecard


_NAMES = ("fact", "setting", "criterion", "indicator", "finding", "rule", "name")


@dataclass(frozen=True, slots=True)
class TranslatedStep:
    """One step: its section, what it says, and the id after which its column is named if it is one of an outline."""

    section: StepSection
    block: StepBlock
    name: str


@dataclass(frozen=True, slots=True)
class TranslatedScenario:
    """One scenario; with a heading and rows an outline."""

    steps: tuple[TranslatedStep, ...]
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def translate_examples(examples: Sequence[Example], renderer: Renderer) -> list[TranslatedScenario]:
    """Write what one scenario, or the rows of one outline, stand for, in the language of a renderer.

    Rows that differ in their steps or tables, and not only in words of a step, become scenarios of their own.
    """
    every = [tuple(_steps(example, renderer)) for example in examples]
    if len(every) > 1 and len({_steps_shape(steps) for steps in every}) == 1:
        return [_folded(every)]
    return [TranslatedScenario(steps) for steps in every]


def _scenario_lines(scenario: TranslatedScenario, title: str, words: Lexicon) -> list[str]:
    steps = ((step.section, [step.block.sentence, *table_lines(step.block.rows)]) for step in scenario.steps)
    lines = scenario_lines(title, steps, words, outline=bool(scenario.rows))
    if scenario.rows:
        lines += ["", f"      {words.keywords['examples']}:"]
        lines += [f"        {row}" for row in table_lines([scenario.heading, *scenario.rows])]
    return lines


def _steps(example: Example, renderer: Renderer) -> Iterator[TranslatedStep]:
    for change in example.changes:
        yield TranslatedStep(StepSection.GIVEN, _change(change.item, renderer), _name(change.item))
    yield TranslatedStep(StepSection.WHEN, StepBlock(evaluate_line(example.as_of, renderer)), "date")
    for expected in example.expectations:
        sentence = expectation_line(expected.item, renderer)
        yield TranslatedStep(StepSection.THEN, StepBlock(sentence), _name(expected.item))


def _change(change: Change, renderer: Renderer) -> StepBlock:
    sentence = change_lines(change, renderer)[0]
    if isinstance(change, FactChange) and change.value is not None and change.value.records:
        return StepBlock(sentence, record_rows(change.fact, change.value, renderer))
    return StepBlock(sentence)


def _name(item: object) -> str:
    candidates = (getattr(item, name, None) for name in _NAMES)
    return next(
        (name for name in candidates if isinstance(name, str)), type(item).__name__.removeprefix("Expect").lower()
    )


def _steps_shape(steps: Sequence[TranslatedStep]) -> object:
    return tuple((step.section, tuple(tuple(row) for row in step.block.rows)) for step in steps)


def _folded(every: Sequence[tuple[TranslatedStep, ...]]) -> TranslatedScenario:
    """Put what differs between scenarios of the same steps into columns."""
    columns: dict[str, tuple[str, ...]] = {}
    steps = []
    for same in zip(*every, strict=True):
        first = same[0]
        sentences = [step.block.sentence.split(" ") for step in same]
        sentence = first.block.sentence
        if any(words != sentences[0] for words in sentences):
            before, behind = _common(sentences)
            values = tuple(" ".join(words[before : len(words) - behind]) for words in sentences)
            column = _column(first.name, values, columns)
            words = sentences[0]
            sentence = " ".join([*words[:before], f"<{column}>", *words[len(words) - behind :]])
        steps.append(TranslatedStep(first.section, StepBlock(sentence, first.block.rows), first.name))
    rows = tuple(zip(*columns.values(), strict=True))
    return TranslatedScenario(tuple(steps), tuple(columns), rows)


def _common(sentences: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Count the words that all begin with, and those that all end with; of each at least one word is left between."""
    shortest = min(map(len, sentences))
    before = _alike(sentences, shortest - 1)
    behind = _alike([words[::-1] for words in sentences], shortest - 1 - before)
    return before, behind


def _alike(sentences: Sequence[Sequence[str]], most: int) -> int:
    return next((at for at in range(most) if len({words[at] for words in sentences}) > 1), most)


def _column(name: str, values: tuple[str, ...], columns: dict[str, tuple[str, ...]]) -> str:
    """Name a column, or use the one that says the same."""
    number, unique = 1, name
    while unique in columns and columns[unique] != values:
        number += 1
        unique = f"{name}_{number}"
    columns[unique] = values
    return unique


@dataclass(frozen=True, slots=True)
class StepBlock:
    """A step to write: its sentence, and the rows of its table with the heading."""

    sentence: str
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class DefinitionWriter:
    """Writes definition sentences of one scorecard in one language; `skeleton` keeps blank columns for labels."""

    scorecard: Scorecard
    language: str
    skeleton: bool = False

    @cached_property
    def _render(self) -> Renderer:
        """Write in the language; in a skeleton what the card table says to people stands in its other language."""
        card = self.scorecard.card
        if not self.skeleton:
            return Renderer(self.scorecard, self.language)
        titles = card.titles if self.language in card.titles else {**card.titles, self.language: card.id}
        texts = tuple({self.language: next(iter(words.values()), card.id), **words} for words in card.not_assessed)
        filled = card.model_copy(update={"titles": titles, "not_assessed": texts})
        return Renderer(self.scorecard.model_copy(update={"card": filled}), self.language)

    def block(self, definition: ResolvedDefinition) -> StepBlock | None:
        """Write a definition sentence; None if it would say nothing in this language."""
        written = WRITERS[definition.production](self._render, definition)
        return None if written is None else self._filled(written.production or definition.production, written)

    def _filled(self, production: str, written: SentenceCells) -> StepBlock:
        sentence = self._render.words.sentences[production].write(**written.slots)
        if written.rows is None:
            return StepBlock(sentence, written.headed_table)
        return self._table(written.table or production, sentence, written.rows)

    def _table(self, kind: str, sentence: str, rows: Sequence[Mapping[str, str]]) -> StepBlock:
        """Lay out cells as a table with the columns that are needed or filled."""
        columns = self._render.words.columns[kind].by_key
        kept = [
            key
            for key in columns
            if key in TABLES[kind].needs or any(row.get(key) for row in rows) or (self.skeleton and key in FOR_PEOPLE)
        ]
        heading = [columns[key] for key in kept]
        return StepBlock(sentence, [heading, *([row.get(key, "") for key in kept] for row in rows)])


_NUMBERED = re.compile(r" \(\d+\)\Z")


def added_examples_path(language: str) -> str:
    """Name the file of one language."""
    return f"further.{language}.feature"


def append_examples(
    text: str | None, by_rule: Mapping[str, Sequence[Example]], scorecard: Scorecard, language: str
) -> str:
    """Write examples, by the rule that each is about, behind those of the file, or into a new one.

    Examples of one rule that differ in words alone become the rows of an outline. Above each scenario a comment asks to
    confirm it.
    """
    renderer, words = Renderer(scorecard, language), load_lexicon(language)
    lines = (text or _opening(scorecard, language, words)).rstrip("\n").split("\n")
    titles = {line.partition(": ")[2] for line in lines}
    for rule, examples in by_rule.items():
        for shape in _by_shape(examples):
            for translated in translate_examples(shape, renderer):
                title = next(name for name in _numbered(rule) if name not in titles)
                titles.add(title)
                lines += ["", f"    # {words.keywords['proposed_further']}", *_scenario_lines(translated, title, words)]
    return "\n".join(lines) + "\n"


def title_translator(scorecard: Scorecard, here: str, there: str) -> Callable[[str], str]:
    """Give who says in one language what `append_examples` wrote in another; nothing of what somebody else wrote."""
    ours, theirs = _own_words(scorecard, here), _own_words(scorecard, there)
    known = {our_title: theirs[of] for of, our_title in ours.items() if of in theirs}

    def other(full_title: str) -> str:
        title, _, number = full_title.rpartition(" (") if _NUMBERED.search(full_title) else (full_title, "", "")
        translation = known.get(title, "")
        return f"{translation} ({number}" if translation and number else translation

    return other


def _own_words(scorecard: Scorecard, language: str) -> Mapping[str, str]:
    """Give the title, the prose, the rule and what each place of the model is called, by that place."""
    keywords = load_lexicon(language).keywords
    title = keywords["further"].format(title=scorecard.card.titles.get(language, scorecard.card.id))
    headings = {row.path: row.heading for row in card_rows(scorecard, language)}
    return {"feature": title, "prose": keywords["further_prose"], "rule": keywords["further_rule"], **headings}


def _opening(scorecard: Scorecard, language: str, words: Lexicon) -> str:
    card, keywords = scorecard.card, words.keywords
    title = keywords["further"].format(title=card.titles.get(language, card.id))
    named = words.sentences["scorecard"].write(card=card.id)
    lines = (
        f"# language: {words.dialect}",
        f"{keywords['feature']}: {title}",
        f"  {keywords['further_prose']}",
        "",
        f"  {keywords['background']}:",
        f"    {keywords['given']} {named}",
        "",
        f"  {keywords['rule']}: {keywords['further_rule']}",
    )
    return "\n".join(lines)


def _numbered(title: str) -> Iterator[str]:
    yield title
    yield from (f"{title} ({number})" for number in count(2))


def _by_shape(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    """Put those together that change and expect the same kinds of things of the same names."""
    groups: dict[object, list[Example]] = {}
    for example in examples:
        groups.setdefault(_shape(example), []).append(example)
    yield from groups.values()


def _shape(example: Example) -> object:
    items = chain((change.item for change in example.changes), (change.item for change in example.expectations))
    return tuple(map(_kind, items))


def _kind(item: Change | Expectation) -> object:
    """Tell apart what reads as another sentence, or has a table, which no row of an outline can vary."""
    if not isinstance(item, FactChange):
        return type(item)
    value = item.value
    return item.fact, value is None or value.kind is None, value and value.not_applicable, repr(value and value.records)


_WORDS = FOR_PEOPLE | {"words"}
_CARD = frozenset({"title", "not_assessed"})


def untranslated_words(step: Step, production: str, words: Lexicon) -> list[str]:
    """Give the words of a definition that are for people only, each behind the id or field that it belongs to."""
    if production == "called":
        return [step.sentence.text]
    return list(_card(step, words) if production == "card" else _table(step, production, words))


def has_blank_words(block: StepBlock, production: str, words: Lexicon) -> bool:
    """Say whether a written definition leaves a cell blank that holds words for people."""
    known = words.columns.get(production)
    if known is None or not block.rows:
        return False
    heading, *rows = block.rows
    word_columns = [position for position, name in enumerate(heading) if known.read(name) in FOR_PEOPLE]
    return any(not row[position] for row in rows for position in word_columns)


def missing_names(step: Step, scorecard: Scorecard, theirs: str, ours: str) -> list[str]:
    """Give the names that a sentence gives to quantities and conditions, behind their ids, if we have none for them."""
    sentence = to_ascii(step.sentence.text)
    named = (
        (quantity.id, to_ascii(quantity.labels.get(theirs, "")))
        for quantity in scorecard.quantities
        if ours not in quantity.labels
    )
    return [f"{id}: {label}" for id, label in named if label and f"{label} ({id})" in sentence]


def missing_reasons(step: Step, blocks: Sequence[StepBlock], theirs: Lexicon, ours: Lexicon) -> list[str]:
    """Give the reasons for which the rules leave something open, if a written row leaves it open without one."""
    open_ = ours.words["values"].write("undetermined")
    if not any(cell == open_ for block in blocks for row in block.rows for cell in row):
        return []
    form = theirs.forms["left_open"]
    cells = ((row[0], cell) for row in step.table or () for cell in row)
    open_reasons = ((first.text, parse) for first, cell in cells for parse in [_reason(form, cell.text)] if parse)
    return [f"{first}: {reason}" if first != form.write(reason=reason) else reason for first, reason in open_reasons]


def _reason(form: SentencePattern, cell: str) -> str | None:
    plain = to_ascii(cell)
    return next((cell[slice(*parse["reason"])] for parse in form.parses(plain)), None)


def _card(step: Step, words: Lexicon) -> Iterator[str]:
    for field, value in (row[:2] for row in (step.table or ())[1:]):
        if words.words["card"].read(field.text) in _CARD:
            yield f"{field.text}: {value.text}"


def _table(step: Step, production: str, words: Lexicon) -> Iterator[str]:
    known = words.columns.get(production)
    if known is None or not step.table:
        return
    heading, *rows = step.table
    for row in rows:
        for name, cell in zip(heading, row, strict=True):
            if known.read(name.text) in _WORDS and cell.text:
                yield f"{row[0].text}: {cell.text}"


def export_folder(scorecard: Scorecard, sources: Mapping[str, str], language: str) -> dict[str, str]:
    """Write the feature files of a scorecard in one language, by their paths.

    A file written in that language comes back in canonical form: definitions from the model, titles, prose, comments
    and scenarios kept; behind the scenarios of each rule come those that only another language has. A file that has no
    twin in that language begins as its translation: the same definitions with ids where labels are missing, the same
    examples, and blank titles. Above each thing that people must translate a remark says how it reads in the other
    language. Titles of examples alone need none where the card speaks the language already: they stay as they are.
    """
    layouts: dict[str, SourceFile] = {}
    for path, text in sources.items():
        file = _parse_source(path, text)
        if file is not None and (file.language == language or twin_path(path, language) not in sources):
            layouts[twin_path(path, language)] = file
    cards = {path: _stated_in(file, scorecard, sources) for path, file in layouts.items()}
    worded = {worded_name for path, file in layouts.items() for worded_name in _worded(cards[path], file)}
    ours = _examples(sources, language)
    theirs = [example for other in LANGUAGES if other != language for example in _examples(sources, other)]
    every = {example.location: example for example in theirs}
    lacking = {example.location: example for example in missing_examples(theirs, ours)}
    speaks = any(language_of(path) == language for path in sources)
    written: dict[str, str] = {}
    for path, file in sorted(layouts.items()):
        if file.language == language:
            others = _OtherLanguage(lacking, as_said=True, rules=tuple(_twin_rules(file, sources)))
        else:
            others = _OtherLanguage(every, as_said=speaks and not _defines(file))
        written[path] = _FileWriter(cards[path], file, language, worded, others).write()
    return written


def _examples(sources: Mapping[str, str], language: str) -> tuple[Example, ...]:
    """Give the examples of one language; none if its files have an error."""
    own = {path: text for path, text in sources.items() if language_of(path) == language}
    return compile_language(own, load_lexicon(language)).examples if own else ()


def _twin_rules(file: SourceFile, sources: Mapping[str, str]) -> Iterator[Rule]:
    """Give the rules of the same file in the other languages."""
    for path in (twin_path(file.path, language) for language in LANGUAGES if language != file.language):
        twin = _parse_source(path, sources[path]) if path in sources else None
        yield from () if twin is None else twin.rules


def _defines(file: SourceFile) -> bool:
    """Say whether a file states anything; the first sentence of each names the card."""
    return len(file.background) > 1 or any(rule.background for rule in file.rules)


def translation_remarks(files: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Give what remarks of exported files say is to be translated, each once, in their order."""
    remark = f"# {load_lexicon(language).keywords['to_translate']}: "
    stripped = (line.strip() for path in sorted(files) for line in files[path].split("\n"))
    return tuple(dict.fromkeys(line.removeprefix(remark) for line in stripped if line.startswith(remark)))


def _parse_source(path: str, text: str) -> SourceFile | None:
    language = language_of(path)
    if language is None:
        return None
    return read_file(path, text, load_lexicon(language), DiagnosticReport(language, {path: text.split("\n")}))


def _stated_in(file: SourceFile, scorecard: Scorecard, sources: Mapping[str, str]) -> Scorecard:
    """Give the scorecard from which a file is written; a vocabulary has words that the card does not use."""
    words = load_lexicon(file.language)
    definition = DefinitionResolver(scorecard, words).find(file.background[0]) if file.background else None
    if definition is None or definition.production != OPENING:
        return scorecard
    own = {path: text for path, text in sources.items() if language_of(path) == file.language}
    return compile_language(own, words).with_vocabularies or scorecard


def _worded(scorecard: Scorecard, file: SourceFile) -> Iterator[tuple[str, str]]:
    """Give what a file gives words to in sentences of their own: choices, grades, things that are called."""
    places = DefinitionResolver(scorecard, load_lexicon(file.language))
    for step in (*file.background, *(step for rule in file.rules for step in rule.background)):
        definition = places.find(step)
        if definition is not None and definition.production in WORDING:
            yield definition.production, definition.slots.get("name", "")


@dataclass(frozen=True, slots=True)
class _Comment:
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _OtherLanguage:
    """What a file takes from another language: examples by place, the rules of its twin, and titles as they are."""

    examples: Mapping[Location, Example]
    as_said: bool
    rules: tuple[Rule, ...] = ()


class _FileWriter:
    """Writes one file from the model and its layout."""

    def __init__(
        self,
        scorecard: Scorecard,
        file: SourceFile,
        language: str,
        worded: set[tuple[str, str]],
        others: _OtherLanguage,
    ) -> None:
        self.file = file
        self.others = others
        self.renderer = Renderer(scorecard, language)
        self.words: Lexicon = load_lexicon(language)
        self.is_original_language = file.language == language
        self.definition_resolver = DefinitionResolver(scorecard, load_lexicon(file.language))
        self.blocks = DefinitionWriter(scorecard, language, skeleton=not self.is_original_language)
        self.worded = worded
        self.comments = [_Comment(*comment) for comment in file.comments if not _is_header(comment[1])]
        self.lines: list[str] = [f"# language: {self.words.dialect}"]
        further = not self.is_original_language and file.path == added_examples_path(file.language)
        self.translate_title = title_translator(scorecard, file.language, language) if further else _nothing

    def write(self) -> str:
        """Write the whole file."""
        file = self.file
        self._heading("feature", file.title, file.location.line, "")
        if file.prose and self.is_original_language:
            self.lines += [f"  {line}".rstrip() for line in file.prose.split("\n")]
        elif file.prose:
            for line in file.prose.split("\n"):
                self._said_or_remark("  ", line)
        self._background(file.background, "  ")
        for own, other in zip_longest(file.rules, self.others.rules):
            if own is not None:
                self._rule(own)
            lacking = () if other is None else tuple(filter(self._examples_to_write, other.scenarios))
            if own is None and lacking:
                self.lines += ["", f"  {self.words.keywords['rule']}: {other.title}"]
            for scenario in lacking:
                self._translate(scenario)
        self._comments_before(None, "")
        return "\n".join(self.lines) + "\n"

    def _rule(self, rule: Rule) -> None:
        self.lines.append("")
        self._heading("rule", rule.title, rule.location.line, "  ")
        self._background(rule.background, "    ")
        for scenario in rule.scenarios:
            if self.is_original_language:
                self.lines.append("")
                self._scenario(scenario)
            else:
                self._translate(scenario)

    def _heading(self, keyword: str, title: str, line: int, indent: str) -> None:
        self._comments_before(line, indent)
        written_title = title if self.is_original_language else self._title(title, indent)
        self.lines.append(f"{indent}{self.words.keywords[keyword]}: {written_title}".rstrip())

    def _title(self, title: str, indent: str) -> str:
        """Give a title of the other language here if it was written by rote; else as it is, or say what is to do."""
        translation = self.translate_title(title) or (title if self.others.as_said else "")
        if not translation:
            self._remark(indent, title)
        return translation

    def _said_or_remark(self, indent: str, line: str) -> None:
        if translation := self._title(line, indent):
            self.lines.append(f"{indent}{translation}")

    def _remark(self, indent: str, *texts: str) -> None:
        """Say above what is to be translated how it reads in the other language."""
        self.lines += [f"{indent}{line}" for line in self._remarks(texts)]

    def _remarks(self, texts: Sequence[str]) -> list[str]:
        remark = self.words.keywords["to_translate"]
        return [f"# {remark}: {text}" for text in texts if text.strip()]

    def _comments_before(self, line: int | None, indent: str) -> None:
        """Write the comments that stand above a line; a comment inside a table moves above what follows."""
        while self.comments and (line is None or self.comments[0].line < line):
            comment = self.comments.pop(0)
            if self.is_original_language:
                self.lines.append(f"{indent}{comment.text}")

    def _background(self, steps: Sequence[Step], indent: str) -> None:
        written: list[tuple[int, StepBlock, list[str]]] = []
        remarks: list[str] = []
        for step in steps:
            blocks = list(self._definitions(step))
            remarks += self._remarks(self._to_translate(step, blocks))
            if not blocks and not self.is_original_language:
                remarks += self._to_fill_in(step)
            for block in blocks:
                written.append((step.sentence.location.line, block, remarks))
                remarks = []
        if not written:
            return
        blank = self.lines and not self.lines[-1].lstrip().startswith(f"{self.words.keywords['rule']}:")
        if blank:
            self.lines.append("")
        self.lines.append(f"{indent}{self.words.keywords['background']}:")
        for position, (line, block, above) in enumerate(written):
            keyword = self.words.keywords["given" if position == 0 else "and"]
            self.lines += [f"{indent}  {remark}" for remark in above]
            self._step(keyword, block, f"{indent}  ", line)
        self.lines += [f"{indent}  {remark}" for remark in remarks]

    def _definitions(self, step: Step) -> Iterator[StepBlock]:
        """Write a definition, and after it words of the language that no sentence of the files states."""
        definition = self.definition_resolver.find(step)
        if definition is None:
            yield _verbatim(step)
            return
        for stated in (definition, *self._unworded(definition)):
            block = self.blocks.block(stated)
            if block is not None:
                yield block

    def _to_translate(self, step: Step, blocks: Sequence[StepBlock]) -> list[str]:
        """Give the words of a definition that this language has none for: labels of rows, texts for people."""
        definition = self.definition_resolver.find(step)
        if self.is_original_language or definition is None:
            return []
        if definition.production == "card":
            card = self.renderer.scorecard.card
            whole = self.renderer.language in card.titles
        elif definition.production in WORDING:
            whole = bool(blocks)
        else:
            whole = not any(has_blank_words(block, definition.production, self.words) for block in blocks[:1])
        theirs = load_lexicon(self.file.language)
        words = [] if whole else untranslated_words(step, definition.production, theirs)
        names = missing_names(step, self.renderer.scorecard, theirs.language, self.words.language)
        return [*names, *words, *missing_reasons(step, blocks, theirs, self.words)]

    def _to_fill_in(self, step: Step) -> list[str]:
        """Write as comments the sentence that gives words to what has none in this language, with blanks for them."""
        definition = self.definition_resolver.find(step)
        if definition is None or definition.production not in WORDING:
            return []
        name = definition.slots.get("name", "")
        if definition.production == "choices":
            name = self.renderer.name(name, list_of_field(self.renderer, name))
        sentence = self.words.sentences[definition.production].write(**{"name": name, "words": "…"} if name else {})
        rows: list[list[str]] = []
        if step.table:
            columns = self.words.columns[definition.production].by_key
            ids = definition.ids or [row[0].text for row in step.table[1:]]
            rows = [[columns[key] for key in columns], *([id, *[""] * (len(columns) - 1)] for id in ids)]
        keyword = self.words.keywords["and"]
        return [f"# {keyword} {sentence}", *(f"#   {row}" for row in table_lines(rows))]

    def _unworded(self, definition: ResolvedDefinition) -> Iterator[ResolvedDefinition]:
        for wording in wordings(definition):
            key = wording.production, wording.slots.get("name", "")
            if key not in self.worded:
                self.worded.add(key)
                yield wording

    def _step(self, keyword: str, block: StepBlock, indent: str, line: int) -> None:
        self._comments_before(line, indent)
        self.lines.append(f"{indent}{keyword} {block.sentence}")
        self.lines += [f"{indent}  {row}" for row in table_lines(block.rows)]

    def _scenario(self, scenario: Scenario) -> None:
        keyword = "outline" if scenario.outline else "scenario"
        self._heading(keyword, scenario.title, scenario.location.line, "    ")
        for written, step in _with_keywords(scenario.steps):
            self._step(self.words.keywords[written], _verbatim(step), "      ", step.sentence.location.line)
        for examples in scenario.examples:
            self.lines.append("")
            self._examples(examples)

    def _examples_to_write(self, scenario: Scenario) -> list[Example]:
        """Give the examples of a scenario of the other language that are to be written."""
        locations = [row[0].location for table in scenario.examples for row in table.rows] or [scenario.location]
        return [self.others.examples[location] for location in locations if location in self.others.examples]

    def _translate(self, scenario: Scenario) -> None:
        """Write a scenario of the other language; titles of what comes apart are numbered, or left to be written."""
        for position, translated in enumerate(translate_examples(self._examples_to_write(scenario), self.renderer)):
            self.lines.append("")
            further = f"{scenario.title} ({position + 1})" if self.others.as_said else ""
            title = self._title(further if position else scenario.title, "    ")
            self.lines += _scenario_lines(translated, title, self.words)

    def _examples(self, examples: ExampleTable) -> None:
        self._heading("examples", examples.title, examples.location.line, "      ")
        rows = [examples.header, *examples.rows] if examples.header else []
        self.lines += [f"        {row}" for row in table_lines([_texts(row) for row in rows])]


def _nothing(_: str) -> str:
    return ""


def _is_header(comment: str) -> bool:
    return comment.lstrip("# ").startswith("language:")


def _verbatim(step: Step) -> StepBlock:
    return StepBlock(step.sentence.text, [_texts(row) for row in step.table or ()])


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _with_keywords(steps: Sequence[Step]) -> Iterator[tuple[str, Step]]:
    """Give each step the keyword of its section if it is the first there, else the word for and."""
    section: StepSection | None = None
    for step in steps:
        yield ("and" if step.section is section else str(step.section)), step
        section = step.section
