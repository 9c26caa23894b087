# Files below the root of a container.

LINKS = 40  # symbolic links on one path, as in Linux
DEPTH = 128  # directories on one path


def names(path):
    """The names of a path, the last first."""
    return [name for name in reversed(path.split(b'/')) if name not in (b'', b'.')]


def walk(root, path):
    """A handle of what `path` names below `root`. Links are resolved here, never by the kernel:
    an absolute one starts again at `root`, and `..` cannot climb above it."""
    stack, links, parts = [root], 0, names(path)
    while parts:
        name = parts.pop()
        if name == b'..':
            if len(stack) > 1:
                os.close(stack.pop())
            continue
        fd = os.open(name, os.O_PATH | os.O_NOFOLLOW, dir_fd=stack[-1])
        mode = os.fstat(fd).st_mode
        if stat.S_ISLNK(mode):
            links += 1
            if links > LINKS:
                raise OSError(errno.ELOOP, 'too many symbolic links')
            target = os.readlink(b'', dir_fd=fd)
            os.close(fd)
            if target.startswith(b'/'):
                while len(stack) > 1:
                    os.close(stack.pop())
            parts += names(target)
            continue
        if parts and not stat.S_ISDIR(mode):
            raise OSError(errno.ENOTDIR, 'not a directory')
        if len(stack) > DEPTH:
            raise OSError(errno.ELOOP, 'too deep')
        stack.append(fd)
    return stack[-1]


def open_regular(handle, path):
    root = os.open('root', os.O_PATH | os.O_DIRECTORY, dir_fd=handle)
    found = walk(root, path)
    kind = os.fstat(found)
    if not stat.S_ISREG(kind.st_mode):
        raise PermissionError(errno.EACCES, 'not a regular file')
    # The kernel's own file systems have no blocks. What they tell depends on who reads: the helper
    # would see other things there than the container does.
    if os.fstatvfs(found).f_blocks == 0:
        raise PermissionError(errno.EACCES, 'a file of the kernel')
    return os.open('/proc/self/fd/%d' % found, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY), kind.st_size


def read_in_child(handle, path, limit):
    """Exit 0: the content on stdout, the size on stderr. 1: there is none. 2: refused, and why."""
    try:
        fd, size = open_regular(handle, path)
        os.write(2, str(size).encode())
        left = limit
        while left > 0 and (chunk := os.read(fd, min(left, 1 << 16))):
            left -= len(chunk)
            while chunk:
                chunk = chunk[os.write(1, chunk) :]
        return 0
    except OSError as e:
        if e.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESRCH):
            return 1
        os.write(2, (e.strerror or str(e)).encode())
        return 2
