import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { InputError, ModelCallError } from '../../../../datasets/errors.ts';
import { describeModel } from '../../../contract/model.ts';
import { type ChatReply, startOpenAiServer } from '../../../support/openai-server.ts';
import { chatReplyOf, makePromptfooModel } from '../../../support/promptfoo-model.ts';
import { smallCase, temporaryFolder } from '../../../support/small-dataset.ts';

const question = { repeat: 0, requestId: 'ab'.repeat(32), signal: new AbortController().signal };

describeModel('promptfoo, openai:chat', {
  async create(behaviour) {
    const server = await startOpenAiServer(() => chatReplyOf(behaviour));
    const { model } = await makePromptfooModel({
      provider: 'openai:chat:local',
      config: { apiBaseUrl: server.url, apiKey: 'none' },
    });
    return { model, asked: () => server.requests.length, dispose: () => dispose(server, model) };
  },
});

describeModel('promptfoo, http', {
  async create(behaviour) {
    const server = await startOpenAiServer(() => chatReplyOf(behaviour));
    const { model } = await makePromptfooModel({
      provider: `${server.url}/chat/completions`,
      config: {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: { model: 'local', messages: '{{prompt}}' },
        transformResponse: 'json.choices[0].message.content',
      },
    });
    return { model, asked: () => server.requests.length, dispose: () => dispose(server, model) };
  },
});

let runs = 0;
describeModel('promptfoo, a provider in a file', {
  async create(behaviour) {
    runs += 1;
    const run = `run${runs}`;
    const config = JSON.parse(JSON.stringify({ behaviour, run }));
    const { model } = await makePromptfooModel({ provider: 'file://./file-provider.mjs', config });
    const counts = globalThis as { fileProviderAsked?: Record<string, number> };
    return {
      model,
      asked: () => counts.fileProviderAsked?.[run] ?? 0,
      dispose: async () => model.close?.(),
    };
  },
});

async function dispose(server: { close(): Promise<void> }, model: { close?(): Promise<void> }) {
  await model.close?.();
  await server.close();
}

/** One call of `openai:chat` against a service that replies so. */
function call(
  reply: ChatReply,
  changes: Parameters<typeof makePromptfooModel>[0] = { provider: 'openai:chat:local' },
  environment: NodeJS.ProcessEnv = {},
) {
  return callWithoutKey(reply, { ...changes, config: { apiKey: 'none', ...changes.config } }, environment);
}

async function callWithoutKey(
  reply: ChatReply,
  changes: Parameters<typeof makePromptfooModel>[0] = { provider: 'openai:chat:local' },
  environment: NodeJS.ProcessEnv = {},
) {
  const server = await startOpenAiServer(() => reply);
  try {
    const config = { apiBaseUrl: server.url, ...changes.config };
    const made = await makePromptfooModel({ ...changes, config }, { environment });
    const answer = await made.model.screen(smallCase('c1'), question).catch((error: Error) => error);
    return { answer, made, requests: server.requests };
  } finally {
    await server.close();
  }
}

