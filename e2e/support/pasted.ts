import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * Expects a text on the clipboard. It is pasted, as a reader would: no script of the portal may read the clipboard.
 */
export async function expectPasted(page: Page, text: string): Promise<void> {
  await page.locator('[data-search-open]').click();
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(field).toHaveValue(text);
  await page.keyboard.press('Escape');
}
