"""Drafts: their revisions, comments, checks, signed review, publication and repeal."""
