import { excerpt } from '../../../datasets/errors.ts';
import type { Redactor } from '../http/redactor.ts';

const window = 20;
const longestSaid = 160;

/**
 * A provider's error in a few words: cut where it begins to repeat what was sent (a command line, a request), and
 * without the secrets. `error` is untrusted.
 */
export function sayError(error: string, prompt: string, redactor: Redactor): string {
  // Before it is cut: half a secret would not be known.
  const said = redactor.redact(error).slice(0, 1000);
  const sent = [prompt, JSON.stringify(prompt)];
  for (let at = 0; at + window <= said.length; at += 1) {
    const part = said.slice(at, at + window);
    if (sent.some((text) => text.includes(part))) return excerpt(`${said.slice(0, at)}…`, longestSaid);
  }
  return excerpt(said, longestSaid);
}
