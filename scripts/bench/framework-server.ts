/** The framework alone, as its documentation has a custom server: no press, no door. `node framework-server.ts` */
import { createServer } from 'node:http';
import next from 'next';
import { environment } from '../../lib/env.ts';

const port = environment().PORT;
const app = next({ dev: false, port, hostname: 'localhost' });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1');
