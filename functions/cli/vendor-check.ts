import { createSecrets } from '../adapters/secrets.ts';
import { authHeaders } from '../vendor/check/auth-headers.ts';
import { createTransport } from '../vendor/check/create-transport.ts';
import { type CheckOutcome, isConforming, runChecks } from '../vendor/check/run-checks.ts';
import { type AuthOptions, readAuth } from './read-auth.ts';
import { readLanguage } from './read-options.ts';
import { readUrl, readWholeNumber } from './read-vendor-options.ts';
import { renderCheck } from './render-check.ts';

export interface VendorCheckOptions extends AuthOptions {
  allowPrivate?: boolean;
  json?: boolean;
  timeoutS: string;
  slowS: string;
  language: string;
}

/** `maalestok vendor check`: whether an endpoint meets the contract; exit 1 where it does not. */
export async function vendorCheck(address: string, options: VendorCheckOptions): Promise<void> {
  const language = readLanguage(options.language);
  const url = readUrl('URL', address);
  const auth = readAuth(options);
  const bounds = { from: 1, to: 3600 };
  const [timeoutS, slowS] = [
    readWholeNumber('--timeout-s', options.timeoutS, bounds),
    readWholeNumber('--slow-s', options.slowS, bounds),
  ];
  const allowPrivate = options.allowPrivate ?? false;
  const { headers, secrets } = await authHeaders(auth, { secrets: createSecrets(), allowPrivate });
  const transport = createTransport({ allowPrivate });
  let outcomes: CheckOutcome[];
  try {
    const settings = {
      url,
      transport,
      auth: headers,
      secrets,
      timeoutMs: timeoutS * 1000,
      slowMs: slowS * 1000,
    };
    outcomes = await runChecks(settings, createTicker());
  } finally {
    await transport.close();
  }
  const printed = options.json
    ? JSON.stringify(toJson(url, outcomes), null, 2)
    : renderCheck(outcomes, language);
  process.stdout.write(`${printed}\n`);
  if (!isConforming(outcomes)) process.exitCode = 1;
}

function toJson(url: URL, outcomes: readonly CheckOutcome[]): object {
  return {
    url: url.origin + url.pathname,
    conforming: isConforming(outcomes),
    checks: outcomes.map(({ check: { id, level, asks, mend }, verdict }) => ({
      id,
      level,
      asks,
      ...verdict,
      ...(verdict.verdict === 'fail' ? { mend } : {}),
    })),
  };
}

/** On a terminal, which check was done; elsewhere nothing. */
function createTicker(): ((outcome: CheckOutcome) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return ({ check, verdict }) => process.stderr.write(`${verdict.verdict.padEnd(4)} ${check.id}\n`);
}
