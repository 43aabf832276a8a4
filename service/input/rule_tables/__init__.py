"""Rule tables in spreadsheets: export of a draft's tables, and import of the edited ones."""
