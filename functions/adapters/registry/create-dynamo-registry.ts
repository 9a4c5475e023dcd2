import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { ArtifactError } from '../../../datasets/errors.ts';
import type { Registry, RegistryRecord } from '../../../evals/ports.ts';
import { checkKey, checkPage, encodeValue, lastCharacter } from './registry-limits.ts';

export interface DynamoRegistryOptions {
  /** Its `maxAttempts` is how often a throttled or broken call is made again. */
  client: DynamoDBClient;
  /** Partition key `collection`, sort key `key`, both strings; time to live by the attribute `expiresAt`, which removes what has expired. */
  table: string;
}

type Item = Record<string, AttributeValue>;

/** Beside a sort key nothing is before a space: keys have no control characters. */
const firstCharacter = ' ';
const isThis = 'version = :expected';
const isAbsent = 'attribute_not_exists(version)';

/**
 * Records in a DynamoDB table. Reads are consistent. The SDK makes a call again whose answer was lost; a conditional write
 * that had been done then finds itself too late, so every write leaves a mark of its writer, which is looked at before
 * another is said to have been first.
 */
export function createDynamoRegistry({ client, table }: DynamoRegistryOptions): Registry {
  const read = async (collection: string, key: string): Promise<Item | undefined> => {
    const command = new GetItemCommand({
      TableName: table,
      Key: keyOf(collection, key),
      ConsistentRead: true,
    });
    return (await client.send(command)).Item;
  };
  return {
    async read(collection, key) {
      checkKey(collection, key);
      const item = await read(collection, key);
      return item === undefined ? null : toRecord(item, table);
    },

    async write(collection, key, value, expected, expiresAt) {
      const text = encodeValue(collection, key, value);
      const [version, writer] = [(expected ?? 0) + 1, randomUUID()];
      const command = new PutItemCommand({
        TableName: table,
        Item: {
          ...keyOf(collection, key),
          version: { N: String(version) },
          value: { S: text },
          writer: { S: writer },
          ...(expiresAt === undefined ? {} : { expiresAt: { N: toSeconds(expiresAt) } }),
        },
        ...conditionOf(expected),
      });
      const done = await unlessTooLate(() => client.send(command));
      if (done || (await read(collection, key))?.writer?.S === writer)
        return { key, version, value: JSON.parse(text) };
      return null;
    },

    remove(collection, key, expected) {
      checkKey(collection, key);
      const command = new DeleteItemCommand({
        TableName: table,
        Key: keyOf(collection, key),
        ...conditionOf(expected),
      });
      return unlessTooLate(() => client.send(command));
    },

    async list(collection, { prefix = '', after, limit }) {
      checkPage(collection, limit);
      const start = prefix === '' ? firstCharacter : prefix;
      const low =
        after !== undefined && Buffer.compare(Buffer.from(after), Buffer.from(start)) > 0 ? after : start;
      const high = prefix + lastCharacter;
      if (Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0) return [];
      const records: RegistryRecord[] = [];
      let from: Item | undefined;
      do {
        const command: QueryCommand = new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#collection = :collection AND #key BETWEEN :low AND :high',
          ExpressionAttributeNames: { '#collection': 'collection', '#key': 'key' },
          ExpressionAttributeValues: {
            ':collection': { S: collection },
            ':low': { S: low },
            ':high': { S: high },
          },
          ConsistentRead: true,
          // One more, since `after` itself lies in the range.
          Limit: limit + 1 - records.length,
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        });
        const { Items: items = [], LastEvaluatedKey: last } = await client.send(command);
        for (const item of items) if (item.key?.S !== after) records.push(toRecord(item, table));
        from = last;
      } while (from !== undefined && records.length < limit);
      return records.slice(0, limit);
    },

    async close() {
      client.destroy();
    },
  };
}

function keyOf(collection: string, key: string): Item {
  return { collection: { S: collection }, key: { S: key } };
}

function conditionOf(expected: number | null) {
  if (expected === null) return { ConditionExpression: isAbsent };
  return {
    ConditionExpression: isThis,
    ExpressionAttributeValues: { ':expected': { N: String(expected) } },
  };
}

/** Seconds since 1970, as DynamoDB's time to live has them. */
function toSeconds(time: string): string {
  return String(Math.ceil(Date.parse(time) / 1000));
}

async function unlessTooLate(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** @throws {ArtifactError} where something else wrote to the table */
function toRecord(item: Item, table: string): RegistryRecord {
  const { key, version, value } = item;
  if (key?.S !== undefined && version?.N !== undefined && value?.S !== undefined)
    return { key: key.S, version: Number(version.N), value: JSON.parse(value.S) };
  throw new ArtifactError(`Cannot read record "${key?.S}" of table "${table}": no version or value in it`);
}
