/* The door to zlib (1.2 and later). Everything behind it is used by one Swift file. */
#include <zlib.h>
