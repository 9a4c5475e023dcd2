const longest = 31;

/** What Excel keeps for itself, in the languages we write. */
const reserved = ['history', 'historik'];

/**
 * Names of sheets for these titles, in their order: at most 31 characters, none that Excel refuses, and no two alike
 * but for letter case.
 * @param taken names of other sheets of the workbook
 */
export function toSheetNames(titles: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set([...reserved, ...taken].map(fold));
  return titles.map((title) => {
    const base = cleanName(title);
    let name = base;
    for (let number = 2; used.has(fold(name)); number += 1) {
      const suffix = `~${number}`;
      name = `${cut(base, longest - suffix.length)}${suffix}`;
    }
    used.add(fold(name));
    return name;
  });
}

function cleanName(title: string): string {
  const name = title
    .toWellFormed()
    .replace(/\p{Cc}|\p{Cf}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[[\]:*?/\\]/gu, '-')
    .trim();
  const bare = cut(name, longest)
    .replace(/^'+|'+$/gu, '')
    .trim();
  return bare === '' ? 'ark' : bare;
}

/** Never cuts a character in two. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
