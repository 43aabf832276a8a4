"""Warnings that published cards still give: each is mended in the next version of its card, or argued here."""

SHARES_ABOVE_ONE = {
    "corporate-inventory": {"changed", "uncertainty", "covered_12", "covered_3"},
    "eu-battery": {"collection_rate"},  # three years' sales may fall below what is collected
    "miit-zero-carbon-factory": {"physical_share", "removal_rate"},  # a gate holds the one; more may be removed
}
"""Shares in % that may exceed 100 % without a word (RL120); none may be added."""
