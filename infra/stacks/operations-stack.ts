import { Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { createAlarms } from '../operations/alarms.ts';
import { createDashboard } from '../operations/create-dashboard.ts';
import type { Settings } from '../settings.ts';

interface OperationsProps extends StackProps {
  settings: Settings;
  key: IKey;
  functions: readonly HandlerName[];
  apiId: string;
}

/** What tells whoever operates it how it goes: alarms by mail, and a dashboard. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, key, functions, apiId, ...props }: OperationsProps) {
    super(scope, id, props);
    const topic = new Topic(this, 'Alarms', {
      topicName: 'maalestok-alarms',
      displayName: 'Målestok: alarms',
      masterKey: key,
      enforceSSL: true,
    });
    // Asking for TLS replaces the policy by which alarms of the account may tell a topic.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    const alarms = createAlarms(this, topic, apiId);
    createDashboard(this, { alarms, functions, apiId });
  }
}
