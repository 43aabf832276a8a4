"""Calendar: dates of rules, tables, evidence and deadlines, and what applied to a subject on a day."""
