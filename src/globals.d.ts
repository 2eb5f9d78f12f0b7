/** Set at build time by vite.config.ts. */
declare const __FIREFOX__: boolean;

declare module 'virtual:signpost/host-index' {
  const claims: import('./detect/host-index').WrittenClaims;
  export default claims;
}
declare module 'virtual:signpost/any-host' {
  const anyHost: import('./detect/compiled-catalogue').AnyHostShapes[];
  export default anyHost;
}
declare module 'virtual:signpost/platform-shards' {
  export const firsts: number[];
  export const loaders: (() => Promise<{ default: import('./detect/packed-platform').PackedPlatform[] }>)[];
}
declare module 'virtual:signpost/country-shards' {
  import type { PackedPlace } from './catalogue/left-out';
  import type { Subdivision } from './catalogue/types';
  export const firsts: number[];
  /** Of countries (`US`), without their parts, and of the parts (`US-IA`). */
  export const codes: string[];
  export const loaders: (() => Promise<{ default: (PackedPlace | PackedPlace<Subdivision>)[] }>)[];
}
declare module 'virtual:signpost/default-country' {
  const country: import('./catalogue/left-out').PackedPlace;
  export default country;
}
declare module 'virtual:signpost/platform-names' {
  const names: import('./catalogue/names').PlatformName[];
  export default names;
}
declare module 'virtual:signpost/country-names' {
  const names: import('./catalogue/names').CountryName[];
  export default names;
}
