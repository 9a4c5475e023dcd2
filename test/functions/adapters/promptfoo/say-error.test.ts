import { expect, it } from 'vitest';
import { createRedactor } from '../../../../functions/adapters/promptfoo/create-redactor.ts';
import { sayError } from '../../../../functions/adapters/promptfoo/say-error.ts';

const environment = {
  MISTRAL_API_KEY: 'an-key-of-the-environment',
  HF_TOKEN: 'hf_0123456789abcdef',
  SORT_KEY: 'municipality',
  LANGUAGE: 'danish-with-many-letters',
};

it.each([
  ['bad an-key-of-the-environment and hf_0123456789abcdef', 'bad [secret] and [secret]'],
  ['bad given-secret-1', 'bad [secret]'],
  ['a municipality, danish-with-many-letters', 'a municipality, danish-with-many-letters'],
  // Where the text is cut, no half of a secret is left.
  [`${'x'.repeat(150)}${environment.MISTRAL_API_KEY.repeat(50)}`, `${'x'.repeat(150)}[secret][s…`],
])('says %j as %j', (error, said) => {
  const redactor = createRedactor(['given-secret-1'], environment);
  expect(sayError(error, 'the prompt that was sent', redactor)).toBe(said);
});
