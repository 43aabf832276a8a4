"""Compiler of one language: repair of pasted text, duplicate removal and scorecard assembly."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from rules.contracts.diagnostics import Diagnostic, Location, sort_diagnostics
from rules.contracts.inputs import FrozenModel
from rules.language import patterns
from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
from rules.language.diagnostic_collector import DiagnosticReport, split_lines
from rules.language.examples import ScenarioReader
from rules.language.gherkin_files import read_file
from rules.language.name_resolution import show_place
from rules.language.productions import SHARED_RULES, read_definitions
from rules.language.punctuation import MarkNormalizer, normalize_line_marks
from rules.language.row_lines import cell_position, ends_with_bar
from rules.language.source import DefinitionStep, StepSection
from rules.language.tables import refuse_table, suppress_unknown_names
from rules.language.vocabulary import (
    OPENING,
    drop_unused,
    find_vocabularies,
    refuse_changes_of_dropped_facts,
    resolve_imports,
    restore_shared_case,
)
from rules.model.scorecard import (
    Basis,
    Choice,
    FactType,
    FindingRule,
    Gate,
    Indicator,
    Ladder,
    RecordResult,
    Result,
    Scorecard,
    Section as SectionOfCard,
    Setting,
    Stage,
    Stages,
    TableReference,
    VerdictRule,
    Verdicts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import Item, NamedItem, SymbolTable
    from rules.language.source import Row, Rule, Scenario, SourceFile, Step
    from rules.model.examples import Example
    from rules.model.scorecard import FactDefinition, RecordType


def _drop_duplicates(sources: Sequence[SourceFile], report: DiagnosticReport) -> list[SourceFile]:
    return [replace(source, rules=tuple(_distinct_rules(source, report))) for source in sources]


def _distinct_rules(source: SourceFile, report: DiagnosticReport) -> Iterator[Rule]:
    seen: dict[object, Location] = {}
    for rule in source.rules:
        if _is_new(rule, seen, report):
            yield _with_distinct_scenarios(rule, report)


def _is_new(rule: Rule, seen: dict[object, Location], report: DiagnosticReport) -> bool:
    if not rule.background and not rule.scenarios:
        return True
    first = seen.setdefault(_rule_key(rule), rule.location)
    if first != rule.location:
        report.add("RL014", rule.location, "rule", title=rule.title, place=show_place(first))
    return first == rule.location


def _with_distinct_scenarios(rule: Rule, report: DiagnosticReport) -> Rule:
    """Remove repeated scenarios, except untitled ones, which may differ once they have a title."""
    seen: dict[object, Location] = {}
    distinct: list[Scenario] = []
    for scenario in rule.scenarios:
        first = seen.setdefault(_scenario_key(scenario), scenario.location)
        if first == scenario.location or not scenario.title:
            distinct.append(scenario)
        else:
            report.add("RL035", scenario.location, "same", title=scenario.title, line=str(first.line))
    return replace(rule, scenarios=tuple(distinct))


def _rule_key(rule: Rule) -> object:
    return rule.title, _steps_key(rule.background), tuple(_scenario_key(scenario) for scenario in rule.scenarios)


def _scenario_key(scenario: Scenario) -> object:
    tables = tuple(
        (example.title, tuple(_cell_texts(row) for row in (example.header, *example.rows)))
        for example in scenario.examples
    )
    return scenario.title, _steps_key(scenario.steps), tables


def _steps_key(steps: Sequence[Step]) -> object:
    return tuple(
        (step.section, step.sentence.text, tuple(_cell_texts(row) for row in step.table or ())) for step in steps
    )


def _cell_texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


_Part = TypeVar("_Part", bound=FrozenModel)


def assemble(draft: ScorecardDraft) -> Scorecard | None:
    """Assemble the scorecard of an error-free draft; None without a card."""
    if draft.card is None:
        return None
    grades = tuple(_choice(draft, draft.grades, id) for id in draft.grades.items)
    scorecard = Scorecard(
        card=draft.card,
        bases=tuple(draft.defined(Basis).values()),
        settings=tuple(_setting(draft, setting) for setting in draft.defined(Setting).values()),
        tables=tuple(draft.defined(TableReference).values()) or None,
        records=tuple(_record(draft, record) for record in draft.record_types.values()),
        facts=tuple(_fact(draft, fact, draft.values) for fact in draft.facts.values()),
        reference_case=tuple(draft.case.values()),
        quantities=tuple(
            _labelled(draft, draft.values, id, draft.quantities[id])
            for id in draft.values.items
            if id in draft.quantities
        ),
        applies=draft.applies,
        gates=_all_labelled(draft, draft.criteria, Gate),
        sections=_all_labelled(draft, draft.sections, SectionOfCard),
        indicators=tuple(
            indicator.model_copy(update={"scale": draft.scales[indicator.id]})
            for indicator in _all_labelled(draft, draft.criteria, Indicator)
        ),
        stages=_stages(draft),
        tracks=draft.tracks,
        ladder=Ladder(grades=grades, rows=tuple(draft.ladder)) if draft.ladder else None,
        verdicts=_verdicts(draft),
        findings=_all_labelled(draft, draft.findings, FindingRule),
        results=_all_labelled(draft, draft.results, Result),
        record_results=_all_labelled(draft, draft.record_results, RecordResult) or None,
    )
    return scorecard.model_copy(update={kind: stated(draft) for kind, stated in SHARED_RULES.items()})


def _stages(draft: ScorecardDraft) -> Stages | None:
    if not draft.stage_rows:
        return None
    return Stages(stages=_all_labelled(draft, draft.stages, Stage), rows=tuple(draft.stage_rows))


def _verdicts(draft: ScorecardDraft) -> Verdicts | None:
    if draft.verdicts is None:
        return None
    rules = tuple(
        verdict_rule.model_copy(update={"remedy": draft.remedies.get(verdict_rule.id, {})})
        for verdict_rule in _all_labelled(draft, draft.rules, VerdictRule)
    )
    return draft.verdicts.model_copy(update={"rules": rules})


def _all_labelled(draft: ScorecardDraft, registry: SymbolTable[Item], kind: type[_Part]) -> tuple[_Part, ...]:
    return tuple(_labelled(draft, registry, id, part) for id, part in draft.defined(kind).items())


def _labelled(draft: ScorecardDraft, registry: SymbolTable[Item], id: str, definition: _Part) -> _Part:
    return definition.model_copy(update={"labels": draft.labels(registry, id)})


def _choice(draft: ScorecardDraft, registry: SymbolTable[str], id: str) -> Choice:
    return Choice(id=id, labels=draft.labels(registry, id))


def _setting(draft: ScorecardDraft, setting: Setting) -> Setting:
    choices = _choices(draft, draft.values, setting.id)
    return _labelled(draft, draft.values, setting.id, setting.model_copy(update={"choices": choices}))


def _choices(draft: ScorecardDraft, registry: SymbolTable[NamedItem], id: str) -> tuple[Choice, ...]:
    choices = registry.items[id].choices
    return () if choices is None else tuple(_choice(draft, choices, item) for item in choices.items)


def _fact(draft: ScorecardDraft, fact: FactDefinition, registry: SymbolTable[NamedItem]) -> FactDefinition:
    chosen = fact.type in (FactType.CHOICE, FactType.CHOICES)
    choices = _choices(draft, registry, fact.id) if chosen else ()
    return _labelled(draft, registry, fact.id, fact.model_copy(update={"choices": choices}))


def _record(draft: ScorecardDraft, record: RecordType) -> RecordType:
    fields = draft.records.items[record.id].fields
    labelled = tuple(_fact(draft, field, fields) for field in record.fields)
    return _labelled(draft, draft.records, record.id, record.model_copy(update={"fields": labelled}))


_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_WIDE_BAR = "｜"
_BARS = ("|", _WIDE_BAR)
_BEFORE_TABLES = ("given", "and", "when", "then", "examples")


def _repair_pasted_text(path: str, text: str, words: Lexicon, report: DiagnosticReport) -> str:
    """Remove invisible characters and add missing bars to table rows, without moving lines."""
    steps = tuple(words.keywords[key] for key in _BEFORE_TABLES)
    repaired: list[str] = []
    above, tabbed = "", False
    for number, raw_line in enumerate(text.split("\n"), 1):
        line = _remove_invisible(raw_line, Location(path, number, 1), report)
        stripped = line.strip()
        beneath_row = above.startswith(_BARS)
        if (
            "\t" in stripped
            and not stripped.startswith((*_BARS, "#", *steps))
            and (beneath_row or above.startswith(steps))
        ):
            row = f"| {' | '.join(cell.strip() for cell in stripped.split(chr(9)))} |"
            if not tabbed:
                report.add("RL002", Location(path, number, _first_column(line)), "tabs", row=row)
            line, tabbed = line[: _first_column(line) - 1] + row, True
        else:
            line, tabbed = (
                _add_missing_bars(line, Location(path, number, _first_column(line)), report, beneath_row=beneath_row),
                False,
            )
        repaired.append(line)
        above = line.strip() or above
    return "\n".join(repaired)


def _remove_invisible(line: str, location: Location, report: DiagnosticReport) -> str:
    match = None if line.isascii() else _INVISIBLE.search(line)
    if match is None:
        return line
    sign = f"U+{ord(match[0]):04X}"
    report.add("RL001", Location(location.path, location.line, match.start() + 1), "invisible", found=sign)
    return _INVISIBLE.sub("", line)


def _add_missing_bars(line: str, location: Location, report: DiagnosticReport, *, beneath_row: bool) -> str:
    stripped = line.strip()
    ends = stripped.endswith(_BARS) and ends_with_bar(stripped.replace(_WIDE_BAR, "|"))
    if stripped.startswith(_BARS):
        if ends and len(stripped) > 1:
            return line
        report.add("RL002", Location(location.path, location.line, len(line.rstrip()) + 1), "bar_behind")
        return f"{line.rstrip()} |"
    if beneath_row and ends:
        report.add("RL002", location, "bar_before")
        return f"{line[: location.column - 1]}| {stripped}"
    return line


def _first_column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


_HEADER = re.compile(r"\s*#\s*language\s*:\s*(\S+)\s*\Z")


SoundFiles = dict[str, tuple[str, "SourceFile"]]
"""Text and parsed source of files without diagnostics, by path."""


def read_files(
    files: Mapping[str, str], words: Lexicon, report: DiagnosticReport, sound: SoundFiles | None = None
) -> list[SourceFile]:
    """Read all files of one language, in path order.

    Unchanged files are copied from `sound`. New files without diagnostics are added to it.
    """
    read: list[SourceFile] = []
    for path, text in sorted(files.items()):
        pasted = _repair_pasted_text(path, text.removeprefix("\ufeff"), words, report)
        normalized = normalize_line_marks(path, pasted, words.keywords, report)
        checked = _check_header(path, normalized, words, report)
        known = None if sound is None else sound.get(path)
        if known is not None and known[0] == checked:
            read.append(known[1])
            continue
        before = len(report.diagnostics)
        source = read_file(path, checked, words, report)
        if source is not None:
            read.append(source)
            if sound is not None and len(report.diagnostics) == before and not (report.incomplete or report.unreliable):
                sound[path] = checked, source
    return read


def _check_header(path: str, text: str, words: Lexicon, report: DiagnosticReport) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _HEADER.match(line)
        if match:
            if match[1] != words.dialect:
                location = Location(path, number + 1, match.start(1) + 1)
                report.add("RL005", location, "differs", found=match[1], dialect=words.dialect)
                lines[number] = f"# language: {words.dialect}"
            return "\n".join(lines)
        if line.strip() and not line.lstrip().startswith("#"):
            break
    report.add("RL005", Location(path, 1, 1), "header", dialect=words.dialect)
    return text


LEAST_ROWS = 3
_EVERY_ROW_SUFFIX = {
    "en": " (and in every other row of this column: are two columns swapped?)",
    "zh": " (本列其余各行亦然: 是否有两列互换?)",
}

_TableBounds = tuple[str, int, int]


def _merge_column_errors(report: DiagnosticReport) -> None:
    """Reduce equal errors in one column of a table to the first, if every row has the error.

    The other diagnostics of that table are removed, because swapped columns probably caused them.
    """
    tables: dict[_TableBounds, list[Diagnostic]] = {}
    for diagnostic in report.diagnostics:
        location, lines = diagnostic.location, report.lines.get(diagnostic.location.path, ())
        if _is_row(lines, location.line):
            tables.setdefault((location.path, *_table_bounds(lines, location.line)), []).append(diagnostic)
    for (path, first, last), inside in tables.items():
        first_error = _first_of_column(inside, report.lines[path], last - first)
        if first_error is not None:
            known = {id(diagnostic) for diagnostic in inside}
            report.diagnostics[:] = [each for each in report.diagnostics if id(each) not in known]
            report.diagnostics.append(
                replace(first_error, message=first_error.message + _EVERY_ROW_SUFFIX[report.language])
            )


def _first_of_column(inside: list[Diagnostic], lines: Sequence[str], rows: int) -> Diagnostic | None:
    by_column: dict[tuple[int, str], dict[int, Diagnostic]] = {}
    for diagnostic in sort_diagnostics(inside):
        location = diagnostic.location
        column = cell_position(lines[location.line - 1], location.column - 1)
        by_column.setdefault((column, diagnostic.code), {}).setdefault(location.line, diagnostic)
    complete_columns = (by_line for _, by_line in sorted(by_column.items()) if len(by_line) >= max(rows, LEAST_ROWS))
    return next((by_line[min(by_line)] for by_line in complete_columns), None)


def _is_row(lines: Sequence[str], number: int) -> bool:
    return 0 < number <= len(lines) and lines[number - 1].lstrip().startswith("|")


def _table_bounds(lines: Sequence[str], number: int) -> tuple[int, int]:
    first = last = number
    while _is_row(lines, first - 1):
        first -= 1
    while _is_row(lines, last + 1):
        last += 1
    return first, last


_OPENINGS = ("scorecard", "card", OPENING)


@dataclass(frozen=True, slots=True)
class LanguageCompilation:
    """The compiled files of one language, without scorecard after an error.

    `with_vocabularies` also contains vocabulary definitions that the card does not use.
    """

    words: Lexicon
    report: DiagnosticReport
    scorecard: Scorecard | None
    with_vocabularies: Scorecard | None
    examples: tuple[Example, ...]
    locations: Mapping[str, Location]
    documents: tuple[SourceFile, ...]


def compile_language(
    files: Mapping[str, str], words: Lexicon, spoken: str | None = None, sound: SoundFiles | None = None
) -> LanguageCompilation:
    """Compile all files of one language; `spoken` is the language of the messages.

    Files in `sound` are not read again. New files without diagnostics are added to it.
    """
    report = DiagnosticReport(spoken or words.language, {path: split_lines(text) for path, text in files.items()})
    draft = ScorecardDraft(words, report, MarkNormalizer(report))
    sources = _drop_duplicates(read_files(files, words, report, sound), report)
    reader = _BackgroundClassifier(draft)
    documents = [reader.read(source) for source in sources]
    shared, own = _split_vocabularies(documents)
    report.shared.update(document.source.path for document in shared)
    known = find_vocabularies(draft, [_definitions(document) for document in shared])
    card = [definition for document in own for definition in _definitions(document)]
    read_definitions(draft, [*resolve_imports(draft, known, card), *card])
    _check_card(draft, own, shared, reader)
    _refuse_vocabulary_rules(draft, shared)
    examples = _read_examples(draft, [document.source for document in own])
    _merge_column_errors(report)
    full_scorecard = None if report.failed else assemble(draft)
    scorecard = None if full_scorecard is None else _used_parts(draft, full_scorecard, examples)
    return LanguageCompilation(
        words=words,
        report=report,
        scorecard=scorecard,
        with_vocabularies=None if full_scorecard is None else restore_shared_case(draft, full_scorecard),
        examples=examples if scorecard is not None else (),
        locations=draft.locations,
        documents=tuple(document.build() for document in documents),
    )


def _used_parts(draft: ScorecardDraft, scorecard: Scorecard, examples: tuple[Example, ...]) -> Scorecard | None:
    """Return the scorecard without unused vocabulary; None if an example changes a part that is dropped."""
    used = drop_unused(draft, scorecard)
    refuse_changes_of_dropped_facts(draft, used, examples)
    return None if draft.report.failed else used


@dataclass(slots=True)
class _ClassifiedFile:
    source: SourceFile
    background: list[DefinitionDraft]
    rules: list[list[DefinitionDraft]]

    def build(self) -> SourceFile:
        rules = zip(self.source.rules, self.rules, strict=True)
        return replace(
            self.source,
            definitions=_steps(self.background),
            rules=tuple(replace(rule, definitions=_steps(definitions)) for rule, definitions in rules),
        )


def _definitions(opened: _ClassifiedFile) -> list[DefinitionDraft]:
    return [*opened.background, *(definition for rule_definitions in opened.rules for definition in rule_definitions)]


def _split_vocabularies(opened: list[_ClassifiedFile]) -> tuple[list[_ClassifiedFile], list[_ClassifiedFile]]:
    shared = [
        opened_file
        for opened_file in opened
        if opened_file.background and opened_file.background[0].production == OPENING
    ]
    return shared, [opened_file for opened_file in opened if opened_file not in shared]


def _refuse_vocabulary_rules(draft: ScorecardDraft, shared: list[_ClassifiedFile]) -> None:
    for rule in (rule for opened in shared for rule in opened.source.rules):
        draft.report.add("RL090", rule.location, "rule")


def _steps(definitions: list[DefinitionDraft]) -> tuple[DefinitionStep, ...]:
    return tuple(
        DefinitionStep(definition.production, tuple(dict.fromkeys(definition.subjects)), definition.step)
        for definition in definitions
    )


class _BackgroundClassifier:
    def __init__(self, draft: ScorecardDraft) -> None:
        self.draft = draft
        self.opened: dict[str, DefinitionDraft] = {}

    def read(self, source: SourceFile) -> _ClassifiedFile:
        words, report = self.draft.words, self.draft.report
        background = self._classify_all(source.background)
        file = _ClassifiedFile(source, background, [self._classify_all(rule.background) for rule in source.rules])
        first = background[0] if background else None
        if first is not None and first.production in _OPENINGS:
            self.opened[source.path] = first
        elif not report.incomplete:
            sentence = words.sentences["scorecard"].write(card="…")
            report.add("RL005", source.location, "unnamed", sentence=f"{words.keywords['given']} {sentence}")
        for definition in _definitions(file):
            if definition is not first and definition.production in ("scorecard", OPENING):
                report.add("RL031", definition.step.sentence, "scorecard")
        return file

    def _classify_all(self, steps: Sequence[Step]) -> list[DefinitionDraft]:
        return [classified for step in steps if (classified := self.classify(step)) is not None]

    def classify(self, step: Step) -> DefinitionDraft | None:
        words, report = self.draft.words, self.draft.report
        readings = list(patterns.sentence_readings(step.sentence, words.sentences))
        if not readings:
            self.refuse(step)
            return None
        patterns.check_marks(step.sentence, readings[0].slots, report)
        if step.section is not StepSection.CONTEXT:
            report.add("RL031", step.sentence, "section", keyword=words.keywords["given"])
        production = readings[0].key
        slots = tuple(reading.slots for reading in readings if reading.key == production)
        return DefinitionDraft(production, step, slots)

    def refuse(self, step: Step) -> None:
        words, report = self.draft.words, self.draft.report
        suppress_unknown_names(step, report)
        if (
            step.section is not StepSection.CONTEXT
            and next(patterns.sentence_readings(step.sentence, words.steps), None) is not None
        ):
            report.add("RL031", step.sentence, "scenario")
        else:
            patterns.report_unknown_sentence(step.sentence, words.sentences, report)


def _check_card(
    draft: ScorecardDraft, own: list[_ClassifiedFile], shared: list[_ClassifiedFile], reader: _BackgroundClassifier
) -> None:
    words, report = draft.words, draft.report
    cards = [definition for opened in own for definition in _definitions(opened) if definition.production == "card"]
    if shared and not own:
        report.add("RL090", shared[0].background[0].step.sentence, "alone")
        return
    if not cards:
        path = own[0].source.path if own else next(iter(report.lines))
        sentence = f"{words.keywords['given']} {words.sentences['card'].write()}"
        report.add("RL006", Location(path, 1, 1), language=words.language, sentence=sentence)
        return
    for other in cards[1:]:
        location = cards[0].step.sentence.location
        shown = f"{location.path.rsplit('/', 1)[-1]}:{location.line}"
        report.add("RL014", other.step.sentence, id=other.step.sentence.text, place=shown)
    for opening in reader.opened.values():
        if opening.production != "scorecard":
            continue
        refuse_table(opening.step, report)
        name = opening.slots["card"]
        if draft.card is not None and name.text != draft.card.id:
            report.add("RL005", name, "other", found=name.text, expected=draft.card.id)


def _check_titles(draft: ScorecardDraft, source: SourceFile) -> None:
    """Report blank and repeated titles, because test runners drop scenarios with repeated titles."""
    titled = [
        (source.title, source.location, "feature"),
        *((rule.title, rule.location, "rule") for rule in source.rules),
    ]
    for title, location, keyword in titled:
        if not title:
            draft.report.add("RL036", location, keyword=draft.words.keywords[keyword])
    lines: dict[str, int] = {}
    for scenario in (scenario for rule in source.rules for scenario in rule.scenarios):
        if not scenario.title:
            keyword = "outline" if scenario.outline else "scenario"
            draft.report.add("RL036", scenario.location, keyword=draft.words.keywords[keyword])
            continue
        line = lines.setdefault(scenario.title, scenario.location.line)
        if line != scenario.location.line:
            draft.report.add("RL035", scenario.location, title=scenario.title, line=str(line))


def _read_examples(draft: ScorecardDraft, sources: list[SourceFile]) -> tuple[Example, ...]:
    reader = ScenarioReader(draft)
    examples: list[Example] = []
    for source in sources:
        _check_titles(draft, source)
        if not any(rule.scenarios for rule in source.rules):
            draft.report.add("RL004", source.location, "file")
        for rule in source.rules:
            if not rule.scenarios and any(other.scenarios for other in source.rules):
                draft.report.add("RL004", rule.location, "rule", title=rule.title)
            for scenario in rule.scenarios:
                examples.extend(reader.read(scenario))
    return tuple(examples)
