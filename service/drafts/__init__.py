"""Drafts, in folders and on a server: revisions, comments, checks, signed review, publication and repeal."""
