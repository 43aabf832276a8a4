"""How do the gRPC services answer, and what surrounds a call?"""
