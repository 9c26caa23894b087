import i18next, { type i18n, type TOptions } from 'i18next';
import type { Language } from '../lab/lab.ts';

/** A catalogue: nested keys, each leaf one text. Korean has exactly the keys of English. */
export type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Catalogue<T[K]>;
};

/** The runner's own words in one language. */
export interface Words {
  language: Language;
  /** The text for a key, such as `cli.list.title`, with `{{name}}` filled in. */
  say(key: string, values?: Readonly<Record<string, unknown>>): string;
  /** Whether there is a text for this key. */
  knows(key: string): boolean;
}

/** Loads one language's catalogue, and only that one. */
export async function loadWords(language: Language): Promise<Words> {
  const catalogue =
    language === 'ko' ? (await import('./ko/index.ts')).ko : (await import('./en/index.ts')).en;
  const instance: i18n = i18next.createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnObjects: false,
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0]);
  if (language === 'ko') await addParticles(instance);
  return {
    language,
    say: (key, values) => instance.t(key, { ...values } as TOptions),
    knows: (key) => instance.exists(key),
  };
}

/** `{{name, josa(이/가)}}` in a Korean text puts the particle that fits what `name` ends in. */
async function addParticles(instance: i18n): Promise<void> {
  const { josa } = await import('es-hangul');
  type Pair = Parameters<typeof josa>[1];
  const pairs: Pair[] = ['이/가', '을/를', '은/는', '와/과', '으로/로'];
  for (const pair of pairs) {
    instance.services.formatter?.add(`josa ${pair}`.toLowerCase(), (value) =>
      josa(String(value), pair),
    );
  }
}
