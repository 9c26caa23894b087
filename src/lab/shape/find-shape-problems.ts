import { Ajv, type ValidateFunction } from 'ajv';
import type { CheckKind } from '../../checks/check.ts';
import type { JsonSchema } from '../../json.ts';
import { operationSchemas } from '../operations.ts';
import type { Problems } from '../problems.ts';
import { labFile } from '../schema/lab-file.ts';
import { checksOf, operationsOf, stepsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { formats } from './formats.ts';
import { addShapeProblem } from './shape-problem.ts';
import { tidyErrors } from './tidy-errors.ts';

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  formats: { ...formats },
  // Each validator runs a few times: making it faster takes longer than running it.
  code: { optimize: false },
});
const validators = new Map<JsonSchema, ValidateFunction>();

/**
 * Whatever in a lab's file has not the shape that the schema asks for. What stands under `with` is
 * judged by the schema of its own kind, so that its errors speak of that kind alone.
 */
export function findShapeProblems(
  lab: Cursor,
  kinds: Readonly<Record<string, CheckKind>>,
  problems: Problems,
): void {
  addErrors(labFile, lab, problems);
  const checkSchemas = Object.fromEntries(
    Object.entries(kinds).map(([uses, { schema }]) => [uses, schema]),
  );
  for (const operation of operationsOf(lab)) addGiven(operation, operationSchemas, problems);
  for (const step of stepsOf(lab)) {
    for (const check of checksOf(step)) addGiven(check, checkSchemas, problems);
  }
}

/** An operation or a check: `uses` one of the kinds, and `with` what that kind takes. */
function addGiven(
  item: Cursor,
  kinds: Readonly<Record<string, JsonSchema>>,
  problems: Problems,
): void {
  const uses = item.get('uses');
  if (uses.text === undefined) return;
  const schema = Object.hasOwn(kinds, uses.text) ? kinds[uses.text] : undefined;
  if (!schema) {
    problems.addUnknown(uses.position, 'unknown-uses', uses.text, Object.keys(kinds).sort());
  } else if (item.get('with').exists) addErrors(schema, item.get('with'), problems);
}

function addErrors(schema: JsonSchema, cursor: Cursor, problems: Problems): void {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (validate(cursor.value)) return;
  for (const error of tidyErrors(validate.errors ?? [])) addShapeProblem(error, cursor, problems);
}
