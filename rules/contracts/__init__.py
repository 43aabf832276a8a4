"""Shared vocabulary of all packages: numbers, units, dates, facts, evidence, outcomes, diagnostics, errors."""
