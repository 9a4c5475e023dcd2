import { keyedDraw } from './keyed-draw.ts';

/** The same in cases, labels, annotations and texts. Never digits alone, which could be somebody's number. */
export function aliasCaseId(caseId: string, key: Uint8Array): string {
  return `sag-${keyedHex(key, 'case', caseId).replace(/^\d(?=\d+$)/u, 'a')}`;
}

export function keyedHex(key: Uint8Array, ...message: string[]): string {
  const draw = keyedDraw(key, 'id', ...message);
  return draw(2 ** 40)
    .toString(16)
    .padStart(10, '0');
}
