"""How does the verification of a bundle read on a terminal, and as JSON?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import told, words_of
from rules.contracts.toml_files import wording
from rules.trail.verify import CheckResult
from service.answering.terminal.columns import padded
from service.proofs.bundles import read_bundle
from service.proofs.checking import check_bundle
from service.reading.given_files import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.trail.verify import Check

words = wording(__name__)

_MAXIMUM_BYTES = 256 * 1024 * 1024


def checked_file(path: Path, trust: Path) -> tuple[Check, ...]:
    """Check a bundle in a file.

    Raises:
        InputError: the file is no bundle, or the trust file cannot be read.
    """
    content = read_file(path, most=_MAXIMUM_BYTES)
    try:
        bundle = read_bundle(content)
    except TrailError as error:
        raise InputError((Violation(str(path), words_of(error), "MALFORMED"),)) from None
    return check_bundle(bundle, trust)


def holds(checks: Sequence[Check]) -> bool:
    """Say whether every check passed."""
    return all(check.result is CheckResult.PASSED for check in checks)


def checks_text(checks: Sequence[Check], language: str) -> str:
    """Write the checks as numbered lines, what they say together, and what they do not prove."""
    spoken = words(language)
    lines = [
        f"{check.number:2}. {padded(spoken['checks'][check.name], 13)} "
        f"{padded(spoken['results'][check.result.value], 8)} {told(check.message, language)}"
        for check in checks
    ]
    return "\n".join((*lines, spoken["passed" if holds(checks) else "failed"], spoken["not_proved"]))


def checks_document(checks: Sequence[Check], language: str) -> dict[str, Any]:
    """Write the same for programs."""
    return {
        "holds": holds(checks),
        "checks": [
            {
                "number": check.number,
                "name": check.name,
                "result": check.result.value,
                "message": told(check.message, language),
            }
            for check in checks
        ],
        "notProved": words(language)["not_proved"],
    }
