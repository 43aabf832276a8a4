module example

go 1.19

require touchstone v0.1.0
