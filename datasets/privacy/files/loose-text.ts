/** Characters that are read of bytes of an unknown form. */
const most = 1_000_000;
const run = /(?:[\t\n\r\x20-\x7e\xc0-\xff]|[\xc2\xc3][\x80-\xbf]){4,}/gu;
const wideRun = /(?:[\x20-\x7e\xc0-\xff]\0){4,}/gu;

/** What can be read off bytes that need be no text: runs of four characters and more in UTF-8, Latin-1 and UTF-16. */
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
