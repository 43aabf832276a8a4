"""Events: signed webhooks, in order, at least once."""
