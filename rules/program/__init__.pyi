from .days import shift_day as shift_day
