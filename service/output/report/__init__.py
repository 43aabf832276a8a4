"""Evaluation reports: printable HTML page to sign, workbook, and plain text."""
