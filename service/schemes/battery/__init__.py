"""Battery passport files as facts of a dossier."""
