"""CBAM quarterly reports of the transitional period: XML parsing, schema check and conversion to a dossier."""
