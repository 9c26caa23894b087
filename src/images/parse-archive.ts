import type { Json } from '../json.ts';
import { isObject, parseJson } from './parse-json.ts';

/** What an archive of `docker save` would do to an engine that loads it. */
export interface Archive {
  /** Every name that it would give to an image, in each of the formats that engines read. */
  names: string[];
  /** The SHA-256 of the one image's configuration, 64 hex digits. */
  config: string;
}

/**
 * Loading an archive moves any name in it, such as `nginx:latest`, from the learner's image to
 * the archive's. The names stand in `manifest.json` and `repositories` (Docker's format) and in
 * `index.json` (OCI's, Docker 25 and later). `digests` are those of the archive's small files.
 * Undefined when it does not hold exactly one image.
 */
export function parseArchive(
  texts: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, string>,
): Archive | undefined {
  const value = (file: string): Json | undefined => parseJson(texts.get(file) ?? 'null');
  const manifest = value('manifest.json');
  const image = Array.isArray(manifest) && manifest.length === 1 ? manifest[0] : undefined;
  if (!isObject(image) || typeof image.Config !== 'string') return undefined;
  const config = digests.get(image.Config);
  if (!config) return undefined;
  const tags = list(image.RepoTags).map(String);
  const names = [...tags, ...legacyNames(value('repositories')), ...ociNames(value('index.json'))];
  return { names: [...new Set(names)], config };
}

function legacyNames(repositories: Json | undefined): string[] {
  if (!isObject(repositories)) return [];
  return Object.entries(repositories).flatMap(([repository, tags]) =>
    isObject(tags) ? Object.keys(tags).map((tag) => `${repository}:${tag}`) : [repository],
  );
}

function ociNames(index: Json | undefined): string[] {
  if (!isObject(index)) return [];
  return list(index.manifests).flatMap((manifest) => {
    const annotations = isObject(manifest) ? manifest.annotations : undefined;
    if (!isObject(annotations)) return [];
    const name =
      annotations['io.containerd.image.name'] ?? annotations['org.opencontainers.image.ref.name'];
    // containerd writes a name in full where Docker leaves out its own registry.
    return name === undefined ? [] : [String(name).replace(/^docker\.io\/(library\/)?/, '')];
  });
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
