import { exitCodes, Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import { isObject, parseJson } from './parse-json.ts';

export const manifestSchema = 'labs/images-bundle/v1';

/** The first entry of a bundle: what the others are. */
export interface Manifest {
  schema: typeof manifestSchema;
  /** ISO 8601. */
  created: string;
  images: BundledImage[];
}

/** One image for one architecture, as `docker save` wrote it. */
export interface BundledImage {
  name: string;
  /** As Docker calls it: `amd64`, `arm64`. */
  architecture: string;
  /** The SHA-256 of the image's configuration, 64 hex digits: the same on every engine. */
  config: string;
  /** The entry that holds it: `images/ARCHITECTURE.tar`. */
  file: string;
  /** The SHA-256 of that entry, 64 hex digits. */
  sha256: string;
  /** Its size in bytes. */
  size: number;
}

/** A bundle is for a classroom: a handful of architectures, never more than this. */
const mostImages = 32;

/** Reads a bundle's manifest, written by a stranger; a Failure with exit 2 says what is wrong. */
export function parseManifest(text: string, bundle: string): Manifest {
  const refuse = (detail: string): Failure =>
    new Failure('images.bundle-manifest', exitCodes.usage, { bundle, detail });
  const value = parseJson(text);
  if (!isObject(value)) throw refuse('manifest.json');
  if (value.schema !== manifestSchema) throw refuse(`schema: ${show(value.schema)}`);
  if (typeof value.created !== 'string') throw refuse('created');
  if (!Array.isArray(value.images) || value.images.length > mostImages) throw refuse('images');
  const images = value.images.map((image, index) => {
    if (!isBundledImage(image)) throw refuse(`images[${index}]`);
    return image;
  });
  const files = new Set(images.map(({ file }) => file));
  if (files.size !== images.length) throw refuse('images[].file');
  return { schema: manifestSchema, created: value.created, images };
}

function isBundledImage(value: Json): value is Json & BundledImage {
  return (
    isObject(value) &&
    matches(value.name, /^[a-z0-9][a-z0-9./_-]{0,127}:[A-Za-z0-9_.-]{1,64}$/) &&
    matches(value.architecture, /^[a-z0-9]{1,16}$/) &&
    matches(value.config, /^[0-9a-f]{64}$/) &&
    matches(value.sha256, /^[0-9a-f]{64}$/) &&
    value.file === `images/${value.architecture}.tar` &&
    typeof value.size === 'number' &&
    Number.isSafeInteger(value.size) &&
    value.size > 0
  );
}

function matches(value: Json | undefined, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** A stranger's value in a message: short, and without control characters. */
function show(value: Json | undefined): string {
  return JSON.stringify(value ?? null).slice(0, 60);
}
