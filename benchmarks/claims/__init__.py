"""How fast is Touchstone, beside something known, measured in the same run?"""
