"""Assessment workbooks: templates, prefilled copies and parsers."""
