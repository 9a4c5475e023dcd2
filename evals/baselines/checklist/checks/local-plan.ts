import type { LocalRule } from '../../../../datasets/case.ts';
import type { Check, Draft } from '../check.ts';
import { type FindingEvidence, inDocuments, inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import {
  isMunicipalNorm,
  type LocalPlanTopic,
  localPlanCitation,
  readLocalPlanTopic,
} from '../local-plan-topic.ts';
import { projectValue, requiredByRule } from '../local-plan-value.ts';
import type { Facts } from '../reading/facts.ts';
import { foldText } from '../reading/fold-text.ts';
import { findForbiddenMaterial } from './local-plan-materials.ts';
import { isUseOutside } from './local-plan-use.ts';

const codeOf: Partial<Record<LocalPlanTopic, string>> = {
  buildingField: 'lokalplan_placering',
  buildingLine: 'lokalplan_placering',
  distance: 'lokalplan_placering',
  roofPitch: 'lokalplan_ydre_fremtraeden',
  roofMaterial: 'lokalplan_ydre_fremtraeden',
  wallMaterial: 'lokalplan_ydre_fremtraeden',
  colour: 'lokalplan_ydre_fremtraeden',
  fence: 'lokalplan_ydre_fremtraeden',
  use: 'lokalplan_anvendelse',
};

/** Breaches of the local plan, and a dispensation that nobody applied for. However small, a breach needs one. */
export const checkLocalPlan: Check = (facts) => {
  const breaches = facts.caseShown.localRules
    .filter((rule) => !isMunicipalNorm(rule))
    .flatMap((rule) => checkRule(rule, facts));
  if (breaches.length === 0 || hasAppliedForDispensation(facts)) return breaches;
  return [
    ...breaches,
    {
      code: 'dispensation_ikke_ansoegt',
      text: 'Projektet afviger fra lokalplanen, men der er ikke søgt og begrundet dispensation.',
      citations: ['planloven/19/1'],
      evidence: [...inFields(facts, 'soegte_dispensationer'), ...inDocuments(facts, 'ansoegning')],
    },
  ];
};

function checkRule(rule: LocalRule, facts: Facts): Draft[] {
  if (isDispensationGiven(rule, facts)) return [];
  const evidence = findBreach(rule, facts);
  if (evidence === undefined) return [];
  return [
    {
      code: codeOf[readLocalPlanTopic(rule)] ?? 'lokalplan_omfang',
      text: `Projektet er ikke i overensstemmelse med lokalplan ${rule.plan}, § ${rule.paragraph}${evidence.value === undefined ? '' : ` (projektet: ${evidence.value})`}, og kræver dispensation.`,
      citations: ['planloven/18', localPlanCitation(rule)],
      evidence: evidence.places,
    },
  ];
}

interface Breach {
  value?: string;
  places: FindingEvidence[];
}

function findBreach(rule: LocalRule, facts: Facts): Breach | undefined {
  const topic = readLocalPlanTopic(rule);
  if (topic === 'use')
    return isUseOutside(rule, facts) ? { places: inFields(facts, 'anvendelse_ny') } : undefined;
  if (['roofMaterial', 'wallMaterial', 'colour', 'fence'].includes(topic)) {
    const found = findForbiddenMaterial(rule, topic, facts);
    return found === undefined ? undefined : { value: found.value, places: [onPage(found.page)] };
  }
  if (topic === 'buildingField' || topic === 'buildingLine') {
    const page = facts.pages.find(
      (item) =>
        item.documentType !== 'lokalplanuddrag' && item.segments.some((segment) => isOutside(segment, topic)),
    );
    if (page !== undefined) return { places: [onPage(page)] };
  }
  const limit = requiredByRule(rule, facts);
  const project = projectValue(rule, facts);
  if (limit === undefined || project === undefined || !isBroken(rule.operator, project.value, limit))
    return undefined;
  const pages = [...facts.heights, ...facts.distances]
    .filter((item) => item.value === project.value)
    .map((item) => item.page);
  return {
    value: formatDanish(project.value),
    places: [...inFields(facts, ...project.fields), ...[...new Set(pages)].slice(0, 2).map(onPage)],
  };
}

function isBroken(operator: LocalRule['operator'], value: number, limit: number): boolean {
  if (operator === '<=') return value > limit + 1e-9;
  if (operator === '>=') return value < limit - 1e-9;
  return operator === '=' && Math.abs(value - limit) > 1e-9;
}

function isOutside(segment: string, topic: 'buildingField' | 'buildingLine'): boolean {
  if (/ikke|inden for byggefelt|ma |skal|§|respekter|overhold|holder sig/.test(segment)) return false;
  const word = topic === 'buildingField' ? 'byggefelt' : 'byggelinje';
  return new RegExp(
    `(uden ?for|ud over|overskrider|over|foran) [^.]{0,25}(?<!vej)${word}|(?<!vej)${word}\\w* (overskrides|brydes)`,
  ).test(segment);
}

function hasAppliedForDispensation(facts: Facts): boolean {
  if (
    facts.hasDocument('dispensationsansoegning') ||
    (facts.fields.list('soegte_dispensationer') ?? []).length > 0
  )
    return true;
  return /(soges|ansoges|ansoger|soger|sogt)( hermed| derfor| samtidig| ogsa)?( om)? dispensation|dispensation (soges|ansoges|er sogt)/.test(
    facts.allText,
  );
}

function isDispensationGiven(rule: LocalRule, facts: Facts): boolean {
  const paragraph = rule.paragraph.replace(/^§\s*/, '');
  return (facts.fields.list('dispensationer_givet') ?? []).some(
    (item) => /lokalplan|planlov/.test(item) && (item.includes(foldText(paragraph)) || !/§ ?\d/.test(item)),
  );
}
