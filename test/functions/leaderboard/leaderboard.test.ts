import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArtifactError } from '../../../datasets/errors.ts';
import { ComparisonSchema } from '../../../evals/comparison.ts';
import { BoardListSchema, BoardSchema, ModelHistorySchema } from '../../../evals/publishing/board.ts';
import { buildBoards } from '../../../evals/publishing/build-boards.ts';
import { listPublications } from '../../../functions/cli/publish/list-publications.ts';
import { apiPaths } from '../../../reports/leaderboard/site-paths.ts';
import { copyRun, filesIn, hostileModel, openPublishing } from '../../support/published-runs.ts';
import { runCli } from '../../support/run-cli.ts';

let place: Awaited<ReturnType<typeof openPublishing>>;
beforeAll(async () => {
  place = await openPublishing();
});
afterAll(() => place.close());

const boardsOf = (files: Map<string, string>) =>
  BoardListSchema.parse(JSON.parse(files.get(apiPaths.boards)!)).boards;
const boardOf = (files: Map<string, string>, split: string) => {
  const key = boardsOf(files).find(({ dataset }) => dataset.split === split)!.comparabilityKey;
  return BoardSchema.parse(JSON.parse(files.get(apiPaths.board(key))!));
};

describe('maalestok publish', () => {
  it('refuses a run without any consent, and one that is given nothing to go by', async () => {
    const nobody = await place.publish(place.one, await place.consent(['en-anden']));
    expect([nobody.code, nobody.stderr]).toEqual([
      2,
      expect.stringContaining('a run without a model whose consent is recorded'),
    ]);
    const nothing = await runCli(['publish', place.one, '--to', place.pub]);
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('no --consent')]);
  });

  it('refuses a consent file that is wrong, with the line', async () => {
    const file = join(place.folder, 'wrong.yaml');
    await writeFile(file, 'schema: maalestok.consent.v1\nconsents:\n  - {model: god, date: 2026-10-01}\n');
    const done = await place.publish(place.one, file);
    expect([done.code, done.stderr]).toEqual([
      2,
      expect.stringContaining('wrong.yaml, line 3, field consents[0].by'),
    ]);
  });

  it('refuses a run on the practice split: its scores are never ranked', async () => {
    const done = await place.publish(await place.practice(), await place.consent(['god']));
    expect([done.code, done.stderr]).toEqual([
      2,
      expect.stringContaining('practice scores are never ranked'),
    ]);
  });

  it('refuses an altered and an unsigned result', async () => {
    const file = await place.consent(['god']);
    const altered = await copyRun(place.one, 'altered');
    const result = join(altered, 'result.json');
    const text = await readFile(result, 'utf8');
    await writeFile(result, text.replace('"titleEn": "Small"', '"titleEn": "Larger"'));
    const unsigned = await copyRun(place.one, 'unsigned');
    await rm(join(unsigned, 'result.sig.json'));
    const [a, b] = [await place.publish(altered, file), await place.publish(unsigned, file)];
    expect([a.code, a.stderr]).toEqual([2, expect.stringContaining('not genuine')]);
    expect([b.code, b.stderr]).toEqual([2, expect.stringContaining('a result without a signature')]);
  });

  it('refuses answers in which the gate finds personal data', async () => {
    const spoilt = await copyRun(place.one, 'spoilt');
    const answers = [...(await filesIn(join(spoilt, 'screenings', 'god'))).keys()][0]!;
    const path = join(spoilt, 'screenings', 'god', answers);
    // An address that nobody has.
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"text":"', '"text":"Skriv til x@borger.example.dk '),
    );
    const done = await place.publish(spoilt, await place.consent(['god']));
    expect([done.code, done.stderr]).toEqual([
      2,
      expect.stringMatching(/open findings of the anonymisation gate \(.*email.*\)/u),
    ]);
  });
});

