import type { DeployedRole, Deployment } from '../support/deployment.ts';
import { intersect, judge, like, many } from '../support/policy.ts';
import { bucket, labelListers, labelReaders, objects, roleArnOf, sealedKeys, steward } from './names.ts';

/** What of the label bucket's objects a role is given by its own policies, as patterns. */
function givenOf(role: DeployedRole): string[] {
  return role.statements
    .filter(
      ({ Effect, Action }) =>
        Effect === 'Allow' && many(Action).some((each) => intersect(each.toLowerCase(), 's3:*')),
    )
    .flatMap(({ Resource }) => many(Resource))
    .filter((resource) => intersect(resource, objects('labels')));
}

/** Roles that are given labels which are none of theirs. Conditions are left aside: what is given at all counts. */
export function labelsGiven({ roles }: Deployment): string[] {
  return roles.flatMap((role) => {
    if (role.arn === roleArnOf(steward)) return [];
    const [, pattern] = Object.entries(labelReaders).find(([name]) => role.arn === roleArnOf(name)) ?? [];
    const allowed = pattern === undefined ? undefined : objects('labels').replace(/\*$/u, pattern);
    return givenOf(role)
      .filter((given) => given !== allowed)
      .map((given) => `${role.name} is given ${given}`);
  });
}

/** Roles that write, remove or administer labels. */
export function labelsWritten({ roles }: Deployment): string[] {
  return roles
    .filter(({ arn }) => arn !== roleArnOf(steward))
    .flatMap(({ name, statements }) =>
      statements
        .filter(
          ({ Effect, Resource }) =>
            Effect === 'Allow' && many(Resource).some((each) => intersect(each, objects('labels'))),
        )
        .flatMap(({ Action }) => many(Action))
        .filter((action) => like('s3:*', action) && action !== 's3:GetObject')
        .map((action) => `${name} may ${action} on labels`),
    );
}

/** The bucket's own policy, whatever roles are given: who is let in that should not be, from where. */
export function labelBucketOpen({ buckets, roles, templates }: Deployment): string[] {
  const { policy, properties } = buckets.get(bucket('labels')) ?? { policy: [], properties: {} };
  const everything = { Effect: 'Allow' as const, Action: '*', Resource: '*' };
  const vpcs = Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::EC2::VPC')
      .map(([id]) => `${stack}.${id}`),
  );
  const decide = (principal: string, key: string, vpc?: string, action = 's3:GetObject') => {
    const context = {
      'aws:PrincipalArn': principal,
      'aws:SecureTransport': 'true',
      's3:TlsVersion': '1.3',
      ...(vpc === undefined ? {} : { 'aws:SourceVpc': vpc }),
    };
    const resource = `arn:aws:s3:::${bucket('labels')}${key === '' ? '' : `/${key}`}`;
    return judge([everything, ...policy], { principal, action, resource, context });
  };
  const readers = Object.keys(labelReaders).map(roleArnOf);
  const others = [...roles.map(({ arn }) => arn), 'arn:aws:iam::111122223333:user/anyone'].filter(
    (arn) => arn !== roleArnOf(steward) && !readers.includes(arn),
  );
  const letIn = (principals: readonly string[], vpc?: string) =>
    principals.filter((principal) => sealedKeys.some((key) => decide(principal, key, vpc) === 'allow'));
  const listed = others
    .filter((arn) => !labelListers.map(roleArnOf).includes(arn))
    .filter((arn) => decide(arn, '', vpcs[0], 's3:ListBucket') === 'allow');
  const copies = ['ReplicationConfiguration', 'InventoryConfigurations', 'AnalyticsConfigurations'];
  return [
    ...policy
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Sid }) => `the label bucket's policy allows (${Sid})`),
    ...letIn(others, vpcs[0]).map((arn) => `the label bucket lets ${arn} in`),
    ...listed.map((arn) => `the label bucket tells ${arn} what there is`),
    ...letIn(readers).map((arn) => `the label bucket lets ${arn} in from anywhere`),
    ...readers
      .filter((arn) => decide(arn, sealedKeys[0]!, vpcs[0]) !== 'allow')
      .map((arn) => `the label bucket shuts ${arn} out`),
    ...copies.filter((each) => each in properties).map((each) => `the label bucket is copied by ${each}`),
  ];
}
