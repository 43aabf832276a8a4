"""How is something erased of what was stored, kept from being erased, and told to have been?"""
