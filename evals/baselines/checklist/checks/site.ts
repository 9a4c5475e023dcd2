import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { isMunicipalNorm, isRegulatedLocally, readLocalPlanTopic } from '../local-plan-topic.ts';
import { requiredByRule } from '../local-plan-value.ts';
import type { Facts } from '../reading/facts.ts';

const newBuildings = new Set([
  'enfamiliehus_ny',
  'erhverv_lager',
  'etagebolig',
  'raekkehus_dobbelthus',
  'landzone_byggeri',
]);

/** Parking, heating and rainwater. */
export const checkSite: Check = (facts) => [
  ...checkParking(facts),
  ...checkHeating(facts),
  ...checkRainwater(facts),
];

/** The municipality's own norm decides; without one only silence about parking is a finding. */
function checkParking(facts: Facts): Draft[] {
  if (isRegulatedLocally(facts, 'parking')) return [];
  const code = 'parkering_friareal_utilstraekkelig';
  const shown = facts.fields.number('parkeringspladser');
  const norm = facts.caseShown.localRules.find(
    (rule) => isMunicipalNorm(rule) && readLocalPlanTopic(rule) === 'parking',
  );
  const needed = norm === undefined ? statedNorm(facts) : requiredByRule(norm, facts);
  const evidence = [...inFields(facts, 'parkeringspladser'), ...inDocuments(facts, 'situationsplan')];
  if (shown !== undefined && needed !== undefined && shown < needed) {
    return [
      {
        code,
        text: `Der er vist ${formatDanish(shown)} parkeringspladser, men normen giver ${formatDanish(needed)}.`,
        evidence,
      },
    ];
  }
  if (
    shown !== undefined ||
    !['etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'].includes(facts.caseShown.caseType)
  )
    return [];
  if (/parker|p-plads/.test(facts.allText)) return [];
  return [
    {
      code,
      text: 'Parkering og opholdsareal er ikke belyst.',
      evidence: evidence.concat(inDocuments(facts, 'tegningssaet', 'ansoegning')),
    },
  ];
}

function statedNorm(facts: Facts): number | undefined {
  const match = facts.allText.match(
    /(?:norm|krav)\w*[^.\n]{0,60}?(\d+(?:[.,]\d+)?) (?:p-pladser?|parkeringspladser?|pladser?)( (?:pr\.?|per) bolig)?/,
  );
  if (match === null) return undefined;
  return (
    Number((match[1] ?? '').replace(',', '.')) *
    (match[2] === undefined ? 1 : (facts.fields.number('antal_boliger') ?? 1))
  );
}

function checkHeating(facts: Facts): Draft[] {
  const { fields } = facts;
  if (!newBuildings.has(facts.caseShown.caseType) || fields.number('tilbygning_m2') !== undefined) return [];
  const line = facts.allText.match(
    /(?:opvarmning\w*|varmekilde|varmeinstallation) ?[:=] ?([^\n]{3,40})/,
  )?.[1];
  const source = fields.text('varmekilde') ?? line ?? '';
  const oil = /\bolie/.test(source);
  const gas = /naturgas|gasfyr|gaskedel|\bgas\b/.test(source) && fields.flag('gasnet_omraade') !== true;
  const applied =
    (fields.list('soegte_dispensationer') ?? []).some((item) => /293/.test(item)) ||
    /dispensation[^.\n]{0,60}293/.test(facts.allText);
  if ((!oil && !gas) || applied) return [];
  const page = facts.pages.find((item) => line !== undefined && item.text.includes(line));
  return [
    {
      code: 'opvarmning_fossil_nybyggeri',
      text: `Den nye bygning opvarmes med ${oil ? 'olie' : 'naturgas uden for område med gasnet'}, og der er ikke søgt dispensation.`,
      evidence: [
        ...inFields(facts, 'varmekilde', ...(gas ? ['gasnet_omraade'] : [])),
        ...(page === undefined ? [] : [onPage(page)]),
      ],
    },
  ];
}

function checkRainwater(facts: Facts): Draft[] {
  const code = 'tagvand_nedsivning_uafklaret';
  const stated = facts.fields.text('regnvand');
  const where = stated ?? facts.allText.match(/faskine|nedsiv\w*/)?.[0];
  if (where === undefined) {
    if (
      facts.caseShown.fields.regnvand === undefined &&
      /regnvand|tagvand|overfladevand|kloak|spildevandsled|afloeb|aflob/.test(facts.allText)
    )
      return [];
    return [
      {
        code,
        text: 'Det er ikke oplyst, om tagvand nedsives eller ledes til kloak.',
        citations: ['br18/77/2'],
        evidence: [...inFields(facts, 'regnvand'), ...inDocuments(facts, 'ansoegning')],
      },
    ];
  }
  if (!/nedsiv|faskine/.test(where) || facts.hasDocument('nedsivningsansoegning')) return [];
  const permits = [
    ...(facts.fields.list('dispensationer_givet') ?? []),
    ...(facts.fields.list('soegte_dispensationer') ?? []),
  ];
  if (permits.some((item) => /nedsiv|faskine|spildevand|§ ?19\b|miljobeskyt/.test(item))) return [];
  if (stated === undefined && /eksisterende faskine|ikke nedsiv|kloak/.test(facts.allText)) return [];
  if (
    /(ansogning|tilladelse)[^.\n]{0,60}(nedsiv|faskine)[^.\n]{0,60}(sendt|indsendt|meddelt|givet|sogt|foreligger)|nedsivningstilladelse[^.\n]{0,30}(meddelt|givet|foreligger)/.test(
      facts.allText,
    )
  )
    return [];
  return [
    {
      code,
      text: 'Tagvandet nedsives på grunden, men der er ikke søgt tilladelse til nedsivning.',
      citations: ['miljoebeskyttelsesloven/19/1'],
      evidence: [
        ...inFields(facts, 'regnvand'),
        ...facts.pages
          .filter((page) => /faskine|nedsiv/.test(page.text))
          .slice(0, 2)
          .map(onPage),
      ],
    },
  ];
}
