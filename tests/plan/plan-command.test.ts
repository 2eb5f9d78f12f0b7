import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'signpost-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

function plan(args: string[], input?: string) {
  const tsx = join(root, 'node_modules', '.bin', 'tsx');
  return spawnSync(tsx, ['scripts/plan.ts', ...args], { cwd: root, input, encoding: 'utf8' });
}

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

describe('the plan from a shell', { timeout: 60_000 }, () => {
  it('prints one plan as JSON', () => {
    const { status, stdout } = plan(['--country', 'GB', '--json', VIDEO]);
    expect(status).toBe(0);
    const { page, country, audience, situation, steps, checklist } = JSON.parse(stdout);
    expect(page).toEqual({ platform: 'youtube', kind: 'video', id: 'dQw4w9WgXcQ', username: null, link: VIDEO });
    expect({ country, audience, situation }).toEqual({ country: 'GB', audience: 'adult', situation: 'seen-online' });
    expect(steps[0]).toMatchObject({ role: 'platform', body: 'youtube', label: 'Tell YouTube' });
    expect(steps.map((step: { body: string }) => step.body)).toEqual(expect.arrayContaining(['iwf', 'ceop']));
    expect(checklist[0]).toEqual({ id: 'P1', text: 'Child in danger now? Call 999 first.' });
  });

  it('keeps to the keys and kinds of value that others read, whatever the case', () => {
    const cases = [
      {},
      { url: 'https://example.org/page', country: 'DE', situation: 'livestream' },
      { url: null, platform: 'snapchat', country: 'US-IA', audience: 'child', situation: 'own-image' },
      { url: 'about:blank', country: 'AD', audience: 'school-staff', situation: 'immediate-danger' },
    ];
    const { stdout } = plan(['--batch', '-'], cases.map((one) => JSON.stringify(one)).join('\n'));
    const roles = ['emergency', 'platform', 'hotline', 'police', 'child-protection', 'helpline', 'takedown', 'school'];
    for (const line of stdout.trim().split('\n')) {
      const answer = JSON.parse(line);
      expect(Object.keys(answer)).toEqual(
        expect.arrayContaining(['page', 'country', 'audience', 'situation', 'steps', 'checklist']),
      );
      expect(Object.keys(answer.page)).toEqual(['platform', 'kind', 'id', 'username', 'link']);
      expect(answer.country).toMatch(/^[A-Z]{2}$/);
      for (const step of answer.steps) {
        expect(roles).toContain(step.role);
        expect(step.body).toMatch(/^[a-z0-9-]+$/);
        expect(step.label).toMatch(/\S/);
        expect(step.target ?? 'tel:1').toMatch(/^(https:\/\/|tel:|mailto:)/);
        expect(['official', 'third-party', 'code', 'memory']).toContain(step.evidence);
        expect(step.how.every((text: unknown) => typeof text === 'string')).toBe(true);
      }
      for (const { id, text } of answer.checklist) expect(`${id} ${text}`).not.toMatch(/undefined|\{\w+\}/);
    }
  });

  it('prints it as text', () => {
    const { status, stdout } = plan(['--country', 'us-ia', '--situation', 'blackmail', '--platform', 'instagram']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1\. Tell the CyberTipline/m);
    expect(stdout).toMatch(/tel:988/);
  });

  it('answers a batch line by line, names every bad line, and goes on', () => {
    const lines = [
      VIDEO,
      JSON.stringify({ url: null, platform: 'whatsapp', country: 'US-IA', audience: 'child', situation: 'in-message' }),
      'no address at all',
      '{"country": "XX"}',
      '{"url": 5}',
      '{"situation": "bored"}',
      '{"adress": "https://example.org/"}',
      '{not json',
      '[1, 2]',
      '',
      '{}',
    ];
    const file = join(folder, 'cases.txt');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { status, stdout } = plan(['--batch', file, '--country', 'GB']);
    expect(status).toBe(1);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(lines.length);
    expect(answers[0].country).toBe('GB');
    expect(answers[1]).toMatchObject({ country: 'US', subdivision: 'US-IA', audience: 'child', page: { link: null } });
    expect(answers.slice(2, 10).map((answer) => answer.error)).toEqual([
      expect.stringContaining('no address at all'),
      expect.stringContaining('country "XX"'),
      expect.stringContaining('url 5'),
      expect.stringContaining('situation "bored"'),
      expect.stringContaining('unknown key "adress"'),
      expect.stringContaining('no JSON'),
      expect.stringContaining('a JSON object'),
      expect.stringContaining('empty'),
    ]);
    expect(answers[10].page.platform).toBeNull();
  });

  it('reads a batch from the standard input and ends well when every line was read', () => {
    const { status, stdout } = plan(['--batch', '-'], `${VIDEO}\nhttps://example.org/\n`);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });

  it('reads what real files hold: a byte order mark, CRLF, other spellings, a separator inside a string, nulls', () => {
    const lines = [
      `\ufeff${VIDEO}`,
      '{"country": "uk"}',
      '{"country": " us-ia "}',
      '{"country": "DE-BY"}',
      '{"country": null, "audience": null, "situation": null, "url": null, "platform": null}',
      `{"url": "https://example.org/a\u2028b"}`,
      `"${VIDEO}"`,
    ];
    const { status, stdout } = plan(['--batch', '-', '--country', 'GB'], lines.join('\r\n'));
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ country, subdivision }) => subdivision ?? country)).toEqual([
      'GB',
      'GB',
      'US-IA',
      'DE',
      'GB',
      'GB',
      'GB',
    ]);
    expect(answers.map(({ page }) => page.platform)).toEqual(['youtube', null, null, null, null, null, 'youtube']);
  });

  it('keeps an error short however long the line is, and refuses a part that the country does not have', () => {
    const long = 'x'.repeat(2_000_000);
    const lines = [JSON.stringify({ [long]: 1 }), JSON.stringify({ url: long }), '{"country": "US-ZZ"}', '5', 'null'];
    const { status, stdout } = plan(['--batch', '-'], lines.join('\n'));
    expect(status).toBe(1);
    const answers = stdout.trim().split('\n');
    expect(answers).toHaveLength(lines.length);
    for (const line of answers) {
      expect(line.length).toBeLessThan(400);
      expect(Object.keys(JSON.parse(line))).toEqual(['error']);
    }
  });

  it('is not disturbed by a reader that stops early', () => {
    const command = `node_modules/.bin/tsx scripts/plan.ts --batch - | head -1 > /dev/null`;
    const input = `${VIDEO}\n`.repeat(500);
    const { stderr } = spawnSync(command, { cwd: root, input, encoding: 'utf8', shell: true });
    expect(stderr).toBe('');
  });

  it('says in one line what is wrong with a call', () => {
    for (const args of [
      ['--country', 'XX'],
      ['--nonsense'],
      ['--batch', join(folder, 'none.txt')],
      ['a', 'b'],
      ['not-an-address'],
    ]) {
      const { status, stderr, stdout } = plan(args);
      expect(status, args.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
