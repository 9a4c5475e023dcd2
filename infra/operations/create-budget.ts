import type { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Settings } from '../settings.ts';

/** What the account may cost in a month, and who is written to at 80 % of it, and where it is about to be more. */
export function createBudget(stack: Stack, { monthlyBudgetUsd, alarmEmail }: Settings): void {
  const notify = (notificationType: string, threshold: number) => ({
    notification: {
      notificationType,
      threshold,
      comparisonOperator: 'GREATER_THAN',
      thresholdType: 'PERCENTAGE',
    },
    subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail ?? '' }],
  });
  new CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: 'maalestok-monthly',
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
    },
    ...(alarmEmail === undefined
      ? {}
      : { notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)] }),
  });
}
