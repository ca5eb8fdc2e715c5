/** The command of the drill is offered where it is allowed, does its work, and is in the log. */
import assert from 'node:assert/strict';

interface Newsroom {
  send: (path: string, input: object) => Promise<unknown>;
  cookie: string;
}
interface Tools {
  ask: (path: string, headers?: Record<string, string>) => Promise<{ text: string }>;
  joinNewsroom: (role: string) => Promise<Newsroom>;
}

export async function check({ ask, joinNewsroom }: Tools): Promise<void> {
  const { send, cookie } = await joinNewsroom('editor-in-chief');
  const wish = { locale: 'en', category: 'sport', headline: 'A drill of commands' };
  const { id } = (await send('articles', wish)) as { id: number };
  const read = async () => {
    const { text } = await ask(`/api/newsroom/articles/${id}`, { cookie });
    return JSON.parse(text) as { status: string; verbs: string[] };
  };
  assert.ok(!(await read()).verbs.includes('send-back'), 'A draft is offered to be sent back.');
  await send(`articles/${id}/submit`, {});
  assert.ok((await read()).verbs.includes('send-back'), 'What is in review is not.');
  const screen = await ask(`/en/newsroom/article/${id}`, { cookie });
  assert.match(screen.text, />Send back</, 'The screen of the article has no button.');
  await send(`articles/${id}/send-back`, { version: 1 });
  assert.equal((await read()).status, 'draft', 'It is not a draft again.');
  const log = await ask('/en/newsroom/log', { cookie });
  assert.match(log.text, /sent back to the author/, 'The log does not have it.');
}
