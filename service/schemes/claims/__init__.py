"""Environmental claim checks of texts and files: screening, verdicts by jurisdiction, and answers in many forms."""
