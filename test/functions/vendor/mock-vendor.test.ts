import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VendorAnswerSchema, type VendorRequest } from '../../../evals/screening/vendor-contract.ts';
import { questions, requestOf } from '../../../functions/vendor/check/questions.ts';
import { BoundedMemory } from '../../../functions/vendor/mock/bounded-memory.ts';
import { type MockVendor, startMockVendor } from '../../../functions/vendor/mock/start-mock-vendor.ts';

let mock: MockVendor;

beforeAll(async () => {
  mock = await startMockVendor();
});
afterAll(() => mock.close());

const question = (name: keyof typeof questions = 'plain') =>
  requestOf(name, questions[name], randomBytes(8).toString('hex'));

function post(request: VendorRequest, headers: Record<string, string> = {}, url = mock.url) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': request.requestId, ...headers },
    body: JSON.stringify(request),
  });
}

describe('the example server', () => {
  it('answers by the contract, says that it is a mock, and answers the same again', async () => {
    const request = question();
    const first = await post(request);
    expect(first.status).toBe(200);
    const text = await first.text();
    const answer = VendorAnswerSchema.parse(JSON.parse(text));
    expect(answer).toMatchObject({ caseId: 'eksempel-1', model: { id: 'maalestok-mock', version: '1' } });
    expect(answer.findings.length).toBeGreaterThan(0);
    const before = mock.answered();
    expect(await (await post(request)).text()).toBe(text);
    expect(mock.answered()).toBe(before);
    expect(await (await post(question())).text()).toBe(text);
    expect(mock.answered()).toBe(before + 1);
  });

  it.each<[what: string, change: (request: VendorRequest) => object, field: string]>([
    ['no case', ({ case: _, ...rest }) => rest, 'case'],
    [
      'a date that is none',
      (r) => ({ ...r, case: { ...r.case, applicationDate: 'i går' } }),
      'case.applicationDate',
    ],
    ['a negative repeat', (r) => ({ ...r, repeat: -1 }), 'repeat'],
    ['another contract', (r) => ({ ...r, contract: 'maalestok.vendor.v2' }), 'contract'],
    ['a key of another form', (r) => ({ ...r, requestId: 'x' }), 'requestId'],
  ])('refuses %s and names the field', async (_, change, field) => {
    const response = await post(change(question()) as VendorRequest, { 'idempotency-key': '' });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { status: 400, field },
    });
  });

  it('refuses a key that was used for another question', async () => {
    const request = question();
    await post(request);
    const other = await post({ ...request, repeat: 1 });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ field: 'requestId' });
    const differs = await post(question(), { 'idempotency-key': request.requestId });
    expect(differs.status).toBe(400);
    expect(await differs.json()).toMatchObject({ field: 'idempotency-key' });
  });

  it('lays a fault on one request by its header, and refuses one that does not exist', async () => {
    const failed = await post(question(), { 'x-mock-fault': 'error-500' });
    expect(failed.status).toBe(500);
    const two = await post(question(), { 'x-mock-fault': 'bad-status, wrong-case' });
    expect(await two.json()).toMatchObject({ caseId: 'another-case', status: 'ok' });
    const unknown = await post(question(), { 'x-mock-fault': 'no-such' });
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({ field: 'x-mock-fault' });
    expect((await post(question())).status).toBe(200);
  });

  it('tells its health, and where else nothing is', async () => {
    const health = await fetch(new URL('/health', mock.url));
    expect(await health.json()).toEqual({
      status: 'ok',
      contract: 'maalestok.vendor.v1',
      model: { id: 'maalestok-mock', version: '1' },
    });
    expect((await fetch(new URL('/elsewhere', mock.url))).status).toBe(404);
  });

  it('answers later where it is told to, and the same key finds the same job', async () => {
    await using later = await startMockVendor({ async: true });
    const request = question();
    const accepted = await post(request, {}, later.url);
    expect(accepted.status).toBe(202);
    const place = new URL(accepted.headers.get('location')!, later.url);
    expect((await fetch(place)).status).toBe(202);
    let ready = await fetch(place);
    while (ready.status === 202) ready = await fetch(place);
    const answers = [await ready.text(), await (await fetch(place)).text()];
    expect(JSON.parse(answers[0]!)).toMatchObject({ caseId: 'eksempel-1' });
    expect(answers[1]).toBe(answers[0]);
    expect((await post(request, {}, later.url)).headers.get('location')).toBe(
      accepted.headers.get('location'),
    );
    expect(later.answered()).toBe(1);
  });
});

describe('bounded memory', () => {
  it('forgets the oldest first, and counts what is set again as new', () => {
    const memory = new BoundedMemory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('a', 3);
    memory.set('c', 4);
    expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([3, undefined, 4]);
  });
});
