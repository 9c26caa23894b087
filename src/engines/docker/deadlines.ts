/** How long an engine may take, in milliseconds, where nobody says otherwise. */
export const deadlines = {
  /** The first word of an engine. */
  connect: 10_000,
  /** An inspect or a list. */
  look: 10_000,
  /** Everything that one probe needs, beyond the time that it listens. */
  probe: 20_000,
  /** Removing one object. */
  remove: 30_000,
  /** Beyond an exec's own deadline: time for the engine to report that it was killed. */
  execGrace: 3_000,
} as const;
