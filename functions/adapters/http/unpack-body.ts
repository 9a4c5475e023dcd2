import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { ModelCallError } from '../../../datasets/errors.ts';
import type { HttpReply } from './exchange.ts';
import { headerOf } from './header-of.ts';

/** A reply's text; or what keeps it from being one. */
export type Unpacked = { text: string } | { fault: string };

const unpackers = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
]);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {ModelCallError} where it is too large once unpacked */
export async function unpackBody({ headers, body }: HttpReply, limitBytes: number): Promise<Unpacked> {
  const encoding = (headerOf(headers, 'content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return decode(body);
  const unpack = unpackers.get(encoding);
  if (unpack === undefined)
    return { fault: 'a content encoding that was not asked for, expected gzip or none' };
  try {
    return decode(await unpack(body, { maxOutputLength: limitBytes }));
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ModelCallError('too-large', `an answer of more than ${limitBytes} bytes once unpacked`);
    }
    return { fault: `${encoding} that cannot be unpacked` };
  }
}

function decode(bytes: Uint8Array): Unpacked {
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { fault: 'bytes that are no UTF-8' };
  }
}
