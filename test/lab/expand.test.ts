import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/json.ts';
import { environment } from '../../src/lab/environment.ts';
import { expand, expandText } from '../../src/lab/expand.ts';
import type { Scope } from '../../src/lab/scope.ts';

const scope: Scope = {
  names: { web: 'lab-web-7', 'web-b': 'lab-${{ vars.word }}' },
  vars: { word: '$& beef' },
  images: { toolbox: 'labs-toolbox:1' },
  attempt: { id: 'a1' },
  learner: { id: 'l1' },
};

describe('expand', () => {
  it('fills in strings, however deep, and leaves keys alone', () => {
    const value = {
      '${{ names.web }}': ['${{ names.web }}', { a: 'on ${{vars.word}}.' }, 1, null],
    };
    expect(expand(value, scope)).toEqual({
      '${{ names.web }}': ['lab-web-7', { a: 'on $& beef.' }, 1, null],
    });
  });

  it('does not look for placeholders in what it filled in', () => {
    expect(expandText('${{ names.web-b }}', scope)).toBe('lab-${{ vars.word }}');
  });

  it.each(['${{ names.db }}', '${{ names.constructor }}', '${{ toString.call }}', '${{ names.web'])(
    'refuses %s, which loading a lab would have refused',
    (text) => {
      expect(() => expandText(text, scope)).toThrow('no value');
    },
  );

  it('changes nothing where there is no placeholder', () => {
    const value = fc.jsonValue().filter((json) => !JSON.stringify(json).includes('${{'));
    fc.assert(
      fc.property(value, (json) => {
        expect(expand(json as Json, scope)).toEqual(json);
      }),
    );
  });
});

describe('environment', () => {
  it('names each value after its key', () => {
    expect(environment(scope)).toEqual({
      LABS_NAMES_WEB: 'lab-web-7',
      LABS_NAMES_WEB_B: 'lab-${{ vars.word }}',
      LABS_VARS_WORD: '$& beef',
      LABS_IMAGES_TOOLBOX: 'labs-toolbox:1',
      LABS_ATTEMPT_ID: 'a1',
      LABS_LEARNER_ID: 'l1',
    });
  });
});
