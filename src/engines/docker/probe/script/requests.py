# What may be asked: programs of the toolbox with what they may be given, and the other requests.

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


# Each takes a process handle, whether one was asked for, a limit of bytes, fields and a deadline;
# it gives an answer at once, or a child with its outputs.


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
    words = [rest[0].decode('ascii', 'replace'), rest[1].decode(), seconds]
    return in_network(handle, entered, ['python3', '-ISs', '-c', CONNECT, *words])


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
