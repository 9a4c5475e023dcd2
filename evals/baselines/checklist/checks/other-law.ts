import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import type { Facts } from '../reading/facts.ts';
import { leastDistances, newOutbuildingM2 } from '../scope.ts';

/** What other laws ask for before a building permit (BR18 § 35). */
export const checkOtherLaw: Check = (facts) => [
  ...checkRuralZone(facts),
  ...checkProtectionLines(facts),
  ...checkRoadLine(facts),
  ...checkListed(facts),
  ...checkContamination(facts),
];

function permits(facts: Facts): string {
  return (facts.fields.list('dispensationer_givet') ?? []).join('; ');
}

/** @source planloven § 35, and the exemptions of § 36 that figures decide */
function checkRuralZone(facts: Facts): Draft[] {
  const { fields } = facts;
  if (!facts.caseShown.zone.toLowerCase().startsWith('land')) return [];
  const asked =
    facts.hasDocument('landzoneansoegning') ||
    (fields.list('soegte_dispensationer') ?? []).some((item) => /landzone|§ ?35/.test(item));
  const given =
    /landzone|§ ?35/.test(permits(facts)) ||
    /landzonetilladelse[^.\n]{0,40}(meddelt|givet|foreligger|af \d)|(meddelt|givet) landzonetilladelse/.test(
      facts.allText,
    );
  if (asked || given || fields.flag('erhvervsmaessigt_noedvendigt') === true) return [];
  const smallOutbuilding = facts.buildingType === 'outbuilding' && (newOutbuildingM2(facts) ?? 51) <= 50;
  const enlarges =
    (fields.number('tilbygning_m2') ?? 0) > 0 &&
    (fields.number('antal_boliger') ?? 1) <= (fields.number('antal_boliger_foer') ?? 1);
  const smallEnlargement =
    enlarges && facts.mainType === 'detached' && (fields.number('etageareal_primaer_m2') ?? 501) <= 500;
  const redundantFarm =
    facts.caseShown.caseType === 'aendret_anvendelse' &&
    /overflodig/.test(facts.allText) &&
    /§ ?37/.test(facts.allText);
  if (smallOutbuilding || smallEnlargement || redundantFarm) return [];
  return [
    {
      code: 'landzonetilladelse_mangler',
      text: 'Ejendommen ligger i landzone, og det ansøgte kræver landzonetilladelse, som ikke er søgt.',
      evidence: [
        ...inFields(
          facts,
          'erhvervsmaessigt_noedvendigt',
          'areal_m2',
          'sekundaert_areal_m2',
          'dispensationer_givet',
        ),
        ...inDocuments(facts, 'ansoegning'),
      ],
    },
  ];
}

const lines: [string, RegExp, string][] = [
  ['strandbeskyttelseslinjen', /strand/, 'naturbeskyttelsesloven/15'],
  [
    'sø- og åbeskyttelseslinjen',
    /(?<![a-z])so(_|-|bes|\b)|(?<![a-z])a(_|-|bes)|soe|sobes|abesk/,
    'naturbeskyttelsesloven/16',
  ],
  ['skovbyggelinjen', /skov/, 'naturbeskyttelsesloven/17'],
  ['fortidsmindebeskyttelseslinjen', /fortidsmind/, 'naturbeskyttelsesloven/18'],
  ['kirkebyggelinjen', /kirke/, 'naturbeskyttelsesloven/19'],
];

function checkProtectionLines(facts: Facts): Draft[] {
  const registered = (facts.fields.list('linjer') ?? []).filter(
    (item) => !/ophaevet|vejbygge|uden ?for|ikke/.test(item),
  );
  return lines.flatMap(([name, pattern, citation]): Draft[] => {
    if (!registered.some((item) => pattern.test(item))) return [];
    if (/kirke/.test(name) && (facts.fields.number('max_hoejde_m') ?? 0) <= 8.5) return [];
    const paragraph = citation.split('/')[1] ?? '';
    const given = new RegExp(String.raw`${pattern.source}|(?:naturbeskyt\w*)[^;]*§ ?${paragraph}\b`);
    if (
      given.test(permits(facts)) ||
      new RegExp(String.raw`dispensation[^.\n]{0,60}(${pattern.source})[^.\n]{0,60}(meddelt|givet)`).test(
        facts.allText,
      )
    )
      return [];
    return [
      {
        code: 'naturbeskyttelseslinje',
        text: `Byggeriet ligger inden for ${name}, og der er ingen dispensation.`,
        citations: [citation],
        evidence: inFields(facts, 'linjer', 'dispensationer_givet'),
      },
    ];
  });
}

