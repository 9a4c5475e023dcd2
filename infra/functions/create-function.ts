import { Duration, RemovalPolicy, Size, type Stack } from 'aws-cdk-lib';
import { type ISecurityGroup, type IVpc, SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { EnvName } from '../../functions/cloud-names.ts';
import { handlerCode } from '../bundling/handler-code.ts';
import { functionName, logGroupName, roleName } from '../names.ts';
import type { FunctionPlan } from './function-plan.ts';
import { grant } from './grant.ts';
import { type KeyArns, permissionsOf } from './permissions-of.ts';

/** What functions of a stack stand in. */
export interface Surroundings {
  keys: KeyArns;
  /** The values of what a function is told by its environment. */
  values: Partial<Record<EnvName, string>>;
  logRetentionDays: number;
  network: { vpc: IVpc; securityGroup: ISecurityGroup };
}

/** A function with a role, a log and a limit of its own. @throws {Error} where its plan names what nothing is known of */
export function createFunction(stack: Stack, plan: FunctionPlan, surroundings: Surroundings): Lambda {
  const { name, isolated } = plan;
  const role = new Role(stack, `${name}-role`, {
    roleName: roleName(stack, name),
    description: plan.does,
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  grant(role, permissionsOf(stack, plan, surroundings.keys));
  const { vpc, securityGroup } = surroundings.network;
  const network = {
    vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    securityGroups: [securityGroup],
  };
  const created = new Lambda(stack, name, {
    functionName: functionName(name),
    description: plan.does,
    runtime: Runtime.NODEJS_24_X,
    architecture: plan.browser === true ? Architecture.X86_64 : Architecture.ARM_64,
    handler: 'index.handler',
    code: handlerCode(name),
    // All it may do is said above; the construct adds nothing of its own.
    role: role.withoutPolicyUpdates(),
    memorySize: plan.memoryMb,
    // The browser is unpacked there.
    ...(plan.browser === true ? { ephemeralStorageSize: Size.mebibytes(1024) } : {}),
    timeout: Duration.seconds(plan.timeoutSeconds),
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    logGroup: new LogGroup(stack, `${name}-log`, {
      logGroupName: logGroupName(name),
      retention: surroundings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    environment: environmentOf(plan, surroundings.values),
    ...(isolated ? network : {}),
  });
  created.node.addDependency(role);
  return created;
}

function environmentOf({ name, env }: FunctionPlan, values: Surroundings['values']): Record<string, string> {
  return Object.fromEntries(
    env.map((each) => {
      const value = values[each];
      if (value === undefined) throw new Error(`Cannot deploy ${name}: nothing is known of ${each}`);
      return [each, value];
    }),
  );
}