describe('the leaderboard of three runs on two keys', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    const file = await place.consent(['god', 'anden', hostileModel]);
    for (const run of [place.one, place.hostile, place.other]) {
      const done = await place.publish(run, file);
      expect([done.code, done.stderr]).toEqual([0, '']);
    }
    const built = await place.build();
    expect([built.code, built.stderr]).toEqual([0, '']);
    files = await filesIn(place.site);
  });

  it('publishes no case, label or answer, and what is genuine', async () => {
    const published = await filesIn(place.pub);
    const text = [...published.values()].join('\n');
    expect(/"c0\d"|pc0\d|findingId|defectId|Skur|skur på/u.exec(text)).toBeNull();
    for (const name of new Set([...published.keys()].map((path) => path.split('/')[0]!))) {
      const done = await runCli(['verify', join(place.pub, name)]);
      expect([done.code, done.stdout.startsWith('Genuine')]).toEqual([0, true]);
    }
  });

  it('has a board for each key, and on each what `compare` says of the same models', async () => {
    expect(boardsOf(files).map(({ dataset, models }) => [dataset.split, [...models].sort()])).toEqual(
      expect.arrayContaining([
        ['test', ['anden', 'god', 'silent', hostileModel].sort()],
        ['validation', ['god', 'silent']],
      ]),
    );
    const compared = await runCli(['compare', place.one, place.hostile, '--json']);
    const { ranks, pairs } = ComparisonSchema.parse(JSON.parse(compared.stdout));
    const board = boardOf(files, 'test');
    expect(board.entries.map(({ rank }) => rank)).toEqual(ranks);
    expect(board.pairs.map(({ a, b, p, pHolm, different }) => [a, b, p, pHolm, different])).toEqual(
      pairs.map(({ a, b, p, pHolm, different }) => [a, b, p, pHolm, different]),
    );
  });

  it('builds the same bytes again, over the site of before', async () => {
    const again = await place.build();
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(await filesIn(place.site)).toEqual(files);
  });

  it('has the same boards in whatever order, and refuses other labels under one key', async () => {
    const runs = await listPublications(place.pub);
    const boards = buildBoards(runs);
    expect(buildBoards(runs.toReversed())).toEqual(boards);
    const other = runs.map((run) =>
      !run.name.startsWith('fjendsk')
        ? run
        : { ...run, counts: run.counts.map((each) => ({ ...each, gold: 'f'.repeat(64) })) },
    );
    expect(() => buildBoards(other)).toThrow(ArtifactError);
    // Where nobody stands by, the one that came later is left out, and the others are as they are without it.
    const later = other.map((run) =>
      run.name.startsWith('fjendsk')
        ? { ...run, publication: { ...run.publication, published: '2026-10-03' } }
        : run,
    );
    const told: string[] = [];
    expect(buildBoards(later, { leaveOut: ({ message }) => void told.push(message) })).toEqual(
      buildBoards(runs.filter(({ name }) => !name.startsWith('fjendsk'))),
    );
    expect(told).toEqual([expect.stringMatching(/^Cannot put "fjendsk/u)]);
  });

  it('shows nobody whose consent was taken back since', async () => {
    const boards = buildBoards(await listPublications(place.pub), {
      withdrawn: [{ model: 'anden', date: '2026-11-01' }],
    });
    expect(boards.length).toBeGreaterThan(0);
    expect(JSON.stringify(boards)).not.toContain('"anden"');
  });

  it('lets no self-reported result take the place of one that was run by us', async () => {
    const runs = await listPublications(place.pub);
    const first = runs.find(({ result }) => result.models.some(({ model }) => model.id === 'anden'))!;
    const stated = (name: string, provenance: 'run-by-us' | 'self-reported', measured: string) => ({
      ...first,
      name,
      publication: { ...first.publication, measured },
      result: {
        ...first.result,
        models: first.result.models.map((each) =>
          each.model.id === 'anden' ? { ...each, model: { ...each.model, provenance } } : each,
        ),
      },
    });
    const standing = (all: Parameters<typeof buildBoards>[0]) =>
      buildBoards(all)[0]!.entries.find(({ model }) => model.id === 'anden')!.id;
    const ours = stated('ours', 'run-by-us', '2026-01-01');
    expect(standing([ours, stated('theirs', 'self-reported', '2026-06-01')])).toBe('ours');
    expect(standing([ours, stated('later', 'run-by-us', '2026-02-01')])).toBe('later');
  });

  it('leads every link somewhere', () => {
    const broken: string[] = [];
    let links = 0;
    for (const [path, body] of files) {
      if (!path.endsWith('.html')) continue;
      for (const [, target] of body.matchAll(/ href="([^"]+)"/gu)) {
        links += 1;
        const [file = '', id] = target!.split('#');
        const to = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
        const there = files.get(to);
        if (there === undefined || (id !== undefined && !there.includes(` id="${decodeURIComponent(id)}"`)))
          broken.push(`${path} -> ${target}`);
      }
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(100);
  });

  it('says the same in both languages and shows hostile names as text', () => {
    const da = [...files.keys()].filter((path) => path.endsWith('.html') && !path.startsWith('en/'));
    expect([...files.keys()].filter((path) => path.startsWith('en/') && path.endsWith('.html')).length).toBe(
      da.length,
    );
    const text = [...files].filter(([path]) => /\.(?:html|xml)$/u.test(path)).map(([, body]) => body);
    expect(text.some((body) => body.includes('<script>globalThis'))).toBe(false);
    expect(text.some((body) => body.includes('\u202E'))).toBe(false);
    expect(text.some((body) => body.includes('&lt;script&gt;globalThis'))).toBe(true);
  });

  it('has a feed with absolute ids and the days of the publications', async () => {
    const { SaxesParser } = await import('saxes');
    for (const path of ['nyt.xml', 'en/feed.xml']) {
      const feed = files.get(path)!;
      const parser = new SaxesParser();
      const errors: string[] = [];
      parser.on('error', (error) => errors.push(error.message));
      parser.write(feed).close();
      expect(errors).toEqual([]);
      const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/gu)].map(([, id]) => id!);
      expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
      expect(ids.every((id) => id.startsWith('https://tavle.example.dk/x/'))).toBe(true);
      expect(new Set([...feed.matchAll(/<updated>([^<]+)</gu)].map(([, day]) => day))).toEqual(
        new Set(['2026-10-02T00:00:00Z']),
      );
    }
  });

  it('refuses to build from a publication that was altered, and over a folder of other files', async () => {
    const name = [...(await filesIn(place.pub)).keys()].find((path) => path.endsWith('publication.json'))!;
    const path = join(place.pub, name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('2026-10-02', '2026-10-03'));
    const altered = await place.build();
    await writeFile(path, text);
    expect([altered.code, altered.stderr]).toEqual([
      1,
      expect.stringContaining('not those that were signed'),
    ]);
    expect(await filesIn(place.site)).toEqual(files);
    const foreign = await place.build(join(place.folder, 'data'));
    expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining('a folder with other files')]);
  });

  it('shows nothing of a model any more once its consent is withdrawn, history included', async () => {
    const without = ['anden', hostileModel];
    const done = await runCli(['publish', '--withdraw', 'god', '--to', place.pub, '--date', '2026-11-01']);
    expect([done.code, done.stderr]).toEqual([0, '']);
    const built = await place.build();
    expect([built.code, built.stderr]).toEqual([0, '']);
    const after = await filesIn(place.site);
    expect(
      [...after]
        .filter(([path, body]) => /\bgod\b/u.test(path + body.replaceAll('god til', '')))
        .map(([path]) => path),
    ).toEqual([]);
    expect(after.has(apiPaths.model('god'))).toBe(false);
    const compared = boardOf(after, 'test').entries.map(({ model }) => model.id);
    expect([...compared].sort()).toEqual([...without, 'silent'].sort());
    // The old consent does not bring it back; a later one does.
    const old = await place.publish(place.one, await place.consent(['god', 'anden']));
    expect([old.code, old.stderr]).toEqual([0, 'Left out, since no consent holds: god.\n']);
    const renewed = await place.publish(place.one, await place.consent(['god', 'anden'], {}, '2026-11-02'));
    expect([renewed.code, renewed.stderr]).toEqual([0, '']);
    await place.build();
    const again = await filesIn(place.site);
    const history = ModelHistorySchema.parse(JSON.parse(again.get(apiPaths.model('god'))!));
    expect(history.results.map(({ consent, dataset }) => [consent, dataset.split])).toEqual([
      ['2026-11-02', 'test'],
    ]);
  });

  it('lets the latest result of a model stand, and keeps the earlier in its history', async () => {
    const file = await place.consent(['anden'], {}, '2026-11-02');
    const later = await place.later();
    const done = await place.publish(later, file);
    expect([done.code, done.stderr]).toEqual([0, '']);
    await place.build();
    const after = await filesIn(place.site);
    const board = boardOf(after, 'test');
    const versions = (all: typeof board.earlier) =>
      all.filter(({ model }) => model.id === 'anden').map(({ model }) => model.version);
    expect([versions(board.entries), versions(board.earlier)]).toEqual([['2'], ['1']]);
    const history = ModelHistorySchema.parse(JSON.parse(after.get(apiPaths.model('anden'))!));
    expect(history.results.map(({ model, rank }) => [model.version, rank === null])).toEqual([
      ['2', false],
      ['1', true],
    ]);
  });

  it('takes a model out everywhere where the file of consents says so', async () => {
    const done = await place.publish(
      place.one,
      await place.consent(['god', 'anden'], { anden: '2026-11-03' }, '2026-11-02'),
    );
    expect(done.code).toBe(0);
    await place.build();
    const after = await filesIn(place.site);
    expect(after.has(apiPaths.model('anden'))).toBe(false);
    expect([...after.values()].some((body) => body.includes('>anden<'))).toBe(false);
  });
});
