import type { Resource, Template } from './templates.ts';

export const account = '111122223333';
export const region = 'eu-central-1';

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': '',
};

/** A name that only CloudFormation will know: what it is of, so that two are never the same. */
const unnamed = (stack: string, id: string) => `${stack}.${id}`;

type Names = (properties: Record<string, unknown>, fallback: string) => string;

/** What `Ref` gives, by type. */
const refs: Readonly<Record<string, Names>> = {
  'AWS::S3::Bucket': ({ BucketName }, fallback) => text(BucketName ?? fallback),
  'AWS::IAM::Role': ({ RoleName }, fallback) => text(RoleName ?? fallback),
  'AWS::DynamoDB::Table': ({ TableName }, fallback) => text(TableName ?? fallback),
  'AWS::SQS::Queue': ({ QueueName }, fallback) => text(QueueName ?? fallback),
  'AWS::Lambda::Function': ({ FunctionName }, fallback) => text(FunctionName ?? fallback),
  'AWS::SNS::Topic': ({ TopicName }, fallback) => `arn:aws:sns:${region}:${account}:${TopicName ?? fallback}`,
  'AWS::StepFunctions::StateMachine': ({ StateMachineName }, fallback) =>
    `arn:aws:states:${region}:${account}:stateMachine:${StateMachineName ?? fallback}`,
};

/** What `Fn::GetAtt` with `Arn` gives, by type. */
const arns: Readonly<Record<string, (name: string) => string>> = {
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::DynamoDB::Table': (name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  'AWS::Lambda::Function': (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::KMS::Key': (name) => `arn:aws:kms:${region}:${account}:key/${name}`,
  'AWS::Events::Rule': (name) => `arn:aws:events:${region}:${account}:rule/${name}`,
  'AWS::SQS::Queue': (name) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::Logs::LogGroup': (name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
  'AWS::StepFunctions::StateMachine': (arn) => arn,
};

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Error(`Cannot use ${JSON.stringify(value)} as a name: it is not resolved`);
}

/** All templates with every reference replaced by what it would be, across stacks. @throws {Error} on what it does not know */
export function resolveTemplates(all: Readonly<Record<string, Template>>): Record<string, Template> {
  const exports = new Map<string, { stack: string; value: unknown }>();
  for (const [stack, { Outputs = {} }] of Object.entries(all)) {
    for (const { Value, Export } of Object.values(Outputs))
      if (typeof Export?.Name === 'string') exports.set(Export.Name, { stack, value: Value });
  }
  const find = (stack: string, id: string): Resource => {
    const resource = all[stack]?.Resources[id];
    if (resource === undefined) throw new Error(`Cannot find ${id} in ${stack}`);
    return resource;
  };
  const nameOf = (stack: string, id: string): string => {
    const { Type, Properties = {} } = find(stack, id);
    const shallow = Object.fromEntries(
      Object.entries(Properties)
        .filter(([name]) => name.endsWith('Name'))
        .map(([name, value]) => [name, resolve(stack, value)]),
    );
    return refs[Type]?.(shallow, unnamed(stack, id)) ?? unnamed(stack, id);
  };
  const attribute = (stack: string, id: string, name: string): string => {
    const arn = arns[find(stack, id).Type];
    return name === 'Arn' && arn !== undefined ? arn(nameOf(stack, id)) : `${nameOf(stack, id)}.${name}`;
  };
  const resolve = (stack: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => resolve(stack, each));
    if (typeof value !== 'object' || value === null) return value;
    const [[key, inner] = ['', null], ...more] = Object.entries(value);
    if (more.length === 0 && key === 'Ref') return pseudo[text(inner)] ?? nameOf(stack, text(inner));
    if (more.length === 0 && key.startsWith('Fn::')) return call(stack, key, inner);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(stack, each)]));
  };
  const call = (stack: string, key: string, inner: unknown): unknown => {
    if (key === 'Fn::GetAtt') {
      const [id, name] = inner as [string, string];
      return attribute(stack, id, name);
    }
    if (key === 'Fn::Join') {
      const [delimiter, parts] = inner as [string, unknown[]];
      return parts.map((each) => text(resolve(stack, each))).join(delimiter);
    }
    if (key === 'Fn::Sub')
      return text(inner).replace(/\$\{([^}]+)\}/gu, (_, name: string) => text(resolve(stack, { Ref: name })));
    if (key === 'Fn::ImportValue') {
      const found = exports.get(text(resolve(stack, inner)));
      if (found !== undefined) return resolve(found.stack, found.value);
    }
    if (key === 'Fn::Select') {
      const [at, list] = inner as [number, unknown];
      return `${JSON.stringify(resolve(stack, list))}[${at}]`;
    }
    if (key === 'Fn::Split') return inner;
    throw new Error(`Cannot resolve ${key} in ${stack}: ${JSON.stringify(inner)}`);
  };
  return Object.fromEntries(
    Object.entries(all).map(([stack, template]) => [
      stack,
      { ...template, Resources: resolve(stack, template.Resources) as Template['Resources'] },
    ]),
  );
}
