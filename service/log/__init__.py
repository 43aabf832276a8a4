"""How is it proved that a result was noted when it was made, and that nothing noted was changed or removed since?"""
