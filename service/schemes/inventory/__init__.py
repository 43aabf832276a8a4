"""What does one inventory of a company answer: targets, renewable electricity, credits, disclosure, its own grade?"""
