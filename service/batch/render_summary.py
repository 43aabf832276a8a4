"""Renderer of batch totals: conclusions, failures, scores and missing facts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rules.contracts import format_exact, join_items, parse_exact, round_to, wording_loader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model import Scorecard
    from service.batch.batch_results import Tally
    from service.batch.batch_run import BatchResult

words = wording_loader(__name__)


def summary_text(result: BatchResult, language: str) -> str:
    """Render the totals of a batch."""
    return "\n".join(_lines(result, language))


def interrupted_text(result: BatchResult, language: str) -> str:
    """Return progress and next step of an interrupted batch."""
    key = "interrupted" if result.outputs is not None else "interrupted_unkept"
    text: str = words(language)[key].format(done=result.resumed + result.done, count=result.count)
    return text


def summary_document(result: BatchResult) -> dict[str, Any]:
    """Return the totals as JSON data."""
    files = result.outputs
    paths = (
        {} if files is None else {"resultsPath": str(files.results or files.folder), "errorsPath": str(files.errors)}
    )
    return {
        "scorecard": result.card,
        "asOfDate": result.as_of,
        "subjects": result.count,
        "resumed": result.resumed,
        "interrupted": result.interrupted,
        **result.tally.plain(),
        "seconds": f"{result.seconds:.3f}",
        "perSecond": _rate(result),
        **paths,
    }


def _lines(result: BatchResult, language: str) -> Iterator[str]:
    templates, tally = words(language), result.tally
    yield templates["head"].format(card=result.card, as_of=result.as_of, count=result.count)
    doubled, gone = (_subject_names(named, language) for named in (tally.doubled_named, tally.gone_named))
    if doubled:
        yield templates["doubled"].format(count=len(tally.doubled), uses=tally.double_uses, subjects=doubled)
    if gone:
        yield templates["gone"].format(count=len(tally.gone), subjects=gone)
    if result.resumed:
        yield templates["resumed"].format(count=result.resumed)
    yield templates["evaluated"].format(count=tally.evaluated)
    yield from _conclusions(result, language)
    if tally.failed:
        yield from _failures(tally, language)
    if figures := tally.figures():
        shown = {name: _rounded_score(result.scorecard, text) for name, text in figures.items()}
        yield templates["scores"].format(known=tally.scores.total(), **shown)
    yield from _needed_facts(result, language)
    yield from (templates[name].format(count=count) for name in ("notes", "remarks") if (count := getattr(tally, name)))
    yield templates["speed"].format(seconds=f"{result.seconds:.1f}", rate=_rate(result))
    if (files := result.outputs) is not None:
        yield templates["results"].format(path=files.results or files.folder)
        if tally.failed:
            yield templates["errors"].format(path=files.errors)


def _subject_names(subjects: Iterable[str], language: str) -> str:
    return join_items([subject.rpartition("/")[2] for subject in subjects], language)


def _failures(tally: Tally, language: str) -> Iterator[str]:
    templates = words(language)
    yield templates["failed"].format(count=tally.failed)
    for reason, count in sorted(tally.errors.items(), key=lambda pair: (-pair[1], pair[0])):
        yield templates["row"].format(count=f"{count:>6}", words=reason)
        if first := tally.first_errors.get(reason):
            yield templates["first_error"].format(words=first)


def _needed_facts(result: BatchResult, language: str) -> Iterator[str]:
    templates, tally = words(language), result.tally
    for title, counted in (("missing", tally.most_missing()), ("waits", tally.most_waited_for())):
        if counted:
            yield templates[title]
        for id, count in counted:
            yield templates["row"].format(count=f"{count:>6}", words=_fact_label(result.scorecard, id, language))


def _conclusions(result: BatchResult, language: str) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for (kind, answer, is_open), count in result.tally.conclusions.items():
        counted[_conclusion_text(result.scorecard, kind, answer, language, is_open=is_open)] += count
    for conclusion, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        yield words(language)["row"].format(count=f"{count:>6}", words=conclusion)


def _conclusion_text(scorecard: Scorecard, kind: str, answer: str, language: str, *, is_open: bool) -> str:
    templates = words(language)
    conclusions: dict[str, str] = templates["conclusions"]
    if kind == "scored" and scorecard.stages is None:
        return str(templates["computed_open" if is_open else "computed"])
    if not answer:
        return conclusions[kind]
    return conclusions[f"{kind}_answer"].format(answer=_answer_label(scorecard, answer, language))


def _rate(result: BatchResult) -> str:
    return f"{result.done / result.seconds:.1f}" if result.seconds else "0"


def _rounded_score(scorecard: Scorecard, text: str) -> str:
    rounding = scorecard.card.rounding
    return format_exact(round_to(parse_exact(text), rounding.places, rounding.mode))


def _answer_label(scorecard: Scorecard, answer: str, language: str) -> str:
    grades = () if scorecard.ladder is None else scorecard.ladder.grades
    stages = () if scorecard.stages is None else scorecard.stages.stages
    words_by_id = {stage.id: stage.labels for stage in grades} | {stage.id: stage.labels for stage in stages}
    labels = words_by_id.get(answer, {})
    return labels.get(language) or answer.replace("_", " ")


def _fact_label(scorecard: Scorecard, id: str, language: str) -> str:
    name, _, part = id.partition("[].")
    types = {fact.record for fact in scorecard.facts if fact.id == name}
    fields = [field for record in scorecard.records if record.id in types for field in record.fields]
    named = (
        _label((*scorecard.facts, *scorecard.settings, *scorecard.quantities), name, language),
        _label(fields, part, language),
    )
    label = ": ".join(filter(None, named))
    return f"{label} ({id})" if label else id


def _label(definitions: Iterable[Any], id: str, language: str) -> str:
    return next((definition.labels.get(language, "") for definition in definitions if definition.id == id), "")
