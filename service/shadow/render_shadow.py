"""Request and output of the command `card shadow`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import InputError, typeset, wording_loader
from service.base.resource_names import VERSION, CardName, malformed, parse_card_reference
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import columns_text
from service.output.terminal.json_form import document_of
from touchstone.v1 import shadow_service_pb2

if TYPE_CHECKING:
    from touchstone.v1 import evaluation_pb2

words = wording_loader(__name__)

_MAX_LISTED = 1_000
_Outcome = shadow_service_pb2.ShadowResult.Outcome
Summaries = shadow_service_pb2.SummarizeShadowResultsResponse


class ShadowReport(NamedTuple):
    """Summary of a candidate, and its latest different and failed results."""

    summary: Summaries
    results: tuple[shadow_service_pb2.ShadowResult, ...]


def summary_request(
    request: shadow_service_pb2.SummarizeShadowResultsRequest, card: str, version: str
) -> shadow_service_pb2.SummarizeShadowResultsRequest:
    """Set the candidate of a request."""
    if not VERSION.match(version):
        raise InputError((malformed("VERSION", version, words("en")["version_expected"]),))
    request.candidate_version = str(CardName(parse_card_reference(card).card, version))
    return request


def with_results(
    answer: Summaries,
    request: shadow_service_pb2.SummarizeShadowResultsRequest,
    stubs: Callable[[str], Any],
    most: int,
) -> ShadowReport:
    """Add the latest different and failed results, at most `most` of each."""
    service, found = stubs("shadow_service.ShadowService"), list[shadow_service_pb2.ShadowResult]()
    for outcome in (_Outcome.OUTCOME_DIFFERENT, _Outcome.OUTCOME_FAILED):
        if most > 0:
            listing = shadow_service_pb2.ListShadowResultsRequest(
                parent=request.parent,
                candidate_version=request.candidate_version,
                outcome=outcome,
                page_size=min(most, _MAX_LISTED),
            )
            found += service.ListShadowResults(listing).shadow_results
    return ShadowReport(answer, tuple(found))


def has_differences(answer: ShadowReport) -> bool:
    """Return whether a result would change, or could not be evaluated."""
    return any(summary.different_count or summary.failed_count for summary in answer.summary.summaries)


def shadow_document(answer: ShadowReport) -> Any:
    """Return the report as a document."""
    from google.protobuf.json_format import MessageToDict  # noqa: PLC0415 -- needed only for JSON

    return document_of(
        {
            **MessageToDict(answer.summary),
            "shadowResults": [MessageToDict(result) for result in answer.results],
        }
    )


def shadow_text(answer: ShadowReport, card: str, version: str, language: str) -> str:
    """Render the counts, the changed parts and the latest results."""
    texts = words(language)
    lines = [*_candidate_lines(answer.summary, texts, language)]
    if not answer.summary.summaries:
        return "\n".join([*lines, texts["none"].format(card=card, version=version)])
    for summary in answer.summary.summaries:
        lines += _summary_lines(summary, texts, language)
    if answer.results:
        rows = [_result_cells(result, texts) for result in answer.results]
        lines += ["", columns_text(texts["columns"], rows)]
    if answer.summary.dropped_count:
        lines += ["", texts["dropped"].format(count=answer.summary.dropped_count)]
    return "\n".join(lines)


def _candidate_lines(summary: Summaries, texts: Mapping[str, Any], language: str) -> Iterator[str]:
    for candidate in summary.candidates:
        key = "candidate_problem" if candidate.problem else "candidate"
        text = texts[key].format(
            name=candidate.candidate_version or candidate.draft_revision,
            share=candidate.share,
            problem=candidate.problem,
        )
        yield typeset(text, language)


def _summary_lines(summary: shadow_service_pb2.ShadowSummary, texts: Mapping[str, Any], language: str) -> Iterator[str]:
    yield typeset(
        texts["head"].format(
            candidate=summary.candidate_version,
            digest=summary.candidate_digest[:12],
            version=summary.scorecard_version,
            first=summary.first_time.ToJsonString(),
            last=summary.last_time.ToJsonString(),
        ),
        language,
    )
    yield "  " + texts["counts"].format(
        compared=summary.compared_count,
        same=summary.same_count,
        different=summary.different_count,
        failed=summary.failed_count,
    )
    for part in summary.part_counts:
        name = texts["parts"][word_of(shadow_service_pb2.ResultPart, part.part)]
        yield "    " + texts["part"].format(name=name, count=part.result_count)


def _result_cells(result: shadow_service_pb2.ShadowResult, texts: Mapping[str, Any]) -> tuple[str, ...]:
    if result.outcome == _Outcome.OUTCOME_FAILED:
        change = texts["failed"].format(problem=result.problem)
    else:
        change = f"{_conclusion(result.before)} → {_conclusion(result.after)}"
    parts = [texts["parts"][word_of(shadow_service_pb2.ResultPart, part)] for part in result.changed_parts]
    return (result.evaluation or texts["forwarded"].format(subject=result.subject), change, texts["comma"].join(parts))


def _conclusion(conclusion: evaluation_pb2.Conclusion) -> str:
    from touchstone.v1 import evaluation_pb2  # noqa: PLC0415 -- needed only for results

    verdict = word_of(evaluation_pb2.Verdict, conclusion.verdict) if conclusion.verdict else ""
    named = [part for part in (conclusion.grade, conclusion.stage, verdict) if part]
    return " ".join(named) or word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind)
