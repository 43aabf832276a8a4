"""Identity: authentication of callers, and the permissions of their roles."""
