import { compile } from '@jmespath-community/jmespath';
import type { JsonSchema } from '../../json.ts';

/** A JMESPath's syntax tree, as far as names are followed into a fact. */
interface PathNode {
  type: string;
  name?: string;
  left?: PathNode;
  right?: PathNode;
  condition?: PathNode;
  child?: PathNode;
}

export interface UnknownKey {
  found: string;
  allowed: string[];
}

/**
 * The first name in a path that no value of this schema can have; undefined when there is none,
 * or when the path is no JMESPath. Follows fields, indexes and projections; not functions.
 */
export function findUnknownKey(path: string, schema: JsonSchema): UnknownKey | undefined {
  let root: PathNode;
  try {
    root = compile(path) as unknown as PathNode;
  } catch {
    return undefined;
  }
  const end = follow(root, schema);
  return 'found' in end ? (end as unknown as UnknownKey) : undefined;
}

/** The schema where the node leads to: `{}` when anything may be there. */
function follow(node: PathNode, schema: JsonSchema): JsonSchema | UnknownKey {
  const { type, name = '', left, right, condition, child } = node;
  switch (type) {
    case 'Field':
      return field(name, schema);
    case 'Identity':
    case 'Current':
      return schema;
    case 'Index':
      return itemOf(schema);
    case 'Slice':
      return schema;
    case 'Flatten':
      return flatten(child ? follow(child, schema) : schema);
    case 'Subexpression':
    case 'Pipe':
    case 'IndexExpression':
      return both(left, right, schema, (found) => found);
    case 'Projection':
      return listOf(both(left, right, schema, itemOf));
    case 'FilterProjection': {
      const wrong = both(left, condition?.left, schema, itemOf);
      return 'found' in wrong ? wrong : listOf(both(left, right, schema, itemOf));
    }
    case 'ValueProjection':
      return listOf(both(left, right, schema, valueOfAny));
    default:
      return {};
  }
}

function both(
  left: PathNode | undefined,
  right: PathNode | undefined,
  schema: JsonSchema,
  between: (found: JsonSchema) => JsonSchema,
): JsonSchema | UnknownKey {
  const found = left ? follow(left, schema) : schema;
  if ('found' in found || !right) return found;
  return follow(right, between(found as JsonSchema));
}

function listOf(found: JsonSchema | UnknownKey): JsonSchema | UnknownKey {
  return 'found' in found ? found : { type: 'array', items: found as JsonSchema };
}

/** Lists in a list become one list. */
function flatten(found: JsonSchema | UnknownKey): JsonSchema | UnknownKey {
  if ('found' in found) return found;
  const inner = itemOf(found as JsonSchema);
  return branches(inner).some(({ items }) => items !== undefined) ? inner : found;
}

function field(name: string, schema: JsonSchema): JsonSchema | UnknownKey {
  const object = branches(schema).find(({ properties, additionalProperties }) =>
    Boolean(properties ?? additionalProperties),
  );
  const plain = branches(schema).every(({ type }) => type !== undefined && type !== 'object');
  if (!object) return plain ? { found: name, allowed: [] } : {};
  const properties = (object.properties ?? {}) as Record<string, JsonSchema>;
  const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (known) return known;
  const { additionalProperties } = object;
  if (additionalProperties === false) return { found: name, allowed: Object.keys(properties) };
  return typeof additionalProperties === 'object' ? (additionalProperties as JsonSchema) : {};
}

function itemOf(schema: JsonSchema): JsonSchema {
  const list = branches(schema).find(({ items }) => items !== undefined);
  return (list?.items ?? {}) as JsonSchema;
}

function valueOfAny(schema: JsonSchema): JsonSchema {
  const object = branches(schema).find(({ additionalProperties }) => Boolean(additionalProperties));
  return (object?.additionalProperties ?? {}) as JsonSchema;
}

function branches(schema: JsonSchema): JsonSchema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : [schema];
}
