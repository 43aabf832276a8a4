"""Mail: addresses of accounts, messages, the notices in them, and the key of signed links."""

from service.store.schema_migration import create_tables

revision = "1004"
down_revision = "1003"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE mail_address (
    organization VARCHAR NOT NULL, account VARCHAR NOT NULL, address VARCHAR NOT NULL, state VARCHAR NOT NULL,
    language VARCHAR NOT NULL, zone VARCHAR NOT NULL, digest_hour INTEGER NOT NULL, modes VARCHAR NOT NULL,
    roles VARCHAR NOT NULL, problem VARCHAR NOT NULL, change_time VARCHAR NOT NULL,
    PRIMARY KEY (organization, account)
);
CREATE INDEX mail_address_by_state ON mail_address (state, organization, account);
CREATE TABLE mail_message (
    number BIGSERIAL NOT NULL, id VARCHAR NOT NULL, organization VARCHAR NOT NULL, account VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, state VARCHAR NOT NULL, create_time VARCHAR NOT NULL, due_time VARCHAR NOT NULL,
    attempts INTEGER NOT NULL, retry_time VARCHAR NOT NULL, send_time VARCHAR NOT NULL, address VARCHAR NOT NULL,
    problem VARCHAR NOT NULL, PRIMARY KEY (number), CONSTRAINT mail_message_once UNIQUE (id)
);
CREATE INDEX mail_message_by_state ON mail_message (state, organization, account, number);
CREATE INDEX mail_message_by_organization ON mail_message (organization, number);
CREATE TABLE mail_notice (
    organization VARCHAR NOT NULL, recipient VARCHAR NOT NULL, event VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    message VARCHAR NOT NULL, position BIGINT NOT NULL, content VARCHAR NOT NULL,
    PRIMARY KEY (organization, recipient, event, kind)
);
CREATE INDEX mail_notice_by_message ON mail_notice (message, position, event, kind);
CREATE TABLE mail_key (
    name VARCHAR NOT NULL, secret VARCHAR NOT NULL, PRIMARY KEY (name)
);
"""


def upgrade() -> None:
    """Create the tables; no account had an address before."""
    create_tables(_TABLES, {})
