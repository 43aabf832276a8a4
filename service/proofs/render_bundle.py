"""Rendering of proof bundle checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from rules.api import CheckResult, VerificationCheck
from rules.contracts import InputError, TrailError, error_message, in_language, join_items, wording_loader
from service.input.given_files import MOST_EXPORTED, read_text_file
from service.output.bundles import Bundle, read_bundle
from service.output.terminal.columns import one_line, pad_to_width
from service.proofs.bundle_verification import bundled_result, check_bundle

words = wording_loader(__name__)


@dataclass(frozen=True, slots=True)
class BundleCheck:
    """Check results of a bundle, its number of double uses, and its conclusion if no check failed."""

    checks: tuple[VerificationCheck, ...]
    double_uses: int
    conclusion: str = ""

    @property
    def holds(self) -> bool:
        """Whether no check failed."""
        return all(check.result is not CheckResult.FAILED for check in self.checks)


def check_bundle_file(path: Path, trust: Path, language: str) -> BundleCheck:
    """Check a bundle file. The language is that of the conclusion.

    Raises:
        InputError: If the bundle or trust file is invalid.
    """
    content = read_text_file(path, most=MOST_EXPORTED, allowed="JSON")
    try:
        bundle = read_bundle(content)
    except TrailError as error:
        raise InputError.of(str(path), error_message(error), "MALFORMED") from None
    checked = BundleCheck(check_bundle(bundle, trust), _double_uses(bundle))
    return replace(checked, conclusion=bundled_result(bundle, language)) if checked.holds else checked


def _double_uses(bundle: Bundle) -> int:
    try:
        return int(orjson.loads(bundle.evaluation.leaf)["archive_findings"]["major"])
    except (ValueError, KeyError, TypeError):  # the leaf check reports it
        return 0


def checks_text(checked: BundleCheck, language: str) -> str:
    """Render the check results as text."""
    templates = words(language)
    lines = [templates["double_uses"].format(count=checked.double_uses)] if checked.double_uses else []
    lines += [
        f"{check.number:2}. {pad_to_width(templates['checks'][check.name], 13)} "
        f"{pad_to_width(templates['results'][check.result.value], 11)} {one_line(in_language(check.message, language))}"
        for check in checked.checks
    ]
    lines += ["", checked.conclusion, ""] if checked.conclusion else []
    return "\n".join((*lines, _summary(checked, templates, language), templates["not_proved"]))


def _summary(checked: BundleCheck, templates: Mapping[str, Any], language: str) -> str:
    if not checked.holds:
        return str(templates["failed"])
    not_checked = [
        templates["checks"][check.name] for check in checked.checks if check.result is CheckResult.NOT_CHECKED
    ]
    if not not_checked:
        return str(templates["passed"])
    return str(templates["passed_in_part"].format(names=join_items(not_checked, language)))


def checks_document(checked: BundleCheck, language: str) -> dict[str, Any]:
    """Return the check results in JSON form."""
    return {
        "doubleUseCount": checked.double_uses,
        "holds": checked.holds,
        "conclusion": checked.conclusion,
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
