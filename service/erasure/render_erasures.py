"""Requests and output of the erasure commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from rules.contracts import in_language, typeset, wording_loader
from rules.trail import ErasureExtent
from service.output.erasure_notices import erasure_messages
from service.output.mapping.mapper import word_of
from touchstone.v1 import erasure_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence


words = wording_loader(__name__)


def with_organization(request: Any, target: str) -> Any:
    """Set the organization of a target as the parent."""
    request.parent = "/".join(target.split("/")[:2])
    return request


def erase_request(
    request: erasure_service_pb2.EraseEvaluationsRequest, target: str, for_ever: bool
) -> erasure_service_pb2.EraseEvaluationsRequest:
    """Prepare a request that erases only if `for_ever` is set."""
    request.validate_only = not for_ever
    prepared: erasure_service_pb2.EraseEvaluationsRequest = with_organization(request, target)
    return prepared


def apply_until_done(
    answer: erasure_service_pb2.ApplyRetentionResponse,
    request: erasure_service_pb2.ApplyRetentionRequest,
    ask: Callable[..., erasure_service_pb2.ApplyRetentionResponse],
) -> erasure_service_pb2.ApplyRetentionResponse:
    """Repeat the request until done, and add the counts to `answer`."""
    while answer.more:
        next_answer = ask(request)
        for total, more in zip(answer.due, next_answer.due, strict=True):
            total.erased_count += more.erased_count
        if answer.HasField("drafts"):
            answer.drafts.erased_count += next_answer.drafts.erased_count
        answer.more, answer.cleared = next_answer.more, next_answer.cleared
    return answer


def erased_text(answer: erasure_service_pb2.EraseEvaluationsResponse, language: str, *, for_ever: bool) -> str:
    """Report erased contents, or those that would be erased, by evaluation."""
    texts = words(language)
    if not answer.erased:
        return str(texts["nothing"])
    lines = [
        line for evaluation in answer.erased for line in _evaluation_lines(evaluation, language, for_ever=for_ever)
    ]
    count, steps = len(answer.erased), sum(evaluation.erasure.step_count for evaluation in answer.erased)
    head = texts["erased" if for_ever else "would_erase"].format(count=count, steps=steps)
    return "\n".join([head, *lines, *([] if answer.cleared or not for_ever else [texts["not_cleared"]])])


def _evaluation_lines(erased: erasure_service_pb2.ErasedEvaluation, language: str, *, for_ever: bool) -> Iterator[str]:
    texts = words(language)
    facts = f" ({', '.join(erased.erasure.fact_ids)})" if erased.erasure.fact_ids else ""
    yield f"  {erased.evaluation}: {erased.erasure.step_count}{facts}"
    for name, names in (
        ("kept", erased.kept_evidence_ids),
        ("used", erased.also_used_by),
        ("given", erased.also_given_in),
    ):
        if names:
            yield f"    {texts[name].format(found=', '.join(names))}"
    for file in erased.files:
        retained_key = "file_kept" if file.resting_on else "file_left"
        name = ("file_removed" if for_ever else "file_going") if file.removed else retained_key
        yield f"    {texts[name].format(digest=file.content_digest, found=', '.join(file.resting_on))}"


def retention_text(answer: erasure_service_pb2.ApplyRetentionResponse, language: str, *, for_ever: bool) -> str:
    """Report overdue or erased contents by kind."""
    texts = words(language)
    lines = [
        texts["erased_due" if for_ever else "due"].format(
            kind=texts["kinds"][ErasureExtent(word_of(evaluation_pb2.Erasure.Extent, due.extent))],
            years=due.years,
            until=due.until.ToJsonString()[:10],
            count=due.erased_count if for_ever else due.evaluation_count,
            held=due.held_count,
        )
        for due in answer.due
    ]
    lines += [texts["due_archived"].format(count=due.archived_count) for due in answer.due if due.archived_count]
    if answer.drafts.days:
        drafts = answer.drafts
        lines.append(
            texts["erased_drafts" if for_ever else "due_drafts"].format(
                days=drafts.days,
                until=drafts.until.ToJsonString()[:10],
                count=drafts.erased_count if for_ever else drafts.draft_count,
                held=drafts.held_count,
            )
        )
    if for_ever and lines and not answer.cleared:
        lines.append(texts["not_cleared"])
    files = answer.files
    if files.years or files.needless_count:
        template = texts["files_removed" if for_ever else "files_due"]
        lines.append(
            template.format(
                years=files.years, due=files.file_count, needless=files.needless_count, removed=files.removed_count
            )
        )
    return "\n".join(lines) or str(texts["kept_for_ever"])


def erased_lines(erasures: Sequence[evaluation_pb2.Erasure], language: str) -> Iterator[str]:
    """Yield a line per erasure, then the consequence; empty without erasures."""
    texts = words(language)
    for erasure_message in erasure_messages(erasures):
        yield typeset(texts["noted"].format(erased=in_language(erasure_message, language)), language)
    if erasures:
        yield texts["consequence"]
