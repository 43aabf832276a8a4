/* What the sources of durable-rules take for granted, and newer compilers and Pythons do not give. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An extension of GNU. All of them (_GNU_SOURCE) are not asked for: a glibc from 2.38 on would then read numbers by
   functions that no older one has, and the wheel would not run there. */
int asprintf(char **written, const char *format, ...);

#include <Python.h>
/* Up to Python 3.12 a macro for what has left the headers since; its successor takes the same two arguments. */
#undef PyEval_CallObject
#define PyEval_CallObject(function, arguments) PyObject_CallObject(function, arguments)
