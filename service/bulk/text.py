"""How does the sum of a bulk run read?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules.contracts.toml_files import wording
from service.bulk.runs import BulkResult

words = wording(__name__)

_MOST_REFUSALS = 20


def summary_text(result: BulkResult, path: str, language: str) -> str:
    """Write the sum for people."""
    return "\n".join(_lines(result, path, language))


def summary_document(result: BulkResult, path: str) -> dict[str, Any]:
    """Give the sum for programs: the manifest but for its parts, and how the run went."""
    told = {name: value for name, value in result.manifest.items() if name != "parts"}
    return {
        **told,
        "resumed": result.resumed,
        "interrupted": result.interrupted,
        "seconds": f"{result.seconds:.3f}",
        "perSecond": _rate(result),
        "out": path,
    }


def interrupted_text(result: BulkResult, language: str) -> str:
    """Say how far an interrupted run came, and how it goes on."""
    slots = {"done": result.answered, "count": result.rows}
    text: str = words(language)["interrupted" if result.rows is not None else "interrupted_replay"].format(**slots)
    return text


def _lines(result: BulkResult, path: str, language: str) -> Iterator[str]:
    told, found = words(language), result.manifest
    yield from _of_replay(told, found) if "replay" in found else _of_screening(told, found)
    if result.resumed:
        yield told["resumed"].format(count=result.resumed)
    yield told["columns"].format(count=found["byColumns"])
    yield told["core"].format(count=found["byCore"], share=f"{float(found['shareOfCore']) * 100:.1f}")
    if found["beyondColumns"]:
        yield told["why"].format(why=found["beyondColumns"])
    for one in found["moves"] if "replay" in found else found["answers"]:
        yield told["row"].format(count=f"{one['count']:>10}", words=_answer(told, one))
    if found["refused"]:
        yield told["refused"].format(count=found["refused"])
        refusals = [refusal for part in result.parts for refusal in part.refusals]
        yield from (told["refusal"].format(subject=subject, why=why) for subject, why in refusals[:_MOST_REFUSALS])
    yield told["speed"].format(seconds=f"{result.seconds:.1f}", rate=_rate(result))
    yield told["results"].format(path=path)


def _of_screening(told: dict[str, str], found: dict[str, Any]) -> Iterator[str]:
    yield told["head"].format(card=found["scorecard"], as_of=found["asOfDate"], count=found["subjects"])
    yield told["notice"]


def _of_replay(told: dict[str, str], found: dict[str, Any]) -> Iterator[str]:
    organization = f"organizations/{found['organization']}"
    yield told["replayed"].format(organization=organization, card=found["scorecard"], count=found["evaluations"])
    yield told["moved"].format(count=found["moved"])


def _answer(told: dict[str, str], one: dict[str, Any]) -> str:
    if "answer" in one:
        return f"{one['cell']}: {one['answer']}"
    before, after = (one[side] or told["not_given"] for side in ("before", "after"))
    return f"{one['cell']}: {before} → {after}"


def _rate(result: BulkResult) -> str:
    return f"{(result.answered - result.resumed) / result.seconds:.0f}" if result.seconds else "0"
