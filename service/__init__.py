"""The edge: which protocols, stores and commands surround the core?"""
