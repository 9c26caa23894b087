import type { Json } from '../../json.ts';
import { type Draft, languagesOf } from '../draft.ts';
import type { Draw, Lab, NameKind } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { buildNeeds } from './build-needs.ts';
import { buildOperations } from './build-operations.ts';
import { buildStep } from './build-step.ts';
import { buildText } from './build-text.ts';
import { digestOf } from './digest.ts';
import { recordEarlier } from './record-earlier.ts';

/** The lab that a definition without problems stands for; `steps` of others where they belong. */
export function buildLab(draft: Draft): Lab {
  const { lab, folder, included, files } = draft;
  const steps = lab
    .get('steps')
    .items()
    .map((step) => included.get(step.pointer)?.step ?? buildStep(step, files));
  const brought = [...included.values()];
  const definition = {
    id: lab.get('id').text ?? '',
    languages: languagesOf(lab),
    title: buildText(lab.get('title'), files),
    summary: buildText(lab.get('summary'), files),
    minutes: lab.get('minutes').value as number,
    needs: buildNeeds(lab.get('needs')),
    names: Object.assign({}, ...brought.map(({ names }) => names), buildNames(lab.get('names'))),
    vars: Object.assign({}, ...brought.map(({ vars }) => vars), buildVars(lab.get('vars'))),
    setup: buildOperations(lab.get('setup')),
    steps: recordEarlier(steps, draft.kinds),
    cleanup: buildOperations(lab.get('cleanup')),
  };
  return { ...definition, folder, digest: digestOf(definition as unknown as Json) };
}

export function buildNames(names: Cursor): Lab['names'] {
  return Object.fromEntries(
    names
      .entries()
      .flatMap(([key, thing]) =>
        thing
          .entries()
          .map(([kind, name]) => [key, { kind: kind as NameKind, name: name.text ?? '' }]),
      ),
  );
}

export function buildVars(vars: Cursor): Lab['vars'] {
  return Object.fromEntries(
    vars.entries().map(([key, draw]) => {
      const pick = draw.get('pick');
      const picked = pick.items().map(({ value }) => String(value));
      return [key, pick.exists ? { pick: picked } : (draw.value as Draw)];
    }),
  );
}
