import { createTransport } from '../../../functions/vendor/check/create-transport.ts';
import { type CheckOutcome, runChecks } from '../../../functions/vendor/check/run-checks.ts';
import type { MockVendorOptions } from '../../../functions/vendor/mock/create-mock-vendor.ts';
import { startMockVendor } from '../../../functions/vendor/mock/start-mock-vendor.ts';

export const mockKey = 'mock-key-3f9a';

/** Checks an endpoint on this machine. */
export async function checkUrl(
  url: string,
  settings: { timeoutMs?: number; slowMs?: number; key?: string } = {},
) {
  const transport = createTransport({ allowPrivate: true });
  try {
    return await runChecks({
      url: new URL(url),
      transport,
      auth: settings.key === undefined ? {} : { 'x-api-key': settings.key },
      secrets: settings.key === undefined ? [] : [settings.key],
      timeoutMs: settings.timeoutMs ?? 20_000,
      slowMs: settings.slowMs ?? 10_000,
      waitMs: 10,
    });
  } finally {
    await transport.close();
  }
}

/** Checks the example server, started for it, with a key. */
export async function checkMock(
  options: MockVendorOptions = {},
  settings: { timeoutMs?: number; slowMs?: number } = {},
): Promise<CheckOutcome[]> {
  await using mock = await startMockVendor({ apiKey: mockKey, ...options });
  return await checkUrl(mock.url, { ...settings, key: mockKey });
}

export function failedOf(outcomes: readonly CheckOutcome[]): string[] {
  return outcomes.filter(({ verdict }) => verdict.verdict === 'fail').map(({ check }) => check.id);
}
