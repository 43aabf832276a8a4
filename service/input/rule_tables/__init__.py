"""Rule tables in spreadsheets: export, and import after editing."""
