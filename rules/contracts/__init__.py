"""What every other part speaks in: numbers, units, dates, facts, evidence, outcomes, diagnostics, errors."""
