/* The door to Debian's libcmark-gfm and its extensions. Everything behind it is used by one Swift file. */
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
