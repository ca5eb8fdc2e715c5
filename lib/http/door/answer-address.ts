/** Answers an admitted request, by the kind of its address. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPrivate, type Address } from '../../addresses.ts';
import { API } from '../../api-addresses.ts';
import { sendAnswer, type Answer } from '../../answer.ts';
import { FRONT_HEADER } from '../../front-header.ts';
import { BARE_POLICY } from '../../page-cache/finish/policy.ts';
import { framingOf } from '../../page-cache/framing.ts';
import { isRead } from './admit.ts';
import { stateAddress } from '../client-address.ts';
import type { DoorOptions, ShortCuts } from './door-options.ts';
import { setNotListed, setPrivate } from '../headers.ts';
import { refuse, UNDECODABLE } from '../refusal.ts';
import { answerAsset } from '../static-files.ts';
import { answerIn, laneTo } from './wait-in-lane.ts';

/**
 * Answers a request from the page cache, by a short cut, or by the framework.
 * @throws TooMuch where the request's turn does not come, and what prevents an answer
 */
export async function answerAddress(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
): Promise<void> {
  switch (address.kind) {
    case 'undecodable':
      return refuse(response, UNDECODABLE);
    case 'moved':
      return void response.writeHead(308, { location: address.to }).end();
    case 'health':
    case 'metrics':
    case 'views':
      return answerShort(options, request, response, address);
    case 'framework':
      return answerByFramework(options, request, response);
    case 'work':
      if (request.method === 'OPTIONS') return refuseMethod(request, response);
      return answerWork(options, request, response);
    default:
      if (!isRead(request)) return refuseMethod(request, response);
      return answerRead(options, request, response, address);
  }
}

type ShortAddress = Address & { kind: 'health' | 'media' | 'metrics' | 'views' };

/** Answers an address that can only be read. */
async function answerRead(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address & {
    kind: 'asset' | 'data' | 'media' | 'page' | 'search' | 'sitemap' | 'unknown';
  },
): Promise<void> {
  const { pageCache, framework, assets, lanes, askerOf } = options;
  switch (address.kind) {
    case 'media':
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      return answerShort(options, request, response, address);
    case 'asset':
      // A file is sent complete: a server may ignore a range (RFC 9110, 14.2).
      delete request.headers.range;
      if (!assets) return void (await framework(request, response));
      return answerAsset(assets, pageCache, request, response);
    case 'sitemap': {
      const answer = await answerIn(lanes.questions, askerOf(request), () =>
        answerSitemap(options, request, response, address),
      );
      // A sitemap that does not exist is answered as a page that does not exist.
      return answer ? undefined : pageCache.answer(request, response, address.path);
    }
    case 'page':
    case 'unknown':
      return pageCache.answer(request, response, address.path);
    case 'data':
      return pageCache.answerData(request, response, address);
    case 'search': {
      setNotListed(response);
      const { url = '/' } = request;
      return pageCache.answerFresh(request, response, { url, defers: true, lane: lanes.searches });
    }
  }
}

/** Answers with a month's sitemap; false where there is none. */
async function answerSitemap(
  { shortCuts }: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address & { kind: 'sitemap' },
): Promise<boolean> {
  const answer = await shortCuts.sitemap(request, address);
  if (answer) await sendAnswer(response, answer);
  return answer !== null;
}

/** Answers without the framework, by the function that its route handler calls. */
async function answerShort(
  { shortCuts, clientAddress }: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: ShortAddress,
): Promise<void> {
  response.setHeader('content-security-policy', BARE_POLICY);
  stateAddress(request, clientAddress(request));
  const answer = await askShort(shortCuts, request, address);
  if (answer) await sendAnswer(response, answer);
}

function askShort(
  shortCuts: ShortCuts,
  request: IncomingMessage,
  address: ShortAddress,
): Promise<Answer | null> {
  switch (address.kind) {
    case 'health':
      return shortCuts.health(request, address);
    case 'media':
      return shortCuts.media(request, address);
    case 'metrics':
      return shortCuts.metrics(request, address);
    case 'views':
      return shortCuts.views(request, address);
  }
}

/** Answers with a page of the newsroom, or a preview. */
async function answerWork(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  setPrivate(response);
  request.headers[FRONT_HEADER] = '1';
  stateAddress(request, options.clientAddress(request));
  const framing = framingOf(request.url ?? '');
  if (framing === 'framed') response.setHeader('x-frame-options', 'SAMEORIGIN');
  const lane = await laneTo(options, request);
  return options.pageCache.answerFresh(request, response, {
    url: null,
    defers: false,
    framing,
    lane,
  });
}

/** Answers by one of the framework's route handlers. */
async function answerByFramework(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { framework, clientAddress, lanes, askerOf } = options;
  const { url = '/' } = request;
  if (url.startsWith(API)) setNotListed(response);
  response.setHeader('content-security-policy', BARE_POLICY);
  request.headers[FRONT_HEADER] = '1';
  stateAddress(request, clientAddress(request));
  const write = () => framework(request, response);
  if (!isPrivate(url)) return answerIn(lanes.questions, askerOf(request), write);
  setPrivate(response);
  const lane = await laneTo(options, request);
  await (lane ? answerIn(lane, askerOf(request), write) : write());
  if (!isRead(request) && response.statusCode < 400) options.onWritten();
}

/** A read-only address: OPTIONS returns its methods (RFC 9110, 9.3.7), every other method is refused. */
function refuseMethod({ method }: IncomingMessage, response: ServerResponse): void {
  const headers = { allow: 'GET, HEAD, OPTIONS', 'content-security-policy': BARE_POLICY };
  response.writeHead(method === 'OPTIONS' ? 204 : 405, headers).end();
}
