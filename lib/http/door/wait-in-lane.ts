/** How requests of anonymous clients wait for their turn. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { unlessTooMuch, type Lane } from '../../lanes.ts';
import type { DoorOptions } from './door-options.ts';

/**
 * Milliseconds for which a request keeps its place in a lane although its response is not read to the end.
 */
const QUESTION_TIME = 5000;
/** Answers in a lane. A client that reads the response slowly does not block other requests. */
export async function answerIn<Answer>(
  lane: Lane,
  asker: string,
  answer: () => Answer | Promise<Answer>,
) {
  let answering: Promise<Answer> | undefined;
  await lane.run(asker, async () => {
    answering = Promise.resolve(answer());
    await Promise.race([answering, sleep(QUESTION_TIME, undefined, { ref: false })]);
  });
  return answering as Promise<Answer>;
}

/** The lane in which a request to the newsroom waits; null, which does not wait, with a valid session. */
export async function laneTo(
  { lanes, hasSession, isOfNewsroom }: DoorOptions,
  request: IncomingMessage,
): Promise<Lane | null> {
  // While the database does not answer, the request waits in a lane: the framework then reports the fault.
  const isOfIt = hasSession(request) && (await isOfNewsroom(request).catch(unlessTooMuch));
  return isOfIt ? null : lanes.strangers;
}
