"""Tables of claims in use.

Stores of edition 1.0 have these tables from the migrations of the core.
"""

from alembic import op
from sqlalchemy import inspect

from service.store.schema_migration import create_tables

revision = "1001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE claim_in_use (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, content VARCHAR NOT NULL, quote VARCHAR NOT NULL,
    medium VARCHAR NOT NULL, revision INTEGER NOT NULL, standing INTEGER NOT NULL, problem VARCHAR NOT NULL,
    expire_date VARCHAR NOT NULL, next_check_date VARCHAR NOT NULL, sign_off VARCHAR NOT NULL,
    create_time VARCHAR NOT NULL, update_time VARCHAR NOT NULL, end_time VARCHAR NOT NULL,
    owner_account VARCHAR DEFAULT '' NOT NULL, judge_time VARCHAR DEFAULT '' NOT NULL,
    judged_rules VARCHAR DEFAULT '' NOT NULL, own_rules VARCHAR DEFAULT '' NOT NULL,
    due_date VARCHAR DEFAULT '' NOT NULL, seen_date VARCHAR DEFAULT '' NOT NULL,
    notice_date VARCHAR DEFAULT '' NOT NULL, milliseconds INTEGER DEFAULT '0' NOT NULL,
    fallen INTEGER DEFAULT '0' NOT NULL, PRIMARY KEY (name)
);
CREATE INDEX claim_in_use_by_standing ON claim_in_use (organization, end_time, standing, name);
CREATE INDEX claim_in_use_by_expiry ON claim_in_use (organization, end_time, expire_date, name);
CREATE INDEX claim_in_use_by_check ON claim_in_use (organization, end_time, next_check_date, name);
CREATE INDEX claim_in_use_by_due ON claim_in_use (organization, end_time, due_date, name);
CREATE INDEX claim_in_use_by_rules ON claim_in_use (organization, end_time, judged_rules, judge_time, due_date, name);
CREATE INDEX claim_in_use_by_notice ON claim_in_use (organization, end_time, notice_date, name);
CREATE INDEX claim_in_use_by_own_notice ON claim_in_use (organization, end_time, owner_account, notice_date, name);
CREATE TABLE claim_place (
    organization VARCHAR NOT NULL, jurisdiction VARCHAR NOT NULL, claim VARCHAR NOT NULL,
    PRIMARY KEY (organization, jurisdiction, claim)
);
CREATE INDEX claim_place_by_claim ON claim_place (claim);
CREATE TABLE claim_word (
    organization VARCHAR NOT NULL, word VARCHAR NOT NULL, claim VARCHAR NOT NULL,
    PRIMARY KEY (organization, word, claim)
);
CREATE INDEX claim_word_by_claim ON claim_word (claim);
CREATE TABLE claim_judgement (
    claim VARCHAR NOT NULL, number INTEGER NOT NULL, organization VARCHAR NOT NULL, time VARCHAR NOT NULL,
    as_of_date VARCHAR NOT NULL, cause VARCHAR NOT NULL, revision INTEGER NOT NULL, standing INTEGER NOT NULL,
    earlier_standing INTEGER NOT NULL, moved INTEGER NOT NULL, places VARCHAR NOT NULL, cards VARCHAR NOT NULL,
    expired VARCHAR NOT NULL, PRIMARY KEY (claim, number)
);
CREATE INDEX claim_judgement_by_move ON claim_judgement (organization, moved, time, claim);
"""

_APPEND_ONLY = {
    "claim_judgement": "how a claim was judged never changes",
}


def upgrade() -> None:
    """Create the tables if the store does not have them yet."""
    if not inspect(op.get_bind()).has_table("claim_in_use"):
        create_tables(_TABLES, _APPEND_ONLY)
