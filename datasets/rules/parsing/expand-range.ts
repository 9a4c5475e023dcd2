/** A number as written: `16` with letter `c`; `6.2`. */
export interface LetteredNumber {
  number: string;
  letter?: string | undefined;
}

/** A longer range is given as its two ends. */
export const MAX_RANGE = 200;

/**
 * All numbers of a range, both ends included, as ids (`6f`, `6g`). Between two numbers only whole
 * numbers are given; between two letters of one number all letters; between two dotted numbers with
 * the same beginning the last parts. A range that falls, or is too long, gives its two ends.
 */
export function expandNumbers(first: LetteredNumber, last: LetteredNumber): string[] {
  const ends = [join(first), join(last)];
  if (first.number === last.number) {
    if (last.letter === undefined) return first.letter === undefined ? [ends[0]!] : ends;
    const letters = expandLetters(first.letter ?? 'a', last.letter).map((letter) => first.number + letter);
    return first.letter === undefined ? [first.number, ...letters] : letters;
  }
  const [prefix, from] = splitLast(first.number);
  const [lastPrefix, to] = splitLast(last.number);
  if (prefix !== lastPrefix || to <= from || to - from >= MAX_RANGE) return ends;
  const whole: string[] = [];
  for (let n = from + 1; n < to; n += 1) whole.push(prefix + n);
  return [ends[0]!, ...whole, ...(last.letter === undefined ? [] : [last.number]), ends[1]!];
}

/** `a`, `d` → `a b c d`; a range that falls gives its two ends. */
export function expandLetters(first: string, last: string): string[] {
  const from = first.charCodeAt(0);
  const to = last.charCodeAt(0);
  if (to <= from || to - from > 26) return first === last ? [first] : [first, last];
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
}

function join({ number, letter }: LetteredNumber): string {
  return number + (letter ?? '');
}

function splitLast(number: string): [prefix: string, last: number] {
  const dot = number.lastIndexOf('.');
  return [number.slice(0, dot + 1), Number(number.slice(dot + 1))];
}
