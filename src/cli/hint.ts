import { exitCodes } from '../failure.ts';
import { expandText } from '../lab/expand.ts';
import { textIn } from '../lab/text-in.ts';
import { currentStep } from '../session/begin-step.ts';
import { revealHint } from '../session/reveal.ts';
import { stepState } from '../session/state.ts';
import type { Run } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { openRequestedSession } from './open-session.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'hint');
  try {
    const { attempt, lab } = session;
    const step = currentStep(session);
    if (!step) {
      if (cli.wantsJson) cli.json({ lab: lab.id, step: null, hints: [], left: 0 });
      else cli.out(cli.words.say('cli.all-done', { lab: typedLab(cli) }));
      return exitCodes.done;
    }
    const fresh = await revealHint(attempt, step);
    const given = step.hints.slice(0, stepState(attempt.state, step.id).hints);
    const hints = given.map((hint) => expandText(textIn(hint, cli.words.language), attempt.scope));
    const left = step.hints.length - hints.length;
    if (cli.wantsJson) cli.json({ lab: lab.id, step: step.id, hints, left });
    else {
      for (const [i, hint] of hints.entries()) cli.out(makeVisible(`${i + 1}. ${hint}`));
      const code =
        left > 0 ? 'cli.hint.left' : fresh === undefined ? 'cli.hint.none' : 'cli.hint.last';
      cli.out(cli.words.say(code, { count: left, lab: typedLab(cli) }));
    }
    return exitCodes.done;
  } finally {
    await session.close();
  }
};
