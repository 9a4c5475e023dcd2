import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Fault } from './fault.ts';
import { body, reply } from './replies.ts';

const good = (caseId: string) => JSON.stringify({ caseId, findings: [] });
const bomb = Buffer.alloc(50_000_000, ' ');

/** Bodies that are no text, no JSON, or too much. */
export const bodyFaults: Fault[] = [
  { name: 'sends nothing', replies: [reply(200)], status: 'invalid', kind: 'not-json' },
  { name: 'sends nothing and says so', replies: [reply(204)], status: 'invalid', kind: 'not-json' },
  {
    name: 'sends an HTML page as JSON',
    replies: [body(() => '<!doctype html><p>Log in</p>')],
    status: 'invalid',
    kind: 'not-json',
  },
  {
    name: 'sends an HTML page with an answer in it',
    replies: [body((id) => `<script>${good(id)}</script>`, { 'content-type': 'text/html; charset=utf-8' })],
    status: 'invalid',
    kind: 'not-json',
  },
  { name: 'sends plain words', replies: [body(() => 'Ingen fejl.')], status: 'invalid', kind: 'not-json' },
  {
    name: 'sends bytes that are no UTF-8',
    replies: [body((id) => Buffer.from(good(id).replace('[]', '[{"text":"m\u00e5l"}]'), 'latin1'))],
    status: 'invalid',
    kind: 'encoding',
  },
  {
    name: 'sends UTF-16 with its mark',
    replies: [body((id) => Buffer.from(`\ufeff${good(id)}`, 'utf16le'))],
    status: 'invalid',
    kind: 'encoding',
  },
  {
    name: 'sends UTF-16 without a mark',
    replies: [body((id) => Buffer.from(good(id), 'utf16le'))],
    status: 'invalid',
    kind: 'not-json',
  },
  { name: 'begins with a byte order mark', replies: [body((id) => `\ufeff${good(id)}`)], status: 'answered' },
  {
    name: 'calls its JSON text',
    replies: [body(good, { 'content-type': 'text/plain' })],
    status: 'answered',
  },
  {
    name: 'packs its answer as asked',
    replies: [body((id) => gzipSync(good(id)), { 'content-encoding': 'gzip' })],
    status: 'answered',
  },
  {
    name: 'packs its answer with Brotli',
    replies: [body((id) => brotliCompressSync(good(id)), { 'content-encoding': 'br' })],
    status: 'answered',
  },
  {
    name: 'packs 50 MB into 50 kB',
    replies: [body(() => gzipSync(bomb), { 'content-encoding': 'gzip' })],
    status: 'failed',
    kind: 'too-large',
  },
  {
    name: 'packs 50 MB with Brotli',
    replies: [body(() => brotliCompressSync(bomb), { 'content-encoding': 'br' })],
    status: 'failed',
    kind: 'too-large',
  },
  {
    name: 'sends half of what it packed',
    replies: [body((id) => gzipSync(good(id)).subarray(0, 20), { 'content-encoding': 'gzip' })],
    status: 'invalid',
    kind: 'encoding',
  },
  {
    name: 'says that it packed and did not',
    replies: [body(good, { 'content-encoding': 'gzip' })],
    status: 'invalid',
    kind: 'encoding',
  },
  {
    name: 'packs in a way that nobody knows',
    replies: [body(good, { 'content-encoding': 'rot13' })],
    status: 'invalid',
    kind: 'encoding',
  },
];