describe('a model through promptfoo', () => {
  it('is sent our prompt as a chat, word for word, however like a template it reads', async () => {
    const server = await startOpenAiServer(() => ({ content: '{"findings":[]}' }));
    const made = await makePromptfooModel({
      provider: 'openai:chat:local',
      config: { apiBaseUrl: server.url, apiKey: 'none', temperature: 0 },
    });
    const shown = smallCase('c1', {
      fields: { navn: '{{ env.HOME }} {% raw %} {# væk #} file:///etc/passwd "quoted" \\ {{7*7}}' },
    });
    await made.model.screen(shown, question);
    await server.close();
    const [request] = server.requests;
    expect(JSON.stringify(request?.body.messages)).toBe(made.inputText(shown));
    expect(request?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(request?.body.messages[1]?.content).toContain(
      '{{ env.HOME }} {% raw %} {# væk #} file:///etc/passwd',
    );
    expect(request?.body).toMatchObject({ model: 'local', temperature: 0 });
  });

  it('tells the tokens of an answer, those of the prompt cache among them', async () => {
    const usage = {
      prompt_tokens: 1200,
      completion_tokens: 34,
      total_tokens: 1234,
      prompt_tokens_details: { cached_tokens: 1000 },
    };
    const { answer } = await call({ content: '{"findings":[],"outcome":"complete"}', usage });
    expect(answer).toEqual({
      status: 'answered',
      outcome: 'complete',
      findings: [],
      usage: { inputTokens: 1200, outputTokens: 34, cacheReadTokens: 1000 },
    });
  });

  it('reads an answer that is almost JSON, and says that it was repaired', async () => {
    const content =
      'Her er svaret:\n```json\n{"findings": [{"text": "Mangler plan", "code": "x1",}]}\n```\nVenlig hilsen';
    const { answer } = await call({ content });
    expect(answer).toMatchObject({
      repaired: true,
      findings: [{ findingId: 'f1', text: 'Mangler plan', code: 'x1' }],
    });
  });

  it('takes what was cut or held back for no answer, though it looks like one', async () => {
    for (const [finish, status, kind] of [
      ['length', 'invalid', 'max-tokens'],
      ['content_filter', 'failed', 'refused'],
    ]) {
      const message = { role: 'assistant', content: '{"status":"answered","findings":[]}' };
      const { answer } = await call({ content: { choices: [{ message, finish_reason: finish }] } });
      expect(answer).toMatchObject({ status, findings: [], error: { kind } });
    }
  });

  it('takes a refusal for no answer: that it abstains, a model says itself', async () => {
    const content = {
      usage: { prompt_tokens: 1200, completion_tokens: 3, total_tokens: 1203 },
      choices: [{ message: { role: 'assistant', refusal: 'no', content: null }, finish_reason: 'stop' }],
    };
    const { answer, requests } = await call({ content });
    expect(answer).toMatchObject({
      ...{ status: 'failed', findings: [], error: { kind: 'refused' } },
      usage: { inputTokens: 1200, outputTokens: 3 },
    });
    expect(requests).toHaveLength(1);
  });

  it('resolves secrets, however deep, and never says them', async () => {
    const secret = 'sk-meget-hemmelig-1234';
    const config = { apiKey: 'env:TEST_KEY', headers: { 'x-second': 'env:TEST_KEY', 'x-plain': 'plain' } };
    const reply = { status: 401, content: { error: { message: `Incorrect API key provided: ${secret}` } } };
    const { answer, requests } = await call(
      reply,
      { provider: 'openai:chat:local', config },
      { TEST_KEY: secret },
    );
    expect(requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'x-second': secret,
      'x-plain': 'plain',
    });
    expect(answer).toBeInstanceOf(ModelCallError);
    expect(answer).toMatchObject({ kind: 'http-401', retryable: false });
    expect(`${(answer as Error).stack} ${(answer as Error).cause}`).not.toContain(secret);
    expect((answer as Error).message).toContain('[secret]');
  });

  it('never says a key that promptfoo takes from the environment, in an error or in an answer', async () => {
    const secret = 'sk-of-the-environment-"1234"';
    vi.stubEnv('OPENAI_API_KEY', secret);
    const findings = [{ text: `you sent ${secret}`, citations: [secret], evidence: [{ field: secret }] }];
    const content = JSON.stringify({ findings });
    const refused = await callWithoutKey({
      status: 401,
      content: { error: { message: `bad key ${secret}` } },
    });
    const answered = await callWithoutKey({ content });
    const escaped = await callWithoutKey({ content: content.replaceAll('sk-', '\\u0073k-') });
    vi.unstubAllEnvs();
    expect(refused.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect((refused.answer as Error).message).toContain('bad key [secret]');
    const hidden = {
      text: 'you sent [secret]',
      citations: ['[secret]'],
      evidence: [{ field: '[secret]' }],
    };
    expect(answered.answer).toMatchObject({ findings: [hidden] });
    expect(escaped.answer).toMatchObject({ findings: [hidden] });
  });

  it('has a fingerprint of provider, config and prompt, whatever the secret is', async () => {
    const of = async (changes: object, key = 'a') =>
      (await makePromptfooModel({ ...entry, ...changes }, { environment: { TEST_KEY: key } })).fingerprint;
    const entry = { provider: 'openai:chat:local', config: { apiKey: 'env:TEST_KEY' } };
    const fingerprint = await of({});
    expect(await of({}, 'b')).toBe(fingerprint);
    expect(await of({ provider: 'openai:chat:other' })).not.toBe(fingerprint);
    expect(await of({ config: { ...entry.config, temperature: 1 } })).not.toBe(fingerprint);
    expect(await of({ prompt: 'screening-da-1' })).not.toBe(fingerprint);
  });

  it('has another fingerprint where the code of its file is another', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const of = async (name: string, code: string, config = {}) => {
      await writeFile(join(folder, name), code);
      const provider = name === 'model.mjs' ? `file://./${name}` : 'openai:chat:local';
      return (await makePromptfooModel({ provider, config }, { folder })).fingerprint;
    };
    const code = 'export default class { id() { return "x"; } async callApi() { return {}; } }';
    const first = await of('model.mjs', code);
    expect(await of('model.mjs', `${code}\n// changed`)).not.toBe(first);
    expect(await of('model.mjs', code)).toBe(first);
    const config = { nested: ['file://transform.js:read'] };
    const second = await of('transform.js', '1', config);
    expect(await of('transform.js', '2', config)).not.toBe(second);
  });

  it('reaches none of promptfoo’s own services', async () => {
    await makePromptfooModel({ provider: 'openai:chat:local' });
    for (const url of [
      'https://r.promptfoo.app/',
      'https://a.promptfoo.app/batch/',
      'https://api.promptfoo.dev/x',
    ]) {
      await expect(fetch(url)).rejects.toThrow('requests to promptfoo’s own services are off');
    }
  });

  it.each([
    ['the id', { provider: 'http://127.0.0.1:9/v1' }, 'provider'],
    ['the id, behind a name', { provider: 'webhook:http://10.0.0.1/hook' }, 'provider'],
    ['a socket', { provider: 'websocket:ws://localhost:9/' }, 'provider'],
    [
      'the config',
      { provider: 'openai:chat:local', config: { apiBaseUrl: 'https://127.0.0.1:9/v1' } },
      'config.apiBaseUrl',
    ],
    [
      'the config, deep',
      { provider: 'openai:chat:local', config: { auth: [{ tokenUrl: 'https://169.254.169.254/' }] } },
      'config.auth.0.tokenUrl',
    ],
    [
      'a secret',
      { provider: 'openai:chat:local', config: { apiBaseUrl: 'env:TEST_URL' } },
      'config.apiBaseUrl',
    ],
  ])('refuses an address in a private network that stands in %s', async (_, entry, field) => {
    const environment = { TEST_URL: 'https://name:a-secret@example.com/' };
    const made = makePromptfooModel(entry, { allowPrivate: false, environment }).catch((error) => error);
    expect(await made).toMatchObject({ name: 'InputError', problem: { field } });
    expect(String(await made)).not.toContain('a-secret');
  });

  it('opens private networks by the flag, and never the addresses of cloud metadata', async () => {
    const config = { apiBaseUrl: 'http://169.254.169.254/latest' };
    const made = makePromptfooModel({ provider: 'openai:chat:local', config }, { allowPrivate: true });
    await expect(made).rejects.toMatchObject({ problem: { field: 'config.apiBaseUrl' } });
  });

  it('calls no address of a private network that the config does not tell', async () => {
    const server = await startOpenAiServer(() => ({ content: '{"findings":[]}' }));
    for (const baseUrl of [server.url, `https://localhost:${new URL(server.url).port}/v1`]) {
      vi.stubEnv('OPENAI_BASE_URL', baseUrl);
      const entry = { provider: 'openai:chat:local', config: { apiKey: 'none' } };
      const { model } = await makePromptfooModel(entry, { allowPrivate: false });
      await expect(model.screen(smallCase('c1'), question)).rejects.toMatchObject({
        kind: 'refused-address',
        retryable: false,
      });
    }
    vi.unstubAllEnvs();
    await server.close();
    expect(server.requests).toEqual([]);
  });

  it('follows no redirect to an address that may not be called', async () => {
    const headers = { location: 'http://169.254.169.254/latest/meta-data' };
    const { answer } = await call({ status: 307, headers, content: {} });
    expect(answer).toMatchObject({ kind: 'refused-address' });
  });

  it('names the variable of a secret that is not there', async () => {
    const made = makePromptfooModel({ provider: 'openai:chat:local', config: { apiKey: 'env:NOT_SET' } });
    await expect(made).rejects.toMatchObject({ name: 'InputError', problem: { field: 'env:NOT_SET' } });
  });

  it('never quotes what was sent where the service does', async () => {
    const content = { error: { message: 'x' } };
    const server = await startOpenAiServer(({ body }) => ({
      status: 422,
      content: { ...content, echo: body.messages[1]?.content },
    }));
    const { model } = await makePromptfooModel({
      provider: 'openai:chat:local',
      config: { apiBaseUrl: server.url, apiKey: 'none' },
    });
    const answer = await model.screen(smallCase('c1'), question).catch((error: Error) => error);
    await server.close();
    expect(answer).toMatchObject({ kind: 'http-422' });
    expect(String(answer)).not.toContain('skur');
  });

  it('waits as long as the service says', async () => {
    const { answer } = await call({ ...(chatReplyOf({ kind: 'throttles' }) as ChatReply) });
    expect(answer).toMatchObject({ name: 'ModelThrottledError', retryAfterMs: 2000 });
  });

  it('does not ask again where the credit is used up', async () => {
    const content = { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } };
    const { answer } = await call({ status: 429, content });
    expect(answer).toMatchObject({ name: 'ModelCallError', kind: 'quota', retryable: false });
  });

  it('asks again where nobody listens', async () => {
    const { model } = await makePromptfooModel({
      provider: 'openai:chat:local',
      config: { apiBaseUrl: 'http://127.0.0.1:9/v1', apiKey: 'none' },
    });
    await expect(model.screen(smallCase('c1'), question)).rejects.toMatchObject({
      kind: 'network',
      retryable: true,
    });
  });

  it.each([
    ['nonsense:model', 'Check the form of the id'],
    ['file://./no-such-file.mjs', 'Check the path, relative to the suite'],
    ['promptfoo:redteam:iterative', 'Name the provider behind it'],
    ['promptfoo://provider/1234', 'Name the provider behind it'],
  ])('refuses %s', async (provider, mend) => {
    const made = makePromptfooModel({ provider }).catch((error: Error) => error);
    expect(await made).toBeInstanceOf(InputError);
    expect(await made).toMatchObject({ problem: { field: 'provider', mend: expect.stringContaining(mend) } });
  });

  it('says which package a provider needs that is not installed', async () => {
    const { model } = await makePromptfooModel({ provider: 'sagemaker:jumpstart:some-endpoint' });
    await expect(model.screen(smallCase('c1'), question)).rejects.toMatchObject({
      name: 'InputError',
      problem: { mend: expect.stringContaining('npm install --save-dev @aws-sdk/client-sagemaker-runtime') },
    });
  });
});
