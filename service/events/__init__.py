"""Events: signed webhooks, delivered at least once, and reminders."""
