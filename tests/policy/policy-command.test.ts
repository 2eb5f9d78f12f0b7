import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { THIRTY_FAULTS, THIRTY_FAULTY_KEYS } from './thirty-faults';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));

const policy = (args: string[], input?: string) =>
  spawnSync(TSX, ['scripts/policy.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });

describe('npm run policy -- check', () => {
  it('passes a sample', () => {
    const { status, stdout } = policy(['check', 'docs/policies/irish-school.json']);
    expect([status, stdout]).toEqual([0, 'No faults.\n']);
  });

  it('names all 30 faults and fails', () => {
    const { status, stdout } = policy(['check', '-'], JSON.stringify(THIRTY_FAULTS));
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, -1).map((line) => line.split(': ')[0])).toEqual(THIRTY_FAULTY_KEYS);
    expect(lines.at(-1)).toBe('30 faults.');
  });

  it('tells a file that is not there from a policy with faults', () => {
    expect(policy(['check', 'no-such-file.json']).status).toBe(2);
    expect(policy([]).status).toBe(2);
  });
});
