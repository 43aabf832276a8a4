"""Which names, instants, refusals and pages do all rooms of the edge share?"""
