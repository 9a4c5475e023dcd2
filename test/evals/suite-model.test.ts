import { expect, it } from 'vitest';
import { checkValue } from '../../datasets/parse-line.ts';
import { SuiteModelSchema } from '../../evals/suite-model.ts';

const http = { adapter: 'http', id: 'm', version: '1', url: 'https://example.dk/' };
const adapters =
  'one of "silent", "constant", "checklist", "nearest-case", "replay", "http", "bedrock", "lambda", "promptfoo"';
const hidden = 'a value that is not shown';
const reference = 'a reference: env:NAME, secretsmanager:NAME or secretsmanager:NAME#key';

const messageOf = (entry: unknown): string => {
  try {
    checkValue(entry, SuiteModelSchema, {});
    return 'nothing is wrong';
  } catch (error) {
    return (error as Error).message;
  }
};

it.each<[entry: object, message: string]>([
  [{ adapter: 'htp' }, `field adapter: "htp", expected ${adapters}`],
  [{}, `field adapter: nothing, expected ${adapters}`],
  [{ ...http, auth: {} }, 'field auth.type: nothing, expected one of "apiKey", "bearer", "oauth2"'],
  [{ ...http, url: 'nope' }, 'field url: "nope", expected an address like https://example.dk/screen'],
  [
    { adapter: 'bedrock', modelId: 'm', region: 'Frankfurt' },
    'field region: "Frankfurt", expected a region of AWS, like eu-central-1',
  ],
])('a model of a suite, %j, is told what is wrong', (entry, message) => {
  expect(messageOf(entry)).toBe(message);
});

const secret = 'sk-supersecretvalue';

it.each<[entry: object, message: string]>([
  [{ ...http, auth: secret }, `field auth: ${hidden}, expected an object`],
  [
    { ...http, auth: { type: secret } },
    `field auth.type: ${hidden}, expected one of "apiKey", "bearer", "oauth2"`,
  ],
  [
    { ...http, auth: { type: 'bearer', token: secret } },
    `field auth.token: ${hidden}, expected ${reference}`,
  ],
  [
    { ...http, auth: { type: 'apiKey', header: `Bearer ${secret}`, key: 'env:KEY' } },
    `field auth.header: ${hidden}, expected the name of a header, like x-api-key`,
  ],
  [
    { ...http, auth: { type: 'oauth2', tokenUrl: secret, clientId: 'env:A', clientSecret: 'env:B' } },
    `field auth.tokenUrl: ${hidden}, expected an address like https://example.dk/screen`,
  ],
  [
    { ...http, url: `//name:${secret}@example.dk` },
    `field url: ${hidden}, expected an address like https://example.dk/screen`,
  ],
  [
    { ...http, auth: { type: 'bearer', token: 'env:KEY', [secret]: '' } },
    'field auth: unknown field that is not shown, expected only the fields of the schema\n  Check the spelling, or leave it out.',
  ],
  [
    { ...http, files: `Bearer ${secret}` },
    `field files: ${hidden}, expected one of "none", "inline", "link"`,
  ],
])('a secret in a suite, %j, is not said', (entry, message) => {
  expect(messageOf(entry)).toBe(message);
});
