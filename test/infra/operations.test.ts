import { describe, expect, it } from 'vitest';
import { resolveTemplates } from './support/resolve-values.ts';
import { resourcesOf, templates } from './support/templates.ts';

const alarmsOf = (all: ReturnType<typeof templates>) =>
  resourcesOf(all, 'AWS::CloudWatch::Alarm').map(
    ({ resource }) => resource.Properties as Record<string, unknown>,
  );

describe('operations', () => {
  const all = resolveTemplates(templates());
  const alarms = alarmsOf(all);

  it('has an alarm for failed and stuck runs, throttles and errors, and each tells somebody', () => {
    expect(alarms.map(({ AlarmName }) => String(AlarmName).replace('maalestok-', '')).sort()).toEqual([
      'api-errors',
      'check-in-failed',
      'function-errors',
      'function-throttles',
      'registry-throttles',
      'run-failed',
      'run-stuck',
      'run-too-long',
      'runs-throttled',
      'schedules-dropped',
      'undelivered',
      'watchdog-silent',
    ]);
    for (const { AlarmActions } of alarms)
      expect(AlarmActions).toEqual(['arn:aws:sns:eu-central-1:111122223333:maalestok-alarms']);
  });

  it('lets alarms of this account through to the topic and its key', () => {
    const policies = JSON.stringify(
      resourcesOf(all, 'AWS::SNS::TopicPolicy').map(({ resource }) => resource),
    );
    expect(policies).toContain(
      '{"Action":"sns:Publish","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}},"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Resource":"arn:aws:sns:eu-central-1:111122223333:maalestok-alarms","Sid":"Alarms"}',
    );
    const keys = JSON.stringify(resourcesOf(all, 'AWS::KMS::Key').map(({ resource }) => resource));
    expect(keys).toContain(
      '{"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}},"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Resource":"*","Sid":"Alarms"}',
    );
    // EventBridge names no account to KMS: what it writes to needs another key than that of cases.
    expect(keys).not.toContain('events.amazonaws.com');
  });

  it('takes the watchdog’s silence for an alarm, and nobody else’s', () => {
    const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(breaching.map(({ AlarmName }) => AlarmName)).toEqual(['maalestok-watchdog-silent']);
  });

  it('counts stuck runs by what the watchdog writes of them', () => {
    const [filter] = resourcesOf(all, 'AWS::Logs::MetricFilter');
    expect(filter?.resource.Properties).toMatchObject({
      FilterPattern: '{ ($.handler = "watchdog") && ($.stuck > 0) }',
      MetricTransformations: [
        { MetricNamespace: 'Maalestok', MetricName: 'StuckRuns', MetricValue: '$.stuck' },
      ],
    });
    const stuck = alarms.find(({ AlarmName }) => AlarmName === 'maalestok-run-stuck');
    expect(stuck).toMatchObject({ Namespace: 'Maalestok', MetricName: 'StuckRuns', Threshold: 1 });
  });

  it('looks at metrics of what is deployed', () => {
    const names = [
      'maalestok-evaluation',
      'maalestok-registry',
      'maalestok-undelivered',
      'maalestok-watchdog',
    ];
    const text = JSON.stringify(alarms.map(({ Dimensions }) => Dimensions));
    for (const name of names) expect(text).toContain(name);
  });

  it('has a budget, and writes to who is named', () => {
    const mailed = resolveTemplates(templates({ alarmEmail: 'drift@example.dk', monthlyBudgetUsd: '250' }));
    const [budget] = resourcesOf(mailed, 'AWS::Budgets::Budget');
    expect(budget?.resource.Properties).toMatchObject({
      Budget: { BudgetLimit: { Amount: 250, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    });
    // With another address it is replaced, which CloudFormation refuses for a budget that has a name.
    expect(budget?.resource.Properties?.Budget).not.toHaveProperty('BudgetName');
    const subscriptions = resourcesOf(mailed, 'AWS::SNS::Subscription').map(
      ({ resource }) => resource.Properties,
    );
    expect(subscriptions).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: 'drift@example.dk' }),
    ]);
  });

  it('has one dashboard, over every function', () => {
    const [dashboard, ...more] = resourcesOf(all, 'AWS::CloudWatch::Dashboard');
    expect(more).toEqual([]);
    const body = String(dashboard?.resource.Properties?.DashboardBody);
    const functions = resourcesOf(all, 'AWS::Lambda::Function').map(
      ({ resource }) => resource.Properties?.FunctionName,
    );
    for (const name of functions) expect(body).toContain(String(name));
  });
});
