"""Feature file exporter: canonical files from the model, and a first draft in the other language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, zip_longest
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.card_rows import card_rows
from rules.language.definition_sentences import WORDING, DefinitionResolver, ResolvedDefinition, wording_sentences
from rules.language.definitions_card import list_of_field
from rules.language.diagnostic_collector import DiagnosticReport
from rules.language.gherkin_files import read_file
from rules.language.language_compiler import compile_language
from rules.language.language_versions import missing_examples
from rules.language.lexicon import language_of, load_lexicon, twin_path
from rules.language.productions import WRITERS
from rules.language.punctuation import to_ascii
from rules.language.render import Renderer
from rules.language.render_steps import change_step, evaluate_line, expectation_line, scenario_lines
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


_NAME_ATTRIBUTES = ("fact", "setting", "criterion", "indicator", "finding", "rule", "name")


@dataclass(frozen=True, slots=True)
class TranslatedStep:
    """One step; `name` names its column in an outline."""

    section: StepSection
    block: StepBlock
    name: str


@dataclass(frozen=True, slots=True)
class TranslatedScenario:
    """One scenario, or an outline if it has a heading and rows."""

    steps: tuple[TranslatedStep, ...]
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def _translate_examples(examples: Sequence[Example], renderer: Renderer) -> list[TranslatedScenario]:
    every = [tuple(_steps(example, renderer)) for example in examples]
    if len(every) > 1 and len({_steps_shape(steps) for steps in every}) == 1:
        return [_fold_into_outline(every)]
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
        yield TranslatedStep(StepSection.CONTEXT, StepBlock(*change_step(change.item, renderer)), _name(change.item))
    yield TranslatedStep(StepSection.WHEN, StepBlock(evaluate_line(example.as_of, renderer)), "date")
    for expected in example.expectations:
        sentence = expectation_line(expected.item, renderer)
        yield TranslatedStep(StepSection.THEN, StepBlock(sentence), _name(expected.item))


def _name(item: object) -> str:
    candidates = (getattr(item, name, None) for name in _NAME_ATTRIBUTES)
    return next(
        (name for name in candidates if isinstance(name, str)), type(item).__name__.removeprefix("Expect").lower()
    )


def _steps_shape(steps: Sequence[TranslatedStep]) -> object:
    return tuple((step.section, tuple(tuple(row) for row in step.block.rows)) for step in steps)


def _fold_into_outline(every: Sequence[tuple[TranslatedStep, ...]]) -> TranslatedScenario:
    columns: dict[str, tuple[str, ...]] = {}
    steps = []
    for same in zip(*every, strict=True):
        first = same[0]
        sentences = [step.block.sentence.split(" ") for step in same]
        sentence = first.block.sentence
        if any(words != sentences[0] for words in sentences):
            before, behind = _common_ends(sentences)
            values = tuple(" ".join(words[before : len(words) - behind]) for words in sentences)
            column = _add_column(first.name, values, columns)
            words = sentences[0]
            sentence = " ".join([*words[:before], f"<{column}>", *words[len(words) - behind :]])
        steps.append(TranslatedStep(first.section, StepBlock(sentence, first.block.rows), first.name))
    rows = tuple(zip(*columns.values(), strict=True))
    return TranslatedScenario(tuple(steps), tuple(columns), rows)


def _common_ends(sentences: Sequence[Sequence[str]]) -> tuple[int, int]:
    shortest = min(map(len, sentences))
    before = _common_prefix_length(sentences, shortest - 1)
    behind = _common_prefix_length([words[::-1] for words in sentences], shortest - 1 - before)
    return before, behind


def _common_prefix_length(sentences: Sequence[Sequence[str]], most: int) -> int:
    return next((at for at in range(most) if len({words[at] for words in sentences}) > 1), most)


def _add_column(name: str, values: tuple[str, ...], columns: dict[str, tuple[str, ...]]) -> str:
    number, unique = 1, name
    while unique in columns and columns[unique] != values:
        number += 1
        unique = f"{name}_{number}"
    columns[unique] = values
    return unique


@dataclass(frozen=True, slots=True)
class StepBlock:
    """A step to write: its sentence and table rows."""

    sentence: str
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class DefinitionWriter:
    """Writer of definition sentences; `skeleton` adds blank columns for labels."""

    scorecard: Scorecard
    language: str
    skeleton: bool = False

    @cached_property
    def _render(self) -> Renderer:
        card = self.scorecard.card
        if not self.skeleton:
            return Renderer(self.scorecard, self.language)
        titles = card.titles if self.language in card.titles else {**card.titles, self.language: card.id}
        texts = tuple({self.language: next(iter(words.values()), card.id), **words} for words in card.not_assessed)
        filled = card.model_copy(update={"titles": titles, "not_assessed": texts})
        return Renderer(self.scorecard.model_copy(update={"card": filled}), self.language)

    def block(self, definition: ResolvedDefinition) -> StepBlock | None:
        written = WRITERS[definition.production](self._render, definition)
        return None if written is None else self._filled(written.production or definition.production, written)

    def _filled(self, production: str, written: SentenceCells) -> StepBlock:
        sentence = self._render.words.sentences[production].write(**written.slots)
        if written.rows is None:
            return StepBlock(sentence, written.headed_table)
        return self._table(written.table or production, sentence, written.rows)

    def _table(self, kind: str, sentence: str, rows: Sequence[Mapping[str, str]]) -> StepBlock:
        columns = self._render.words.columns[kind].by_key
        column_keys = [
            key
            for key in columns
            if key in TABLES[kind].needs or any(row.get(key) for row in rows) or (self.skeleton and key in FOR_PEOPLE)
        ]
        heading = [columns[key] for key in column_keys]
        return StepBlock(sentence, [heading, *([row.get(key, "") for key in column_keys] for row in rows)])


_NUMBERED = re.compile(r" \(\d+\)\Z")


def added_examples_path(language: str) -> str:
    """Return the name of the file for added examples."""
    return f"further.{language}.feature"


def append_examples(
    text: str | None, by_rule: Mapping[str, Sequence[Example]], scorecard: Scorecard, language: str
) -> str:
    """Append examples by rule to a feature file, or to a new one if `text` is None.

    Examples of one rule that differ only in words become an outline. A comment above each scenario requests
    confirmation.
    """
    renderer, words = Renderer(scorecard, language), load_lexicon(language)
    lines = (text or _opening(scorecard, language, words)).rstrip("\n").split("\n")
    titles = {line.partition(": ")[2] for line in lines}
    for rule, examples in by_rule.items():
        for shape in _group_by_shape(examples):
            for translated in _translate_examples(shape, renderer):
                title = next(name for name in _numbered(rule) if name not in titles)
                titles.add(title)
                lines += ["", f"    # {words.keywords['proposed_further']}", *_scenario_lines(translated, title, words)]
    return "\n".join(lines) + "\n"


def _title_translator(scorecard: Scorecard, here: str, there: str) -> Callable[[str], str]:
    """Return a translator for titles written by `append_examples`; other titles become an empty string."""
    ours, theirs = _generated_texts(scorecard, here), _generated_texts(scorecard, there)
    known = {our_title: theirs[path] for path, our_title in ours.items() if path in theirs}

    def translate(full_title: str) -> str:
        title, _, number = full_title.rpartition(" (") if _NUMBERED.search(full_title) else (full_title, "", "")
        translation = known.get(title, "")
        return f"{translation} ({number}" if translation and number else translation

    return translate


def _generated_texts(scorecard: Scorecard, language: str) -> Mapping[str, str]:
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


def _group_by_shape(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    groups: dict[object, list[Example]] = {}
    for example in examples:
        groups.setdefault(_shape(example), []).append(example)
    yield from groups.values()


def _shape(example: Example) -> object:
    items = chain((change.item for change in example.changes), (change.item for change in example.expectations))
    return tuple(map(_kind, items))


def _kind(item: Change | Expectation) -> object:
    if not isinstance(item, FactChange):
        return type(item)
    value = item.value
    return item.fact, value is None or value.kind is None, value and value.not_applicable, repr(value and value.records)


_TRANSLATED_COLUMNS = FOR_PEOPLE | {"words"}
_TRANSLATED_CARD_FIELDS = frozenset({"title", "not_assessed"})


def _untranslated_words(step: Step, production: str, words: Lexicon) -> list[str]:
    if production == "called":
        return [step.sentence.text]
    return list(_card_words(step, words) if production == "card" else _table(step, production, words))


def _has_blank_words(block: StepBlock, production: str, words: Lexicon) -> bool:
    known = words.columns.get(production)
    if known is None or not block.rows:
        return False
    heading, *rows = block.rows
    word_columns = [position for position, name in enumerate(heading) if known.read(name) in FOR_PEOPLE]
    return any(not row[position] for row in rows for position in word_columns)


def _missing_names(step: Step, scorecard: Scorecard, theirs: str, ours: str) -> list[str]:
    sentence = to_ascii(step.sentence.text)
    named = (
        (quantity.id, to_ascii(quantity.labels.get(theirs, "")))
        for quantity in scorecard.quantities
        if ours not in quantity.labels
    )
    return [f"{id}: {label}" for id, label in named if label and f"{label} ({id})" in sentence]


def _missing_reasons(step: Step, blocks: Sequence[StepBlock], theirs: Lexicon, ours: Lexicon) -> list[str]:
    undetermined = ours.words["values"].write("undetermined")
    if not any(cell == undetermined for block in blocks for row in block.rows for cell in row):
        return []
    form = theirs.forms["left_open"]
    cells = ((row[0], cell) for row in step.table or () for cell in row)
    reasons_by_row = (
        (first.text, parse) for first, cell in cells for parse in [_read_reason(form, cell.text)] if parse
    )
    return [f"{first}: {reason}" if first != form.write(reason=reason) else reason for first, reason in reasons_by_row]


def _read_reason(form: SentencePattern, cell: str) -> str | None:
    plain = to_ascii(cell)
    return next((cell[slice(*parse["reason"])] for parse in form.parses(plain)), None)


def _card_words(step: Step, words: Lexicon) -> Iterator[str]:
    for field, value in (row[:2] for row in (step.table or ())[1:]):
        if words.words["card"].read(field.text) in _TRANSLATED_CARD_FIELDS:
            yield f"{field.text}: {value.text}"


def _table(step: Step, production: str, words: Lexicon) -> Iterator[str]:
    known = words.columns.get(production)
    if known is None or not step.table:
        return
    heading, *rows = step.table
    for row in rows:
        for name, cell in zip(heading, row, strict=True):
            if known.read(name.text) in _TRANSLATED_COLUMNS and cell.text:
                yield f"{row[0].text}: {cell.text}"


def export_folder(scorecard: Scorecard, sources: Mapping[str, str], language: str) -> dict[str, str]:
    """Render the feature files of a scorecard in one language, by path.

    A file in that language keeps its titles, prose, comments and scenarios. Its definitions come from the model.
    Scenarios that only another language has are added to their rules.

    A file without twin starts as a translation with blank titles, ids for missing labels, and remarks that quote the
    texts to translate. Files with examples alone keep their titles if the scorecard already has files in that language.
    """
    layouts = _layouts(sources, language)
    cards = {path: _scorecard_for(file, scorecard, sources) for path, file in layouts.items()}
    known_wordings = {worded_name for path, file in layouts.items() for worded_name in _wordings_in(cards[path], file)}
    ours = _examples(sources, language)
    theirs = [example for other in LANGUAGES if other != language for example in _examples(sources, other)]
    every = {example.location: example for example in theirs}
    lacking = {example.location: example for example in missing_examples(theirs, ours)}
    speaks = any(language_of(path) == language for path in sources)
    written: dict[str, str] = {}
    for path, file in sorted(layouts.items()):
        if file.language == language:
            others = _OtherLanguage(lacking, copies_titles=True, rules=tuple(_twin_rules(file, sources)))
        else:
            others = _OtherLanguage(every, copies_titles=speaks and not _has_definitions(file))
        written[path] = _FileWriter(cards[path], file, language, known_wordings, others).write()
    return written


def _layouts(sources: Mapping[str, str], language: str) -> dict[str, SourceFile]:
    """Return the source file with the layout of each file to write, by the path to write."""
    layouts: dict[str, SourceFile] = {}
    for path, text in sources.items():
        file = _parse_source(path, text)
        if file is not None and (file.language == language or twin_path(path, language) not in sources):
            layouts[twin_path(path, language)] = file
    return layouts


def _examples(sources: Mapping[str, str], language: str) -> tuple[Example, ...]:
    own = {path: text for path, text in sources.items() if language_of(path) == language}
    return compile_language(own, load_lexicon(language)).examples if own else ()


def _twin_rules(file: SourceFile, sources: Mapping[str, str]) -> Iterator[Rule]:
    for path in (twin_path(file.path, language) for language in LANGUAGES if language != file.language):
        twin = _parse_source(path, sources[path]) if path in sources else None
        yield from () if twin is None else twin.rules


def _has_definitions(file: SourceFile) -> bool:
    return len(file.background) > 1 or any(rule.background for rule in file.rules)


def translation_remarks(files: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Return the texts that exported files mark for translation, without duplicates."""
    remark = f"# {load_lexicon(language).keywords['to_translate']}: "
    stripped = (line.strip() for path in sorted(files) for line in files[path].split("\n"))
    return tuple(dict.fromkeys(line.removeprefix(remark) for line in stripped if line.startswith(remark)))


