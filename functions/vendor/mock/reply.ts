/** What the example server sends back, before any fault is laid on it. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** How the bytes leave: absent, at once and whole. */
  manner?: Manner;
}

/** `drip`: a byte at a time; `truncated`: half of them; `hang`: never; `reset`: the connection breaks. */
export type Manner = 'drip' | 'truncated' | 'hang' | 'reset';

const encoder = new TextEncoder();

export function replyJson(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: encoder.encode(JSON.stringify(value)),
  };
}

/** An error by RFC 9457. `field` is the part of the request that is wrong. */
export function replyProblem(status: number, title: string, detail: string, field?: string): Reply {
  const problem = { title, status, detail, ...(field === undefined ? {} : { field }) };
  return replyJson(status, problem, { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** The same reply with another body. */
export function withText(reply: Reply, text: string, contentType?: string): Reply {
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  return { ...reply, headers: { ...reply.headers, ...headers }, body: encoder.encode(text) };
}
