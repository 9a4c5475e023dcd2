import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';
import { isDrawingType } from '../reading/read-pages.ts';

const newBuildings = new Set([
  'enfamiliehus_ny',
  'sommerhus',
  'etagebolig',
  'erhverv_lager',
  'raekkehus_dobbelthus',
]);
const showsBefore = new Set(['tilbygning', 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse']);

/** Drawings that BR18 § 10 asks for and the enclosures do not hold. */
export const checkMissingDrawings: Check = (facts) => {
  const drafts: Draft[] = [];
  const evidence = inDocuments(facts, 'tegningssaet', 'ansoegning');
  if (facts.drawingsOf('sitePlan').length === 0) {
    drafts.push({
      code: 'mangler_situationsplan',
      text: 'Der er ikke vedlagt en situationsplan, så placeringen på grunden kan ikke konstateres.',
      evidence,
    });
  }
  const missingPlans = [
    ...(facts.drawingsOf('planNew').length === 0 ? ['fremtidige'] : []),
    ...(showsBefore.has(facts.caseShown.caseType) && facts.drawingsOf('planExisting').length === 0
      ? ['eksisterende']
      : []),
  ];
  if (missingPlans.length > 0) {
    drafts.push({
      code: 'mangler_plantegning',
      text: `Der mangler plantegning af de ${missingPlans.join(' og ')} forhold.`,
      evidence,
    });
  }
  if (needsSection(facts) && facts.drawingsOf('section').length === 0) {
    drafts.push({
      code: 'mangler_snittegning',
      text: 'Der mangler en snittegning med højder i forhold til terræn.',
      evidence,
    });
  }
  return [...drafts, ...checkElevations(facts), ...checkScales(facts)];
};

/** Elevations with heights do instead, where nothing but the height is to be seen. */
function needsSection(facts: Facts): boolean {
  const { caseType } = facts.caseShown;
  const slopes = (facts.fields.number('terraenfald_m') ?? 0) > 0.5;
  const loft =
    (facts.fields.number('tagetage_m2') ?? 0) > 0 ||
    /ny etage|1\. sal|kvist/.test(facts.fields.text('byggearbejde') ?? '');
  if (caseType === 'tilbygning' && !slopes && !loft && (facts.fields.number('etager') ?? 1) <= 1)
    return false;
  if (caseType === 'aendret_anvendelse' && !/kaelder|tagetage|loft|hems/.test(facts.allText)) return false;
  return !facts
    .drawingsOf('elevation')
    .some((drawing) => facts.heights.some((height) => height.page === drawing.page));
}

function checkElevations(facts: Facts): Draft[] {
  const code = 'mangler_facadetegning';
  const elevations = facts.drawingsOf('elevation');
  if (elevations.length === 0) {
    return [
      {
        code,
        text: 'Der er ikke vedlagt facadetegninger.',
        evidence: inDocuments(facts, 'tegningssaet', 'ansoegning'),
      },
    ];
  }
  if (elevations.some((drawing) => drawing.directions.length === 0)) return [];
  const shown = new Set(elevations.flatMap((drawing) => drawing.directions));
  const needed =
    newBuildings.has(facts.caseShown.caseType) && facts.buildingType !== 'outbuilding'
      ? 4
      : facts.caseShown.caseType === 'tilbygning'
        ? 3
        : 1;
  if (shown.size >= needed) return [];
  return [
    {
      code,
      text: 'Facadetegningerne viser ikke alle de facader, der berøres.',
      evidence: elevations.map((drawing) => onPage(drawing.page)),
    },
  ];
}

function checkScales(facts: Facts): Draft[] {
  const decisive = facts.drawings.filter(
    (drawing) => drawing.kinds.size > 0 && isDrawingType(drawing.page.documentType),
  );
  const lacking = decisive.filter(
    (drawing) =>
      !drawing.hasScale ||
      /ikke (malfast|malsat|i mal)|uden (mal|malestok)\b|nordpil mangler/.test(drawing.page.text),
  );
  const withoutMeasures = decisive.filter(
    (drawing) =>
      ['sitePlan', 'planNew'].some((kind) => drawing.kinds.has(kind as 'sitePlan')) &&
      !/\d+[.,]\d+|\b\d{3,5}\b(?! ?m2)/.test(withoutTitleBlock(drawing.page.text)),
  );
  const pages = [...new Set([...lacking, ...withoutMeasures].map((drawing) => drawing.page))];
  if (pages.length === 0) return [];
  return [
    {
      code: 'tegning_uden_maal_eller_maalestok',
      text: 'En eller flere tegninger mangler målestok eller mål, så bygningens dimensioner ikke kan kontrolleres.',
      evidence: [...pages.map(onPage), ...inFields(facts)],
    },
  ];
}

function withoutTitleBlock(text: string): string {
  return text
    .replaceAll(/(dato|matr|sag|bfe|postnr|tegn|\b[1-9]\d{3} [a-z]+)[^\n]*/g, '')
    .replaceAll(/\d+[.,-]\d+[.,-]\d{2,4}/g, '');
}
