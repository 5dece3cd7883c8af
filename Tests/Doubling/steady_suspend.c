/* Valgrind writes into the mask that sigsuspend is given, and libdispatch keeps its mask in memory that cannot be written.
   Loaded ahead of the C library, this hands on a copy. */
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask)
{
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
