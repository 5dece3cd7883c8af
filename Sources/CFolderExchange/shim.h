/* renameat2(2) as glibc 2.28 and later exports it; its own header shows it only to GNU_SOURCE translation units. */
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { SOHIEU_AT_FDCWD = -100, SOHIEU_RENAME_EXCHANGE = 2 };
