/** Set at build time by vite.config.ts. */
declare const __FIREFOX__: boolean;

declare module 'virtual:signpost/host-index' {
  /** As `claimsIn` reads it. */
  export const claims: string;
  export const anyHost: import('./detect/compiled-catalogue').HostIndex['anyHost'];
}
declare module 'virtual:signpost/platform-shards' {
  export const firsts: number[];
  export const loaders: (() => Promise<{ default: import('./detect/compiled-catalogue').CompiledPlatform[] }>)[];
}
declare module 'virtual:signpost/country-shards' {
  export const firsts: number[];
  export const codes: string[];
  export const subdivisions: string[];
  export const loaders: (() => Promise<{ default: import('./catalogue/types').Country[] }>)[];
}
declare module 'virtual:signpost/default-country' {
  const country: import('./catalogue/types').Country;
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
