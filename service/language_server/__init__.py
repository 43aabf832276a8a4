"""Language server (LSP) for drafts: diagnostics, completion, hover, rename and navigation."""
