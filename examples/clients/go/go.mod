module example.com/evaluate

go 1.19
