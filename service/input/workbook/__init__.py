"""Assessment workbooks: templates for a scorecard, prefilled copies, and parsers of completed ones."""
