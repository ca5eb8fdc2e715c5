/** The yardstick: a Node server that answers the same bytes to everybody. `node bare-server.ts PORT FILE CODING` */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file = '', coding = 'identity'] = process.argv.slice(2);
const body = readFileSync(file);
createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'text/html',
    ...(coding !== 'identity' && { 'content-encoding': coding }),
    'content-length': body.length,
  });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
