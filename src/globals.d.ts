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
  /** A country (`US`), without its parts, or a part (`US-IA`). */
  type Place =
    | import('./catalogue/left-out').PackedPlace
    | import('./catalogue/left-out').PackedPlace<import('./catalogue/types').Subdivision>;
  /** In the order of their codes, by which they are looked up. */
  export const firsts: string[];
  export const loaders: (() => Promise<{ default: Place[] }>)[];
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
