import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { type AskedOfAws, actionOfS3, signerOf } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';

/** What the way to the server does with a call: passes it on, answers itself, or cuts the answer after some bytes. */
export type S3Mishap = 'pass' | { status: number; code: string } | { cutAfter: number };

/** A call as it came: `GET /bucket/key?…`. */
export type S3Call = string;

export interface S3Server {
  url: string;
  /** Another client, as the SDK is used in earnest but for endpoint and keys. */
  client(): S3Client;
  makeBucket(name: string): Promise<void>;
  /** Asked for each call with its number; absent: all pass. */
  mishap: ((call: S3Call, index: number) => S3Mishap) | undefined;
  calls: S3Call[];
  /** The same calls, as IAM sees them; with what it takes to be told that something is absent. */
  asked: () => AskedOfAws[];
  close(): Promise<void>;
}

/** An S3 wire server behind a way on which calls can fail and answers can be cut. */
export async function startS3Server(): Promise<S3Server> {
  const server = await startFauxqs({ port: 0, logger: false });
  const state: Pick<S3Server, 'mishap' | 'calls'> = { mishap: undefined, calls: [] };
  const signers: string[] = [];
  const statuses: (number | undefined)[] = [];
  const way = createServer((from, to) => {
    const call = `${from.method} ${decodeURIComponent(from.url ?? '')}`;
    const index = state.calls.push(call) - 1;
    // An address that was signed says so itself.
    signers[index] = signerOf(from.headers.authorization ?? call);
    const mishap = state.mishap?.(call, index) ?? 'pass';
    const note = (status: number | undefined) => {
      statuses[index] = status;
    };
    if (mishap === 'pass') passOn(from, to, server.port, note);
    else if ('cutAfter' in mishap) passOn(from, to, server.port, note, mishap.cutAfter);
    else {
      from.resume();
      to.writeHead(mishap.status, { 'content-type': 'application/xml' });
      to.end(`<Error><Code>${mishap.code}</Code><Message>as told</Message></Error>`);
    }
  });
  await new Promise<void>((done) => way.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(way.address() as AddressInfo).port}`;
  const client = () =>
    new S3Client({
      endpoint: url,
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: {
        accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID!,
        secretAccessKey: fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY!,
      },
    });
  return Object.assign(state, {
    url,
    client,
    asked: () =>
      [...state.calls.keys()]
        .filter((at) => signers[at] !== fakeAwsEnvironment.AWS_ACCESS_KEY_ID)
        .flatMap((at) => {
          const by = signers[at]!;
          const asked: AskedOfAws = { by, ...actionOfS3(state.calls[at]!) };
          const [bucket = ''] = asked.resource.split('/');
          // To who may not list the bucket S3 says that it denies what is not there.
          const absent = asked.action === 's3:GetObject' && statuses[at] === 404;
          return absent ? [asked, { by, action: 's3:ListBucket', resource: bucket }] : [asked];
        }),
    async makeBucket(name: string) {
      const maker = client();
      await maker.send(new CreateBucketCommand({ Bucket: name }));
      maker.destroy();
    },
    async close() {
      way.closeAllConnections();
      await new Promise((done) => way.close(done));
      await server.stop();
    },
  });
}

function passOn(
  from: IncomingMessage,
  to: ServerResponse,
  port: number,
  note: (status: number | undefined) => void,
  cutAfter?: number,
): void {
  const { url, method, headers } = from;
  const onward = request({ host: '127.0.0.1', port, path: url, method, headers, agent: false }, (answer) => {
    note(answer.statusCode);
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    if (cutAfter === undefined) answer.pipe(to);
    else void cut(answer, to, cutAfter);
  });
  onward.on('error', () => to.destroy());
  from.pipe(onward);
}

async function cut(answer: IncomingMessage, to: ServerResponse, after: number): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  to.write(Buffer.concat(chunks).subarray(0, after), () => to.destroy());
}
