/** A word of a text, by its place. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** What stands between this word and the one before. */
  gap: string;
}

const word = /\p{L}\.(?!\p{L}{2})|\p{L}[\p{L}\p{M}’'-]*/gu;

/** Words of letters, hyphens and apostrophes; a letter with its full stop (`M.`) is a word too. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const trimmed = found.replace(/[’'-]+$/u, '');
    words.push({
      text: trimmed,
      start: index,
      end: index + trimmed.length,
      gap: text.slice(end, index).slice(-40),
    });
    end = index + trimmed.length;
  }
  return words;
}

/** Begins with a capital. */
export function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** `HANSEN` → `Hansen`, `ANNE-METTE` → `Anne-Mette`; other words stay as they are. */
export function unshout(text: string): string {
  if (text.length < 2 || text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[-’'])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** `ansoeger`, `bopael` → `ansøger`, `bopæl`; `naboen` stays: for words that announce something, never for what they announce. */
export function inDanishLetters(text: string): string {
  return text.replace(/ae|(?<!b)oe|aa/giu, (pair) => danish[pair.toLowerCase()]!);
}

const danish: Record<string, string> = { ae: 'æ', oe: 'ø', aa: 'å' };
