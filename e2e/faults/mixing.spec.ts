import { expect, test } from '@playwright/test';
import { tryMixing } from '../../scripts/trials/mixing.ts';

test('uncached stories requested in all languages at once are each served in their own, and no response is mistaken for another', async () => {
  test.setTimeout(180_000);
  const { cold, mixed } = await tryMixing({ stories: 2, count: 120 });
  expect(cold).toEqual({ asked: 8, faults: [] });
  expect(mixed).toEqual({ asked: 120, faults: [] });
});
