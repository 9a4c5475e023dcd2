import type { Stack } from 'aws-cdk-lib';
import { euRegions, modelFunctions, ownModelKinds } from '../../functions/cloud-names.ts';
import { functionArn, logGroupName, machineArn, machineName, vendorSecrets } from '../names.ts';
import type { FunctionPlan } from './function-plan.ts';
import { type Permission, permit } from './permission.ts';
import type { Reach } from './reach.ts';

/** Permissions on resources of which the names are not known yet. */
function permitAny(actions: string[], arns: string | string[], reason: string): Permission {
  const resources = [arns].flat();
  return {
    statement: { actions, resources },
    reasons: Object.fromEntries(resources.map((arn) => [arn, reason])),
  };
}

/** What a function may do besides stores and registry. */
export function servicePermissions(stack: Stack, reach: Reach, signingKey: string): Permission[] {
  const { account, region } = stack;
  switch (reach.do) {
    case 'read-vendor-secrets':
      return [
        permitAny(
          ['secretsmanager:GetSecretValue'],
          `arn:aws:secretsmanager:${region}:${account}:secret:${vendorSecrets}*`,
          'Which vendor is asked is said by the run; Secrets Manager puts six characters of its own behind each name.',
        ),
      ];
    case 'ask-bedrock':
      return [
        permitAny(
          ['bedrock:InvokeModel'],
          `arn:aws:bedrock:${region}:${account}:inference-profile/eu.*`,
          'Which model is asked is said by the run; only profiles that stay within the EU.',
        ),
        permitAny(
          ['bedrock:InvokeModel'],
          euRegions.map((at) => `arn:aws:bedrock:${at}::foundation-model/*`),
          'A profile of the EU hands a question to a model in any of its regions; all of them within the EU.',
        ),
        permitAny(
          ['bedrock:InvokeModel'],
          ownModelKinds.map((kind) => `arn:aws:bedrock:${region}:${account}:${kind}/*`),
          'Which of the account’s own models is asked is said by the run; each runs in this region.',
        ),
      ];
    case 'ask-own-functions':
      return [
        permitAny(
          ['lambda:InvokeFunction'],
          `arn:aws:lambda:${region}:${account}:function:${modelFunctions}*`,
          'A municipality’s own models are functions whose names begin so; which is asked is said by the run.',
        ),
      ];
    case 'sign':
      return [permit({ actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [signingKey] })];
    case 'start-runs':
      return [
        permit({ actions: ['states:StartExecution'], resources: [machineArn(stack)] }),
        permitAny(
          ['states:StopExecution'],
          executionsOf(stack),
          'A run’s execution, whichever it is, of this one machine.',
        ),
      ];
    case 'watch-runs':
      return [
        permit({ actions: ['states:ListExecutions'], resources: [machineArn(stack)] }),
        permitAny(
          ['states:DescribeExecution'],
          executionsOf(stack),
          'A run’s execution, whichever it is, of this one machine.',
        ),
      ];
    case 'invoke':
      return [permit({ actions: ['lambda:InvokeFunction'], resources: [functionArn(stack, reach.handler)] })];
    default:
      return [];
  }
}

export function executionsOf({ account, region }: Stack): string {
  return `arn:aws:states:${region}:${account}:execution:${machineName}:*`;
}

/** What every function does to be seen: its own log, and traces. In a network, its interface there. */
export function runtimePermissions(stack: Stack, { name, isolated }: FunctionPlan): Permission[] {
  const { account, region } = stack;
  const log = `arn:aws:logs:${region}:${account}:log-group:${logGroupName(name)}:*`;
  const seen = [
    permitAny(['logs:CreateLogStream', 'logs:PutLogEvents'], log, 'The streams of its own log group.'),
    permitAny(
      ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      '*',
      'X-Ray knows no resources: traces have no ARN.',
    ),
  ];
  if (!isolated) return seen;
  const network = permitAny(
    [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    '*',
    'Lambda makes an interface in the network under the function’s role, and asks for it without a resource.',
  );
  return [...seen, network];
}
