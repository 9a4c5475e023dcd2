import { many, type Statement } from './policy.ts';
import { resolveTemplates } from './resolve-values.ts';
import { resourcesOf, type Template } from './templates.ts';

interface Document {
  Statement: Statement[];
}

export interface DeployedRole {
  arn: string;
  name: string;
  trust: Statement[];
  statements: Statement[];
  /** Policies that are written elsewhere: what they say is not known. */
  managed: string[];
}

export interface DeployedFunction {
  name: string;
  roleArn: string;
  subnets: string[];
  environment: Record<string, string>;
}

/** What is deployed, as far as it says who reaches what. */
export interface Deployment {
  templates: Record<string, Template>;
  roles: DeployedRole[];
  functions: DeployedFunction[];
  machines: { name: string; roleArn: string }[];
  /** Statements of bucket policies, by the bucket's name. */
  buckets: Map<string, { policy: Statement[]; properties: Record<string, unknown> }>;
  /** Statements of key policies, by the key's ARN. */
  keys: Map<string, Statement[]>;
}

/** Reads the templates as who is given what. */
export function readDeployment(all: Readonly<Record<string, Template>>): Deployment {
  const templates = resolveTemplates(all);
  const arn = (at: string) => at.replace('/', '.');
  const policies = resourcesOf(templates, 'AWS::IAM::Policy').map(
    ({ resource }) => resource.Properties as { Roles?: string[]; PolicyDocument: Document },
  );
  return {
    templates,
    roles: resourcesOf(templates, 'AWS::IAM::Role').map(({ at, resource }) => {
      const role = resource.Properties as {
        RoleName?: string;
        AssumeRolePolicyDocument: Document;
        Policies?: { PolicyDocument: Document }[];
        ManagedPolicyArns?: string[];
      };
      const name = role.RoleName ?? arn(at);
      const attached = policies.filter(({ Roles }) => Roles?.includes(name));
      return {
        name,
        arn: `arn:aws:iam::111122223333:role/${name}`,
        trust: role.AssumeRolePolicyDocument.Statement,
        statements: [...(role.Policies ?? []), ...attached].flatMap(
          ({ PolicyDocument }) => PolicyDocument.Statement,
        ),
        managed: role.ManagedPolicyArns ?? [],
      };
    }),
    functions: resourcesOf(templates, 'AWS::Lambda::Function').map(({ at, resource }) => {
      const properties = resource.Properties as {
        FunctionName?: string;
        Role: string;
        VpcConfig?: { SubnetIds: string[] };
        Environment?: { Variables: Record<string, string> };
      };
      return {
        name: properties.FunctionName ?? at,
        roleArn: properties.Role,
        subnets: properties.VpcConfig?.SubnetIds ?? [],
        environment: properties.Environment?.Variables ?? {},
      };
    }),
    machines: resourcesOf(templates, 'AWS::StepFunctions::StateMachine').map(({ at, resource }) => {
      const { StateMachineName: name = at, RoleArn: roleArn } = resource.Properties as {
        StateMachineName?: string;
        RoleArn: string;
      };
      return { name, roleArn };
    }),
    buckets: readBuckets(templates),
    keys: new Map(
      resourcesOf(templates, 'AWS::KMS::Key').map(({ at, resource }) => [
        `arn:aws:kms:eu-central-1:111122223333:key/${arn(at)}`,
        many((resource.Properties as { KeyPolicy: Document }).KeyPolicy.Statement),
      ]),
    ),
  };
}

function readBuckets(templates: Readonly<Record<string, Template>>): Deployment['buckets'] {
  const policies = resourcesOf(templates, 'AWS::S3::BucketPolicy').map(
    ({ resource }) => resource.Properties as { Bucket: string; PolicyDocument: Document },
  );
  return new Map(
    resourcesOf(templates, 'AWS::S3::Bucket').map(({ resource: { Properties = {} } }) => {
      const name = String(Properties.BucketName);
      const own = policies.filter(({ Bucket }) => Bucket === name);
      return [
        name,
        { properties: Properties, policy: own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement) },
      ];
    }),
  );
}
