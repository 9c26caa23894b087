import { stepState } from '../../session/state.ts';
import { wrap } from '../markdown/wrap.ts';
import { say } from './print-step.ts';
import type { Screen } from './screen.ts';

const marks = { passed: '✓', skipped: '–', open: '·' } as const;

/** All steps of the lab: which have passed, with how much help, and where the learner is. */
export function buildSteps(screen: Screen, here?: string): string[] {
  const { session, style, block, cli } = screen;
  const { words } = cli;
  return session.lab.steps.flatMap((step) => {
    const { status, hints, revealed } = stepState(session.attempt.state, step.id);
    const notes = [
      step.id === here ? words.say('cli.status.here') : '',
      status === 'skipped' ? words.say('cli.status.skipped') : '',
      hints > 0 ? words.say('cli.status.hints', { count: hints }) : '',
      revealed.length > 0 ? words.say('cli.status.revealed') : '',
    ].filter(Boolean);
    const paint = status === 'passed' ? style.green : style.dim;
    const note = notes.length > 0 ? `  (${notes.join(', ')})` : '';
    const lines = wrap(`${say(screen, step.title)}${note}`, block.columns - 4);
    return lines.map((line, i) => (i === 0 ? `  ${paint(marks[status])} ${line}` : `    ${line}`));
  });
}
