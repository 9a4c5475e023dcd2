import type { LocalRule } from '../../../datasets/case.ts';
import { formatCitationId } from '../../../datasets/rules/citation-id.ts';

/** The law of a citation that says `lokalplanens § 7` and names no plan, as a node. */
const UNNAMED_PLAN = 'lokalplan';

/** The node of the plan that `lokalplanens` means in a case: of its only local plan; null where it has none or several. */
export function ownPlanOf(localRules: readonly LocalRule[]): string | null {
  const first = localRules[0]?.plan;
  if (first === undefined || localRules.some(({ plan }) => plan !== first)) return null;
  return formatCitationId({ law: `lokalplan:${first}` });
}

/** Whether a node is a provision of the law with this node, or the law itself. */
export function isUnder(node: string, law: string): boolean {
  return node.startsWith(law) && (node.length === law.length || node[law.length] === '/');
}

export function isOfUnnamedPlan(node: string): boolean {
  return isUnder(node, UNNAMED_PLAN);
}

/** What an unnamed plan's node means in a case with this plan. */
export function nameNode(node: string, plan: string): string {
  return plan + node.slice(UNNAMED_PLAN.length);
}

/** The unnamed plan's node that in a case with this plan means `node`, one of the plan's own. */
export function unnameNode(node: string, plan: string): string {
  return UNNAMED_PLAN + node.slice(plan.length);
}
