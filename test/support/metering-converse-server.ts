import { createServer, type Http2ServerRequest } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { encode } from 'gpt-tokenizer/model/gpt-4o';
import type { Label } from '../../datasets/label.ts';

/** The parts of a Converse request that cost tokens. */
interface Request {
  system: { text?: string; cachePoint?: object }[];
  messages: { content: { text?: string }[] }[];
  toolConfig?: { tools: object[] };
}

interface Usage {
  inputTokens: number;
  outputTokens: number;
  totalTokens: number;
  cacheReadInputTokens?: number;
  cacheWriteInputTokens?: number;
}

export interface MeteringServer {
  url: string;
  /** Connections opened by anyone, asked or not. */
  connections(): number;
  /** What each call was billed, by model, as the server's own books have it. */
  billed: Map<string, Usage[]>;
  close(): Promise<void>;
}

/** What a service adds of its own: a frame around each message, and instructions where a tool is to be used. */
const frameTokens = 9;
const toolTokens = 330;
const answerFrameTokens = 25;

/**
 * Speaks Converse on 127.0.0.1 and bills for what came over the wire, by its own count: the bytes received, with what a
 * service adds, a prompt cache that serves only what an earlier answer has put there, and answers of its own, made
 * from labels and from words of the request.
 */
export async function startMeteringServer(
  labels: readonly Label[],
  delayMs: number,
): Promise<MeteringServer> {
  const billed = new Map<string, Usage[]>();
  const cached = new Set<string>();
  let connections = 0;
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer(async (request, response) => {
    const model = decodeURIComponent(request.url).split('/')[2]!;
    const body = JSON.parse(await readBody(request)) as Request;
    const asked = billed.get(model)?.length ?? 0;
    const answer = writeAnswer(labels[asked % labels.length]!, textOf(body), asked);
    const prefix = body.system.some(({ cachePoint }) => cachePoint !== undefined)
      ? `${model} ${JSON.stringify([body.toolConfig, body.system])}`
      : undefined;
    const usage = bill(body, answer, prefix !== undefined && cached.has(prefix), prefix !== undefined);
    billed.set(model, [...(billed.get(model) ?? []), usage]);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (prefix !== undefined) cached.add(prefix);
    response.setHeader('content-type', 'application/json');
    const toolUse = { toolUseId: 'tooluse_1', name: 'screening', input: answer };
    const output = { message: { role: 'assistant', content: [{ toolUse }] } };
    response.end(JSON.stringify({ output, stopReason: 'tool_use', usage, metrics: { latencyMs: delayMs } }));
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.on('session', (session) => {
    sockets.add(session);
    session.once('close', () => sockets.delete(session));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    billed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function bill(body: Request, answer: object, hit: boolean, caches: boolean): Usage {
  const tools =
    body.toolConfig === undefined ? 0 : tokensOf(JSON.stringify(body.toolConfig.tools)) + toolTokens;
  const system = body.system.reduce((sum, { text }) => sum + tokensOf(text ?? ''), frameTokens);
  const messages = body.messages.flatMap(({ content }) => content);
  const rest = messages.reduce((sum, { text }) => sum + tokensOf(text ?? ''), frameTokens);
  const outputTokens = tokensOf(JSON.stringify(answer)) + answerFrameTokens;
  const prefix = tools + system;
  const inputTokens = caches ? rest : rest + prefix;
  const used = { inputTokens, outputTokens, totalTokens: prefix + rest + outputTokens };
  if (!caches) return used;
  return { ...used, [hit ? 'cacheReadInputTokens' : 'cacheWriteInputTokens']: prefix };
}

/** What a model could write of a case with these defects. */
function writeAnswer({ outcome, defects }: Label, shown: string, seed: number): object {
  return {
    status: 'answered',
    outcome,
    findings: defects.map(({ code, note, citationSets, evidence }, at) => ({
      text: note ?? code,
      code,
      citations: citationSets[0] ?? [],
      evidence: evidence.slice(0, 3).map((place, part) => {
        const start = (seed * 977 + at * 331 + part * 113) % Math.max(1, shown.length - 90);
        return { ...place, quote: shown.slice(start, start + 30 + ((seed + part) % 60)) };
      }),
      confidence: Number((0.5 + ((seed * 7 + at) % 50) / 100).toFixed(2)),
      needsJudgement: at % 3 === 0,
    })),
  };
}

function textOf({ messages }: Request): string {
  return messages.flatMap(({ content }) => content.map(({ text }) => text ?? '')).join('\n');
}

function tokensOf(text: string): number {
  return encode(Buffer.from(text, 'utf8').toString('utf8'), { disallowedSpecial: new Set() }).length;
}

async function readBody(request: Http2ServerRequest): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
