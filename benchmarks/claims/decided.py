"""Generator of the table of precedents from the rulings in the test data.

`python -m benchmarks.claims.decided` rewrites `rules/claims/decided.toml` from the rulings of `tests/claims`:
jurisdiction, forum, day, kinds, and whether the claim was condemned. Rulings without a clear outcome or a single
jurisdiction are omitted.
"""

from __future__ import annotations

import json

from service.configuration.folders import CHECKOUT

PATH = CHECKOUT / "rules" / "claims" / "decided.toml"
_CONDEMNED = {"misleading", "prohibited"}
_ACCEPTED = {"ok", "permitted_with_qualification", "out_of_scope"}
_COLLECTED = "2026-11-20"
"""The day of examples from law or guidance, which were not decided on any day."""
_HEAD = """\
# Decided cases, and examples from law and authorities, shown with claims of the same type: jurisdiction, forum, day,
# claim types, outcome. A selection from our own table of rulings (tests/claims), not a sample. Written by
# `python -m benchmarks.claims.decided`.
"""


def rows() -> list[list[str]]:
    """Return the cases in the order of the rulings."""
    cases: list[list[str]] = []
    for line in (CHECKOUT / "tests" / "claims" / "rulings.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        verdicts, kinds = set(row["then"] or row["now"] or ()), row["facts"].get("claim_types", ())
        if (
            not verdicts
            or not kinds
            or row["jurisdiction"] == "any"
            or not (verdicts <= _CONDEMNED or verdicts <= _ACCEPTED)
        ):
            continue
        outcome = "condemned" if verdicts <= _CONDEMNED else "accepted"
        day = "" if row["decided_on"] == _COLLECTED else row["decided_on"]
        cases.append([row["jurisdiction"], row["forum"], day, " ".join(kinds), outcome])
    return cases


def written() -> str:
    """Write the table."""
    lines = (f"    {json.dumps(row, ensure_ascii=False)}," for row in rows())
    return "\n".join((f"{_HEAD}cases = [", *lines, "]\n"))


def main() -> None:
    """Write the file."""
    PATH.write_text(written(), encoding="utf-8")
    print(f"{PATH.name}: {len(rows())} cases")


if __name__ == "__main__":
    main()
