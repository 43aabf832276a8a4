from .date_arithmetic import shift_day as shift_day
