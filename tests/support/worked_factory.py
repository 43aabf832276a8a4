"""The worked factory as an older version of its card asks for it."""

from __future__ import annotations

import re

from tests.support.running import ROOT


def worked_factory_before_3_0_0() -> bytes:
    """Give the dossier with the regulator's records beside the numbers themselves, as versions before 3.0.0 ask."""
    content = (ROOT / "examples" / "worked-factory.yaml").read_text(encoding="utf-8")
    content = re.sub("  (accident|penalty)_record_clear: .*\n", "", content)
    return content.replace("{value: 0 time}", "{value: 0 time, evidence: [regulator, regulator-2026]}").encode()
