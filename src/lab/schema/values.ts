import type { JsonSchema } from '../../json.ts';
import { oneKey, only, record, text } from './pieces.ts';

const name = (description: string): JsonSchema => ({
  type: 'string',
  format: 'docker-name',
  maxLength: 100,
  description,
});

const whole = (description: string, minimum: number, maximum: number): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});

/** `names`: what the lab owns. */
export const names: JsonSchema = {
  ...record(
    'All that this lab owns, by kind: only these may be cleaned up. ${{ names.KEY }} is the name',
    oneKey('One thing that the lab owns', {
      container: name('The name of a container'),
      network: name('The name of a Docker network'),
      volume: name('The name of a volume'),
      image: {
        type: 'string',
        format: 'image-name',
        maxLength: 200,
        description: 'The name of an image',
      },
    }),
  ),
  propertyNames: { format: 'key' },
};

const subnet = only(
  'The next free subnet of a range',
  {
    within: { ...text('The range, such as 172.28.0.0/14'), format: 'ipv4-cidr' },
    prefix: whole("The subnet's prefix length", 8, 30),
  },
  ['within', 'prefix'],
);

const port = only(
  'The next free TCP port of a range',
  { from: whole('The first', 1, 65_535), to: whole('The last', 1, 65_535) },
  ['from', 'to'],
);

/** `vars`: what is drawn for each learner. */
export const vars: JsonSchema = {
  ...record(
    'Values drawn once per learner and kept for the attempt. ${{ vars.KEY }} is the value',
    oneKey('How one value is drawn', {
      subnet,
      port,
      hex: whole('So many random hexadecimal digits', 1, 64),
      pick: {
        type: 'array',
        items: { type: ['string', 'number'] },
        minItems: 1,
        description: 'One of these',
      },
    }),
  ),
  propertyNames: { format: 'key' },
};
