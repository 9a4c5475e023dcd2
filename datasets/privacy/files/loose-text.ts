/** Characters that are read of bytes of an unknown form. */
const most = 1_000_000;
/** Letters of Latin-1 that Danish names are written with: with all of them, most bytes of a packed picture would be text. */
const letters = '\\xc4-\\xc6\\xc9\\xd6\\xd8\\xdc\\xe4-\\xe6\\xe9\\xf6\\xf8\\xfc';
const run = new RegExp(
  `(?:[\\t\\n\\r\\x20-\\x7e${letters}]|[\\xc2\\xc3][\\x80-\\xbf]|[\\xe2][\\x80-\\xbf]{2}){5,}`,
  'gu',
);
const wideRun = new RegExp(`(?:[\\x20-\\x7e${letters}]\\0){5,}`, 'gu');

/** What can be read off bytes that need be no text: runs of five characters and more in UTF-8, Latin-1 and UTF-16. */
export function looseText(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const runs = [
    ...[...latin.matchAll(run)].map(([text]) => decode(text)),
    ...[...latin.matchAll(wideRun)].map(([text]) => text.replaceAll('\0', '')),
  ];
  return runs.join('\n').slice(0, most);
}

function decode(latin: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin, 'latin1'));
  } catch {
    return latin;
  }
}
