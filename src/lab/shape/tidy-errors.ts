import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../../json.ts';

/** Leaves of ajv's errors those that say something to an author, each thing once. */
export function tidyErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept = new Set(errors.filter(({ keyword }) => keyword !== 'if'));
  for (const error of errors) {
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') tidyUnion(error, kept);
    if (error.propertyName !== undefined && error.keyword !== 'propertyNames') kept.delete(error);
  }
  const mistyped = [...kept].filter(({ keyword }) => keyword === 'type');
  for (const { instancePath } of mistyped) {
    for (const error of kept) {
      if (error.instancePath === instancePath && error.keyword !== 'type') kept.delete(error);
    }
  }
  return [...kept];
}

/** Of a choice of keys only the choice is told; of a choice of types only what is nearest. */
function tidyUnion(union: ErrorObject, kept: Set<ErrorObject>): void {
  const below = [...kept].filter(
    ({ schemaPath, instancePath }) =>
      schemaPath.startsWith(`${union.schemaPath}/`) && instancePath.startsWith(union.instancePath),
  );
  const drop = (error: ErrorObject) => kept.delete(error);
  const branches = union.schema as JsonSchema[];
  if (branches.every(({ required }) => required !== undefined)) {
    below.forEach(drop);
    return;
  }
  kept.delete(union);
  const mistyped = below.filter(
    ({ keyword, instancePath }) => keyword === 'type' && instancePath === union.instancePath,
  );
  mistyped.forEach(drop);
  if (mistyped[0] && mistyped.length === below.length) {
    const type = mistyped.flatMap(({ params }) => params.type as string | string[]);
    kept.add({ ...mistyped[0], params: { type } });
  }
}
