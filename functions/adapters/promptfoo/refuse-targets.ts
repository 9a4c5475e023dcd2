import { InputError } from '../../../datasets/errors.ts';
import { refuseTarget } from '../http/refuse-address.ts';

/**
 * Checks every address that is written in a provider's id or its config, however deep, before anything is called.
 * @throws {InputError} naming the field; never the address, which may hold a secret
 */
export function refuseTargets(
  { provider, config }: { provider: string; config: Readonly<Record<string, unknown>> },
  allowPrivate: boolean,
): void {
  const inId = { field: 'provider', text: /(?:https?|wss?):\/\/\S+/iu.exec(provider)?.[0] ?? '' };
  for (const { field, text } of [inId, ...textsOf(config, 'config')]) {
    const refused = refuseText(text, allowPrivate);
    if (refused === undefined) continue;
    throw new InputError({
      field,
      is: refused,
      expected: allowPrivate
        ? 'https, or plain http to a private address, without user name and password'
        : 'https to a public address, without user name and password',
      mend: 'Private networks and this machine are called with --allow-private.',
    });
  }
}

/** Web sockets too: they are opened past fetch, where nothing checks them again. */
function refuseText(text: string, allowPrivate: boolean): string | undefined {
  if (!/^\s*(?:https?|wss?):\/\//iu.test(text)) return undefined;
  const url = URL.parse(text.trim().replace(/^ws/iu, 'http'));
  return url === null ? undefined : refuseTarget(url, allowPrivate);
}

function textsOf(value: unknown, field: string): { field: string; text: string }[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${field}.${key}`));
}
