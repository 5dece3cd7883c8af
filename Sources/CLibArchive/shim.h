/* The door to libarchive (3.4 and later) and its zip writer. Everything behind it is used by one Swift file. */
#include <archive.h>
#include <archive_entry.h>
