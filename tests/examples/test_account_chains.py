"""Does an account that is chained from year to year come to what one pass over all years gives?"""

from rules.model.published import published_bytes
from tests.examples.account_chains import KEY, Accounts, compare
from tests.support.recomputing import recompute

CHAINS = 300


def test_random_chains_come_to_what_a_plain_computation_gives() -> None:
    accounts = Accounts()
    file = published_bytes(accounts.version.scorecard, accounts.version.sources)
    for seed in range(CHAINS):
        records = compare(accounts, seed)
        if seed % 30 == 0:
            assert all(recompute(one.content, file, None, KEY).agrees for one in records)
