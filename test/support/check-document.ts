import type { Case } from '../../datasets/case.ts';

/**
 * The codes of a single document's defects, told from its text and from what the applicant states, and from nothing
 * else: it shares no code with the generator, and knows neither its scenarios nor its drawings.
 */
export function checkDocument({ fields, documents, caseType }: Case): string[] {
  const { type, pages } = documents[0]!;
  const text = pages.map((page) => page.text).join('\n');
  if (!isOfType(type, text)) return [missing[type]!];
  return checks[type]!({ text, fields, caseType }).sort();
}

interface Shown {
  text: string;
  fields: Case['fields'];
  caseType: string;
}

const missing: Record<string, string> = {
  fuldmagt: 'mangler_fuldmagt',
  situationsplan: 'mangler_situationsplan',
  plantegning_ny: 'mangler_plantegning',
  snit: 'mangler_snittegning',
  facade: 'mangler_facadetegning',
  brandredegoerelse: 'mangler_brandklasse_dokumentation',
  kk_redegoerelse: 'mangler_konstruktionsklasse_dokumentation',
  erklaering_tekniske: 'mangler_erklaering_tekniske_forhold',
  byggeskadeforsikring_tilbud: 'mangler_byggeskadeforsikring',
  dispensationsansoegning: 'dispensation_ikke_ansoegt',
  bbr_skema: 'mangler_bbr_oplysninger',
};

/** What a document of the type cannot be without. */
const marks: Record<string, RegExp> = {
  fuldmagt: /fuldmagt|bemyndig|på (?:vores|mine) vegne/iu,
  situationsplan: /Emne: Situationsplan/u,
  plantegning_ny: /Emne: Plantegning/u,
  snit: /Emne: Snit/u,
  facade: /Emne: Facader/u,
  brandredegoerelse: /brandklasse/iu,
  kk_redegoerelse: /konstruktionsklasse/iu,
  erklaering_tekniske: /tekniske kapitler/iu,
  byggeskadeforsikring_tilbud: /byggeskadeforsikring/iu,
  dispensationsansoegning: /dispensation/iu,
  bbr_skema: /\bBBR\b/u,
};

function isOfType(type: string, text: string): boolean {
  return marks[type]!.test(text);
}

