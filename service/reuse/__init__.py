"""Reuse of verified facts: shared meanings, offers to other cases of the client, and their acceptance."""
