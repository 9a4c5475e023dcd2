import type { Deployment } from '../support/deployment.ts';
import { many, type Statement } from '../support/policy.ts';
import { resourcesOf } from '../support/templates.ts';

/** A service that speaks for this account, or for one thing in it. */
function isOurService({ Principal, Condition = {} }: Statement): boolean {
  if (typeof Principal !== 'object' || Object.keys(Principal).some((kind) => kind !== 'Service'))
    return false;
  const conditions = Object.values(Condition).flatMap((keys) => Object.entries(keys));
  return conditions.some(
    ([key, value]) =>
      /^aws:Source(?:Arn|Account)$/iu.test(key) &&
      many(value as string | string[]).every(
        (each) => each.includes('111122223333') || each.startsWith('arn:aws:s3:::maalestok-'),
      ),
  );
}

/** What a bucket's, topic's or queue's own policy lets anybody do but services that speak for this account. */
export function strangersLetIn({ templates, buckets }: Deployment): string[] {
  const others = ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'].flatMap((type) =>
    resourcesOf(templates, type).map(({ at, resource }) => ({
      name: at,
      policy: (resource.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument
        .Statement,
    })),
  );
  const all = [...[...buckets].map(([name, { policy }]) => ({ name, policy })), ...others];
  return all.flatMap(({ name, policy }) =>
    policy
      .filter((statement) => statement.Effect === 'Allow' && !isOurService(statement))
      .map(({ Principal }) => `${name} lets ${JSON.stringify(Principal)} in`),
  );
}

/** Functions that can be called past the roles: by an address of their own, or by whoever a permission of theirs lets. */
export function functionsOpen({ templates }: Deployment): string[] {
  const addresses = resourcesOf(templates, 'AWS::Lambda::Url').map(
    ({ at }) => `${at} is an address of a function`,
  );
  const permissions = resourcesOf(templates, 'AWS::Lambda::Permission')
    .filter(({ resource }) => {
      const { Principal, SourceArn } = resource.Properties as { Principal: string; SourceArn?: string };
      const known = ['apigateway.amazonaws.com', 'events.amazonaws.com'].includes(Principal);
      return !known || SourceArn?.includes('111122223333') !== true;
    })
    .map(({ at }) => `${at} lets a function be called`);
  const points = [
    'AWS::S3::AccessPoint',
    'AWS::S3::MultiRegionAccessPoint',
    'AWS::DynamoDB::GlobalTable',
  ].flatMap((type) => resourcesOf(templates, type).map(({ at }) => `${at} is another way to data`));
  return [...addresses, ...permissions, ...points];
}
