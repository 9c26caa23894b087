/** The image with network tools that every lab uses. A new set of tools gets a new version. */
export const toolboxVersion = 1;
export const toolboxName = `labs-toolbox:${toolboxVersion}`;

/** Written on the image when it is made; `labs doctor` reads them back. */
export const toolboxLabels = {
  source: 'labs.toolbox.source',
  version: 'labs.toolbox.version',
} as const;

/** How a toolbox image was made; null for an image of that name which labs did not make. */
export type ToolboxSource = 'dockerfile' | 'packages';
