/* What the sources of durable-rules take for granted, and newer compilers and Pythons do not give. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <Python.h>
/* Up to Python 3.12 a macro for what has left the headers since; its successor takes the same two arguments. */
#undef PyEval_CallObject
#define PyEval_CallObject(function, arguments) PyObject_CallObject(function, arguments)
