"""Database store: evaluations, log, cases, drafts and events, in SQLite or PostgreSQL."""
