#include <libpq-fe.h>
#include <spawn.h>

// glibc and musl have these, but show them only under _GNU_SOURCE, which Swift does not define. The private server is
// started with them.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
