import type { CheckInContext } from './check-in-context.ts';

/** Parts of a comparability key in words, each once; by the longest path that has a name, else as they are called. */
export function partNames({ words }: Pick<CheckInContext, 'words'>, parts: readonly string[]): string {
  const names: Record<string, string> = words.checkIn.trend.parts;
  const named = parts.map((part) => {
    const steps = part.split('.');
    const paths = steps.map((_, at) => steps.slice(0, steps.length - at).join('.'));
    const path = paths.find((each) => Object.hasOwn(names, each));
    return path === undefined ? part : names[path]!;
  });
  return [...new Set(named)].join(', ');
}
