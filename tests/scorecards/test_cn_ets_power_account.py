"""China ETS power account card: chained yearly evaluations against one pass over all years.

Set `TOUCHSTONE_ETS_SUBJECTS=1000` to test 1000 random accounts.
"""

import os

from rules.model.published_version import published_bytes
from tests.support.cn_ets_accounts import KEY, Accounts, compare
from tests.support.recomputing import recompute
from tests.support.tiers import tries

CHAINS = int(os.environ.get("TOUCHSTONE_ETS_SUBJECTS", tries(120)))


def test_random_chains_agree_with_a_single_pass_computation() -> None:
    accounts = Accounts()
    file = published_bytes(accounts.version.scorecard, accounts.version.sources)
    for seed in range(CHAINS):
        records = compare(accounts, seed)
        if seed % 30 == 0:
            assert all(recompute(one.content, file, None, KEY).agrees for one in records)
