"""The far end of the probe helper: it runs in the toolbox, and answers framed requests on stdin.

The files of this folder are one script, joined in the order of `read-script.ts`; this is the first.
One thread, one poll: whatever may block is done by a child, which is killed at its deadline.
python3-minimal has no json and no ctypes, and importing signal or subprocess costs more time
than starting a program does; so the system calls are used as they are.
"""

import errno
import os
import select
import stat
import struct
import time

ENV = {'PATH': '/usr/sbin:/usr/bin:/sbin:/bin', 'LC_ALL': 'C'}
KILL = 9
KINDS = ('net', 'pid', 'ipc', 'mnt', 'uts', 'user')  # of namespaces


class Refused(Exception):
    """A request that is malformed or not allowed; the text says why."""


class Gone(Exception):
    """The process of a request is no more."""


def number(field, most):
    if not field.isdigit() or len(field) > 12:
        raise Refused('not a number')
    return min(int(field), most)


def enter(pid, started):
    """A handle of /proc/PID: it keeps meaning this process when its number is used again."""
    if pid == b'':
        return os.open('/proc/self', os.O_RDONLY | os.O_DIRECTORY)
    try:
        handle = os.open('/proc/%d' % number(pid, 1 << 40), os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        raise Gone()
    try:
        if started != b'' and start_of(handle) != started:
            raise Gone()
        return handle
    except BaseException:
        os.close(handle)
        raise


def start_of(handle):
    """When the process started, in clock ticks: field 22 of its stat."""
    try:
        fd = os.open('stat', os.O_RDONLY, dir_fd=handle)
        try:
            return os.read(fd, 4096).rpartition(b')')[2].split()[19]
        finally:
            os.close(fd)
    except (FileNotFoundError, ProcessLookupError, IndexError):
        raise Gone()


def namespace(handle, kind):
    try:
        return os.open('ns/' + kind, os.O_RDONLY, dir_fd=handle)
    except (FileNotFoundError, ProcessLookupError):
        raise Gone()


def inodes(handle, kinds):
    try:
        return ['%s %d' % (kind, os.stat('ns/' + kind, dir_fd=handle).st_ino) for kind in kinds]
    except (FileNotFoundError, ProcessLookupError):
        raise Gone()


def host_inodes():
    """Of the parent, which is the engine's own shim. Where that is closed, of what is shared with the host."""
    for pid, kinds in ((b'%d' % os.getppid(), KINDS), (b'', ('net', 'pid', 'user'))):
        handle = enter(pid, b'')
        try:
            return inodes(handle, kinds)
        except PermissionError:
            continue
        finally:
            os.close(handle)
    raise Refused('the namespaces of the host are closed')


def netnsid(handle):
    """The number by which the host's network namespace knows that of the process (RTM_GETNSID)."""
    import socket

    net = namespace(handle, 'net')
    try:
        if os.fstat(net).st_ino == os.stat('/proc/self/ns/net').st_ino:
            return 'host'
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as link:
            link.settimeout(1)
            link.send(struct.pack('=IHHIIB3xHHi', 28, 90, 1, 1, 0, 0, 8, 3, net))
            reply = link.recv(4096)
    finally:
        os.close(net)
    if len(reply) < 28 or struct.unpack_from('=H', reply, 4)[0] != 88:
        return 'none'
    return str(struct.unpack_from('=i', reply, 24)[0])


class Child:
    def __init__(self, ident, pid, out, err, limit, deadline):
        self.ident, self.pid, self.limit, self.deadline = ident, pid, limit, deadline
        self.open = {out: 0, err: 1}
        self.data = [bytearray(), bytearray()]
        self.truncated = self.timed_out = self.killed = False

    def take(self, fd):
        """Takes what there is; False when that pipe has ended."""
        try:
            chunk = os.read(fd, 1 << 16)
        except BlockingIOError:
            return True
        data = self.data[self.open[fd]]
        room = self.limit - len(data)
        data += chunk[:room]
        if len(chunk) > room:
            self.truncated = True
            self.kill()
        return bool(chunk)

    def kill(self):
        self.killed = True
        for target in (-self.pid, self.pid):
            try:
                os.kill(target, KILL)
            except OSError:
                pass


def with_pipes(begin):
    """What `begin` makes with the ends to write to, and the two to read its output and errors from."""
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    try:
        return begin(out_end, err_end), out, err
    except BaseException:
        os.close(out)
        os.close(err)
        raise
    finally:
        os.close(out_end)
        os.close(err_end)


def start(argv, net):
    """Starts a program in a process group of its own, in the namespace of the handle `net`."""
    if net is not None:
        argv = ['nsenter', '--net=/proc/self/fd/3'] + argv

    def spawn(out, err):
        # The namespace comes last: one of the pipes may be 3.
        fds = {1: out, 2: err} if net is None else {1: out, 2: err, 3: net}
        actions = [(os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0)]
        actions += [(os.POSIX_SPAWN_DUP2, fd, to) for to, fd in fds.items()]
        return os.posix_spawnp(argv[0], argv, ENV, file_actions=actions, setpgroup=0)

    return with_pipes(spawn)


def fork(work):
    """Does `work` in a child with a process group of its own; its exit code is what that returns."""

    def split(out, err):
        pid = os.fork()
        if pid != 0:
            return pid
        code = 3
        try:
            os.setpgid(0, 0)
            os.dup2(out, 1)
            os.dup2(err, 2)
            code = work()
        finally:
            os._exit(code)

    return with_pipes(split)
