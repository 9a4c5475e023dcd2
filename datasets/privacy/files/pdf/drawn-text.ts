import { looseText } from '../loose-text.ts';

/**
 * The strings that operators draw, as their bytes read: what they mean in a font is not known here. Undefined where the
 * operators draw none.
 */
export function drawnText(operators: string): string | undefined {
  if (!/\bBT\b/u.test(operators) || !/\bT[jJ]\b/u.test(operators)) return undefined;
  const hex = [...operators.matchAll(/<([\da-f\s]{2,})>/giu)].map(([, digits]) =>
    Buffer.from(digits!.replace(/\s/gu, ''), 'hex').toString('latin1'),
  );
  const plain = [...operators.matchAll(/\(((?:\\[\s\S]|[^()\\]){0,10000})\)/gu)].map(([, text]) => text!);
  return looseText(Buffer.from([...plain, ...hex].join('\n'), 'latin1'));
}
