import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { registryKeys } from '../../functions/cloud-names.ts';
import { tableName } from '../names.ts';

/** The registry: records of data sets, models, runs, submissions, quotas, rates and the audit log. */
export class RegistryStack extends Stack {
  readonly table: Table;

  constructor(scope: Construct, id: string, { key, ...props }: StackProps & { key: IKey }) {
    super(scope, id, props);
    this.table = new Table(this, 'Registry', {
      tableName,
      partitionKey: { name: registryKeys.partition, type: AttributeType.STRING },
      sortKey: { name: registryKeys.sort, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // As functions/adapters/registry/create-dynamo-registry.ts writes it.
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
