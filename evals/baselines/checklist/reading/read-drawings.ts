import { isDrawingType, type PageText } from './read-pages.ts';

export type DrawingKind = 'sitePlan' | 'levelPlan' | 'planNew' | 'planExisting' | 'section' | 'elevation';

/** One page of drawings; a page may hold several kinds. */
export interface Drawing {
  kinds: ReadonlySet<DrawingKind>;
  page: PageText;
  /** The title block's subject, folded; else what stands for it. */
  heading: string;
  /** Compass points of the elevations on the page; empty: not said. */
  directions: string[];
  hasScale: boolean;
}

const kindOfType: Record<string, DrawingKind> = {
  situationsplan: 'sitePlan',
  koteplan: 'levelPlan',
  plantegning_eks: 'planExisting',
  plantegning_ny: 'planNew',
  snit: 'section',
  facade: 'elevation',
};
const existing = /eksist|\beks\b|nuvaer|\bfoer\b|forhold for\b/;
const proposed = /fremtid|\bny\b|\bnye\b|nyt|efter|projekt|tilbygn/;
const subject =
  /\bemne\b ?[:.]? ?(.+?)(?= {2,}| (?:mal|malestok|dato|rev|tegn|fase|sag|adresse|matr|kontr)\b|\n|$)/g;
const kindWord =
  /situationspl|beliggenhedspl|kotepl|terraenpl|niveaupl|snit|fac[ae]d|fasade|opstalt|\bgavl|plantegn|\w*plan(er)?\b/;

/** Plans that are no floor plans, also with a stray space in the word. */
const otherPlan = new RegExp(
  ['situationsplan', 'beliggenhedsplan', 'koteplan', 'terraenplan', 'niveauplan', 'lokalplan', 'kommuneplan']
    .map((word) => [...word].join(' ?'))
    .join('|'),
  'g',
);

/** Every page that is a drawing, by its title block, its headings, or failing both its document type. */
export function readDrawings(pages: readonly PageText[]): Drawing[] {
  return pages
    .filter((page) => isDrawingType(page.documentType) || /\bemne\b ?[:.]/.test(page.text))
    .map((page): Drawing => {
      const heading = readHeading(page);
      const kinds = new Set(readKinds(heading));
      const typed = kindOfType[page.documentType];
      if (typed !== undefined) kinds.add(typed);
      if (typed === 'planExisting' && !proposed.test(heading)) kinds.delete('planNew');
      if (kinds.has('planNew') && hasExistingPlan(page)) kinds.add('planExisting');
      return { kinds, page, heading, directions: readDirections(heading, page), hasScale: hasScale(page) };
    });
}

/** Title blocks; else short lines that name a drawing; else all of the page. */
function readHeading(page: PageText): string {
  const subjects = [...page.text.matchAll(subject)].map((match) => match[1] ?? '');
  if (subjects.length > 0) return subjects.join(' | ');
  const headings = page.lines.filter(
    (line) => line.length <= 70 && kindWord.test(line) && !/\bse\b|jf\.|bilag/.test(line),
  );
  return headings.length > 0 ? headings.join(' | ') : `${page.title} ${page.text}`;
}

function readKinds(heading: string): DrawingKind[] {
  const squeezed = heading.replaceAll(' ', '');
  const says = (pattern: RegExp): boolean => pattern.test(heading) || pattern.test(squeezed);
  const kinds: DrawingKind[] = [];
  if (says(/situat|beliggenhed/)) kinds.push('sitePlan');
  if (says(/kotepl|terraenpl|niveaupl/)) kinds.push('levelPlan');
  if (says(/snit/)) kinds.push('section');
  if (says(/fac[ae]d|fasade|opstalt|\bgavl/)) kinds.push('elevation');
  const withoutSite = heading.replaceAll(otherPlan, '');
  if (/\w*p[l1i]an(er|tegn\w*)?\b|planl/.test(withoutSite)) {
    const before = existing.test(withoutSite);
    if (before) kinds.push('planExisting');
    if (!before || proposed.test(withoutSite)) kinds.push('planNew');
  }
  return kinds;
}

function hasExistingPlan(page: PageText): boolean {
  return /(eksisterende|nuvaerende|eks\.) (forhold|plan|stueplan|etageplan|tilstand)|plan\w*[ ,:-]+(eksisterende|foer\b)|foer (og|\/) efter/.test(
    page.text,
  );
}

function readDirections(heading: string, page: PageText): string[] {
  const points = /(?:nord|syd)(?:ost|vest)?|ost|vest/g;
  const found = heading.length <= 200 ? (heading.match(points) ?? []) : [];
  const letters = /facade|opstalt/.test(heading)
    ? (heading.match(/(?<![a-z\d.-])[nsov](?![a-z\d.-])/g) ?? [])
    : [];
  const named = letters.map((letter) => ({ n: 'nord', s: 'syd', o: 'ost', v: 'vest' })[letter] ?? letter);
  const inLines = [
    ...page.text.matchAll(/(?:facader?|gavl|opstalt)(?: mod)? ((?:nord|syd)(?:ost|vest)?|ost|vest)/g),
  ];
  return [...new Set([...found, ...named, ...inLines.map((match) => match[1] ?? '')])];
}

function hasScale(page: PageText): boolean {
  if (page.scale !== undefined && /1 ?:/.test(page.scale)) return true;
  return /\b[1il] ?[:;] ?[\doil]{2,4}\b|\bmal(?:estok(?:sforhold)?)?\b[^\n]{0,6}1 ?[.,/ ] ?\d{2,4}\b|skalabjaelke|malestoksbjaelke|malestoklinje/.test(
    page.text,
  );
}
