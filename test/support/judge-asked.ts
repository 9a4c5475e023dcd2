import { type DeployedRole, type Deployment, readDeployment } from '../infra/support/deployment.ts';
import { judge, type Request, type Statement } from '../infra/support/policy.ts';
import { account, region } from '../infra/support/resolve-values.ts';
import { resourcesOf, templates } from '../infra/support/templates.ts';
import type { AskedOfAws } from './asked-of-aws.ts';

const table = `arn:aws:dynamodb:${region}:${account}:table/maalestok-registry`;
const network = 'the network';

/**
 * Where a profile of the EU may have a question answered: its foundation model must be given in each.
 * @source docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html, asked from a region of the EU
 */
const euDestinations = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];

/**
 * What functions and state machines asked of services, and would be refused by the templates: by their role, by the bucket's
 * policy, by the key under which a bucket, the table or the topic lies, or by the door of the network. Empty where all would be
 * given.
 */
export function refusedByTemplates(asked: readonly AskedOfAws[], all = templates()): string[] {
  const deployment = readDeployment(all);
  const refused = asked.flatMap((each) =>
    requestsOf(each, deployment).flatMap((request) =>
      isGiven(request, each.by, deployment)
        ? []
        : [`${each.by} may not ${request.action} ${request.resource}`],
    ),
  );
  return [...new Set(refused)].sort();
}

export type Asked = Omit<Request, 'principal'>;

/** The request itself, and what the service asks besides: of the key under which the data lies, of each model behind a profile. */
export function requestsOf({ action, resource, partition }: AskedOfAws, deployment: Deployment): Asked[] {
  if (action.startsWith('kms:')) return [{ action, resource: signingKey(deployment), context: {} }];
  if (action === 'bedrock:InvokeModel') {
    const name = /:inference-profile\/eu\.(.+)$/u.exec(resource)?.[1];
    const behind =
      name === undefined ? [] : euDestinations.map((at) => `arn:aws:bedrock:${at}::foundation-model/${name}`);
    return [resource, ...behind].map((arn) => ({ action, resource: arn, context: {} }));
  }
  if (action === 'sns:Publish') {
    const context = { 'kms:ViaService': `sns.${region}.amazonaws.com` };
    const key = keyOfTopic(resource, deployment);
    return [
      { action, resource, context: {} },
      ...['kms:Decrypt', 'kms:GenerateDataKey'].map((use) => keyRequest(use, key, context)),
    ];
  }
  if (resource.startsWith('arn:')) return [{ action, resource, context: {} }];
  if (action.startsWith('dynamodb:')) {
    const context = { 'dynamodb:LeadingKeys': partition ?? '' };
    return [
      { action, resource: table, context },
      keyRequest('kms:Decrypt', keyOfTable(deployment), {
        'kms:ViaService': `dynamodb.${region}.amazonaws.com`,
      }),
    ];
  }
  const [store = '', ...path] = resource.split('/');
  const bucket = `maalestok-${store}-${account}-${region}`;
  const arn = `arn:aws:s3:::${bucket}`;
  const object = { action, resource: [arn, ...path].join('/'), context: {} };
  const uses = { 's3:GetObject': 'kms:Decrypt', 's3:PutObject': 'kms:GenerateDataKey' };
  const use = Object.entries(uses).find(([name]) => name === action)?.[1];
  if (use === undefined) return [object];
  const context = { 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:EncryptionContext:aws:s3:arn': arn };
  return [object, keyRequest(use, keyOfBucket(bucket, deployment), context)];
}

const keyRequest = (action: string, resource: string, context: Request['context']): Asked => ({
  ...{ action, resource, context },
});

function isGiven(asked: Asked, by: string, deployment: Deployment): boolean {
  const { functions, buckets, keys } = deployment;
  const called = functions.find(({ name }) => name === `maalestok-${by}`);
  const role = roleOf(by, deployment);
  const within = called !== undefined && called.subnets.length > 0;
  const from = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', 'aws:PrincipalArn': role.arn };
  const context = {
    ...{ ...asked.context, ...from, 'aws:PrincipalAccount': account },
    ...(within ? { 'aws:SourceVpc': network } : {}),
  };
  const request = { ...asked, principal: role.arn, context };
  if (judge(role.statements, request) !== 'allow') return false;
  const bucket = /^arn:aws:s3:::([^/]+)/u.exec(asked.resource)?.[1];
  if (bucket !== undefined && judge(policyOf(bucket, buckets), request) === 'deny') return false;
  // Of its own a key leaves it to the account's roles, or else no role opens it. In its policy `*` is the key.
  // Services ask it themselves, and not through the network.
  if (asked.action.startsWith('kms:')) return judge(keys.get(asked.resource) ?? [], request) === 'allow';
  return !within || judge(doorsOf(deployment), request) === 'allow';
}

/** The role of a function by its handler's name, or of a state machine by its own. @throws {Error} */
export function roleOf(by: string, { roles, functions, machines }: Deployment): DeployedRole {
  const holder =
    functions.find(({ name }) => name === `maalestok-${by}`) ?? machines.find(({ name }) => name === by);
  const role = roles.find(({ arn }) => arn === holder?.roleArn);
  if (role === undefined) throw new Error(`Cannot find the role of "${by}"`);
  return role;
}

/** The network's id is known to CloudFormation alone: here it has the name under which its functions ask. */
function policyOf(bucket: string, buckets: Deployment['buckets']): Statement[] {
  return (buckets.get(bucket)?.policy ?? []).map((statement) => {
    const { 'aws:SourceVpc': vpc, ...others } = statement.Condition?.StringNotEquals ?? {};
    if (vpc === undefined) return statement;
    const StringNotEquals = { ...others, 'aws:SourceVpc': network };
    return { ...statement, Condition: { ...statement.Condition, StringNotEquals } };
  });
}

function doorsOf({ templates: all }: Deployment): Statement[] {
  return resourcesOf(all, 'AWS::EC2::VPCEndpoint').flatMap(
    ({ resource }) =>
      (resource.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
  );
}

interface Encryption {
  ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: { KMSMasterKeyID: string } }[];
}

function keyOfBucket(bucket: string, { buckets }: Deployment): string {
  const encryption = buckets.get(bucket)?.properties.BucketEncryption as Encryption | undefined;
  return (
    encryption?.ServerSideEncryptionConfiguration[0]?.ServerSideEncryptionByDefault.KMSMasterKeyID ?? 'no key'
  );
}

function keyOfTable({ templates: all }: Deployment): string {
  const [found] = resourcesOf(all, 'AWS::DynamoDB::Table');
  const { SSESpecification } = (found?.resource.Properties ?? {}) as {
    SSESpecification?: { KMSMasterKeyId: string };
  };
  return SSESpecification?.KMSMasterKeyId ?? 'no key';
}

function keyOfTopic(topic: string, { templates: all }: Deployment): string {
  const found = resourcesOf(all, 'AWS::SNS::Topic').find(({ resource }) =>
    topic.endsWith(`:${String(resource.Properties?.TopicName)}`),
  );
  return String(found?.resource.Properties?.KmsMasterKeyId ?? 'no key');
}

function signingKey({ functions }: Deployment): string {
  return functions.find(({ name }) => name === 'maalestok-sign')?.environment.SIGNING_KEY_ID ?? 'no key';
}
