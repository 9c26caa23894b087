"""The far end of the probe helper: it runs in the toolbox, and answers framed requests on stdin.

A frame is a 32-bit big-endian length and that many bytes; those are fields, each again a 32-bit
length and its bytes. A request is [what, id, …], an answer [verdict, id, exit, flags, out, err].
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

FRAME_LIMIT = 1 << 18  # bytes of one request
OUTPUT_LIMIT = 1 << 22  # bytes of one stream of one answer
AT_ONCE = 32  # children; further requests wait for their turn
FIRST_WORD = 30.0  # seconds: a helper that nobody ever speaks to ends by itself
LINKS = 40  # symbolic links on one path, as in Linux
DEPTH = 128  # directories on one path
ENV = {'PATH': '/usr/sbin:/usr/bin:/sbin:/bin', 'LC_ALL': 'C'}
KILL = 9

CONNECT = """
import sys, errno, _socket as s
host, port, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
c = s.socket(s.AF_INET6 if ':' in host else s.AF_INET, s.SOCK_STREAM)
c.settimeout(seconds)
try:
    c.connect((host, port))
    print('connected')
except TimeoutError:
    print('timeout')
except OSError as e:
    print(errno.errorcode.get(e.errno, str(e)))
"""


class Refused(Exception):
    """A request that is malformed or not allowed; the text says why."""


class Gone(Exception):
    """The process of a request is no more."""


def pack(fields):
    body = b''.join(struct.pack('>I', len(f)) + f for f in fields)
    return struct.pack('>I', len(body)) + body


def unpack(body):
    fields, at = [], 0
    while at < len(body):
        if at + 4 > len(body):
            raise Refused('malformed request')
        (size,) = struct.unpack_from('>I', body, at)
        at += 4
        if at + size > len(body):
            raise Refused('malformed request')
        fields.append(body[at : at + size])
        at += size
    return fields


def number(field, most):
    if not field.isdigit() or len(field) > 12:
        raise Refused('not a number')
    return min(int(field), most)


# --- what may be run --------------------------------------------------------------------------

CURL_FLAGS = {'--silent', '--verbose', '--insecure', '--globoff'}
CURL_VALUES = {'--url', '--resolve', '--max-time', '--connect-timeout'}
# After what is given, so that nothing given can undo it.
CURL_LAST = ['--proto', '=http,https', '--proto-redir', '=http,https', '--max-redirs', '0', '--noproxy', '*']


def curl(args):
    rest = list(args)
    while rest:
        option = rest.pop(0)
        if option in CURL_FLAGS:
            continue
        if option not in CURL_VALUES or not rest:
            raise Refused('curl: option not allowed: ' + option)
        value = rest.pop(0)
        if option == '--url' and not value.startswith(('http://', 'https://')):
            raise Refused('curl: only http and https')
    return ['curl', '-q'] + list(args) + CURL_LAST


def shower(program, objects):
    """`ip` and `bridge` may show, and nothing else: no batch files, no exec, no abbreviations."""

    def check(args):
        words = [a for a in args if a not in ('-j', '-d', '-s', '-4', '-6')]
        if len(words) < 2 or words[0] not in objects or words[1] != 'show':
            raise Refused(program + ': only show')
        return [program] + list(args)

    return check


def nslookup(args):
    if len(args) != 3 or args[0] not in ('-type=a', '-type=aaaa') or args[1][:1] == '-' or args[2][:1] == '-':
        raise Refused('nslookup: wants -type, a name and a server')
    return ['nslookup'] + list(args)


PROGRAMS = {
    'bridge': shower('bridge', ('fdb', 'link')),
    'curl': curl,
    'ip': shower('ip', ('addr', 'route')),
    'nslookup': nslookup,
}


# --- processes --------------------------------------------------------------------------------


def slurp(fd, limit):
    chunks, left = [], limit
    while left > 0:
        chunk = os.read(fd, min(left, 1 << 16))
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    return b''.join(chunks)


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
            return slurp(fd, 4096).rpartition(b')')[2].split()[19]
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
    lines = []
    for kind in kinds:
        try:
            lines.append('%s %d' % (kind, os.stat('ns/' + kind, dir_fd=handle).st_ino))
        except (FileNotFoundError, ProcessLookupError):
            raise Gone()
    return lines


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


KINDS = ('net', 'pid', 'ipc', 'mnt', 'uts', 'user')


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


# --- files of a container ---------------------------------------------------------------------


def walk(root, path):
    """A handle of what `path` names below `root`. Links are resolved here, never by the kernel:
    an absolute one starts again at `root`, and `..` cannot climb above it."""
    stack, links = [root], 0
    parts = [p for p in reversed(path.split(b'/')) if p not in (b'', b'.')]
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
            parts.extend(p for p in reversed(target.split(b'/')) if p not in (b'', b'.'))
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
        while left > 0:
            chunk = os.read(fd, min(left, 1 << 16))
            if not chunk:
                break
            left -= len(chunk)
            view = memoryview(chunk)
            while view:
                view = view[os.write(1, view) :]
        return 0
    except OSError as e:
        if e.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESRCH):
            return 1
        os.write(2, (e.strerror or str(e)).encode())
        return 2


# --- children ---------------------------------------------------------------------------------


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


def start(argv, net):
    """Starts a program in a process group of its own, in the namespace of the handle `net`."""
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, out_end, 1),
        (os.POSIX_SPAWN_DUP2, err_end, 2),
    ]
    if net is not None:
        actions.append((os.POSIX_SPAWN_DUP2, net, 3))
        argv = ['nsenter', '--net=/proc/self/fd/3'] + argv
    try:
        return os.posix_spawnp(argv[0], argv, ENV, file_actions=actions, setpgroup=0), out, err
    except BaseException:
        os.close(out)
        os.close(err)
        raise
    finally:
        os.close(out_end)
        os.close(err_end)


def fork(work):
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 3
        try:
            os.setpgid(0, 0)
            os.dup2(out_end, 1)
            os.dup2(err_end, 2)
            code = work()
        finally:
            os._exit(code)
    os.close(out_end)
    os.close(err_end)
    return pid, out, err


# --- the loop ---------------------------------------------------------------------------------


class Loop:
    def __init__(self):
        self.poll = select.poll()
        self.poll.register(0, select.POLLIN)
        self.input, self.skip, self.output = bytearray(), 0, bytearray()
        self.children, self.by_fd, self.waiting = {}, {}, []
        self.patience = time.monotonic() + FIRST_WORD
        os.set_blocking(0, False)
        os.set_blocking(1, False)

    def say(self, *fields):
        self.output += pack(fields)
        self.poll.register(1, select.POLLOUT)

    def answer(self, ident, exit_code, flags, out, err):
        code = b'' if exit_code is None else str(exit_code).encode()
        self.say(b'answer', ident, code, flags, bytes(out), bytes(err))

    def run(self):
        self.say(b'ready', b'1')
        while self.turn():
            pass
        for child in self.children.values():
            child.kill()

    def turn(self):
        for fd, event in self.poll.poll(self.pause()):
            if fd == 0 and not self.listen():
                return False
            if fd == 1 and not self.flush(event):
                return False
            child = self.by_fd.get(fd)
            if child and not child.take(fd):
                self.poll.unregister(fd)
                os.close(fd)
                del self.by_fd[fd], child.open[fd]
        now = time.monotonic()
        for child in list(self.children.values()):
            self.attend(child, now)
        while self.waiting and len(self.children) < AT_ONCE:
            self.begin(self.waiting.pop(0))
        return self.patience is None or now < self.patience

    def pause(self):
        """Milliseconds until something is due."""
        due = [c.deadline for c in self.children.values() if not c.killed]
        if self.patience is not None:
            due.append(self.patience)
        wait = min(due) - time.monotonic() if due else 3600.0
        # One that has closed its outputs, or was killed, is about to be reaped.
        if any(c.killed or not c.open for c in self.children.values()):
            wait = min(wait, 0.002)
        return max(0, int(wait * 1000) + 1)

    def listen(self):
        try:
            chunk = os.read(0, 1 << 16)
        except BlockingIOError:
            return True
        if not chunk:
            return False
        self.patience = None
        self.input += chunk
        while self.frame():
            pass
        return True

    def frame(self):
        if self.skip:
            dropped = min(self.skip, len(self.input))
            del self.input[:dropped]
            self.skip -= dropped
            return dropped > 0
        if len(self.input) < 4:
            return False
        (size,) = struct.unpack_from('>I', self.input)
        if size > FRAME_LIMIT:
            self.skip = size + 4
            self.say(b'refused', b'', b'', b'', b'', b'request too large')
            return True
        if len(self.input) < size + 4:
            return False
        body = bytes(self.input[4 : size + 4])
        del self.input[: size + 4]
        self.request(body)
        return True

    def request(self, body):
        ident = b''
        try:
            fields = unpack(body)
            if len(fields) < 2:
                raise Refused('malformed request')
            ident = fields[1]
            if fields[0] == b'cancel':
                self.cancel(ident)
            else:
                if len(fields) < 6 or fields[0] not in WORK:
                    raise Refused('unknown request')
                deadline = time.monotonic() + number(fields[4], 600000) / 1000
                self.waiting.append((fields, deadline))
        except Refused as e:
            self.say(b'refused', ident, b'', b'', b'', str(e).encode())

    def cancel(self, ident):
        self.waiting = [w for w in self.waiting if w[0][1] != ident]
        for child in self.children.values():
            if child.ident == ident:
                child.kill()

    def begin(self, waiting):
        fields, deadline = waiting
        what, ident, pid, started, _, limit, *rest = fields
        handle = None
        try:
            if time.monotonic() >= deadline:
                return self.answer(ident, None, b'd', b'', b'')
            handle = enter(pid, started)
            done = WORK[what](handle, pid != b'', number(limit, OUTPUT_LIMIT), rest, deadline)
            if isinstance(done, str):
                return self.answer(ident, 0, b'', done.encode(), b'')
            child = Child(ident, *done, number(limit, OUTPUT_LIMIT), deadline)
            self.children[child.pid] = child
            for fd in child.open:
                os.set_blocking(fd, False)
                self.by_fd[fd] = child
                self.poll.register(fd, select.POLLIN)
        except Gone:
            self.say(b'gone', ident, b'', b'', b'', b'')
        except Refused as e:
            self.say(b'refused', ident, b'', b'', b'', str(e).encode())
        except Exception as e:
            self.say(b'refused', ident, b'', b'', b'', repr(e).encode())
        finally:
            if handle is not None:
                os.close(handle)

    def attend(self, child, now):
        if not child.killed and now >= child.deadline:
            child.timed_out = True
            child.kill()
        if child.open and not child.killed:
            return
        pid, status = os.waitpid(child.pid, os.WNOHANG)
        if pid == 0:
            return
        for fd in list(child.open):
            self.poll.unregister(fd)
            os.close(fd)
            del self.by_fd[fd]
        del self.children[child.pid]
        flags = (b't' if child.truncated else b'') + (b'd' if child.timed_out else b'')
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        self.answer(child.ident, code, flags, *child.data)

    def flush(self, event):
        if event & (select.POLLERR | select.POLLHUP):
            return False
        try:
            del self.output[: os.write(1, self.output)]
        except BlockingIOError:
            return True
        except OSError:
            return False
        if not self.output:
            self.poll.unregister(1)
        return True


# --- requests: (process handle, whether one was asked for, limit, fields, deadline) -----------


def in_network(handle, entered, argv):
    net = namespace(handle, 'net') if entered else None
    try:
        return start(argv, net)
    finally:
        if net is not None:
            os.close(net)


def work_run(handle, entered, limit, rest, deadline):
    try:
        words = [w.decode() for w in rest]
    except UnicodeDecodeError:
        raise Refused('not UTF-8')
    if not words or words[0] not in PROGRAMS or any('\0' in w for w in words):
        raise Refused('program not allowed')
    return in_network(handle, entered, PROGRAMS[words[0]](words[1:]))


def work_connect(handle, entered, limit, rest, deadline):
    if len(rest) != 2 or not rest[1].isdigit() or b'\0' in rest[0]:
        raise Refused('malformed request')
    seconds = str(max(0.001, deadline - time.monotonic()))
    return in_network(
        handle, entered, ['python3', '-ISs', '-c', CONNECT, rest[0].decode('ascii', 'replace'), rest[1].decode(), seconds]
    )


def work_read(handle, entered, limit, rest, deadline):
    if len(rest) != 1 or b'\0' in rest[0] or len(rest[0]) > 4096:
        raise Refused('malformed request')
    return fork(lambda: read_in_child(handle, rest[0], limit))


def work_namespaces(handle, entered, limit, rest, deadline):
    return '\n'.join(inodes(handle, KINDS) if entered or rest == [b'helper'] else host_inodes())


def work_netnsid(handle, entered, limit, rest, deadline):
    return netnsid(handle)


def work_started(handle, entered, limit, rest, deadline):
    return start_of(handle).decode()


WORK = {
    b'run': work_run,
    b'connect': work_connect,
    b'read': work_read,
    b'namespaces': work_namespaces,
    b'netnsid': work_netnsid,
    b'started': work_started,
}

Loop().run()
