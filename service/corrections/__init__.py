"""What does a correction touch?"""
