/** A page cache before a framework that a test plays, and a page as that framework renders it. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { fixedClock } from '../clock.ts';
import { openLanes } from '../lanes.ts';
import type { PageCacheOptions } from './page-cache-options.ts';
import { PageCache } from './page-cache.ts';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/**
 * A page cache, and a way to read through it; its server ends with the test.
 * @param listener - what the framework answers
 * @param onForeign - called with each script that is not ours
 */
export async function cacheBefore(
  listener: RequestListener,
  onForeign: NonNullable<PageCacheOptions['onForeign']> = () => {},
) {
  const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
  const pageCache = new PageCache({
    listener,
    clock,
    host: 'news.example',
    limit: 1_000_000,
    lanes: openLanes(),
    askerOf: () => '',
    scripts: { first: 'first()', main: 'main()', outdated: 'outdated()', framework: [] },
    styles: {},
    onForeign,
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://press');
    const answered = pathname.startsWith('/_press/')
      ? pageCache.answerData(request, response, {
          path: pathname,
          of: searchParams.get('of') ?? '',
        })
      : pageCache.answer(request, response, request.url ?? '/');
    answered.catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init });
  return { pageCache, clock, read };
}

/** A page with a runtime, in the form in which the framework renders it. */
export const pageWithData = (data: string) =>
  '<!DOCTYPE html><html><head><script src="/_next/static/chunks/a.js" async=""></script></head><body>' +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
  `<script>self.__next_f.push([0,"${data}"])</script></body></html>`;

/** The address of a page's hydration data; '' where the page names none. */
export const dataOf = (html: string) => /"(\/_press\/[^"]+)"/.exec(html)?.[1] ?? '';
