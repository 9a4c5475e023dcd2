import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { checkInDefinition } from '../check-ins/check-in-definition.ts';
import { checkInPermissions } from '../check-ins/check-in-permissions.ts';
import { createSchedules } from '../check-ins/create-schedules.ts';
import type { ScheduledCluster } from '../check-ins/read-clusters.ts';
import { createMachine } from '../evaluation/create-machine.ts';
import { checkInFunction } from '../functions/check-in-function.ts';
import { createFunction } from '../functions/create-function.ts';
import { environmentValues } from '../functions/environment-values.ts';
import { stepFunctions } from '../functions/step-functions.ts';
import { bucketName, checkInMachineName, eventBus, functionArn, machineArn, topicArn } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

interface CheckInProps extends StackProps {
  settings: Settings;
  data: DataStack;
  network: { vpc: IVpc; securityGroup: ISecurityGroup };
  clusters: readonly ScheduledCluster[];
}

/** Monthly check-ins: a schedule a cluster, the machine that it starts, and the function behind it. */
export class CheckInStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, network, clusters, ...props }: CheckInProps) {
    super(scope, id, props);
    const { logRetentionDays } = settings;
    const called = createFunction(this, checkInFunction, {
      keys: data.keyArns,
      values: environmentValues(this, settings, data.keyArns.signing),
      logRetentionDays,
      network,
    });
    const plans = [checkInFunction, ...stepFunctions];
    const timeouts = new Map(plans.map(({ name, timeoutSeconds }) => [name, timeoutSeconds]));
    const names = {
      functionArn: (name: HandlerName) => functionArn(this, name),
      timeoutSeconds: (name: HandlerName) => timeouts.get(name)!,
      runsBucket: bucketName(this, 'runs'),
      topicArn: topicArn(this),
      eventBus,
      evaluationArn: machineArn(this),
    };
    createMachine(this, 'CheckIn', {
      name: checkInMachineName,
      definition: checkInDefinition(names),
      permissions: checkInPermissions(this, data.keys.usual.keyArn),
      logRetentionDays,
      after: [called],
    });
    createSchedules(this, clusters);
  }
}
