# The loop. A frame is a 32-bit big-endian length and that many bytes; those are fields, each again a
# 32-bit length and its bytes. A request is [what, id, …], an answer [verdict, id, exit, flags, out, err].

FRAME_LIMIT = 1 << 18  # bytes of one request
OUTPUT_LIMIT = 1 << 22  # bytes of one stream of one answer
AT_ONCE = 32  # children; further requests wait for their turn
FIRST_WORD = 30.0  # seconds: a helper that nobody ever speaks to ends by itself


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


class Loop:
    def __init__(self):
        self.poll = select.poll()
        self.poll.register(0, select.POLLIN)
        self.input, self.skip, self.output = bytearray(), 0, bytearray()
        self.children, self.by_fd, self.waiting = {}, {}, []
        self.patience = time.monotonic() + FIRST_WORD
        os.set_blocking(0, False)
        os.set_blocking(1, False)

    def say(self, verdict, ident, code=b'', flags=b'', out=b'', err=b''):
        self.output += pack([verdict, ident, code, flags, out, err])
        self.poll.register(1, select.POLLOUT)

    def refuse(self, ident, why):
        self.say(b'refused', ident, err=why.encode())

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
                self.drop(child, fd)
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
            self.refuse(b'', 'request too large')
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
            elif len(fields) < 6 or fields[0] not in WORK:
                raise Refused('unknown request')
            else:
                deadline = time.monotonic() + number(fields[4], 600000) / 1000
                self.waiting.append((fields, deadline))
        except Refused as e:
            self.refuse(ident, str(e))

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
                return self.say(b'answer', ident, flags=b'd')
            handle = enter(pid, started)
            most = number(limit, OUTPUT_LIMIT)
            done = WORK[what](handle, pid != b'', most, rest, deadline)
            if isinstance(done, str):
                return self.say(b'answer', ident, b'0', out=done.encode())
            child = Child(ident, *done, most, deadline)
            self.children[child.pid] = child
            for fd in child.open:
                os.set_blocking(fd, False)
                self.by_fd[fd] = child
                self.poll.register(fd, select.POLLIN)
        except Gone:
            self.say(b'gone', ident)
        except Refused as e:
            self.refuse(ident, str(e))
        except Exception as e:
            self.refuse(ident, repr(e))
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
            self.drop(child, fd)
        del self.children[child.pid]
        flags = (b't' if child.truncated else b'') + (b'd' if child.timed_out else b'')
        code = b'%d' % os.WEXITSTATUS(status) if os.WIFEXITED(status) else b''
        self.say(b'answer', child.ident, code, flags, *child.data)

    def drop(self, child, fd):
        self.poll.unregister(fd)
        os.close(fd)
        del self.by_fd[fd], child.open[fd]

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


Loop().run()
