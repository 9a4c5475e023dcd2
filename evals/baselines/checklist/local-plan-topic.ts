import type { LocalRule } from '../../../datasets/case.ts';
import type { Facts } from './reading/facts.ts';
import { foldText } from './reading/fold-text.ts';

export type LocalPlanTopic =
  | 'plotRatio'
  | 'storeys'
  | 'wallHeight'
  | 'height'
  | 'dwellings'
  | 'parking'
  | 'bicycles'
  | 'openSpace'
  | 'plotArea'
  | 'outbuildingArea'
  | 'area'
  | 'roofPitch'
  | 'roofMaterial'
  | 'wallMaterial'
  | 'colour'
  | 'fence'
  | 'buildingLine'
  | 'buildingField'
  | 'distance'
  | 'use'
  | 'unknown';

const topics: [RegExp, LocalPlanTopic][] = [
  [/bebyggelsespro|bebyggelses_?pct/, 'plotRatio'],
  [/byggefelt/, 'buildingField'],
  [/byggelinje/, 'buildingLine'],
  [/haeldning/, 'roofPitch'],
  [/(facade|vaeg|gesims|side)_? ?hojde|hojde.*facade/, 'wallHeight'],
  [/hojde/, 'height'],
  [/cykel/, 'bicycles'],
  [/parker|p-?plads/, 'parking'],
  [/friareal|ophold|legeareal/, 'openSpace'],
  [/etager|etageantal|^etage$/, 'storeys'],
  [/(antal)?.?bolig(er|enheder)|boligantal/, 'dwellings'],
  [/grundstor|grundareal|udstyk/, 'plotArea'],
  [
    /(sekundaer|garage|carport|udhus|smabyg).*(areal|m2|storrelse)|areal.*(sekundaer|garage|carport|udhus)/,
    'outbuildingArea',
  ],
  [/hegn|haek/, 'fence'],
  [/farve|kulor/, 'colour'],
  [/tag/, 'roofMaterial'],
  [/facade|ydervaeg|materiale/, 'wallMaterial'],
  [/afstand|placering|skel/, 'distance'],
  [/anvendelse|benyttelse|brug/, 'use'],
  [/areal|omfang|storrelse/, 'area'],
];

/** What a local rule is about; its topic's words vary from plan to plan. */
export function readLocalPlanTopic(rule: LocalRule): LocalPlanTopic {
  const topic = foldText(rule.topic);
  return topics.find(([pattern]) => pattern.test(topic))?.[1] ?? 'unknown';
}

/** A municipality's own norm for parking and the like is no local plan. */
export function isMunicipalNorm(rule: LocalRule): boolean {
  return /norm|regulativ|vedtaegt for parkering|praksis|retningslinje|p-krav/.test(foldText(rule.plan));
}

/** True where a local plan settles the matter, so that chapter 8 steps back (BR18 § 166). */
export function isRegulatedLocally(facts: Facts, ...about: LocalPlanTopic[]): boolean {
  return facts.caseShown.localRules.some(
    (rule) => !isMunicipalNorm(rule) && about.includes(readLocalPlanTopic(rule)),
  );
}

export function localPlanCitation(rule: LocalRule): string {
  const plan = rule.plan.trim().replace(/^lokalplan(?:en)?\s*(?:nr\.?)?\s*/i, '');
  return `lokalplan:${plan}/${rule.paragraph
    .trim()
    .replace(/^§+\s*/, '')
    .replace(/^stk\.?\s*/i, '')
    .replace(/\.$/, '')}`;
}
