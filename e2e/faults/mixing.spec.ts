import { expect, test } from '@playwright/test';
import { tryMixing } from '../../scripts/trials/mixing.ts';

test('stories asked for cold in all languages at once are each told in their own, and no answer is taken for another', async () => {
  test.setTimeout(180_000);
  const { cold, mixed } = await tryMixing({ stories: 2, count: 120 });
  expect(cold).toEqual({ asked: 8, faults: [] });
  expect(mixed).toEqual({ asked: 120, faults: [] });
});
