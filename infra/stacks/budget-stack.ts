import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Budgets are the whole account's, and CloudFormation knows them in some regions only; in this one it does. */
export const budgetRegion = 'eu-central-1';

/** What the account may cost in a month, and who is written to at 80 % of it, and where it is about to be more. */
export class BudgetStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    const { monthlyBudgetUsd, alarmEmail } = settings;
    const notify = (notificationType: string, threshold: number, address: string) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address }],
    });
    // Without a name of ours: with other addresses CloudFormation replaces a budget, and of one name there cannot be two.
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
      },
      ...(alarmEmail === undefined
        ? {}
        : {
            notificationsWithSubscribers: [
              notify('ACTUAL', 80, alarmEmail),
              notify('FORECASTED', 100, alarmEmail),
            ],
          }),
    });
  }
}
