"""Calendar: dates of rules, tables, evidence and deadlines, and applicable versions."""
