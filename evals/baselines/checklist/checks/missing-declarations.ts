import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';
import { outbuildingsExemptFromFireClass } from '../scope.ts';

/** Powers of attorney, the declaration of technical matters, insurance. */
export const checkMissingDeclarations: Check = (facts) => [
  ...checkAuthority(facts),
  ...checkChapters(facts),
  ...checkInsurance(facts),
];

function checkAuthority(facts: Facts): Draft[] {
  const { fields } = facts;
  if (fields.flag('ejer_signatur') === true) return [];
  const role = fields.text('ansoeger_rolle');
  const owners = fields.number('antal_ejere');
  const isOwner =
    role !== undefined && /^(med)?ejer\b|grundejer|bygherre og ejer/.test(role) && !/forening/.test(role);
  if (isOwner && (owners ?? 1) <= 1) return [];
  if (role === undefined && fields.flag('ejer_signatur') === undefined) return [];
  const draft = {
    code: 'mangler_fuldmagt',
    evidence: inFields(facts, 'ansoeger_rolle', 'ejer_signatur', 'antal_ejere'),
  };
  if (!facts.hasDocument('fuldmagt')) {
    return [
      {
        ...draft,
        text: 'Ansøger er ikke eneste ejer, ejeren har ikke underskrevet digitalt, og der er ingen fuldmagt.',
      },
    ];
  }
  const page = facts.pages.find(
    (item) =>
      item.documentType === 'fuldmagt' ||
      /\bfuldmagt\b/.test(item.title) ||
      item.lines.some((line) => /^\W*fuldmagt\b/.test(line)),
  );
  if (page === undefined || isCoveredBy(page.raw, page.text, owners ?? 1)) return [];
  return [
    {
      ...draft,
      text: 'Fuldmagten er ikke underskrevet af alle ejere eller dækker ikke arbejdet.',
      evidence: [onPage(page), ...inFields(facts, 'antal_ejere')],
    },
  ];
}

/** False only where the paper itself shows a gap. */
function isCoveredBy(raw: string, text: string, owners: number): boolean {
  if (
    /(underskrift|underskrevet)[^\n]{0,20}(mangler|ikke underskrevet|_{3,}|\.{4,})|ikke underskrevet|kun underskrevet af/.test(
      text,
    )
  )
    return false;
  if (owners < 2 || /begge ejere|alle ejere|bestyrelsen|formand/.test(text)) return true;
  const names = raw
    .split('\n')
    .filter((line) => /underskr|mitid|sign/i.test(line))
    .flatMap((line) =>
      [...line.matchAll(/\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\.?\p{Ll}*)*[ -]\p{Lu}\p{Ll}+/gu)].map(
        (match) => match[0],
      ),
    );
  return names.length === 0 || new Set(names).size >= owners;
}

function checkChapters(facts: Facts): Draft[] {
  const code = 'mangler_erklaering_tekniske_forhold';
  const evidence = [
    ...inFields(facts, 'erklaering_tekniske_kapitler'),
    ...inDocuments(facts, 'erklaering_tekniske'),
  ];
  const declared = facts.declaredChapters;
  if (declared === undefined) {
    if (facts.hasDocument('erklaering_tekniske')) return [];
    return [
      {
        code,
        text: 'Der mangler en erklæring om, hvilke tekniske kapitler i BR18 byggearbejdet omfatter.',
        evidence: evidence.concat(inDocuments(facts, 'ansoegning')),
      },
    ];
  }
  const missing = obviousChapters(facts).filter((chapter) => !declared.has(chapter));
  if (missing.length === 0) return [];
  return [
    {
      code,
      text: `Erklæringen om tekniske forhold omfatter ikke kapitel ${missing.join(', ')}, som arbejdet vedrører.`,
      evidence,
    },
  ];
}

/** The chapters that nobody can do without: site, fire, structure, rainwater, energy. */
function obviousChapters(facts: Facts): number[] {
  const { caseType } = facts.caseShown;
  const chapters = [7];
  const builds = !['ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse'].includes(caseType);
  if (builds) chapters.push(4);
  if (builds ? !outbuildingsExemptFromFireClass(facts) : caseType === 'aendret_anvendelse') chapters.push(5);
  if (['enfamiliehus_ny', 'raekkehus_dobbelthus', 'etagebolig'].includes(caseType)) chapters.push(11);
  if (
    builds ||
    caseType === 'altan' ||
    caseType === 'tagterrasse' ||
    facts.fields.flag('baerende_aendring') === true
  )
    chapters.push(15);
  return chapters.sort((a, b) => a - b);
}

function checkInsurance(facts: Facts): Draft[] {
  const { fields } = facts;
  if (!makesNewDwelling(facts)) return [];
  const stated = fields.text('byggeskadeforsikring') ?? '';
  const papers = ['byggeskadeforsikring_tilbud', 'selvbyg_erklaering', 'udlejning_erklaering'].some((type) =>
    facts.hasDocument(type),
  );
  const professional = /entrepr|typehus|byggefirma|totalentr|developer|bygmester/.test(
    fields.text('ansoeger_rolle') ?? '',
  );
  const wrongExemption =
    (/selvbyg/.test(stated) || facts.hasDocument('selvbyg_erklaering')) &&
    professional &&
    !facts.hasDocument('byggeskadeforsikring_tilbud');
  const exempt =
    /undtaget|almen|byggeskadefond|offentlig/.test(stated) ||
    /byggeskadefonden|almen(t)? bolig|almene bolig/.test(facts.allText);
  const inText =
    /(tilbud pa byggeskadeforsikring|forsikringstilbud)[^\n.]{0,60}(vedl|bilag|fra|police|nr)/.test(
      facts.allText,
    );
  const claimed = /tilbud|selvbyg|udlejning/.test(stated);
  if (
    !wrongExemption &&
    (papers ||
      exempt ||
      (claimed && inText) ||
      (/selvbyg|udlejning/.test(stated) && /tro og love|selvbyg|udlej/.test(facts.allText)))
  )
    return [];
  return [
    {
      code: 'mangler_byggeskadeforsikring',
      text: wrongExemption
        ? 'Undtagelsen for selvbyggere gælder ikke, når en erhvervsdrivende forestår byggeriet; tilbud på byggeskadeforsikring mangler.'
        : 'Der etableres ny helårsbolig, men der er hverken tilbud på byggeskadeforsikring eller dokumentation for en undtagelse.',
      evidence: [...inFields(facts, 'byggeskadeforsikring'), ...inDocuments(facts, 'selvbyg_erklaering')],
    },
  ];
}

function makesNewDwelling(facts: Facts): boolean {
  const { caseType } = facts.caseShown;
  const before = facts.fields.number('antal_boliger_foer');
  const after = facts.fields.number('antal_boliger');
  if (before !== undefined && after !== undefined) return after > before;
  if (caseType !== 'aendret_anvendelse') return facts.fields.number('eksisterende_m2') === undefined;
  const isDwelling = (text: string | undefined): boolean => /bolig|beboelse|lejlighed/.test(text ?? '');
  return isDwelling(facts.fields.text('anvendelse_ny')) && !isDwelling(facts.fields.text('anvendelse_eks'));
}
