import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { createAlarms } from '../operations/alarms.ts';
import { createBudget } from '../operations/create-budget.ts';
import { createDashboard } from '../operations/create-dashboard.ts';
import type { Settings } from '../settings.ts';

interface OperationsProps extends StackProps {
  settings: Settings;
  key: IKey;
  functions: readonly HandlerName[];
  apiId: string;
}

/** What tells whoever operates it how it goes: alarms by mail, a dashboard, a budget. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, key, functions, apiId, ...props }: OperationsProps) {
    super(scope, id, props);
    const topic = new Topic(this, 'Alarms', {
      topicName: 'maalestok-alarms',
      displayName: 'Målestok: alarms',
      masterKey: key,
      enforceSSL: true,
    });
    if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    const alarms = createAlarms(this, topic, { apiId, functions });
    createDashboard(this, { alarms, functions, apiId });
    createBudget(this, settings);
  }
}
