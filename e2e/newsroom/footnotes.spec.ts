import { begin, joinAs } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

test('a footnote is written in its place by keys, is found, and is kept', async ({ page }) => {
  await joinAs(page.request, 'editor-in-chief');
  const id = await begin(page.request, `Footnotes ${Date.now().toString(36)}`);
  await page.goto(`/en/newsroom/article/${id}`);
  const body = page.getByRole('textbox', { name: 'Body' });
  await body.click();
  await page.keyboard.type('Denied');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('Letter of May');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' twice in CO');
  await page.keyboard.press('Control+,');
  await page.keyboard.type('2');
  const note = body.getByRole('group', { name: 'Footnote' });
  await expect(note).toHaveText('[Letter of May]');
  await expect(body).toHaveText('Denied[Letter of May] twice in CO2');
  await expect(body.locator('sub')).toHaveText('2');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('twice');
  const find = page.getByRole('region', { name: 'Find and replace' });
  await find.getByLabel('Replace with').fill('thrice');
  await find.getByRole('button', { name: 'Replace all' }).click();
  await expect(body).toHaveText('Denied[Letter of May] thrice in CO2');
  await page.keyboard.press('Escape');

  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/newsroom/articles/${id}`);
      const { draft } = (await answer.json()) as { draft: { body: unknown } };
      return draft.body;
    })
    .toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Denied' },
            { type: 'footnote', content: [{ type: 'text', text: 'Letter of May' }] },
            { type: 'text', text: ' thrice in CO' },
            { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
          ],
        },
      ],
    });
  await page.reload();
  await expect(body.getByRole('group', { name: 'Footnote' })).toHaveText('[Letter of May]');
});

test('an empty footnote goes away as it came', async ({ page }) => {
  await joinAs(page.request, 'editor-in-chief');
  const id = await begin(page.request, `Empty footnote ${Date.now().toString(36)}`);
  await page.goto(`/en/newsroom/article/${id}`);
  const body = page.getByRole('textbox', { name: 'Body' });
  await body.click();
  await page.keyboard.type('Denied');
  const tools = page.getByRole('toolbar', { name: 'Text tools' });
  await tools.getByRole('button', { name: 'Footnote', exact: true }).click();
  await expect(body.getByRole('group', { name: 'Footnote' })).toHaveText('[]');
  await page.keyboard.press('Backspace');
  await expect(body.getByRole('group', { name: 'Footnote' })).toHaveCount(0);
  await page.keyboard.type('.');
  await expect(body).toHaveText('Denied.');
});
