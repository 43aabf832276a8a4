"""Verification of a proof bundle in a file, rendered as text and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from rules.api import CheckResult, VerificationCheck
from rules.contracts import InputError, TrailError, Violation, error_message, in_language, wording_loader
from service.input.given_files import MOST_EXPORTED, read_file
from service.output.bundles import Bundle, read_bundle
from service.output.terminal.columns import pad_to_width
from service.proofs.bundle_verification import check_bundle

words = wording_loader(__name__)


@dataclass(frozen=True, slots=True)
class BundleCheck:
    """What the checks of a bundle say, and how many double uses the archive found, by the leaf that the first binds."""

    checks: tuple[VerificationCheck, ...]
    double_uses: int

    @property
    def holds(self) -> bool:
        """Say whether every check passed."""
        return all(check.result is CheckResult.PASSED for check in self.checks)


def check_bundle_file(path: Path, trust: Path) -> BundleCheck:
    """Check a bundle in a file.

    Raises:
        InputError: the file is no bundle, or the trust file cannot be read.
    """
    content = read_file(path, most=MOST_EXPORTED)
    try:
        bundle = read_bundle(content)
    except TrailError as error:
        raise InputError((Violation(str(path), error_message(error), "MALFORMED"),)) from None
    return BundleCheck(check_bundle(bundle, trust), _double_uses(bundle))


def _double_uses(bundle: Bundle) -> int:
    try:
        return int(orjson.loads(bundle.evaluation.leaf)["archive_findings"]["major"])
    except (ValueError, KeyError, TypeError):  # the first check says that this is no leaf
        return 0


def checks_text(checked: BundleCheck, language: str) -> str:
    """Write double uses, then the checks as numbered lines, what they say together, and what they do not prove."""
    spoken = words(language)
    lines = [spoken["double_uses"].format(count=checked.double_uses)] if checked.double_uses else []
    lines += [
        f"{check.number:2}. {pad_to_width(spoken['checks'][check.name], 13)} "
        f"{pad_to_width(spoken['results'][check.result.value], 8)} {in_language(check.message, language)}"
        for check in checked.checks
    ]
    return "\n".join((*lines, spoken["passed" if checked.holds else "failed"], spoken["not_proved"]))


def checks_document(checked: BundleCheck, language: str) -> dict[str, Any]:
    """Write the same for programs."""
    return {
        "doubleUseCount": checked.double_uses,
        "holds": checked.holds,
        "checks": [
            {
                "number": check.number,
                "name": check.name,
                "result": check.result.value,
                "message": in_language(check.message, language),
            }
            for check in checked.checks
        ],
        "notProved": words(language)["not_proved"],
    }
