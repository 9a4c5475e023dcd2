import type { DefectType, Taxonomy } from '../../../datasets/taxonomy/taxonomy.ts';
import type { Model, ModelAnswer } from '../../ports.ts';
import type { Finding } from '../../screening/screening.ts';
import { baselineVersions } from '../baseline-versions.ts';
import { generalCitations } from '../general-citations.ts';
import type { Check, Draft } from './check.ts';
import { checkBuildingRight } from './checks/building-right.ts';
import { checkContradictions } from './checks/contradictions.ts';
import { checkFire } from './checks/fire.ts';
import { checkHolidayHome } from './checks/holiday-home.ts';
import { checkLocalPlan } from './checks/local-plan.ts';
import { checkMissingDeclarations } from './checks/missing-declarations.ts';
import { checkMissingDrawings } from './checks/missing-drawings.ts';
import { checkMissingInformation } from './checks/missing-information.ts';
import { checkOtherLaw } from './checks/other-law.ts';
import { checkOutbuildings } from './checks/outbuildings.ts';
import { checkProcedure } from './checks/procedure.ts';
import { checkRaisedAreas } from './checks/raised-areas.ts';
import { checkSite } from './checks/site.ts';
import { checkStructure } from './checks/structure.ts';
import { isExemptFromPermit } from './permit-exemption.ts';
import { type Facts, readFacts } from './reading/facts.ts';

/** What holds whether or not a permit is needed (BR18 § 5, stk. 3). */
const alwaysChecks: Check[] = [checkLocalPlan, checkOtherLaw];
/** What ends an exemption: the project needs an overall assessment (BR18 § 5, stk. 2). */
const buildingRightChecks: Check[] = [
  checkBuildingRight,
  checkOutbuildings,
  checkHolidayHome,
  checkRaisedAreas,
];
const permitChecks: Check[] = [
  checkMissingDrawings,
  checkMissingInformation,
  checkMissingDeclarations,
  checkContradictions,
  checkFire,
  checkStructure,
  checkSite,
  checkProcedure,
];

/**
 * A screener by rules, written from the thresholds of the law alone: fields, enclosures and what can be read in their
 * text. It knows only the codes that a caseworker must raise; advisory ones (the technical chapters) it leaves alone.
 */
export function createChecklist(taxonomy: Pick<Taxonomy, 'defects'>): Model {
  const types = new Map(
    taxonomy.defects.filter((type) => type.role === 'required').map((type) => [type.code, type]),
  );
  return {
    id: 'checklist',
    version: baselineVersions.checklist,
    async screen(caseShown): Promise<ModelAnswer> {
      const facts = readFacts(caseShown);
      const run = (checks: readonly Check[]): Draft[] =>
        checks
          .flatMap((check) => check(facts))
          .filter((draft) => isForCaseType(types.get(draft.code), caseShown.caseType));
      const [always, buildingRight] = [run(alwaysChecks), run(buildingRightChecks)];
      const exempt =
        buildingRight.length === 0 && isExemptFromPermit(facts) && !isTemporaryBreach(run, facts);
      const drafts = exempt ? always : [...run(permitChecks), ...buildingRight, ...always];
      const findings = mergeSame(drafts).map((draft, index) => toFinding(draft, index, types));
      return {
        outcome: findings.length > 0 ? 'deficient' : exempt ? 'noPermitNeeded' : 'complete',
        findings,
      };
    },
  };
}

function isForCaseType(type: DefectType | undefined, caseType: string): boolean {
  return type !== undefined && (type.caseTypes.length === 0 || type.caseTypes.includes(caseType));
}

/** A short-lived structure is free only with its certificate and notice in order. */
function isTemporaryBreach(run: (checks: readonly Check[]) => Draft[], facts: Facts): boolean {
  return facts.caseShown.caseType === 'midlertidig_konstruktion' && run([checkProcedure]).length > 0;
}

/** One finding for one defect: the same code on the same provisions is reported once, with all its places. */
function mergeSame(drafts: readonly Draft[]): Draft[] {
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const perRule = draft.code.startsWith('lokalplan_') || draft.code === 'naturbeskyttelseslinje';
    const key = perRule ? `${draft.code} ${draft.citations?.join(' ')}` : draft.code;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? draft : { ...known, evidence: [...known.evidence, ...draft.evidence] },
    );
  }
  return [...merged.values()];
}

function toFinding(draft: Draft, index: number, types: ReadonlyMap<string, DefectType>): Finding {
  const type = types.get(draft.code);
  const places = new Map(draft.evidence.map((place) => [JSON.stringify(place), place]));
  return {
    findingId: `f${index + 1}`,
    text: draft.text,
    code: draft.code,
    citations: draft.citations ?? (type === undefined ? [] : generalCitations(type)),
    evidence: [...places.values()].slice(0, 20),
    needsJudgement: type?.discretionary ?? false,
  };
}
