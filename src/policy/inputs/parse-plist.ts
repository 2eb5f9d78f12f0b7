const TOKEN = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([a-z]+)[^>]*?(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** More nesting than any profile has; deeper text is refused instead of exhausting the stack. */
const DEPTH_LIMIT = 40;

/**
 * The value of an XML property list (strings, integers, truths, lists, dictionaries), or undefined where the text is
 * none. Small on purpose: the administrator's page and the command line share it, and neither may load a parser.
 */
export function parsePlist(text: string): unknown {
  const tokens = [...text.matchAll(TOKEN)].filter(([whole]) => !/^<[?!]/.test(whole) && whole.trim() !== '');
  const start = tokens.findIndex(([, closing, name]) => name === 'plist' && !closing);
  if (start < 0) return undefined;
  let at = start + 1;

  const isEnd = (name: string) => tokens[at]?.[1] === '/' && tokens[at]?.[2] === name;

  function textUntil(name: string): string {
    let content = '';
    while (at < tokens.length && !isEnd(name)) content += tokens[at++]?.[4] ?? '';
    at++;
    return content.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, entity: string) => characterOf(entity) ?? whole);
  }

  function value(depth: number): unknown {
    const [, , name, empty] = tokens[at++] ?? [];
    if (name === 'true' || name === 'false') return name === 'true';
    if (empty) return name === 'dict' ? {} : name === 'array' ? [] : '';
    if (name === 'string') return textUntil('string');
    if (name === 'integer' || name === 'real') return Number(textUntil(name));
    if (depth > DEPTH_LIMIT) return undefined;
    if (name === 'array') return list(depth);
    return name === 'dict' ? dictionary(depth) : undefined;
  }

  function list(depth: number): unknown[] {
    const items: unknown[] = [];
    while (at < tokens.length && !isEnd('array')) items.push(value(depth + 1));
    at++;
    return items;
  }

  function dictionary(depth: number): unknown {
    const fields: [string, unknown][] = [];
    while (at < tokens.length && !isEnd('dict')) {
      if (tokens[at++]?.[2] === 'key') fields.push([textUntil('key'), value(depth + 1)]);
    }
    at++;
    return Object.fromEntries(fields);
  }

  return value(0);
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : undefined;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
