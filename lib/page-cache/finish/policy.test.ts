import { expect, test } from 'vitest';
import { EMBED_PROVIDERS } from '../../content/body/embed/embed-providers.ts';
import { FRAME_ORIGINS } from '../../content/body/embed/embed-frame.ts';
import { pagePolicy } from './policy.ts';

test('the policy of a page allows a frame of each service that may be embedded', () => {
  const policy = pagePolicy({ scripts: [], styles: [] });
  const allowed = /frame-src ([^;]+)/.exec(policy)?.[1]?.split(' ');
  expect(allowed).toEqual(EMBED_PROVIDERS.map((provider) => FRAME_ORIGINS[provider]));
});
