import type { DeployedRole, Deployment } from '../support/deployment.ts';
import { intersect, like, many } from '../support/policy.ts';
import { account, region } from '../support/resolve-values.ts';
import { labelListers, labelReaders, objects, roleArnOf, screeners, steward } from './names.ts';

const actionsOf = ({ statements }: DeployedRole) =>
  statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => many(Action));

/** Actions by which a role could give itself or others more than it has. */
const powers = [
  'iam:*',
  'sts:*',
  's3:PutBucket*',
  's3:DeleteBucket*',
  's3:PutObjectAcl',
  's3:PutReplicationConfiguration',
  's3:PutAccessPoint*',
  's3:CreateAccessPoint*',
  'kms:Put*',
  'kms:CreateGrant',
  'lambda:Update*',
  'lambda:Create*',
  'lambda:AddPermission',
  'secretsmanager:Put*',
  'cloudformation:*',
  'ec2:CreateRoute',
  'ec2:AttachInternetGateway',
];

/** Roles that two functions share, that others may take on, whose policies are not here, or that could give themselves more. */
export function rolesTooWide({ functions, roles }: Deployment): string[] {
  const shared = functions.filter(
    ({ roleArn }, at) => functions.findIndex((other) => other.roleArn === roleArn) !== at,
  );
  const unknown = functions.filter(({ roleArn }) => !roles.some(({ arn }) => arn === roleArn));
  const ofService = (role: DeployedRole) =>
    role.trust.every(
      ({ Principal }) =>
        typeof Principal === 'object' && Object.keys(Principal).every((kind) => kind === 'Service'),
    );
  const withFactor = ({ arn, trust }: DeployedRole) =>
    arn === roleArnOf(steward) &&
    trust.every(({ Condition }) => Condition?.Bool?.['aws:MultiFactorAuthPresent'] === 'true');
  return [
    ...shared.map(({ name }) => `${name} shares its role`),
    ...unknown.map(({ name, roleArn }) => `${name} has a role from elsewhere: ${roleArn}`),
    ...roles
      .filter((role) => !ofService(role) && !withFactor(role))
      .map(({ name }) => `${name} may be taken on`),
    ...roles.flatMap(({ name, managed }) => managed.map((each) => `${name} has a managed policy: ${each}`)),
    ...roles.flatMap((role) =>
      actionsOf(role)
        .filter((action) => powers.some((power) => intersect(power.toLowerCase(), action.toLowerCase())))
        .map((action) => `${role.name} may ${action}`),
    ),
  ];
}

/** Actions on data that are not named in full, and logical resources that are everything. */
export function wildcards({ roles }: Deployment): string[] {
  const everywhere = ['logs:*', 'xray:*', 'ec2:*'];
  return roles.flatMap(({ name, statements }) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) => {
        const actions = many(Action).filter((action) => action.includes('*'));
        const onAll = many(Resource).includes('*')
          ? many(Action).filter((action) => !everywhere.some((each) => like(each, action)))
          : [];
        return [...actions, ...onAll.map((action) => `${action} on everything`)].map(
          (what) => `${name} may ${what}`,
        );
      }),
  );
}

/** Secrets of vendors, in the hands of any but the one function that talks to vendors. */
export function secretsGiven({ roles }: Deployment): string[] {
  const given = (role: DeployedRole) =>
    actionsOf(role).filter(
      (action) => intersect(action.toLowerCase(), 'secretsmanager:*') || action === 'ssm:*',
    );
  const strangers = roles.filter(({ arn }) => arn !== roleArnOf('screen-vendor'));
  const secrets = `arn:aws:secretsmanager:${region}:${account}:secret:maalestok/vendors/*`;
  const vendor = roles.filter(({ arn }) => arn === roleArnOf('screen-vendor'));
  const beyond = vendor.flatMap(({ statements }) =>
    statements
      .filter(({ Action }) => many(Action).some((action) => like('secretsmanager:*', action)))
      .flatMap(({ Resource }) => many(Resource))
      .filter((resource) => resource !== secrets),
  );
  return [
    ...strangers.flatMap((role) => given(role).map((action) => `${role.name} may ${action}`)),
    ...vendor.flatMap((role) =>
      given(role)
        .filter((action) => action !== 'secretsmanager:GetSecretValue')
        .map((action) => `${role.name} may ${action}`),
    ),
    ...beyond.map((resource) => `screen-vendor is given the secrets ${resource}`),
  ];
}

/** Functions and machines that those who talk to models can set to work, and results that they can read. */
export function screenersReachOn({ functions, roles }: Deployment): string[] {
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  return roles
    .filter(({ arn }) => screeners.some((name) => arn === roleArnOf(name)))
    .flatMap((role) => {
      const allowed = role.statements.filter(({ Effect }) => Effect === 'Allow');
      const calls = allowed.filter(({ Action }) =>
        many(Action).some((each) => intersect(each, 'lambda:Invoke*')),
      );
      const called = functions.filter(({ name }) =>
        calls.some(({ Resource }) => many(Resource).some((each) => intersect(each, arnOf(`${name}*`)))),
      );
      const started = actionsOf(role).filter((action) =>
        /^(?:states|sns|sqs|events|scheduler):/u.test(action),
      );
      const results = allowed
        .flatMap(({ Resource }) => many(Resource))
        .filter((resource) => intersect(resource, objects('results')) && resource !== '*');
      return [
        ...called.map(({ name }) => `${role.name} may call ${name}`),
        ...started.map((action) => `${role.name} may ${action}`),
        ...results.map((resource) => `${role.name} is given ${resource}`),
      ];
    });
}

/** Functions that have nothing to do with labels, and are told where labels lie. */
export function labelsTold({ functions }: Deployment): string[] {
  const told = [...Object.keys(labelReaders), ...labelListers].map((name) => `maalestok-${name}`);
  return functions
    .filter(({ name, environment }) => !told.includes(name) && 'LABELS_BUCKET' in environment)
    .map(({ name }) => `${name} is told where labels lie`);
}
