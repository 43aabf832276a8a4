"""Workbench: server-rendered pages for case work in a browser, and the public register of certificates."""
