import { excerpt } from '../../../datasets/errors.ts';

const window = 20;
const longestSaid = 160;

/**
 * A provider's error in a few words: cut where it begins to repeat what was sent (a command line, a request), and
 * without the secrets. `error` is untrusted.
 */
export function sayError(error: string, prompt: string, secrets: readonly string[]): string {
  let said = error.slice(0, 1000);
  for (const secret of secrets) said = said.replaceAll(secret, '[secret]');
  // A secret that the cut above halved.
  for (const secret of secrets) said = withoutStartOf(secret, said);
  const sent = [prompt, JSON.stringify(prompt)];
  for (let at = 0; at + window <= said.length; at += 1) {
    const part = said.slice(at, at + window);
    if (sent.some((text) => text.includes(part))) return excerpt(`${said.slice(0, at)}…`, longestSaid);
  }
  return excerpt(said, longestSaid);
}

function withoutStartOf(secret: string, text: string): string {
  for (let length = secret.length - 1; length >= 4; length -= 1) {
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}
