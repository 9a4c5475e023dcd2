import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import type { Facts } from '../reading/facts.ts';
import { leastDistances, outbuildingsExemptFromFireClass } from '../scope.ts';
import { lacksCertificateFor } from './certified-adviser.ts';

const familyHomes = new Set(['detached', 'twoFamily', 'semiDetached', 'terraced', 'holidayHome']);

/** Fire classes and what follows from them. The technical content is the certified consultant's in class 2 to 4. */
export const checkFire: Check = (facts) => [
  ...checkFireClassStated(facts),
  ...checkFireClassOne(facts),
  ...checkConsultant(facts),
  ...checkResponse(facts),
  ...checkRoofDistance(facts),
  ...checkRescueOpening(facts),
];

const reasons =
  /risikoklasse|anvendelseskategori|\bak ?[1-6]\b|brandm(ae)?ssig|brandredegor|brandstrategi|brandplan|brandforhold/;

function checkFireClassStated(facts: Facts): Draft[] {
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
function checkFireClassOne(facts: Facts): Draft[] {
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

function checkConsultant(facts: Facts): Draft[] {
  const { fields } = facts;
  const fireClass = Math.max(0, ...facts.fireClasses.map((stated) => stated.value));
  if (fireClass < 2 || facts.fireClasses[0]?.value === 1) return [];
  const named =
    fields.text('brandraadgiver') !== undefined ||
    /certificeret brandradgiver[: ]+(?!skal|vil|mangler)[a-z]/.test(facts.allText);
  const declared = facts.hasDocument('starterklaering_brand');
  const wrongCertificate = lacksCertificateFor(facts, fireClass, 'brand');
  const third = fireClass < 4 || /tredjepart/.test(facts.allText);
  if (named && declared && !wrongCertificate && third) return [];
  const citation = !declared ? 'br18/23/1/3' : !named || wrongCertificate ? 'br18/22/1' : 'br18/23/2';
  const what = !declared
    ? 'Starterklæring fra certificeret brandrådgiver'
    : !named
      ? 'Certificeret brandrådgiver'
      : wrongCertificate
        ? 'Certifikat, der dækker klassen,'
        : 'Tredjepartskontrol';
  return [
    {
      code: 'mangler_brandraadgiver_starterklaering',
      text: `${what} mangler i brandklasse ${fireClass}.`,
      citations: [citation],
      evidence: [
        ...inFields(facts, 'brandklasse', 'brandraadgiver'),
        ...inDocuments(facts, 'starterklaering_brand'),
      ],
    },
  ];
}

/** Asked for where there is a fire statement to hold it; a missing statement is a finding of its own. */
function checkResponse(facts: Facts): Draft[] {
  const own = facts.hasDocument('brandredegoerelse');
  const small = ['enfamiliehus_ny', 'sekundaer_over_50', 'altan'].includes(facts.caseShown.caseType);
  if (
    facts.fireClasses.length === 0 ||
    (small && !facts.caseShown.documents.some((document) => document.type === 'brandredegoerelse'))
  )
    return [];
  if (facts.caseShown.caseType === 'sekundaer_over_50' || facts.caseShown.caseType === 'altan') return [];
  if (!own && !/risikoklasse/.test(facts.allText)) return [];
  if (
    /indsats|redningsberedskab|brandredningsareal|brandvej|§ ?12[6-9]|brandvaesen|korevej|tilkorselsvej/.test(
      facts.allText,
    )
  )
    return [];
  return [
    {
      code: 'mangler_indsatsforhold',
      text: 'Der er ikke redegjort for redningsberedskabets indsats, herunder om byggeriet er indsatstaktisk traditionelt.',
      evidence: inDocuments(facts, 'brandredegoerelse', 'situationsplan', 'tegningssaet'),
    },
  ];
}

/** Pre-accepted distances: 10 m for thatch and other roofs than BROOF(t2), 5 m for treated thatch. */
function checkRoofDistance(facts: Facts): Draft[] {
  const { neighbour } = leastDistances(facts);
  if (neighbour === undefined) return [];
  const roof =
    facts.fields.text('tagdaekning') ??
    (/straatag|stratag|tagror|straatekt|tekt tag|taekket (med|tag)/.test(facts.allText) ? 'straa' : '');
  const thatch = /stra(a)?|ror/.test(roof);
  const treated =
    /brandsik|sepatec|brandhaem/.test(roof) ||
    (thatch && /brandsikret stra|brandsikring af stra/.test(facts.allText));
  const limit = treated ? 5 : thatch || /^anden/.test(roof) ? 10 : 0;
  const home =
    familyHomes.has(facts.buildingType) &&
    facts.buildingType !== 'holidayHome' &&
    !/r?ei ?-?60|bs-60/.test(facts.allText);
  const homeTooNear =
    home &&
    neighbour < 2.5 &&
    neighbour > 0 &&
    !facts.distances.some((item) => item.about === 'secondary' && item.value === neighbour);
  if (neighbour >= limit && !homeTooNear) return [];
  return [
    {
      code: 'brandafstand_tagdaekning',
      text:
        neighbour < limit
          ? `Tagdækningen forudsætter ${limit} m til skel, men bygningen ligger ${formatDanish(neighbour)} m derfra.`
          : 'Boligen ligger nærmere skel end 2,5 m, uden at der er vist ydervæg EI 60 mod skel.',
      evidence: [
        ...inFields(facts, 'tagdaekning', 'afstand_nabo_m'),
        ...facts.distances
          .filter((item) => item.value === neighbour)
          .slice(0, 1)
          .map((item) => onPage(item.page)),
      ],
    },
  ];
}

/** Only where the papers state the opening's measures; small houses may do without. */
function checkRescueOpening(facts: Facts): Draft[] {
  const smallHouse = facts.mainType === 'detached' || facts.mainType === 'holidayHome';
  if (
    smallHouse &&
    /rogalarm/.test(facts.allText) &&
    /(hojst|under|maks\.?|max\.?|<|≤) ?(30|[12]\d) m|gangafstand/.test(facts.allText)
  )
    return [];
  const page = facts.pages.find((item) => item.segments.some(isTooSmall));
  if (page === undefined) return [];
  return [
    {
      code: 'redningsaabning_utilstraekkelig',
      text: 'En redningsåbning mangler eller er mindre end højde 0,60 m, bredde 0,50 m og tilsammen 1,50 m.',
      evidence: [onPage(page)],
    },
  ];
}

function isTooSmall(segment: string): boolean {
  if (!/redningsabn/.test(segment) || /mindst|krav|skal|§/.test(segment)) return false;
  if (/(ingen|uden|mangler) (egen )?redningsabn|redningsabning\w* (mangler|er ikke vist)/.test(segment))
    return true;
  const toMetres = (text: string): number => {
    const value = Number(text.replace(',', '.'));
    return value > 200 ? value / 1000 : value > 10 ? value / 100 : value;
  };
  const size = segment.match(/(\d+(?:[.,]\d+)?) ?(?:m|cm|mm)? ?[x×*] ?(\d+(?:[.,]\d+)?)/);
  const sill = segment.match(/(?:brystning|underkant)\w*[^\d]{0,25}(\d+(?:[.,]\d+)?)/)?.[1];
  const sides = size === null ? [1, 1] : [toMetres(size[1] ?? ''), toMetres(size[2] ?? '')];
  const [a = 1, b = 1] = sides;
  return (
    Math.min(a, b) < 0.5 - 1e-9 ||
    a + b < 1.5 - 1e-9 ||
    (sill !== undefined && !/terraen/.test(segment) && toMetres(sill) > 1.2 + 1e-9 && toMetres(sill) < 3)
  );
}
