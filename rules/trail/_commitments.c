/* What rules/trail/commitments.py computes by itself where this was not compiled, for all steps of a record in one call. */
#define OPENSSL_SUPPRESS_DEPRECATED
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <openssl/sha.h>

#define SIZE SHA256_DIGEST_LENGTH

static void
digest_of(unsigned char prefix, const void *left, size_t left_size, const void *right, size_t right_size,
          unsigned char *digest)
{
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    SHA256_Update(&context, left, left_size);
    SHA256_Update(&context, right, right_size);
    SHA256_Final(digest, &context);
}

/* commitments(salts, steps): a list of SHA-256(0x00, salt, step), the salts being 32 bytes each, one behind the other. */
static PyObject *
commitments(PyObject *module, PyObject *arguments)
{
    Py_buffer salts;
    PyObject *given, *steps, *made = NULL;
    if (!PyArg_ParseTuple(arguments, "y*O", &salts, &given)) return NULL;
    steps = PySequence_Fast(given, "steps are a sequence of bytes");
    if (steps == NULL) goto end;
    Py_ssize_t count = PySequence_Fast_GET_SIZE(steps);
    if (salts.len != count * SIZE) {
        PyErr_SetString(PyExc_ValueError, "there is a salt of 32 bytes for each step");
        goto end;
    }
    made = PyList_New(count);
    for (Py_ssize_t place = 0; made != NULL && place < count; place++) {
        char *step;
        Py_ssize_t size;
        PyObject *digest = PyBytes_FromStringAndSize(NULL, SIZE);
        if (digest == NULL || PyBytes_AsStringAndSize(PySequence_Fast_GET_ITEM(steps, place), &step, &size) < 0) {
            Py_XDECREF(digest);
            Py_CLEAR(made);
            break;
        }
        digest_of(0, (char *)salts.buf + place * SIZE, SIZE, step, size, (unsigned char *)PyBytes_AS_STRING(digest));
        PyList_SET_ITEM(made, place, digest);
    }
end:
    Py_XDECREF(steps);
    PyBuffer_Release(&salts);
    return made;
}

/* root(leaves): the root of the tree over one or more leaves of 32 bytes; a node is SHA-256(0x01, left, right). */
static PyObject *
root(PyObject *module, PyObject *given)
{
    PyObject *leaves = PySequence_Fast(given, "leaves are a sequence of bytes"), *made = NULL;
    if (leaves == NULL) return NULL;
    Py_ssize_t count = PySequence_Fast_GET_SIZE(leaves);
    unsigned char *level = count ? PyMem_Malloc(count * SIZE) : NULL;
    if (level == NULL) {
        count ? PyErr_NoMemory() : PyErr_SetString(PyExc_ValueError, "there is at least one leaf");
        goto end;
    }
    for (Py_ssize_t place = 0; place < count; place++) {
        char *leaf;
        Py_ssize_t size;
        if (PyBytes_AsStringAndSize(PySequence_Fast_GET_ITEM(leaves, place), &leaf, &size) < 0) goto end;
        if (size != SIZE) {
            PyErr_SetString(PyExc_ValueError, "a leaf has 32 bytes");
            goto end;
        }
        memcpy(level + place * SIZE, leaf, SIZE);
    }
    while (count > 1) {
        for (Py_ssize_t place = 0; place < count / 2; place++) {
            unsigned char *pair = level + 2 * place * SIZE;
            digest_of(1, pair, SIZE, pair + SIZE, SIZE, level + place * SIZE);
        }
        if (count % 2) memmove(level + count / 2 * SIZE, level + (count - 1) * SIZE, SIZE);
        count = (count + 1) / 2;
    }
    made = PyBytes_FromStringAndSize((char *)level, SIZE);
end:
    PyMem_Free(level);
    Py_DECREF(leaves);
    return made;
}

static PyMethodDef methods[] = {
    {"commitments", commitments, METH_VARARGS, NULL},
    {"root", root, METH_O, NULL},
    {NULL},
};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_commitments",
    .m_methods = methods,
};

PyMODINIT_FUNC
PyInit__commitments(void)
{
    return PyModuleDef_Init(&definition);
}
