import type { Words } from '../../i18n/words.ts';
import type { Style } from '../style.ts';

/** How prompts look and what they say: in the reader's language, and plain where that is wanted. */
export function promptTheme(style: Style, words: Words, help: 'choice' | 'multi' | 'editor') {
  const tip = () => style.dim(words.say(`screen.prompt.${help}`));
  return {
    // Whether an answer is right is said after it.
    prefix: { idle: style.cyan('?'), done: style.cyan('?') },
    icon: { cursor: '>', checked: style.green('[x]'), unchecked: '[ ]' },
    style: {
      answer: style.cyan,
      message: style.bold,
      error: (text: string) => style.red(`> ${text}`),
      defaultAnswer: style.dim,
      help: style.dim,
      highlight: style.cyan,
      key: style.bold,
      description: style.dim,
      keysHelpTip: tip,
      waitingMessage: () => words.say('screen.prompt.editor'),
      loadingMessage: () => '',
    },
  };
}
