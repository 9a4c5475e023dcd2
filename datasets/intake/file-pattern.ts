import { InputError } from '../errors.ts';
import { cleanCell, cleanHeader } from './clean-cell.ts';

export interface FilePattern {
  /** The names in braces, `document` aside. */
  names: string[];
  /** What the names stand for in a path; null where it does not fit. */
  match(path: string): { values: Map<string, string>; document: string } | null;
}

const maxNames = 6;

/**
 * Compiles `{Sagsnr}/{document}.pdf`. A name stands for anything but `/`, as little as fits.
 * @param file the mapping's, for errors
 * @throws {InputError} too many names, a name twice, two without anything between
 */
export function compileFilePattern(pattern: string, file: string): FilePattern {
  const parts = pattern.split(/\{([^{}]+)\}/u);
  const names = parts.filter((_, at) => at % 2 === 1).map(cleanHeader);
  const fail = (is: string) =>
    new InputError({
      file,
      field: 'files.pattern',
      is,
      expected: 'a pattern like "{Sagsnr}/{document}.pdf"',
    });
  if (names.length > maxNames) throw fail(`${names.length} names in braces`);
  if (new Set(names).size < names.length) throw fail('a name twice');
  if (parts.slice(1, -1).some((part, at) => at % 2 === 1 && part === ''))
    throw fail('two names with nothing between them');
  const source = parts
    .map((part, at) => (at % 2 === 1 ? '([^/]+?)' : part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')))
    .join('');
  const form = new RegExp(`^${source}$`, 'iu');
  return {
    names: names.filter((name) => name !== 'document'),
    match(path) {
      const found = form.exec(path);
      if (found === null) return null;
      const values = new Map(names.map((name, at) => [name, cleanCell(found[at + 1]!)]));
      const document = values.get('document')!;
      values.delete('document');
      return { values, document };
    },
  };
}
