import { excerpt, InputError } from '../../../datasets/errors.ts';

/** What every registry holds: DynamoDB's item of 400 KB, less keys, names and room for what an adapter adds. */
export const registryLimits = {
  /** UTF-8 bytes of a value's JSON. */
  valueBytes: 390_000,
  /** UTF-8 bytes of a key: DynamoDB's sort key. */
  keyBytes: 1024,
  /** Records that one page may hold. */
  pageRecords: 1000,
} as const;

/** Of all characters the last, and in no key: what begins with a prefix lies between it and it with this one behind. */
export const lastCharacter = '\u{10ffff}';

const collectionPattern = /^[a-z][a-z0-9-]{0,63}$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const unkept = /[\u0000-\u001f\u007f\u{10ffff}]/u;

/** @throws {InputError} where not every adapter can hold a record under this name */
export function checkKey(collection: string, key: string): void {
  if (!collectionPattern.test(collection)) {
    const expected = 'a collection of at most 64 small letters, digits and "-"';
    throw new InputError({ field: 'collection', is: `"${excerpt(collection)}"`, expected });
  }
  const bytes = Buffer.byteLength(key);
  if (bytes >= 1 && bytes <= registryLimits.keyBytes && key.isWellFormed() && !unkept.test(key)) return;
  const is = bytes > registryLimits.keyBytes ? `a key of ${bytes} bytes` : 'an empty or malformed key';
  throw new InputError({
    field: collection,
    is,
    expected: `1 to ${registryLimits.keyBytes} bytes of text without control characters`,
  });
}

/**
 * The JSON of a value.
 * @throws {InputError} where it is none, or longer than every adapter can hold
 */
export function encodeValue(collection: string, key: string, value: unknown): string {
  checkKey(collection, key);
  const text: unknown = JSON.stringify(value);
  const place = `${collection}/${excerpt(key)}`;
  if (typeof text !== 'string')
    throw new InputError({ field: place, is: `a value of type ${typeof value}`, expected: 'JSON' });
  const bytes = Buffer.byteLength(text);
  if (bytes <= registryLimits.valueBytes) return text;
  throw new InputError({
    field: place,
    is: `a value of ${bytes} bytes`,
    expected: `at most ${registryLimits.valueBytes}`,
    mend: 'Put what is large into the blob store, and its key into the record.',
  });
}

/** @throws {InputError} */
export function checkPage(collection: string, limit: number): void {
  checkKey(collection, '-');
  if (Number.isInteger(limit) && limit >= 1 && limit <= registryLimits.pageRecords) return;
  const expected = `a whole number from 1 to ${registryLimits.pageRecords}`;
  throw new InputError({ field: 'limit', is: String(limit), expected });
}
