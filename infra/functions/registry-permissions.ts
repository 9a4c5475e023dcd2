import type { Stack } from 'aws-cdk-lib';
import { tableArn } from '../names.ts';
import { type Permission, permit } from './permission.ts';
import type { Reach } from './reach.ts';

type RegistryReach = Extract<Reach, { collections: readonly string[] }>;

const actionsOf = {
  'look-up': ['dynamodb:GetItem'],
  'go-through': ['dynamodb:Query'],
  record: ['dynamodb:PutItem'],
  erase: ['dynamodb:DeleteItem'],
};

/** Records of the collections named: the collection is the table's partition key. A writer reads what was first. */
export function registryPermission(stack: Stack, { do: kind, collections }: RegistryReach): Permission {
  return permit({
    actions: kind === 'record' ? [...actionsOf.record, 'dynamodb:GetItem'] : actionsOf[kind],
    resources: [tableArn(stack)],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [...collections] } },
  });
}

/** What DynamoDB asks of who uses a table under a key of the customer's. */
export function registryKeyPermission(stack: Stack, key: string): Permission {
  return permit({
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
    resources: [key],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com` } },
  });
}
