import { exitCodes } from '../failure.ts';
import { expandText } from '../lab/expand.ts';
import { textIn } from '../lab/text-in.ts';
import { currentStep } from '../session/begin-step.ts';
import { revealSolution } from '../session/reveal.ts';
import type { Run } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { openRequestedSession } from './open-session.ts';
import { playSteps } from './play.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'solve');
  try {
    const { attempt, lab } = session;
    const step = currentStep(session);
    if (!step) {
      if (cli.wantsJson) cli.json({ lab: lab.id, step: null, solution: [] });
      else cli.out(cli.words.say('cli.all-done', { lab: typedLab(cli) }));
      return exitCodes.done;
    }
    const solution = await revealSolution(attempt, step);
    if (cli.options.run === true) return await playSteps(cli, session, [step]);
    if (cli.wantsJson) cli.json({ lab: lab.id, step: step.id, solution });
    else {
      const title = expandText(textIn(step.title, cli.words.language), attempt.scope);
      // A title on one line, behind its mark: a shell may read this.
      cli.out(`# ${makeVisible(title).replaceAll('\n', ' ')} (${step.id})`);
      for (const lines of solution) cli.out(makeVisible(lines));
      cli.err(cli.words.say('cli.solve.next', { lab: typedLab(cli) }));
    }
    return exitCodes.done;
  } finally {
    await session.close();
  }
};
