import { excerpt, InputError } from '../../../datasets/errors.ts';
import { readCount } from '../read-options.ts';

/**
 * The ids that `--cases` names: the first so many, or ids with commas between; absent: all. In the order of the split.
 * @throws {InputError} for an id that is no case of the split
 */
export function selectCases(ids: readonly string[], cases: string | undefined): string[] {
  if (cases === undefined) return [...ids];
  if (/^\d+$/u.test(cases) && !ids.includes(cases)) return ids.slice(0, readCount('--cases', cases, 1));
  const wanted = cases
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const known = new Set(ids);
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length === 0 && wanted.length > 0) {
    const named = new Set(wanted);
    return ids.filter((id) => named.has(id));
  }
  throw new InputError({
    field: '--cases',
    is: unknown.length === 0 ? 'nothing' : unknown.map((id) => `"${excerpt(id)}"`).join(', '),
    expected: 'a number of cases, or ids of the split with commas between',
  });
}
