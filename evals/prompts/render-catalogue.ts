import type { Catalogue, Law, Provision, Stk } from '../../datasets/rules/catalogue.ts';

/** Which provisions exist, law by law and chapter by chapter, as compactly as it can be read. */
export function renderCatalogue({ laws }: Catalogue): string {
  const current = laws.filter((law) => law.supersededBy === undefined);
  const listed = current.filter((law) => law.provisions.length > 0).map(renderLaw);
  const named = current.filter((law) => law.provisions.length === 0).map((law) => law.shortDa);
  const superseded = laws.filter((law) => law.supersededBy !== undefined).map((law) => law.shortDa);
  return [
    ...listed,
    ...(named.length === 0 ? [] : [`Andre regler, hvis §§ ikke er vist: ${named.join(', ')}.`]),
    ...(superseded.length === 0 ? [] : [`Afløst af nyere regler: ${superseded.join(', ')}.`]),
  ].join('\n\n');
}

function renderLaw(law: Law): string {
  const head = `## ${law.shortDa}${law.coverage === 'full' ? '' : ' (listen er ikke udtømmende)'}`;
  const inForce = law.provisions.filter(({ status, to }) => /^(?:inForce|likely)$/u.test(status) || to);
  const chapters = Map.groupBy(inForce, ({ chapter }) => chapter);
  const lines = [...chapters].map(([number, provisions]) => {
    const title = law.chapters?.find((chapter) => chapter.number === number)?.titleDa;
    const named = title === undefined ? '' : ` (${title})`;
    const lead = number === undefined ? '' : `Kapitel ${number}${named}: `;
    return `${lead}${renderProvisions(provisions, law)}`;
  });
  return [head, ...lines].join('\n');
}

/** A run of plain §§ (one stk., nothing in it) is one range: `28-63`. */
function renderProvisions(provisions: readonly Provision[], law: Law): string {
  return joinRuns(
    provisions.map((provision) => {
      const text = renderProvision(provision, law);
      return { text, number: text === provision.p ? Number(text) : Number.NaN };
    }),
    '; ',
  );
}

function renderProvision({ p, stk, from, to }: Provision, law: Law): string {
  const number = law.lettering === 'upper' ? p.toUpperCase() : p;
  const since = from === undefined ? '' : ` [fra ${from}]`;
  const until = to === undefined ? '' : ` [til ${to}]`;
  const levels = joinRuns(
    stk.map((each) => {
      const text = renderStk(each);
      return { text, number: text === String(each.n) ? each.n : Number.NaN };
    }),
    ', ',
  );
  return `${number}${levels === '' || levels === '1' ? '' : `: ${levels}`}${since}${until}`;
}

function renderStk({ n, nr, litra = {} }: Stk): string {
  const letters = Object.entries(litra).map(([item, count]) => {
    const range = `a-${String.fromCharCode(96 + Math.min(count, 26))}`;
    return item === '0' ? range : `${item} ${range}`;
  });
  const items = [...(nr === 0 ? [] : [nr === 1 ? '1' : `1-${nr}`]), ...letters];
  return items.length === 0 ? String(n) : `${n} (${items.join('; ')})`;
}

/** Joins items, runs of successive whole numbers as `first-last`. Not a number: an item of its own. */
function joinRuns(items: readonly { text: string; number: number }[], separator: string): string {
  const runs: { first: string; last: string; next: number }[] = [];
  for (const { text, number } of items) {
    const run = runs.at(-1);
    if (run !== undefined && run.next === number) {
      run.last = text;
      run.next += 1;
    } else runs.push({ first: text, last: text, next: number + 1 });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(separator);
}
