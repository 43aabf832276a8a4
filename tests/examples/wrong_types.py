"""Type-mutation fuzzing of the bundle verifier and the second evaluator: every wrong type clearly refused.

python -m tests.examples.wrong_types --mutations 5000

sets the number of mutations for each; the tests run fewer.
"""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from service.output.bundles import Bundle
from tests.support.kept import Kept, kept
from tests.support.logged import Logged
from tests.support.recomputing import ROOT, GivenError, canonical, digest, recompute

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, "", "x", "1e999999999", "2026-13-45"),
    *([], {}, [1], {"a": 1}, [[["m"]]]),
)
Place = tuple[str | int, ...]


def written(document: Any) -> str:
    """Write a document as canonical JSON."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def places(part: Any, at: Place = ()) -> Iterator[Place]:
    """Visit every value of a document; one held as text has its values behind the text itself."""
    if at:
        yield at
    for name, inner in _parts(_read(part)):
        yield from places(inner, (*at, name))


def _read(part: Any) -> Any:
    """Return the JSON document in a text, or the value itself."""
    if isinstance(part, str) and part[:1] in {"{", "["}:
        try:
            return json.loads(part)
        except ValueError:
            return part
    return part


def _parts(part: Any) -> list[tuple[str | int, Any]]:
    if isinstance(part, dict):
        return list(part.items())
    return list(enumerate(part)) if isinstance(part, list) else []


def changed(part: Any, at: Place, value: Any) -> Any:
    if not at:
        return value
    inner, (name, *rest) = _read(part), at
    parts = {key: changed(one, tuple(rest), value) if key == name else one for key, one in _parts(inner)}
    whole = parts if isinstance(inner, dict) else list(parts.values())
    return written(whole) if isinstance(part, str) else whole


def mutations(document: Any, every: list[Place], count: int, random: Random) -> Iterator[tuple[Place, Any, Any]]:
    """Yield up to `count` mutated documents, each with its changed location and value."""
    for _ in range(count):
        at, value = random.choice(every), random.choice(VALUES)
        mutant = changed(document, at, value)
        if written(mutant) != written(document):
            yield at, value, mutant


VERIFIER = ROOT / "examples" / "verifier" / "verify_bundle.py"
CARDS = ("zero-carbon-factory", "csr-three-stage", "green-claim-eu", "carbon-label")
_UNBOUND = {"labels", "titles", "note", "meaning", "not_assessed", "descriptions", "remedy", "because"} | {
    "reference_case", "sources", "text_digest", "rule_digest",
}  # fmt: skip
"""Fields of a version that its rule digest excludes and no computation uses."""


def wrong_bundles(bundle: Bundle, trust: Path, folder: Path, count: int, seed: int = 0) -> Iterator[str]:
    """Yield the mutated bundles that the single-file verifier accepts or does not clearly reject."""
    document = json.loads(bundle.written())
    main = runpy.run_path(str(VERIFIER))["main"]
    for at, value, mutant in mutations(document, list(places(document)), count, Random(seed)):
        if (at, value) == (("shown", "steps"), []):
            continue  # to show no step at all is right
        (folder / "bundle.json").write_text(written(mutant), "utf-8")
        output = StringIO()
        with redirect_stdout(output):
            code = main(str(folder / "bundle.json"), str(trust))
        plain = output.getvalue().startswith("cannot be read: ") if code == 2 else "FAILED  " in output.getvalue()
        if code not in {1, 2} or not plain:
            yield f"{at} = {value!r}: {code} {output.getvalue()}"


def wrong_records(evaluation: Kept, count: int, seed: int = 0) -> Iterator[str]:
    """Yield the mutated records and versions that the second evaluator accepts."""
    _, card, _, number = evaluation.version.split("/")
    published = (ROOT / "scorecards" / card / f"{number}.json").read_bytes()
    record, version = json.loads(evaluation.content), json.loads(published)
    random = Random(seed)
    for at, value, mutant in mutations(record, list(places(record)), count, random):
        stated = digest(canonical(mutant["head"])) if at[0] == "head" and at != ("head",) else evaluation.digest
        if stated == evaluation.digest and _follows(canonical(mutant), published, evaluation):
            yield f"record {at} = {value!r}"
    bound = [at for at in places(version) if _UNBOUND.isdisjoint(at)]
    for at, value, mutant in mutations(version, bound, count // 4, random):
        if _follows(evaluation.content, canonical(mutant), evaluation):
            yield f"version {at} = {value!r}"


def _follows(content: bytes, version: bytes, evaluation: Kept) -> bool:
    try:
        report = recompute(content, version, ROOT / "scorecards" / "tables", evaluation.record_key, boxes=2)
    except GivenError as error:
        return ": " not in error.told("zh").replace("：", ": ")
    return report.agrees


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutations", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as name, closing(Logged(Path(name))) as logged:
        row = logged.evaluate()
        wrong = [
            found
            for shown in (None, ["facts/certified"])
            for found in wrong_bundles(
                logged.bundle(row, shown=shown), logged.trust, Path(name), asked.mutations // 2, asked.seed
            )
        ]
    cards = [one for one in kept() if one.version.split("/")[1] in CARDS]
    wrong += [found for one in cards for found in wrong_records(one, asked.mutations // len(cards), asked.seed)]
    sys.stdout.writelines(f"{found[:300]}\n" for found in wrong)
    sys.stdout.write(f"{asked.mutations} bundles and as many records: {len(wrong)} not refused\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
