"""How do protobuf messages and the contracts of the core become each other?"""
