"""How are the same rules asked of many subjects at once? Lowered to expressions over columns, exactly or not at all."""
