"""DMN decision tables: reader, conversion to feature files, and export of small tables."""
