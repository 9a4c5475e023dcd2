import { Stack, type StackProps } from 'aws-cdk-lib';
import { Peer, Port, SecurityGroup, type Vpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { addWatchdog } from '../evaluation/add-watchdog.ts';
import { createMachine } from '../evaluation/create-machine.ts';
import { evaluationDefinition } from '../evaluation/evaluation-definition.ts';
import { keepPublished } from '../evaluation/keep-published.ts';
import { machinePermissions } from '../evaluation/machine-permissions.ts';
import { createFunction, type Surroundings } from '../functions/create-function.ts';
import { environmentValues } from '../functions/environment-values.ts';
import { stepFunctions, watchdogFunction } from '../functions/step-functions.ts';
import { bucketName, eventBus, functionArn, machineName, topicArn, topicName } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

interface EvaluationProps extends StackProps {
  settings: Settings;
  data: DataStack;
  vpc: Vpc;
}

/** The state machine of an evaluation, a function for each of its steps, and the watchdog. */
export class EvaluationStack extends Stack {
  readonly functions: ReadonlyMap<HandlerName, Lambda>;
  readonly machine: StateMachine;
  readonly topic: Topic;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, { settings, data, vpc, ...props }: EvaluationProps) {
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
      [...stepFunctions, watchdogFunction].map((plan) => [
        plan.name,
        createFunction(this, plan, surroundings),
      ]),
    );
    this.machine = this.createMachine(settings, data.keys.usual);
    keepPublished(this, this.functions.get('publish')!);
    addWatchdog(this, this.functions.get('watchdog')!);
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

  private createMachine(settings: Settings, key: IKey): StateMachine {
    const calls = stepFunctions.map(({ name }) => name);
    const timeouts = new Map(stepFunctions.map(({ name, timeoutSeconds }) => [name, timeoutSeconds]));
    const names = {
      functionArn: (name: HandlerName) => functionArn(this, name),
      timeoutSeconds: (name: HandlerName) => timeouts.get(name)!,
      runsBucket: bucketName(this, 'runs'),
      topicArn: topicArn(this),
      eventBus,
    };
    return createMachine(this, 'Evaluation', {
      name: machineName,
      definition: evaluationDefinition(names),
      permissions: machinePermissions(this, calls, key.keyArn),
      logRetentionDays: settings.logRetentionDays,
      after: [this.topic, ...this.functions.values()],
    });
  }
}
