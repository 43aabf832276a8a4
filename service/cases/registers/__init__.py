"""Upload files for public registers of certificates: formats as data, rows from the case history, stored exports."""
