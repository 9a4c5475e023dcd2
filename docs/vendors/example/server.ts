// The smallest server that meets Målestok's vendor contract. Needs Node 24 and nothing else:
//   VENDOR_KEY=choose-a-key node server.ts 8080
// Replace `screen` with your model. Keys are kept in memory here; keep them where a restart does not lose them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const key = process.env.VENDOR_KEY;
const answers = new Map<string, string>();
const largest = 32 * 1024 * 1024;

/** The fields of a question that this server reads; there are more. */
interface Question {
  contract?: unknown;
  requestId?: unknown;
  case?: { caseId?: unknown; fields?: Record<string, unknown> };
}

/** One case (sag) to its findings (fund). This one looks at a single number. */
async function screen(shown: NonNullable<Question['case']>): Promise<object[]> {
  const metres = shown.fields?.afstand_nabo_m;
  if (typeof metres !== 'number' || metres >= 2.5) return [];
  return [
    {
      findingId: 'f1',
      text: `Bygningen står ${metres} m fra skel; kommunen skal foretage en helhedsvurdering.`,
      code: 'afstand_skel_vej_bolig',
      citations: ['BR18 § 177, nr. 2'],
      evidence: [{ field: 'afstand_nabo_m' }],
    },
  ];
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

/** An error by RFC 9457; `detail` names the field. */
function refuse(response: ServerResponse, status: number, title: string, detail: string): void {
  send(response, status, JSON.stringify({ title, status, detail }), 'application/problem+json');
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return send(response, 200, '{"status":"ok"}');
  if (request.method !== 'POST') return refuse(response, 405, 'Method not allowed', 'POST a case');
  if (key && request.headers['x-api-key'] !== key) return refuse(response, 401, 'Unauthorized', 'x-api-key');
  if (!request.headers['content-type']?.startsWith('application/json'))
    return refuse(response, 415, 'Unsupported media type', 'content-type: application/json');
  const text = await readBody(request);
  if (text === undefined) return refuse(response, 413, 'Too large', `body: at most ${largest} bytes`);
  let question: Question | null;
  try {
    question = JSON.parse(text);
  } catch {
    return refuse(response, 400, 'Bad request', 'body: no JSON');
  }
  if (question?.contract !== 'maalestok.vendor.v1') return refuse(response, 400, 'Bad request', 'contract');
  if (typeof question.requestId !== 'string') return refuse(response, 400, 'Bad request', 'requestId');
  if (typeof question.case?.caseId !== 'string') return refuse(response, 400, 'Bad request', 'case.caseId');
  // The same key gets the same answer: it is the same question, asked again because an answer was lost.
  let body = answers.get(question.requestId);
  if (body === undefined) {
    const findings = await screen(question.case);
    const model = { id: 'my-model', version: '1.0' };
    body = JSON.stringify({ caseId: question.case.caseId, status: 'answered', findings, model });
    answers.set(question.requestId, body);
  }
  send(response, 200, body);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => refuse(response, 500, 'Internal error', 'the server failed'));
});
server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/screen`);
});
