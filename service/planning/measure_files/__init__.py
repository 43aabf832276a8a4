"""Lists of measures as files: YAML or JSON documents, and tables in workbooks or delimited text."""
