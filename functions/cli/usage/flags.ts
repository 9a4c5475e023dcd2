import type { Command } from 'commander';

export const language = [
  '--language <da|en>',
  'language of the report and of what is printed',
  'da',
] as const;
export const allowPrivate = [
  '--allow-private',
  'call endpoints in private networks and on this machine too',
] as const;
export const signedBy = [
  '--signed-by <name>',
  'who signs the result, in your own words (absent: MAALESTOK_SIGNED_BY, or only which key)',
] as const;
export const pdf = [
  '--pdf',
  'as a PDF too; needs a Chromium: on Linux npm brings one, elsewhere CHROME_PATH names it',
] as const;
export const retryFailed = [
  '--retry-failed',
  'ask questions that failed or timed out once more; what was answered stays',
] as const;
export const cache = [
  '--cache <folder>',
  'use answers of earlier runs to the very same questions, and keep new ones',
] as const;
export const apiKey = [
  '--api-key <reference>',
  'the key that the endpoint expects: env:NAME, never the key itself',
] as const;
const authHeader = ['--auth-header <name>', 'the header that carries the key (absent: x-api-key)'] as const;
const bearer = ['--bearer <reference>', 'the bearer token that the endpoint expects: env:NAME'] as const;
const tokenUrl = ['--oauth2-token-url <url>', 'where a token is given for client credentials'] as const;
const clientId = ['--oauth2-client-id <reference>', 'id of the client: env:NAME'] as const;
export const clientSecret = ['--oauth2-client-secret <reference>', 'its secret: env:NAME'] as const;
const scope = ['--oauth2-scope <scope>', 'the scope to ask for'] as const;

/** The ways to say who is asking: a key, a token, or an id and secret that a token is given for. */
export function addCredentials(command: Command): Command {
  for (const [flag, text] of [apiKey, authHeader, bearer, tokenUrl, clientId, clientSecret, scope])
    command.option(flag, text);
  return command;
}
