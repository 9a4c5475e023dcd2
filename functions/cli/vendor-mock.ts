import { once } from 'node:events';
import { InputError } from '../../datasets/errors.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { type FaultName, faultNames, faults, findFault } from '../vendor/mock/faults.ts';
import { oauth2Flags } from './oauth2-flags.ts';
import { readLanguage } from './read-options.ts';
import { readSecretReference, readWholeNumber } from './read-vendor-options.ts';

export interface VendorMockOptions {
  port: string;
  fault?: string[];
  listFaults?: boolean;
  delayMs: string;
  slowMs: string;
  async?: boolean;
  apiKey?: string;
  oauth2ClientId?: string;
  oauth2ClientSecret?: string;
  language: string;
}

const words = {
  da: {
    listening: (url: string) =>
      `Eksempelserver (mock) på ${url}. Den svarer med tjeklisten, ikke med en leverandørs model.`,
    faults: 'Fejl',
    stop: 'Stop med Ctrl-C.',
  },
  en: {
    listening: (url: string) =>
      `Example server (mock) at ${url}. It answers with the checklist, not with any vendor's model.`,
    faults: 'Faults',
    stop: 'Stop with Ctrl-C.',
  },
} as const;

/** `maalestok vendor mock`: a server that meets the vendor contract, until it is interrupted. */
export async function vendorMock(options: VendorMockOptions): Promise<void> {
  const language = readLanguage(options.language);
  if (options.listFaults) {
    const width = Math.max(...faultNames.map((name) => name.length));
    for (const name of faultNames) process.stdout.write(`${name.padEnd(width)}  ${faults[name][language]}\n`);
    return;
  }
  const names = options.fault ?? [];
  for (const name of names) findFault(name);
  const port = readWholeNumber('--port', options.port, { from: 0, to: 65_535 });
  const { startMockVendor } = await import('../vendor/mock/start-mock-vendor.ts');
  const settings = {
    port,
    faults: names as FaultName[],
    delayMs: readWholeNumber('--delay-ms', options.delayMs, { from: 0, to: 3_600_000 }),
    slowMs: readWholeNumber('--slow-ms', options.slowMs, { from: 0, to: 3_600_000 }),
    async: options.async ?? false,
    apiKey:
      options.apiKey === undefined
        ? undefined
        : await createSecrets().resolve(readSecretReference('--api-key', options.apiKey)),
    client: await readClient(options),
  };
  const mock = await startMockVendor(settings).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause;
    const is = `${port}, which is ${cause.code === 'EACCES' ? 'not allowed' : 'taken'}`;
    throw new InputError({ field: '--port', is, expected: 'a port that is free' }, { cause });
  });
  const text = words[language];
  process.stdout.write(`${text.listening(mock.url)}\n`);
  if (names.length > 0) process.stdout.write(`${text.faults}: ${names.join(', ')}.\n`);
  process.stdout.write(`${text.stop}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await mock.close();
}

/** @throws {InputError} where one of the two is there without the other */
async function readClient({ oauth2ClientId: id, oauth2ClientSecret: secret }: VendorMockOptions) {
  if (id === undefined && secret === undefined) return undefined;
  const read = async (flag: string, value: string | undefined): Promise<string> => {
    if (value === undefined)
      throw new InputError({ field: flag, is: 'not given', expected: 'id and secret' });
    return createSecrets().resolve(readSecretReference(flag, value));
  };
  return {
    clientId: await read(oauth2Flags.oauth2ClientId, id),
    clientSecret: await read(oauth2Flags.oauth2ClientSecret, secret),
  };
}
