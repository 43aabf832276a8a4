/* Declarations that durable-rules needs, and that newer compilers and Pythons no longer provide. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A GNU extension. _GNU_SOURCE would enable all of them. Then glibc 2.38 and later parse numbers with functions that
   older versions lack, and the wheel would not run there. */
int asprintf(char **written, const char *format, ...);

#include <Python.h>
/* A macro up to Python 3.12, later removed. Its successor has the same two arguments. */
#undef PyEval_CallObject
#define PyEval_CallObject(function, arguments) PyObject_CallObject(function, arguments)
