import { checkInFunction } from '../../infra/functions/check-in-function.ts';
import type { FunctionPlan } from '../../infra/functions/function-plan.ts';
import { platformFunctions } from '../../infra/functions/platform-functions.ts';
import type { Reach } from '../../infra/functions/reach.ts';
import { stepFunctions, watchdogFunction } from '../../infra/functions/step-functions.ts';
import { storeNames } from '../../infra/names.ts';

const besides: Readonly<Record<string, string>> = {
  'read-vendor-secrets': 'vendors’ secrets',
  'ask-bedrock': 'Bedrock in the EU',
  'ask-own-functions': '`maalestok-model-*`',
  sign: 'the signing key',
  'start-runs': 'starts and stops runs',
  'watch-runs': 'looks at executions',
};

/** What of a collection only reads. */
const reading = ['look-up', 'go-through'];

type StoreReach = Extract<Reach, { keys: readonly string[] }>;

/** What of a store: everything, or the keys that are named. */
function cell({ reach }: FunctionPlan, store: string): string {
  const here = reach.filter((each): each is StoreReach => 'keys' in each && each.store === store);
  if (here.length === 0)
    return reach.some((each) => each.do === 'list' && each.store === store) ? 'names' : '';
  const parts = here
    .filter((each) => each.do !== 'remove')
    .map((each) => {
      const keys = each.keys.filter((key) => !['datasets/*', 'runs/*', 'uploads/*', '*'].includes(key));
      const few =
        keys.length === 0 || keys.length > 4 ? '' : ` ${keys.map((key) => `\`${key}\``).join(', ')}`;
      return `${each.do}s${few}`;
    });
  return parts.join('; ');
}

function registry({ reach }: FunctionPlan): string {
  const named = new Map<string, string>();
  for (const each of reach) {
    if (!('collections' in each)) continue;
    for (const name of each.collections)
      if (!reading.includes(each.do) || !named.has(name)) named.set(name, each.do);
  }
  const of = (write: boolean) =>
    [...named].filter(([, kind]) => reading.includes(kind) !== write).map(([name]) => name);
  const [written, read] = [of(true), of(false)];
  if (written.length === 8) return 'all';
  return [
    read.length > 0 ? `reads ${read.join(', ')}` : '',
    written.length > 0 ? `writes ${written.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The table of `docs/aws.md`: each function and all that its plan gives it. */
export function renderReach(): string {
  const plans = [...stepFunctions, watchdogFunction, checkInFunction, ...platformFunctions];
  const rows = plans.map((plan) => [
    `\`${plan.name}\``,
    ...storeNames.map((store) => cell(plan, store)),
    registry(plan),
    plan.reach
      .map((each) => (each.do === 'invoke' ? `calls \`${each.handler}\`` : (besides[each.do] ?? '')))
      .filter((text) => text !== '')
      .join(', '),
    plan.isolated ? 'no way out' : '',
  ]);
  const head = ['function', ...storeNames, 'registry', 'besides', 'network'];
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
