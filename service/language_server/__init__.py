"""Language server (LSP) for drafts."""
