"""Document readers: text blocks with locations."""
