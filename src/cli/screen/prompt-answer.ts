import type { Json } from '../../json.ts';
import type { Question } from '../../lab/lab.ts';
import { say } from './print-step.ts';
import { promptTheme } from './prompt-theme.ts';
import type { Screen } from './screen.ts';

/** Asks for an answer; undefined when none is given: an empty one, Ctrl-C, or labs is told to end. */
export async function promptAnswer(screen: Screen, question: Question): Promise<Json | undefined> {
  const { createPromptModule } = await import('inquirer');
  const prompt = createPromptModule({ signal: screen.cli.signal });
  const asked = { ...describePrompt(screen, question), name: 'given' };
  try {
    const { given } = (await prompt([asked as never])) as { given: Json };
    const answer = typeof given === 'string' ? given.trim() : given;
    const isEmpty = answer === '' || (Array.isArray(answer) && answer.length === 0);
    return isEmpty ? undefined : answer;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'ExitPromptError' || name === 'AbortPromptError') return undefined;
    throw error;
  }
}

/** The prompt for a type of question, as inquirer takes it. */
function describePrompt(screen: Screen, { type, choices }: Question): Record<string, unknown> {
  const { cli, style } = screen;
  const { env, words } = cli;
  const message = words.say('screen.answer.message');
  const named = choices.map(({ id, text }) => ({ value: id, name: say(screen, text) || id }));
  if (type === 'choice') {
    return { type: 'select', message, choices: named, theme: promptTheme(style, words, 'choice') };
  }
  if (type === 'multi') {
    return { type: 'checkbox', message, choices: named, theme: promptTheme(style, words, 'multi') };
  }
  const theme = promptTheme(style, words, 'editor');
  const hasEditor = Boolean(env.VISUAL || env.EDITOR);
  return { type: type === 'essay' && hasEditor ? 'editor' : 'input', message, theme };
}
