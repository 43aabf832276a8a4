"""Database store in SQLite or PostgreSQL: evaluations, cases and log."""
