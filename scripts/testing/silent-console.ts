/** Fails a test that writes to the console without having said that it will: by a spy of its own. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

const METHODS = ['debug', 'info', 'log', 'warn', 'error'] as const;
let written: unknown[][] = [];
let spies: { mockRestore: () => void }[] = [];

beforeEach(() => {
  written = [];
  spies = METHODS.map((method) =>
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      written.push([method, ...words]);
    }),
  );
});

afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  expect(written, 'written to the console').toEqual([]);
});
