"""Tabular files: safe access to workbook cells and delimited text."""
