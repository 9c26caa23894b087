import type { CommandValue, FileValue, ReachValue, ResolveValue } from '../values.ts';
import { flag, integer, list, orNull, shape, text, word } from './schema.ts';

/** `reach/PLACE/TARGET` */
export const reach = orNull(
  shape<ReachValue>('What a connection came to; null when the place does not run', {
    outcome: word('How it ended', [
      'success',
      'refused',
      'silence',
      'unreachable',
      'unresolved',
      'broken',
    ]),
    status: orNull(integer('The HTTP status; null for host:port, or when nothing answered')),
    body: orNull(text('The start of the body, for HTTP; else null')),
  }),
);

/** `resolve/PLACE/NAME` */
export const resolve = orNull(
  shape<ResolveValue>("What became of a name's look-up; null when the place does not run", {
    outcome: word('How it ended', ['answered', 'unknown', 'silence']),
    answers: list('The addresses that came', text('An IP address')),
    source: orNull(word('Where the answer came from; null without one', ['dns', 'hosts'])),
    server: orNull(text('The name server that was asked; null if none was')),
  }),
);

/** `command/DIGEST` */
export const command = shape<CommandValue>('What a command printed', {
  exit: orNull(integer('The exit code; null when a signal or the deadline ended it')),
  stdout: text('Its standard output, up to a limit'),
  stderr: text('Its standard error, up to a limit'),
  truncated: flag('Whether output beyond the limit was cut'),
  timedOut: flag('Whether the deadline ended it'),
});

/** `file/PLACE/PATH` */
export const file = orNull(
  shape<FileValue>('A regular file; null when there is none', {
    content: text('Its content as UTF-8, up to a limit'),
    size: integer('Its whole size in bytes'),
    truncated: flag('Whether content beyond the limit was cut'),
  }),
);
