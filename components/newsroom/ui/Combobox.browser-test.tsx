import { expect, test, vi } from 'vitest';
import { show } from '@/scripts/testing/browser/render';
import { Combobox } from './Combobox.client';

test('two letters that are typed at once are both kept, and searched for', async () => {
  const search = vi.fn((text: string) => Promise.resolve([{ slug: 'found', name: `${text}an` }]));
  const screen = await show(
    <Combobox label="Author" emptyLabel="None" chosen={null} search={search} onChoose={() => {}} />,
  );
  const field = screen.getByRole('combobox', { name: 'Author' });
  field.element().focus();
  // As a busy machine hands over the keys that were pressed meanwhile: with nothing between them.
  document.execCommand('insertText', false, 'J');
  document.execCommand('insertText', false, 'o');
  await expect.element(field).toHaveValue('Jo');
  await expect.element(screen.getByRole('option', { name: 'Joan' })).toBeVisible();
});
