import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesIn, openPublishing } from '../../support/published-runs.ts';

let place: Awaited<ReturnType<typeof openPublishing>>;
let whole: Map<string, string>;
beforeAll(async () => {
  place = await openPublishing();
  const done = await place.publish(place.one, await place.consent(['god', 'anden']));
  expect(done.code).toBe(0);
  expect((await place.build()).code).toBe(0);
  whole = await filesIn(place.site);
});
afterAll(() => place.close());

it('a site that several build at once is whole, and who comes too late is told', async () => {
  for (let round = 0; round < 3; round += 1) {
    const done = await Promise.all([place.build(), place.build(), place.build()]);
    expect(done.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stderr } of done) {
      if (code !== 0) expect([code, stderr]).toEqual([2, expect.stringContaining('in use by process')]);
    }
    expect(await filesIn(place.site)).toEqual(whole);
  }
});

it('a site named with a slash at its end is the same, and nothing is left beside it', async () => {
  const before = await readdir(place.folder);
  const done = await place.build(`${place.site}/`);
  expect([done.code, done.stderr]).toEqual([0, '']);
  expect(await filesIn(place.site)).toEqual(whole);
  expect(await readdir(place.folder)).toEqual(before);
});
