import { exitCodes, Failure } from '../failure.ts';
import { type Language, languages } from '../lab/lab.ts';

/** `--lang`, else the locale as POSIX ranks its variables, else English. */
export function chooseLanguage(asked: unknown, env: NodeJS.ProcessEnv): Language {
  if (asked !== undefined) {
    const found = languages.find((language) => language === asked);
    if (found) return found;
    throw new Failure('cli.unknown-language', exitCodes.usage, {
      language: String(asked),
      allowed: languages.join(', '),
    });
  }
  return localeLanguage(env);
}

/** The language for what is said before options are read: `--lang` if it names one, else the locale's. */
export function languageBefore(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = argv.findLast((arg, i) => argv[i - 1] === '--lang' || arg.startsWith('--lang='));
  const found = languages.find((language) => language === asked?.replace('--lang=', ''));
  return found ?? localeLanguage(env);
}

function localeLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LABS_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
