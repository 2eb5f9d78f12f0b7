/**
 * The languages that Signpost speaks, BCP 47. Each has a folder of its name beside this file.
 * There is one so far: what a policy says of the language is read and checked, and takes effect once there is a second.
 * A second needs more than its folder and a place in this list: the files of `src/entrypoints` and `src/ui` that
 * import the sentences of `en` by name have to choose then, and so has what sets the `lang` of the pages. The page for
 * schools needs the language's name (`admin.language.<code>`), and the browser's own menus read `_locales`.
 */
export const LANGUAGES: readonly string[] = ['en'];
