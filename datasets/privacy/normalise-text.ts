/** A text in the form that the gate reads, and the way back to the text as it stands. */
export interface NormalText {
  text: string;
  /** The place in the original of the characters [start, end) of `text`. */
  place: (start: number, end: number) => { start: number; end: number };
}

/**
 * What may change: a letter with its loose accents, ends of lines, controls, and all beyond the letters of Europe.
 * The accents are counted, since to put a hundred thousand of them in order takes forever.
 */
const suspects =
  /[^\p{M}]?\p{M}{1,8}|\u00ad[ \t]{0,8}(?:\r\n?|\n)[ \t]{0,80}|(?<=\p{Ll})-(?:\r\n?|\n)[ \t]{0,80}(?=\p{Ll})(?!(?:og|eller|samt|til)(?!\p{L}))|\r\n?|[\t\v\f\u0080-\u00bf]|[^\0-\u024f]/gu;
/** A word that is parted by the end of its line. */
const parted = /^[\u00ad-].*[\r\n]/su;
const unseen = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const lineEnd = /^(?:\r\n?|[\v\f\u0085\u2028\u2029])$/u;
const blank = /^[\t\p{Zs}]$/u;
const dash = /^[\p{Pd}\u2212\u2043]$/u;
/** Small and broken numbers: `m²` is a measure, and `12½` is not 121/2. */
const otherNumber = /^\p{No}$/u;

/**
 * One form for what looks the same: signs that are not seen are left out (soft hyphens, U+200B), all dashes are `-`,
 * all blanks a space, all ends of lines `\n`, and letters and digits as NFKC has them (full-width digits, `A` and a
 * ring). No more of it: how often a blank stands there is kept.
 */
export function normaliseText(original: string): NormalText {
  const changes: { start: number; end: number; to: string }[] = [];
  for (const { 0: from, index } of original.matchAll(suspects)) {
    const to = folded(from);
    if (to !== from) changes.push({ start: index, end: index + from.length, to });
  }
  if (changes.length === 0) return { text: original, place: (start, end) => ({ start, end }) };
  return rewrite(original, changes);
}

function folded(from: string): string {
  if (unseen.test(from)) return '';
  if (lineEnd.test(from)) return '\n';
  if (blank.test(from)) return ' ';
  if (dash.test(from)) return '-';
  if (parted.test(from)) return '';
  if (otherNumber.test(from)) return from;
  const visible = from.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const spacing = /^[\u00a8\u00af\u00b4\u00b8]$/u.test(visible);
  return spacing ? visible : visible.normalize('NFKC');
}

function rewrite(
  original: string,
  changes: readonly { start: number; end: number; to: string }[],
): NormalText {
  const length = changes.reduce(
    (sum, { start, end, to }) => sum + to.length - (end - start),
    original.length,
  );
  const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
  const parts: string[] = [];
  let [read, written] = [0, 0];
  const keep = (until: number) => {
    parts.push(original.slice(read, until));
    for (; read < until; read += 1, written += 1) [starts[written], ends[written]] = [read, read + 1];
  };
  for (const { start, end, to } of changes) {
    keep(start);
    parts.push(to);
    starts.fill(start, written, written + to.length);
    ends.fill(end, written, written + to.length);
    written += to.length;
    read = end;
  }
  keep(original.length);
  return {
    text: parts.join(''),
    place: (start, end) =>
      end > start
        ? { start: starts[start]!, end: ends[end - 1]! }
        : { start: starts[start] ?? original.length, end: starts[start] ?? original.length },
  };
}
