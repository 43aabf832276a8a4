"""Which statements of a text may be environmental claims, where exactly, and which facts do they propose?"""
