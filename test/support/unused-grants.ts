import { type Deployment, readDeployment } from '../infra/support/deployment.ts';
import { like, many, type Statement } from '../infra/support/policy.ts';
import { templates } from '../infra/support/templates.ts';
import type { AskedOfAws } from './asked-of-aws.ts';
import { type Asked, requestsOf, roleOf } from './judge-asked.ts';

/** What every function is given to be seen, and to stand in a network: Lambda asks it, not our code. */
const runtime = /^(?:logs|xray|ec2):/u;

/** What a role is given in the templates and was never asked for: `action resource`, of a table with the collection. */
export function unusedGrants(by: string, asked: readonly AskedOfAws[], all = templates()): string[] {
  const deployment = readDeployment(all);
  const requests = asked.filter((each) => each.by === by).flatMap((each) => requestsOf(each, deployment));
  const unused = roleOf(by, deployment).statements.flatMap((statement) =>
    grantsOf(statement).filter((grant) => !requests.some((request) => uses(grant, request))),
  );
  return unused
    .map(({ action, resource, key = '' }) => [
      action,
      shortOf(resource, deployment),
      shortOf(key, deployment),
    ])
    .map((parts) => parts.join(' ').trim())
    .sort();
}

interface Grant {
  action: string;
  resource: string;
  /** The value of a condition that the request must name: a collection, a bucket. */
  key?: string | undefined;
}

const leading = ['dynamodb:LeadingKeys', 'kms:EncryptionContext:aws:s3:arn'];

/** A statement taken apart. */
function grantsOf({ Action, Resource, Condition = {} }: Statement): Grant[] {
  const keys = Object.values(Condition).flatMap((each) =>
    leading.flatMap((name) => many(each[name] as string | string[] | undefined)),
  );
  return many(Action)
    .filter((action) => !runtime.test(action))
    .flatMap((action) =>
      many(Resource).flatMap((resource) =>
        (keys.length === 0 ? [undefined] : keys).map((key) => ({ action, resource, key })),
      ),
    );
}

function uses({ action, resource, key }: Grant, asked: Asked): boolean {
  const named = leading.flatMap((name) => asked.context[name] ?? []);
  return (
    action === asked.action && like(resource, asked.resource) && (key === undefined || named.includes(key))
  );
}

/** Without what all ARNs have in common. */
function shortOf(resource: string, { keys }: Deployment): string {
  if (keys.has(resource)) return resource.replace(/^.*\./u, '').replace(/[0-9A-F]{8}$/u, '');
  return resource.replace(/^arn:aws:/u, '').replace(/-111122223333-eu-central-1/gu, '');
}
