"""Drafts in folders and on a server."""
