"""Tabular files: safe reading of the cells of workbooks and separated values."""
