"""Evaluation reports: HTML page to print and sign, workbook, and plain text."""
