import { test } from '@playwright/test';
import { isInstalled, type Program } from '../../scripts/testing/debian.ts';

/** Skips the test that calls it, by name, where a program of the system is not installed. */
export function needs(program: Program): void {
  test.skip(!isInstalled(program), `${program} is not installed`);
}
