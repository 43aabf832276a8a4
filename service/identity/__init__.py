"""Identity: authentication and authorization of callers."""
