import { Server as HttpServer, type ServerResponse } from 'node:http';
import { Server } from 'node:net';
import { guardFetch } from '../adapters/promptfoo/guard-fetch.ts';

/** What a page of promptfoo's may load and call: what its own server has. */
const policy = [
  "default-src 'self' data: blob:",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws://localhost:* ws://127.0.0.1:*",
].join('; ');

/**
 * Keeps promptfoo on this machine. Of itself it reports to its makers even with telemetry off, lets everyone on the
 * network read what `promptfoo view` shows, and has that page record what is seen for a service abroad.
 */
export function keepLocal(): void {
  guardFetch();
  listenOnLoopback();
  confinePages();
}

/** A server that names no address listens on this machine's own. */
function listenOnLoopback(): void {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [port, next] = args;
    const open = /^\d+$/u.test(String(port)) && typeof next !== 'string';
    return Reflect.apply(listen, this, open ? [port, '127.0.0.1', ...args.slice(1)] : args) as Server;
  };
}

function confinePages(): void {
  const { emit } = HttpServer.prototype;
  HttpServer.prototype.emit = function (this: HttpServer, event: string, ...args: unknown[]) {
    if (event === 'request') (args[1] as ServerResponse).setHeader('Content-Security-Policy', policy);
    return Reflect.apply(emit, this, [event, ...args]) as boolean;
  };
}
