import type { Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import type { Facts } from '../reading/facts.ts';
import { familyHomes, outbuildingsExemptFromFireClass } from '../scope.ts';

const reasons =
  /risikoklasse|anvendelseskategori|\bak ?[1-6]\b|brandm(ae)?ssig|brandredegor|brandstrategi|brandplan|brandforhold/;

/** The fire class is stated, and reasons for it are given. */
export function checkFireClassStated(facts: Facts): Draft[] {
  const { caseType } = facts.caseShown;
  if (outbuildingsExemptFromFireClass(facts)) return [];
  if (caseType === 'ombygning' && !changesFireConditions(facts)) return [];
  const stated = facts.fireClasses.length > 0;
  if (
    stated &&
    (facts.hasDocument('brandredegoerelse') ||
      facts.hasDocument('starterklaering_brand') ||
      reasons.test(facts.allText))
  )
    return [];
  return [
    {
      code: 'mangler_brandklasse_dokumentation',
      text: stated
        ? 'Brandklassen er oplyst, men ikke begrundet i en redegørelse.'
        : 'Brandklassen er hverken oplyst eller dokumenteret.',
      citations: [
        caseType === 'ombygning' || caseType === 'aendret_anvendelse' ? 'br18/10/2/5' : 'br18/10/2/4',
      ],
      evidence: [...inFields(facts, 'brandklasse'), ...inDocuments(facts, 'brandredegoerelse', 'ansoegning')],
    },
  ];
}

function changesFireConditions(facts: Facts): boolean {
  return (
    facts.fireClasses.length > 0 ||
    /(aendr|pavirk)\w* [^.\n]{0,40}brand|brandcelle|brandsektion|flugtvej/.test(
      facts.allText.replaceAll(/ikke [^.\n]{0,80}brand\w*/g, ''),
    )
  );
}

/** What class 1 cannot hold. */
export function checkFireClassOne(facts: Facts): Draft[] {
  const { fields } = facts;
  const first = facts.fireClasses[0];
  if (first?.value !== 1) return [];
  const higher = facts.fireClasses.find((stated) => stated.value > 1);
  const risk = Number(
    fields.text('risikoklasse')?.match(/[1-4]/)?.[0] ??
      facts.allText.match(/risikoklasse ?:? ?(?:rk ?)?([1-4])/)?.[1] ??
      1,
  );
  const use = Number(
    fields.text('anvendelseskategori')?.match(/[1-6]/)?.[0] ??
      facts.allText.match(/anvendelseskategori ?:? ?(?:ak ?)?([1-6])(?! (og|eller))/)?.[1] ??
      0,
  );
  const section = fields.number('etageareal_brandafsnit_m2') ?? 0;
  const storeys = fields.number('etager') ?? 1;
  const contradictions: [boolean, string, string][] = [
    [higher !== undefined, `redegørelsen angiver brandklasse ${higher?.value}`, 'brandklasse'],
    [risk > 1, `risikoklassen er ${risk}`, 'risikoklasse'],
    [section > 600, `brandafsnittet er ${formatDanish(section)} m²`, 'etageareal_brandafsnit_m2'],
    [fields.flag('sprinkler') === true, 'der udføres sprinkling', 'sprinkler'],
    [fields.flag('aba') === true, 'der udføres automatisk brandalarm', 'aba'],
    [
      (fields.number('brandbelastning_mj_m2') ?? 0) > 1600,
      'brandbelastningen er over 1.600 MJ/m²',
      'brandbelastning_mj_m2',
    ],
    [
      use === 4 && storeys > 1 && !familyHomes.has(facts.mainType),
      'boligerne ligger i flere etager',
      'etager',
    ],
    [
      use === 1 && storeys > 1 && facts.buildingType !== 'outbuilding',
      'bygningen har flere etager',
      'etager',
    ],
    [
      [2, 3, 5].includes(use) && !/brandm(ae|a)ssigt fritliggende/.test(facts.allText),
      `anvendelseskategori ${use} er ikke brandmæssigt fritliggende`,
      'anvendelseskategori',
    ],
    [use === 6, 'anvendelseskategorien er 6', 'anvendelseskategori'],
    [
      facts.mainType === 'apartments' && storeys > 1 && use === 0,
      'etageboliger i flere etager er over risikoklasse 1',
      'etager',
    ],
  ];
  const found = contradictions.filter(([holds]) => holds);
  if (found.length === 0) return [];
  return [
    {
      code: 'forkert_brandklasse',
      text: `Brandklasse 1 er angivet, men ${found.map(([, why]) => why).join(', og ')}.`,
      evidence: [
        ...inFields(facts, 'brandklasse', ...found.map(([, , field]) => field)),
        ...(higher?.page === undefined ? [] : [onPage(higher.page)]),
      ],
    },
  ];
}
