import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked, as the chat format has it. */
export interface ChatRequest {
  url: string;
  headers: IncomingMessage['headers'];
  body: { model: string; messages: { role: string; content: string }[]; [key: string]: unknown };
}

export interface ChatReply {
  status?: number;
  headers?: Record<string, string>;
  /** The message of the assistant; or the whole body, where it is an object. */
  content: string | object;
  usage?: object;
}

export interface OpenAiServer {
  /** As `apiBaseUrl`. */
  url: string;
  requests: ChatRequest[];
  close(): Promise<void>;
}

/**
 * A service on this machine that speaks the OpenAI chat format.
 * @param answer undefined: no reply comes before the other side hangs up
 */
export async function startOpenAiServer(
  answer: (request: ChatRequest, index: number) => ChatReply | undefined,
): Promise<OpenAiServer> {
  const requests: ChatRequest[] = [];
  const server = createServer(async (incoming, response) => {
    let text = '';
    for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
    const request = { url: incoming.url ?? '', headers: incoming.headers, body: JSON.parse(text) };
    requests.push(request);
    const reply = answer(request, requests.length - 1);
    if (reply !== undefined) send(response, request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { body }: ChatRequest, reply: ChatReply): void {
  const { status = 200, headers = {}, content, usage = defaultUsage } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  const whole = typeof content === 'string' ? completion(body.model, content, usage) : content;
  response.end(JSON.stringify(whole));
}

const defaultUsage = { prompt_tokens: 1200, completion_tokens: 34, total_tokens: 1234 };

function completion(model: string, content: string, usage: object): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage,
  };
}
