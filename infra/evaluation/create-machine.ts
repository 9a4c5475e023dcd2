import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { IDependable } from 'constructs';
import { grant } from '../functions/grant.ts';
import type { Permission } from '../functions/permission.ts';
import { observationPermissions } from './observation-permissions.ts';
import type { Definition } from './state.ts';

export interface MachineOptions {
  name: string;
  definition: Definition;
  permissions: readonly Permission[];
  logRetentionDays: number;
  /** What must be there before it runs. */
  after: readonly IDependable[];
}

/** A state machine with a role of its own; logged without payloads, and traced. */
export function createMachine(stack: Stack, id: string, options: MachineOptions): StateMachine {
  const { name, definition, permissions, logRetentionDays, after } = options;
  const role = new Role(stack, `${id}-role`, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  grant(role, [...permissions, ...observationPermissions()]);
  const machine = new StateMachine(stack, id, {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(stack.toJsonString(definition)),
    role: role.withoutPolicyUpdates(),
    tracingEnabled: true,
    logs: {
      // Step Functions may write to log groups of this name without a policy for each.
      destination: new LogGroup(stack, `${id}-log`, {
        logGroupName: `/aws/vendedlogs/states/${name}`,
        retention: logRetentionDays,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
  machine.node.addDependency(role, ...after);
  return machine;
}
