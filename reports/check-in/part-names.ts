import type { CheckInContext } from './check-in-context.ts';

/** Parts of a comparability key in words, each once; a part that has no name stands as it is. */
export function partNames({ words }: Pick<CheckInContext, 'words'>, parts: readonly string[]): string {
  const names: Record<string, string> = words.checkIn.trend.parts;
  const named = parts.map((part) => {
    const key = part.split('.')[0]!;
    return Object.hasOwn(names, key) ? names[key]! : part;
  });
  return [...new Set(named)].join(', ');
}
