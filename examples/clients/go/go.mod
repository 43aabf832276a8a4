module example

go 1.19

require touchstone v0.1.0

replace touchstone => ../../../dist/clients/go/src/touchstone
