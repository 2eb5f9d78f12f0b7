import { defineConfig } from 'vitest/config';

// Two kinds of test: `unit` needs Node alone; `browsers` drives the built packages in real Chromium and Firefox,
// one file at a time, because policies and clipboards are machine-wide.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browsers/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          fileParallelism: false,
          // Far above what a test waits for inside: a test that is cut off goes on running beside its second try, with
          // the same browser and the same policy file, while one that fails by itself cleans up first.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Real browsers on a busy machine: one late window must not fail the run. A test that passes only when tried
          // again is named at the end of it with what failed, for it may be a defect that people meet.
          retry: 1,
        },
      },
    ],
  },
});
