/** What the door needs, and what it reports. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Address } from '../../addresses.ts';
import type { Answer } from '../../answer.ts';
import type { Lanes } from '../../lanes.ts';
import type { Fault } from '../../log.ts';
import type { PageCache } from '../../page-cache/page-cache.ts';
import type { ClientAddress } from '../client-address.ts';
import type { Kind } from '../traffic.ts';

/** Serves files of a folder, and calls `missing` if the file does not exist. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

/** The kinds of addresses that are answered in front of the framework. */
type ShortKind = 'health' | 'media' | 'metrics' | 'sitemap' | 'views';

/** By kind: answers with the function that the address's route handler calls; null leaves it to the framework. */
export type ShortCuts = {
  [Short in ShortKind]: (
    request: IncomingMessage,
    address: Address & { kind: Short },
  ) => Promise<Answer | null>;
};

export interface DoorOptions {
  /**
   * The Strict-Transport-Security header, for a site that readers reach by https, now and later; null sends
   * none.
   */
  transport: string | null;
  pageCache: PageCache;
  /** The queues in which requests of anonymous clients wait for their turn. */
  lanes: Lanes;
  /** Whether a request carries a newsroom session, valid or not. */
  hasSession: (request: IncomingMessage) => boolean;
  /**
   * Whether that session is valid.
   * @throws TooMuch where too many sessions wait to be checked
   */
  isOfNewsroom: (request: IncomingMessage) => Promise<boolean>;
  /** The framework's handler. */
  framework: RequestListener;
  /** Answers some kinds of addresses without the framework. */
  shortCuts: ShortCuts;
  /** The current address, in one hop, for an address of a former site; null where there is none. */
  redirects: (address: string) => Promise<string | null>;
  /** The path of the site's IndexNow key, `/<key>.txt`. */
  keyFile?: string | undefined;
  /** Further headers of every response, in addition to the security headers. */
  headers: Readonly<Record<string, string>>;
  /** Answers files of the build and of `public`; null leaves them to the framework. */
  assets: FileHandler | null;
  clientAddress: ClientAddress;
  /** The network that a request comes from; networks take turns in a lane. */
  askerOf: (request: IncomingMessage) => string;
  /** The host names that requests may use; null accepts any. */
  hosts: readonly string[] | null;
  /** Whether the process is stopping: then a connection is closed after its response. */
  isStopping: () => boolean;
  /** Development mode: the framework's own connections are accepted. */
  isEdited?: boolean;
  /** Called after a newsroom request that may have written data has been answered. */
  onWritten: () => void;
  /** Called once per response, without client data. */
  onAnswered: (answered: Answered) => void;
}

/** A response, as it is counted and logged. */
export interface Answered extends Seen {
  method: string;
  /** Without the query, which may contain a reader's search text, and with secret tokens masked. */
  path: string;
  status: number;
  milliseconds: number;
}

/** What is known of a response while it is made. */
export interface Seen extends Fault {
  kind: Kind;
  /** Whether the request was refused for lack of capacity. */
  isTooMuch: boolean;
}
