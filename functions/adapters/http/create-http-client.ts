import { Agent } from 'undici';
import { type ConnectorOptions, createConnector } from './create-connector.ts';
import { exchange, type Send } from './exchange.ts';
import type { HttpLimits } from './http-limits.ts';

export interface HttpClient {
  send: Send;
  /** Cuts what is under way; resolves when no socket is open. */
  close(): Promise<void>;
}

/** Connections that are kept and used again, checked as `createConnector` says. */
export function createHttpClient(options: ConnectorOptions, limits: HttpLimits): HttpClient {
  const { connect, sockets } = createConnector(options);
  const agent = new Agent({
    connect,
    // The time-out of an attempt bounds the wait for an answer.
    headersTimeout: 0,
    bodyTimeout: limits.bodyMs,
    maxHeaderSize: limits.headerBytes,
  });
  return {
    send: (request, signal) => exchange(agent, request, signal, limits),
    async close() {
      await agent.destroy();
      const closed = [...sockets].map((socket) => new Promise((done) => socket.once('close', done)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}
