import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/design.css', import.meta.url), 'utf8');

/** The colour tokens of the first `:root` block after a marker. */
function tokensAfter(marker: string): Map<string, string> {
  const from = css.indexOf(marker);
  const block = css.slice(css.indexOf(':root', from), css.indexOf('}', css.indexOf(':root', from)));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

const light = tokensAfter('color-scheme');
const THEMES = { light: tokensAfter(':root'), dark: new Map([...light, ...tokensAfter('prefers-color-scheme: dark')]) };

/** Contrast ratio as WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TEXT: [text: string, paper: string][] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'good-paper'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent-ink', 'accent'],
  ['danger', 'paper'],
  ['danger', 'danger-paper'],
];
/** Borders of fields and buttons, and the ring around what has the focus. */
const EDGES: [edge: string, paper: string][] = [
  ['line', 'paper'],
  ['line', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['good', 'paper'],
  ['danger', 'paper'],
];

describe.each(Object.entries(THEMES))('the %s colours', (_name, tokens) => {
  const ratio = (one: string, other: string) => contrast(tokens.get(one)!, tokens.get(other)!);

  it.each(TEXT)('%s is readable on %s (4.5 or more)', (text, paper) => {
    expect(ratio(text, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)('%s stands out from %s (3 or more)', (edge, paper) => {
    expect(ratio(edge, paper)).toBeGreaterThanOrEqual(3);
  });
});

it('the computation itself is right: black on white is 21, and a grey known from WCAG’s own examples', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('no other style sheet brings a colour of its own', () => {
  const others = [
    '../../src/ui/first-screen.css',
    '../../src/entrypoints/popup/popup.css',
    '../../src/entrypoints/options/options.css',
  ];
  for (const file of others) {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(
      /#[0-9a-f]{3,8}\b(?![^{]*\{)|rgb\(|hsl\(/i,
    );
  }
});
