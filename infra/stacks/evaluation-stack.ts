import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Peer, Port, SecurityGroup, type Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { addWatchdog } from '../evaluation/add-watchdog.ts';
import { evaluationDefinition } from '../evaluation/evaluation-definition.ts';
import { machinePermissions } from '../evaluation/machine-permissions.ts';
import { createFunction, type Surroundings } from '../functions/create-function.ts';
import { environmentValues } from '../functions/environment-values.ts';
import type { FunctionPlan } from '../functions/function-plan.ts';
import { grant } from '../functions/grant.ts';
import { watchdogFunction } from '../functions/step-functions.ts';
import { bucketName, eventBus, functionArn, machineName, topicArn, topicName } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

interface EvaluationProps extends StackProps {
  settings: Settings;
  data: DataStack;
  vpc: Vpc;
  steps: readonly FunctionPlan[];
}

/** The state machine of an evaluation, a function for each of its steps, and the watchdog. */
export class EvaluationStack extends Stack {
  readonly functions: ReadonlyMap<HandlerName, Lambda>;
  readonly machine: StateMachine;
  readonly topic: Topic;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, { settings, data, vpc, steps, ...props }: EvaluationProps) {
    super(scope, id, props);
    this.securityGroup = this.createGroup(vpc);
    const surroundings: Surroundings = {
      keys: data.keyArns,
      values: environmentValues(this, settings, data.keyArns.signing),
      logRetentionDays: settings.logRetentionDays,
      network: { vpc, securityGroup: this.securityGroup },
    };
    this.topic = this.createTopic(data.keys.usual);
    this.functions = new Map(
      [...steps, watchdogFunction].map((plan) => [plan.name, createFunction(this, plan, surroundings)]),
    );
    this.machine = this.createMachine(settings, data.keys.usual, steps);
    addWatchdog(this, this.functions.get('watchdog')!, data.keys.usual);
  }

  /** Takes no connection; goes out by TLS alone, and there is no route but to the endpoints of S3 and DynamoDB. */
  private createGroup(vpc: Vpc): SecurityGroup {
    const description = 'Functions without a way out';
    const group = new SecurityGroup(this, 'Functions', { vpc, description, allowAllOutbound: false });
    group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'S3 and DynamoDB through their endpoints');
    return group;
  }

  private createTopic(masterKey: IKey): Topic {
    return new Topic(this, 'Runs', { topicName, displayName: 'Målestok: runs', masterKey, enforceSSL: true });
  }

  private createMachine(settings: Settings, key: IKey, steps: readonly FunctionPlan[]): StateMachine {
    const role = new Role(this, 'machine-role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const calls = steps.map(({ name }) => name);
    grant(role, machinePermissions(this, calls, key.keyArn));
    const timeouts = new Map(steps.map(({ name, timeoutSeconds }) => [name, timeoutSeconds]));
    const definition = evaluationDefinition(
      {
        functionArn: (name) => functionArn(this, name),
        timeoutSeconds: (name) => timeouts.get(name)!,
        runsBucket: bucketName(this, 'runs'),
        topicArn: topicArn(this),
        eventBus,
      },
      calls.includes('publish'),
    );
    const machine = new StateMachine(this, 'Evaluation', {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(this.toJsonString(definition)),
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      logs: {
        // Step Functions may write to log groups of this name without a policy for each.
        destination: new LogGroup(this, 'machine-log', {
          logGroupName: '/aws/vendedlogs/states/maalestok-evaluation',
          retention: settings.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    machine.node.addDependency(role, this.topic, ...this.functions.values());
    return machine;
  }
}
