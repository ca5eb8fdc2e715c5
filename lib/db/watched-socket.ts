/**
 * A connection to a database that may stop responding: a machine that vanished sends nothing, not even a
 * reset, and a query would wait for as long as TCP does, a quarter of an hour.
 */
import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** The part of the driver's options that says where the database is; several hosts are alternatives. */
export interface DatabasePlace {
  host: string[];
  port: number[];
}

/**
 * Creates the driver's sockets.
 * @param limit - milliseconds without a response to sent data; then the connection is closed
 * @param pathOf - returns the Unix socket to connect to, instead of a host
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
    // The next connection tries the alternative host.
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
