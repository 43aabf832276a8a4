"""Events: webhooks signed and delivered in order, at least once, with reminders of due items."""
