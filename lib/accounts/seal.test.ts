import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readKeyFile, seal, unseal } from './seal.ts';

vi.mock('../env.ts', () => ({
  environment: () => ({ SECRET_KEY: 'a secret of thirty-two letters or more' }),
}));

test('a sealed value opens for its own purpose, and only unchanged', () => {
  const sealed = seal('JBSWY3DPEHPK3PXP', 'user 1');
  expect(sealed).not.toContain('JBSW');
  expect(seal('JBSWY3DPEHPK3PXP', 'user 1')).not.toBe(sealed);
  expect(unseal(sealed, 'user 1')).toBe('JBSWY3DPEHPK3PXP');
  expect(() => unseal(sealed, 'user 2')).toThrow(/SECRET_KEY/);
  const at = sealed.length - 3;
  const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  expect(() => unseal(changed, 'user 1')).toThrow(/SECRET_KEY/);
});

test('the key file is made once and read by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-key-'));
  const key = readKeyFile(folder);
  expect(key).toHaveLength(43);
  expect(readKeyFile(folder)).toBe(key);
  expect(readdirSync(folder)).toEqual(['secret.key']);
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
