import type { IncomingMessage, RequestListener } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Lanes } from '../lanes.ts';
import type { PageScripts } from './finish/page-script.ts';
import type { PageStyles } from './finish/page-styles.ts';

/** What a page cache needs to know when it is made. */
export interface PageCacheOptions {
  /** The framework's handler. */
  listener: RequestListener;
  clock: Clock;
  /** Host header with which pages are requested from the framework. */
  host: string;
  /** Most bytes that finished pages may use. */
  limit: number;
  /** The queues in which requests to the framework wait for their turn. */
  lanes: Lanes;
  /** The network that a request comes from; networks take turns. */
  askerOf: (request: IncomingMessage) => string;
  /** The scripts of every page. */
  scripts: PageScripts;
  /** The build's style sheets; each page inlines the rules that it needs. */
  styles: PageStyles;
  /**
   * Development mode: the framework's own tools run in the page, so nothing is deferred and nothing is
   * forbidden.
   */
  isEdited?: boolean;
  /** Called with a script in a page that is neither ours nor the framework's. */
  onForeign?: (path: string, script: string) => void;
}

/** Counters since the start. */
export interface PageCacheCounts {
  /** Answered from memory. */
  hits: number;
  /** Pages rendered. */
  renders: number;
  /** Renders that failed. */
  failures: number;
  /** Pages invalidated by a row of the outbox. */
  invalidations: number;
  /** Answers with a page that should have been rendered again but could not. */
  stale: number;
  /** Scripts in pages that were neither ours nor the framework's; browsers refused them. */
  foreign: number;
}
