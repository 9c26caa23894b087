const form = /^([0-9]+(?:\.[0-9]+)?)(ms|s|m)$/;
const milliseconds = { ms: 1, s: 1000, m: 60_000 } as const;
/** An hour: no check or listener of a lab waits longer. */
export const longest = 3_600_000;

/** `10s`, `500ms`, `2m` in milliseconds; undefined when it is no duration or longer than an hour. */
export function parseDuration(text: string): number | undefined {
  const found = form.exec(text);
  if (!found) return undefined;
  const duration = Math.round(Number(found[1]) * milliseconds[found[2] as 'ms' | 's' | 'm']);
  return duration <= longest ? duration : undefined;
}
