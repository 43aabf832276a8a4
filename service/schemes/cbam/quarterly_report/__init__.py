"""What does a CBAM quarterly report of the transitional period say?"""
