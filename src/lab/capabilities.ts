/**
 * What a host may or may not be able to do; each is found out by trying (`labs doctor`), and a
 * step that needs a refuted one is skipped.
 */
export const capabilities = [
  'driver.bridge',
  'driver.host',
  'driver.none',
  'driver.container',
  'driver.internal',
  'driver.macvlan',
  'driver.ipvlan',
  'driver.overlay',
  'kernel.ipvs',
  'kernel.esp',
  'ports.published',
  'host.view',
] as const;

export type Capability = (typeof capabilities)[number];
