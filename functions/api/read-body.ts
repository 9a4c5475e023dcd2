import { exceedsDepth } from '../../evals/screening/exceeds-depth.ts';
import { ApiProblem } from './problem.ts';

/** The bytes of a body, read no further than the limit. @throws {ApiProblem} `too-large` */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new ApiProblem('malformed', 'The body broke off.', { cause });
    });
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
}

/** Lists and objects within one another, at most. */
const depth = 16;

/** The JSON of a request's body; undefined where it is empty. @throws {ApiProblem} */
export async function readJsonBody(
  request: Request,
  limit: number,
): Promise<{ text: string; value: unknown }> {
  const bytes = await readBody(request, limit);
  if (bytes.length === 0) return { text: '', value: undefined };
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:;|$)/iu.test(type)) {
    throw new ApiProblem('media-type', 'Send JSON, with `Content-Type: application/json`.');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: requireShallow(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem('malformed', 'The body is no JSON in UTF-8: check quotes, commas and brackets.');
  }
}

function requireShallow(value: unknown): unknown {
  if (!exceedsDepth(value, depth)) return value;
  throw new ApiProblem('malformed', `The body has lists and objects more than ${depth} deep in one another.`);
}

function tooLarge(limit: number): ApiProblem {
  return new ApiProblem(
    'too-large',
    `The body has more than ${limit} bytes, which is the most that is taken here.`,
  );
}
