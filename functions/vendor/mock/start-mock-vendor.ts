import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createMockVendor, type MockVendorOptions } from './create-mock-vendor.ts';

export interface MockVendor {
  /** Where questions are posted: `http://127.0.0.1:8787/screen`. */
  url: string;
  /** Questions that were answered anew, not from memory. */
  answered(): number;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the example server on this machine only. Port 0: any that is free. */
export async function startMockVendor(
  options: MockVendorOptions & { port?: number | undefined } = {},
): Promise<MockVendor> {
  const { app, answerer } = createMockVendor(options);
  const server = createAdaptorServer({ fetch: app.fetch as never });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}/screen`,
    answered: () => answerer.answered(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
