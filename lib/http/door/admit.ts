/** What every request passes before it is answered: limits, monitoring, hosts, bodies, addresses of a former site. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, isForEverySite, type Address } from '../../addresses.ts';
import { STALE, type PageCache } from '../../page-cache/page-cache.ts';
import { BodyBudget } from './body-budget.ts';
import type { DoorOptions, Seen } from './door-options.ts';
import { setCommon, setPermissions, setShared } from '../headers.ts';
import { hostCheck } from '../hosts.ts';
import { limitBodyTime } from './limit-body-time.ts';
import { refusalOf } from './limits.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The checks that a door keeps for all its requests. */
export interface Guards {
  refusalOfHost: ReturnType<typeof hostCheck>;
  bodies: BodyBudget;
}

/** Creates the checks of a door. */
export const openGuards = ({ hosts }: Pick<DoorOptions, 'hosts'>): Guards => ({
  refusalOfHost: hostCheck(hosts),
  bodies: new BodyBudget(),
});

/** Whether a request only reads. */
export const isRead = ({ method }: IncomingMessage): boolean =>
  method === 'GET' || method === 'HEAD';

/**
 * Sets the headers of every response, and refuses what may not pass.
 * @param seen - receives the kind of the request
 * @returns the request's address; null where the request has been answered
 */
export async function admit(
  options: DoorOptions,
  guards: Guards,
  request: IncomingMessage,
  response: ServerResponse,
  seen: Seen,
): Promise<Address | null> {
  setCommon(response, options.transport, options.headers);
  if (options.isStopping()) response.shouldKeepAlive = false;
  const refusal = refusalOf(request);
  if (refusal) return refused(response, refusal);
  const { url = '/', headers } = request;
  const address = addressOf(url, headers['accept-language'], options.keyFile);
  setPermissions(response, address.kind);
  // Monitoring requests the process by its IP address, so this comes before the host check.
  if (address.kind === 'health' || address.kind === 'metrics') {
    seen.kind = address.kind;
    return address;
  }
  const misdirected = guards.refusalOfHost(headers.host);
  if (misdirected) return refused(response, misdirected);
  seen.kind = address.kind;
  if (isForEverySite(url)) setShared(response);
  if (!guards.bodies.admit(request, response, options.hasSession(request))) return null;
  limitBodyTime(request, response);
  const to = await formerTarget(options, request, address);
  if (to === null) return address;
  response.writeHead(308, { location: to }).end();
  return null;
}

function refused(response: ServerResponse, refusal: Refusal): null {
  refuse(response, refusal);
  return null;
}

/** The present target of a former site's address; null for any other address. */
async function formerTarget(
  { pageCache, lanes, redirects, askerOf }: DoorOptions,
  request: IncomingMessage,
  address: Address,
): Promise<string | null> {
  const { url = '/' } = request;
  if (!isRead(request) || !mayBeFormer(address, url, pageCache)) return null;
  // Where the database cannot be queried, the address is answered as if no redirect existed.
  return lanes.redirects.run(askerOf(request), () => redirects(url).catch(() => null));
}

/**
 * Whether an address may belong to a former site: any that is not a page in memory. Addresses that programs
 * request by the thousand are not looked up.
 */
function mayBeFormer(address: Address, url: string, pageCache: PageCache): boolean {
  switch (address.kind) {
    case 'undecodable':
    case 'unknown':
    case 'moved':
      return true;
    case 'page': {
      if (pageCache.absentAt(address.path)) return false;
      const kept = pageCache.memory.get(address.path);
      // A stale page is sent at once: the database is not queried a second time for it.
      return !kept || (kept.isInvalid && kept.headers[STALE] === undefined);
    }
    case 'framework':
      return url.startsWith('/?');
    default:
      return false;
  }
}
