import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { z } from 'zod';
import { type AskedOfAws, signerOf } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';

/** What the way to the server does with a call: passes it on, answers itself, or lets it be done and loses the answer. */
export type Mishap = 'pass' | 'lose' | { status: number; type: string };

export interface DynamoServer {
  url: string;
  table: string;
  /** Another client, as the SDK is used in earnest but for endpoint and keys. */
  client(): DynamoDBClient;
  /** Asked for each call with its number and action; absent: all pass. */
  mishap: ((call: number, action: string) => Mishap) | undefined;
  calls: string[];
  /** What came, as IAM sees it. */
  asked: AskedOfAws[];
  close(): Promise<void>;
}

/** A DynamoDB wire server with a registry's table, behind a way on which answers can be lost. */
export async function startDynamoServer(): Promise<DynamoServer> {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const state: Pick<DynamoServer, 'mishap' | 'calls'> = { mishap: undefined, calls: [] };
  const asked: AskedOfAws[] = [];
  const way = createServer((from, to) => {
    const action = String(from.headers['x-amz-target']).replace(/^.*\./u, '');
    const call = state.calls.push(action) - 1;
    noteBody(from, (body) => asked.push(askedBy(from, action, body)));
    const mishap = state.mishap?.(call, action) ?? 'pass';
    if (typeof mishap === 'object') {
      from.resume();
      to.writeHead(mishap.status, { 'content-type': 'application/x-amz-json-1.0' });
      to.end(
        JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${mishap.type}`, message: 'as told' }),
      );
    } else passOn(from, to, port, mishap === 'lose');
  });
  await new Promise<void>((done) => way.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(way.address() as AddressInfo).port}`;
  const client = () =>
    new DynamoDBClient({
      endpoint,
      region: 'eu-central-1',
      credentials: {
        accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID!,
        secretAccessKey: fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY!,
      },
    });
  const table = 'registry';
  const maker = client();
  await maker.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'collection', AttributeType: 'S' },
        { AttributeName: 'key', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'collection', KeyType: 'HASH' },
        { AttributeName: 'key', KeyType: 'RANGE' },
      ],
    }),
  );
  maker.destroy();
  return Object.assign(state, {
    url: endpoint,
    table,
    client,
    asked,
    close: async () => {
      way.closeAllConnections();
      await new Promise((done) => way.close(done));
      await new Promise<void>((done) => server.close(() => done()));
    },
  });
}

/** Where the partition stands: in an item, a key or a query's condition. */
const PartitionSchema = z.object({ S: z.string() });
const BodySchema = z.looseObject({
  TableName: z.string(),
  Item: z.looseObject({ collection: PartitionSchema }).optional(),
  Key: z.looseObject({ collection: PartitionSchema }).optional(),
  ExpressionAttributeValues: z.looseObject({ ':collection': PartitionSchema.optional() }).optional(),
});

function askedBy({ headers }: IncomingMessage, action: string, text: string): AskedOfAws {
  const { TableName, Item, Key, ExpressionAttributeValues: values } = BodySchema.parse(JSON.parse(text));
  const { S: partition } = (Item ?? Key)?.collection ?? values?.[':collection'] ?? {};
  return {
    by: signerOf(headers.authorization),
    action: `dynamodb:${action}`,
    resource: TableName,
    partition,
  };
}

function noteBody(from: IncomingMessage, note: (body: string) => void): void {
  const chunks: Buffer[] = [];
  from
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => note(Buffer.concat(chunks).toString()));
}

function passOn(from: IncomingMessage, to: ServerResponse, port: number, lose: boolean): void {
  const { url, method, headers } = from;
  const onward = request({ host: '127.0.0.1', port, path: url, method, headers, agent: false }, (answer) => {
    if (lose) {
      answer.resume().on('end', () => to.destroy());
      return;
    }
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(to);
  });
  onward.on('error', () => to.destroy());
  from.pipe(onward);
}
