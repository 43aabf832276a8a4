"""Bulk: columnar screening of millions of subjects in files, on all cores."""
