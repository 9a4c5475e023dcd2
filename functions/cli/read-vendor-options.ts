import { InputError } from '../../datasets/errors.ts';
import { SecretReferenceSchema } from '../../evals/suite-model.ts';

/** @throws {InputError} where the flag is no whole number within its bounds */
export function readWholeNumber(flag: string, value: string, bounds: { from: number; to: number }): number {
  const { from, to } = bounds;
  if (/^\d{1,9}$/u.test(value) && Number(value) >= from && Number(value) <= to) return Number(value);
  const expected = `a whole number from ${from} to ${to}`;
  throw new InputError({ field: flag, is: `"${value.slice(0, 60)}"`, expected });
}

/** @throws {InputError} where the flag holds no reference; its value may be the secret itself and is not shown */
export function readSecretReference(flag: string, value: string): string {
  if (SecretReferenceSchema.safeParse(value).success) return value;
  throw new InputError({
    field: flag,
    is: 'no reference',
    expected: 'env:NAME, secretsmanager:NAME or secretsmanager:NAME#key',
    mend: 'Put the secret in a variable of the environment and name it: env:VENDOR_KEY.',
  });
}

/** @throws {InputError} where the text is no address of an endpoint; it may hold a password and is not shown */
export function readUrl(field: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol) && url.username === '') return url;
  const expected = 'an address like https://example.dk/screen';
  throw new InputError({ field, is: 'no http(s) address, or one with a password in it', expected });
}