def _parse_source(path: str, text: str) -> SourceFile | None:
    language = language_of(path)
    if language is None:
        return None
    return read_file(path, text, load_lexicon(language), DiagnosticReport(language, {path: text.split("\n")}))


def _scorecard_for(file: SourceFile, scorecard: Scorecard, sources: Mapping[str, str]) -> Scorecard:
    words = load_lexicon(file.language)
    definition = DefinitionResolver(scorecard, words).find(file.background[0]) if file.background else None
    if definition is None or definition.production != OPENING:
        return scorecard
    own = {path: text for path, text in sources.items() if language_of(path) == file.language}
    return compile_language(own, words).with_vocabularies or scorecard


def _wordings_in(scorecard: Scorecard, file: SourceFile) -> Iterator[tuple[str, str]]:
    resolver = DefinitionResolver(scorecard, load_lexicon(file.language))
    for step in (*file.background, *(step for rule in file.rules for step in rule.background)):
        definition = resolver.find(step)
        if definition is not None and definition.production in WORDING:
            yield definition.production, definition.slots.get("name", "")


@dataclass(frozen=True, slots=True)
class _OtherLanguage:
    examples: Mapping[Location, Example]
    copies_titles: bool
    rules: tuple[Rule, ...] = ()


class _FileWriter:
    def __init__(
        self,
        scorecard: Scorecard,
        file: SourceFile,
        language: str,
        known_wordings: set[tuple[str, str]],
        others: _OtherLanguage,
    ) -> None:
        self.file = file
        self.others = others
        self.renderer = Renderer(scorecard, language)
        self.words: Lexicon = load_lexicon(language)
        self.is_original_language = file.language == language
        self.definition_resolver = DefinitionResolver(scorecard, load_lexicon(file.language))
        self.blocks = DefinitionWriter(scorecard, language, skeleton=not self.is_original_language)
        self.known_wordings = known_wordings
        self.comments = [comment for comment in file.comments if not _is_header(comment[1])]
        self.lines: list[str] = [f"# language: {self.words.dialect}"]
        is_added_file = not self.is_original_language and file.path == added_examples_path(file.language)
        self.translate_title = (
            _title_translator(scorecard, file.language, language) if is_added_file else _no_translation
        )

    def write(self) -> str:
        file = self.file
        self._heading("feature", file.title, file.location.line, "")
        if file.prose and self.is_original_language:
            self.lines += [f"  {line}".rstrip() for line in file.prose.split("\n")]
        elif file.prose:
            for line in file.prose.split("\n"):
                self._add_line_or_remark("  ", line)
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
        written_title = title if self.is_original_language else self._translated_title(title, indent)
        self.lines.append(f"{indent}{self.words.keywords[keyword]}: {written_title}".rstrip())

    def _translated_title(self, title: str, indent: str) -> str:
        translation = self.translate_title(title) or (title if self.others.copies_titles else "")
        if not translation:
            self._remark(indent, title)
        return translation

    def _add_line_or_remark(self, indent: str, line: str) -> None:
        if translation := self._translated_title(line, indent):
            self.lines.append(f"{indent}{translation}")

    def _remark(self, indent: str, *texts: str) -> None:
        self.lines += [f"{indent}{line}" for line in self._remarks(texts)]

    def _remarks(self, texts: Sequence[str]) -> list[str]:
        remark = self.words.keywords["to_translate"]
        return [f"# {remark}: {text}" for text in texts if text.strip()]

    def _comments_before(self, line: int | None, indent: str) -> None:
        while self.comments and (line is None or self.comments[0][0] < line):
            _, comment = self.comments.pop(0)
            if self.is_original_language:
                self.lines.append(f"{indent}{comment}")

    def _background(self, steps: Sequence[Step], indent: str) -> None:
        written: list[tuple[int, StepBlock, list[str]]] = []
        remarks: list[str] = []
        for step in steps:
            blocks = list(self._definition_blocks(step))
            remarks += self._remarks(self._untranslated_texts(step, blocks))
            if not blocks and not self.is_original_language:
                remarks += self._blank_wording_comments(step)
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

    def _definition_blocks(self, step: Step) -> Iterator[StepBlock]:
        definition = self.definition_resolver.find(step)
        if definition is None:
            yield _verbatim(step)
            return
        for stated in (definition, *self._missing_wordings(definition)):
            block = self.blocks.block(stated)
            if block is not None:
                yield block

    def _untranslated_texts(self, step: Step, blocks: Sequence[StepBlock]) -> list[str]:
        definition = self.definition_resolver.find(step)
        if self.is_original_language or definition is None:
            return []
        if definition.production == "card":
            card = self.renderer.scorecard.card
            is_complete = self.renderer.language in card.titles
        elif definition.production in WORDING:
            is_complete = bool(blocks)
        else:
            is_complete = not any(_has_blank_words(block, definition.production, self.words) for block in blocks[:1])
        theirs = load_lexicon(self.file.language)
        words = [] if is_complete else _untranslated_words(step, definition.production, theirs)
        names = _missing_names(step, self.renderer.scorecard, theirs.language, self.words.language)
        return [*names, *words, *_missing_reasons(step, blocks, theirs, self.words)]

    def _blank_wording_comments(self, step: Step) -> list[str]:
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

    def _missing_wordings(self, definition: ResolvedDefinition) -> Iterator[ResolvedDefinition]:
        for wording in wording_sentences(definition):
            key = wording.production, wording.slots.get("name", "")
            if key not in self.known_wordings:
                self.known_wordings.add(key)
                yield wording

    def _step(self, keyword: str, block: StepBlock, indent: str, line: int) -> None:
        self._comments_before(line, indent)
        self.lines.append(f"{indent}{keyword} {block.sentence}")
        self.lines += [f"{indent}  {row}" for row in table_lines(block.rows)]

    def _scenario(self, scenario: Scenario) -> None:
        keyword = "outline" if scenario.outline else "scenario"
        self._heading(keyword, scenario.title, scenario.location.line, "    ")
        for written, step in _with_keyword_keys(scenario.steps):
            self._step(self.words.keywords[written], _verbatim(step), "      ", step.sentence.location.line)
        for examples in scenario.examples:
            self.lines.append("")
            self._examples(examples)

    def _examples_to_write(self, scenario: Scenario) -> list[Example]:
        locations = [row[0].location for table in scenario.examples for row in table.rows] or [scenario.location]
        return [self.others.examples[location] for location in locations if location in self.others.examples]

    def _translate(self, scenario: Scenario) -> None:
        for position, translated in enumerate(_translate_examples(self._examples_to_write(scenario), self.renderer)):
            self.lines.append("")
            numbered_title = f"{scenario.title} ({position + 1})" if self.others.copies_titles else ""
            title = self._translated_title(numbered_title if position else scenario.title, "    ")
            self.lines += _scenario_lines(translated, title, self.words)

    def _examples(self, examples: ExampleTable) -> None:
        self._heading("examples", examples.title, examples.location.line, "      ")
        rows = [examples.header, *examples.rows] if examples.header else []
        self.lines += [f"        {row}" for row in table_lines([_texts(row) for row in rows])]


def _no_translation(_: str) -> str:
    return ""


def _is_header(comment: str) -> bool:
    return comment.lstrip("# ").startswith("language:")


def _verbatim(step: Step) -> StepBlock:
    return StepBlock(step.sentence.text, [_texts(row) for row in step.table or ()])


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _with_keyword_keys(steps: Sequence[Step]) -> Iterator[tuple[str, Step]]:
    section: StepSection | None = None
    for step in steps:
        yield ("and" if step.section is section else str(step.section)), step
        section = step.section
