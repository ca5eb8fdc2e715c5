/**
 * A connection to a database that may fall silent: a machine that vanished answers nothing, not even that it
 * is gone, and a question put to it would wait for as long as TCP does, a quarter of an hour.
 */
import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** What of the driver's options says where the database is; several hosts stand in for each other. */
export interface DatabasePlace {
  host: string[];
  port: number[];
}

/**
 * Makes the driver's sockets.
 * @param limit - milliseconds for which what was sent may stay unanswered; then the connection is given up
 * @param pathOf - the Unix socket to connect to, instead of a host
 */
export function watchedSockets(
  limit: number,
  pathOf?: (() => string) | undefined,
): (place: DatabasePlace) => Socket {
  let turn = 0;
  return ({ host, port }) => {
    const place = turn % host.length;
    const target: NetConnectOpts = pathOf
      ? { path: pathOf() }
      : { host: host[place] ?? 'localhost', port: port[place] ?? 5432 };
    const socket = connect(target);
    let isReached = false;
    socket.once('connect', () => (isReached = true));
    // The next connection tries the host that stands in for this one.
    socket.once('close', () => {
      if (!isReached && place === turn % host.length) turn++;
    });
    return watch(socket, limit);
  };
}

function watch(socket: Socket, limit: number): Socket {
  if (limit === Infinity) return socket;
  let waiting: NodeJS.Timeout | undefined;
  const giveUp = () => socket.destroy(new Error(`The database has not answered for ${limit} ms.`));
  const write = socket.write.bind(socket) as (...parts: unknown[]) => boolean;
  socket.write = (...parts: unknown[]) => {
    waiting ??= setTimeout(giveUp, limit).unref();
    return write(...parts);
  };
  const rest = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  return socket.on('data', rest).once('close', rest);
}