function checkRoadLine(facts: Facts): Draft[] {
  const registered = (facts.fields.list('linjer') ?? []).find((item) =>
    /vejbyggel|byggelinje.*vej/.test(item),
  );
  const pages = facts.pages.filter((page) => /vejbyggelinje/.test(page.text));
  if (registered === undefined && pages.length === 0) return [];
  if (/vejbygge|vejmyndig|vejlov|vejdirekt/.test(permits(facts))) return [];
  const text = `${registered ?? ''}\n${pages.map((page) => page.text).join('\n')}`;
  const lineM =
    text.match(/(?:vej)?byggelinje\w*[^\d\n]{0,50}(\d+(?:[.,]\d+)?) ?m\b(?! ?2)/)?.[1] ??
    text.match(/(\d+(?:[.,]\d+)?) ?m\b[^\d\n]{0,25}vejbyggelinje/)?.[1];
  const inFront =
    /(foran|overskrider|uden ?for|over|mellem) [^.\n]{0,25}vejbyggelinje|vejbyggelinje\w*[^.\n]{0,40}(overskrides|ligger foran|placeres foran|overskrider)/.test(
      text,
    );
  const behind =
    /(bag|inden for|overholder|respekterer|fri af|bagved) [^.\n]{0,25}vejbyggelinje|vejbyggelinje\w* (er |bliver )?(overholdt|respekteret|overholdes|respekteres)/.test(
      text,
    );
  const middle = facts.distances.filter((item) => item.to === 'roadMiddle').map((item) => item.value);
  const distance = /midt/.test(text)
    ? middle.length > 0
      ? Math.min(...middle)
      : undefined
    : leastDistances(facts).road;
  const limit = lineM === undefined ? undefined : Number(lineM.replace(',', '.'));
  const crossed =
    limit !== undefined && distance !== undefined
      ? distance < limit - 1e-9
      : registered !== undefined && limit === undefined;
  if ((!inFront && !crossed) || (behind && !inFront)) return [];
  return [
    {
      code: 'vejbyggelinje',
      text: `Byggeriet placeres foran vejbyggelinjen${distance === undefined ? '' : ` (${formatDanish(distance)} m)`}, og vejmyndighedens tilladelse mangler.`,
      evidence: [...inFields(facts, 'linjer', 'afstand_vej_m'), ...pages.slice(0, 2).map(onPage)],
    },
  ];
}

function checkListed(facts: Facts): Draft[] {
  const { fields } = facts;
  const demolition = facts.caseShown.caseType === 'nedrivning';
  const consent =
    /slots|slks|kulturstyrelse|fredningslov|fredet/.test(permits(facts)) ||
    /slots- og kulturstyrelsen[^.\n]{0,60}(givet|meddelt|tilladt|tilladelse af|godkendt)/.test(facts.allText);
  if (fields.flag('fredet') === true && !consent) {
    return [
      {
        code: 'fredet_bevaringsvaerdig',
        text: 'Bygningen er fredet, og Slots- og Kulturstyrelsens tilladelse mangler.',
        citations: [demolition ? 'bygningsfredningsloven/11/1' : 'bygningsfredningsloven/10/1'],
        evidence: inFields(facts, 'fredet', 'dispensationer_givet'),
      },
    ];
  }
  const announced =
    /(bekendtgjort|offentliggjort|offentlig hoering|offentlig horing)/.test(
      facts.allText.replaceAll(/ikke (bekendtgjort|offentliggjort)/g, ''),
    ) || /§ ?18|bevaring/.test(permits(facts));
  if (!demolition || fields.flag('bevaringsvaerdig_udpeget') !== true || announced) return [];
  return [
    {
      code: 'fredet_bevaringsvaerdig',
      text: 'Bygningen er udpeget som bevaringsværdig, og nedrivningen er ikke offentligt bekendtgjort.',
      citations: ['bygningsfredningsloven/18'],
      evidence: inFields(facts, 'bevaringsvaerdig_udpeget', 'save_vaerdi'),
    },
  ];
}

function checkContamination(facts: Facts): Draft[] {
  const mapped = facts.fields.text('forureningskortlaegning') ?? '';
  if (!/\bv ?[12]\b|vidensniveau [12]/.test(mapped) || facts.hasDocument('par8_ansoegning')) return [];
  const sensitive = /bolig|beboelse|lejlighed|institution|skole|borne|legeplads|koloni|sommerhus/.test(
    facts.fields.text('anvendelse_ny') ?? '',
  );
  if (
    !sensitive &&
    !['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus'].includes(facts.caseShown.caseType)
  )
    return [];
  if (
    /§ ?8|jordforuren/.test(
      `${permits(facts)}; ${(facts.fields.list('soegte_dispensationer') ?? []).join('; ')}`,
    )
  )
    return [];
  if (/§ ?8-tilladelse[^.\n]{0,30}(meddelt|givet|foreligger)/.test(facts.allText)) return [];
  return [
    {
      code: 'jordforurening_kortlagt',
      text: `Grunden er kortlagt (${mapped.toUpperCase()}), og der er ikke søgt tilladelse efter jordforureningslovens § 8.`,
      evidence: inFields(facts, 'forureningskortlaegning', 'anvendelse_ny'),
    },
  ];
}
