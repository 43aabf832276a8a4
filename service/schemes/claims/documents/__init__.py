"""Document readers: HTML, PDF, DOCX, PPTX and plain text as blocks of text with their places."""
