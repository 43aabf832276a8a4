"""Accepted warnings of published scorecards, each fixed in the next version or justified here."""

SHARES_ABOVE_ONE = {
    "corporate-inventory": {"changed", "uncertainty", "covered_12", "covered_3"},
    "eu-battery": {"collection_rate"},  # collected batteries may exceed the average sales of three years
    "miit-zero-carbon-factory": {"physical_share", "removal_rate"},  # a gate holds the one; more may be removed
}
"""Shares in % that may exceed 100 % without a word (RL120); none may be added."""
