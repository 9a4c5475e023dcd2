import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { InputError } from '../../datasets/errors.ts';
import { readLanguage } from './read-options.ts';
import { readWholeNumber } from './read-vendor-options.ts';
import { createViewApp } from './view/create-view-app.ts';

export interface ViewOptions {
  port: string;
  language: string;
}

/** `maalestok view`: the explorer over a run's folder, or over all runs in one, until it is interrupted. On this machine only. */
export async function view(folder: string, options: ViewOptions): Promise<void> {
  const language = readLanguage(options.language);
  const port = readWholeNumber('--port', options.port, { from: 0, to: 65_535 });
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new InputError({
      file: folder,
      is: found === null ? 'not there' : 'no folder',
      expected: "a run's folder, or a folder that holds runs",
      mend: 'Make a run first: npm start',
    });
  }
  const app = createViewApp(folder, language);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause;
    const is = `${port}, which is ${cause.code === 'EACCES' ? 'not allowed' : 'taken'}`;
    throw new InputError({ field: '--port', is, expected: 'a port that is free' }, { cause });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  process.stdout.write(
    language === 'da'
      ? `Kørsler på ${url}. Kun denne maskine kan se dem. Stop med Ctrl-C.\n`
      : `Runs at ${url}. Only this machine sees them. Stop with Ctrl-C.\n`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
}