const checks: Record<string, (shown: Shown) => string[]> = {
  fuldmagt({ text, fields }) {
    const signed = [...text.matchAll(/underskrevet/giu)].length;
    const nouns = /enfamiliehus|tilbygning|sommerhus/iu;
    const wanted = nouns.exec(String(fields.byggearbejde))![0].toLowerCase();
    const covered = text.toLowerCase().includes(wanted);
    return signed >= Number(fields.antal_ejere) && covered ? [] : ['mangler_fuldmagt'];
  },
  situationsplan(shown) {
    const { text, fields } = shown;
    const found = [...identity(shown), ...scale(text), ...levels(shown)];
    if (!/Afstand til skel/u.test(text)) return [...found, 'mangler_afstande_til_skel'];
    const name = /^(?:.*\s{3})?(\S+) \(ny\) [\d,]+ m²/mu.exec(text)![1]!;
    const line = new RegExp(`${name}: (syd .*)`, 'u').exec(text)![1]!;
    const least = Math.min(...[...line.matchAll(/\(nabo\) (\d+,\d+)/gu)].map((match) => number(match[1]!)));
    const differs = Math.abs(least - Number(fields.afstand_nabo_m)) > 0.05;
    return differs ? [...found, 'modstrid_afstand_skel'] : found;
  },
  plantegning_ny(shown) {
    const { text, fields } = shown;
    const drawn = number(/Bebygget areal ([\d,]+) m²/u.exec(text)![1]!);
    const stated = Number(fields.tilbygning_m2 ?? fields.etageareal_primaer_m2);
    const gap = Math.abs(drawn - stated);
    return [
      ...identity(shown),
      ...scale(text),
      ...(gap > 1 && gap > 0.01 * stated ? ['modstrid_areal'] : []),
    ];
  },
  snit: (shown) => [...identity(shown), ...scale(shown.text), ...levels(shown), ...height(shown)],
  facade(shown) {
    const sides = new Set([...shown.text.matchAll(/Facade mod (\S+)/gu)].map((match) => match[1]));
    const lacking = shown.caseType !== 'tilbygning' && sides.size < 4 ? ['mangler_facadetegning'] : [];
    return [...identity(shown), ...scale(shown.text), ...height(shown), ...lacking];
  },
  brandredegoerelse({ text, fields }) {
    const reasoned = /\bAK\d/u.test(text) && /RK\d|risikoklasse \d/u.test(text);
    const first = /\bBK1|brandklasse 1/u.test(text);
    const flats = fields.bygningstype === 'etagebolig' && Number(fields.etager) > 1;
    return [
      ...(reasoned ? [] : ['mangler_brandklasse_dokumentation']),
      ...(/indsatstaktisk/u.test(text) ? [] : ['mangler_indsatsforhold']),
      ...(first && flats ? ['forkert_brandklasse'] : []),
    ];
  },
  kk_redegoerelse({ text, fields }) {
    const reasoned = /\bCC\d/u.test(text) && /simpel/u.test(text);
    const first = /\bKK1|konstruktionsklasse 1/u.test(text);
    return [
      ...(reasoned ? [] : ['mangler_konstruktionsklasse_dokumentation']),
      ...(first && fields.bygningstype === 'etagebolig' ? ['forkert_konstruktionsklasse'] : []),
    ];
  },
  erklaering_tekniske({ text }) {
    const ticked = [...text.matchAll(/^\[x\] kap\. (\d+)/gmu)].map((match) => Number(match[1]));
    const written = /kapitler ([\d, og]+)/u.exec(text)?.[1]?.match(/\d+/gu)?.map(Number) ?? [];
    const named = new Set([...ticked, ...written]);
    return [4, 5, 7, 15].every((chapter) => named.has(chapter))
      ? []
      : ['mangler_erklaering_tekniske_forhold'];
  },
  byggeskadeforsikring_tilbud: ({ text, fields }) =>
    text.includes(`matr.nr. ${fields.matrikelnr},`) && text.includes(String(fields.adresse))
      ? []
      : ['modstrid_ejendomsidentifikation'],
  dispensationsansoegning({ text }) {
    const provision = /lokalplan \S+?,? § \d/u.test(text);
    const extent = /\d,\d\d m/u.test(text);
    const reason = /Grunden er, at|Begrundelse: \S/u.test(text);
    return provision && extent && reason ? [] : ['dispensation_ikke_ansoegt'];
  },
  bbr_skema({ text }) {
    const areas = /Carport:? [\d,]+ m²/u.test(text) && /bolig/iu.test(text);
    const materials = /Ydervæg: \S.*\nTagdækning: \S|Ydervæggene er af/u.test(text);
    const heating = /Opvarmning: \S|varmes op med/u.test(text);
    return areas && materials && heating ? [] : ['mangler_bbr_oplysninger'];
  },
};

function identity({ text, fields }: Shown): string[] {
  const written = /Matr\.nr\.: (\S+),/u.exec(text)?.[1];
  return written === fields.matrikelnr ? [] : ['modstrid_ejendomsidentifikation'];
}

function scale(text: string): string[] {
  return /Mål: 1:\d+/u.test(text) ? [] : ['tegning_uden_maal_eller_maalestok'];
}

function levels({ text, fields }: Shown): string[] {
  return Number(fields.terraenfald_m ?? 0) > 0.5 && !/DVR90|k\. \d/u.test(text)
    ? ['mangler_terraenkoter']
    : [];
}

/** By the levels where they are drawn, else as written. */
function height({ text, fields }: Shown): string[] {
  const [top, ground] = [/kip k\. ([\d,]+)/u, /terræn k\. ([\d,]+)/u].map((mark) => mark.exec(text)?.[1]);
  const written = /Højeste punkt ([\d,]+)/u.exec(text)?.[1];
  const drawn =
    top !== undefined && ground !== undefined ? number(top) - number(ground) : number(written ?? 'x');
  return Math.abs(drawn - Number(fields.max_hoejde_m)) > 0.05 + 1e-9 ? ['modstrid_hoejde'] : [];
}

/** @throws where it is none: a check that cannot read a document must not pass it */
function number(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value)) throw new Error(`Cannot read "${text}": expected a Danish number`);
  return value;
}
