"""Tables of goods ledgers and supplier requests.

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
CREATE TABLE goods_ledger (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, display_name VARCHAR NOT NULL, year INTEGER NOT NULL,
    create_time VARCHAR NOT NULL, newest INTEGER NOT NULL, pricing VARCHAR DEFAULT '' NOT NULL,
    PRIMARY KEY (name)
);
CREATE INDEX goods_ledger_by_organization ON goods_ledger (organization, name);
CREATE TABLE goods_content (
    organization VARCHAR NOT NULL, digest VARCHAR NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (organization, digest)
);
CREATE TABLE goods_revision (
    ledger VARCHAR NOT NULL, number INTEGER NOT NULL, organization VARCHAR NOT NULL,
    content_digest VARCHAR NOT NULL, line_count INTEGER NOT NULL, note VARCHAR NOT NULL,
    principal VARCHAR NOT NULL, create_time VARCHAR NOT NULL, PRIMARY KEY (ledger, number)
);
CREATE TABLE goods_pricing (
    ledger VARCHAR NOT NULL, revision INTEGER NOT NULL, question VARCHAR NOT NULL, priced INTEGER NOT NULL,
    sums BLOB NOT NULL, PRIMARY KEY (ledger, revision, question)
);
CREATE TABLE supplier_request (
    ledger VARCHAR NOT NULL, number INTEGER NOT NULL, organization VARCHAR NOT NULL,
    link_digest VARCHAR NOT NULL, supplier VARCHAR NOT NULL, message VARCHAR NOT NULL, lines VARCHAR NOT NULL,
    facts VARCHAR NOT NULL, principal VARCHAR NOT NULL, create_time VARCHAR NOT NULL,
    expire_time VARCHAR NOT NULL, withdraw_time VARCHAR, answers INTEGER NOT NULL, PRIMARY KEY (ledger, number),
    CONSTRAINT supplier_request_link UNIQUE (link_digest)
);
CREATE TABLE supplier_answer (
    ledger VARCHAR NOT NULL, request INTEGER NOT NULL, number INTEGER NOT NULL, cells VARCHAR NOT NULL,
    respondent VARCHAR NOT NULL, remark VARCHAR NOT NULL, state VARCHAR NOT NULL, create_time VARCHAR NOT NULL,
    decide_principal VARCHAR NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (ledger, request, number)
);
"""

_APPEND_ONLY = {
    "goods_content": "what was saved of goods never changes",
    "goods_revision": "what was saved of goods never changes",
}


def upgrade() -> None:
    """Create the tables if the store does not have them yet."""
    if not inspect(op.get_bind()).has_table("goods_ledger"):
        create_tables(_TABLES, _APPEND_ONLY)
