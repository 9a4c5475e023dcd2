import { env, type HandlerName } from '../../functions/cloud-names.ts';
import { functionName } from '../../infra/names.ts';
import { readDeployment } from '../infra/support/deployment.ts';
import { templates } from '../infra/support/templates.ts';

/**
 * What a function is told where it is deployed, and no more: of the test's own what `all` has, else as its template says. And its
 * name as its key, so that services know who asks.
 */
export function ownEnvironment(handler: HandlerName, all: Record<string, string>): Record<string, string> {
  const { functions } = readDeployment(templates());
  const deployed = functions.find(({ name }) => name === functionName(handler))?.environment ?? {};
  const names = new Set<string>(Object.values(env));
  const given = Object.entries(all).filter(([name]) => !names.has(name) || name in deployed);
  return { ...deployed, ...Object.fromEntries(given), AWS_ACCESS_KEY_ID: handler };
}
