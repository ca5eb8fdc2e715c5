/**
 * The addresses that are answered in front of the framework, because its router and its web streams are too dear
 * for them. Each calls the function that the address's route handler in `app/` calls, so that both answer the
 * same. The figures are CPU per request through the short cut and through the framework (`npm run bench --
 * short-cuts`).
 */
import type { IncomingMessage } from 'node:http';
import { answerHealth } from '../answers/health.ts';
import { answerMedia } from '../answers/media.ts';
import { running } from '../answers/running.ts';
import { answerViews } from '../answers/views.ts';
import type { ShortCuts } from '../http/door/door-options.ts';
import type { Lanes } from '../lanes.ts';
import { answerSitemap } from '../syndication/stream-sitemap.ts';

/** Opens the short cuts of a process. */
export function openShortCuts({
  lanes,
  askerOf,
}: {
  lanes: Pick<Lanes, 'pictures'>;
  /** The network that a request comes from. */
  askerOf: (request: IncomingMessage) => string;
}): ShortCuts {
  return {
    // app/api/views/[article]: requested once for every page that is read. 0.21 ms, 1.74 ms.
    views: (request, { articleId }) => answerViews(request, articleId),
    // app/media/[...path]: requested several times for every page that is read. 0.54 ms, 1.89 ms.
    media: (request, { path }) =>
      answerMedia(request, path, (missing) =>
        lanes.pictures.run(askerOf(request), () => running().makeMedia(missing)),
      ),
    // app/[locale]/sitemaps/[name]: up to 50,000 addresses, streamed. 5.5 ms, 8.5 ms.
    sitemap: (request, wanted) => answerSitemap(request, wanted),
    // app/api/health/[probe]: for any host name, and while the framework is at work. 0.15 ms, 1.69 ms.
    health: (_, { probe }) => answerHealth(probe),
    // app/api/metrics: likewise. 2.8 ms, 4.8 ms.
    metrics: (request) => running().metrics(request),
  };
}
