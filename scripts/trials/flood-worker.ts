/** Keeps connections busy with one kind of request, in a thread of its own, until it gets the message to end. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { HOSTILE } from '../testing/hostile-requests.ts';

const { site, kind, connections } = workerData as {
  site: string;
  kind: string;
  connections: number;
};
const requestOf = HOSTILE[kind];
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const statuses: Record<string, number> = {};
let asked = 0;
let isOver = false;

const once = () =>
  new Promise<void>((resolve) => {
    const { path, headers = {} } = requestOf?.(asked++) ?? { path: '/' };
    const end = (status: string) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      resolve();
    };
    get(site + path, { agent, headers }, (answer) => {
      answer.resume().once('close', () => end(String(answer.statusCode)));
    }).once('error', () => end('broken'));
  });
const keepAsking = async () => {
  while (!isOver) await once();
};

parentPort?.once('message', () => {
  isOver = true;
});
await Promise.all(Array.from({ length: connections }, keepAsking));
agent.destroy();
parentPort?.postMessage(statuses);
