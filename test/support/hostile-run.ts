import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Case, CaseSchema } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import { knownCodes } from './arbitraries.ts';
import { hostileText } from './hostile-text.ts';
import { type CliResult, runCli } from './run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, toLines, writeSmallDataset } from './small-dataset.ts';
import { smallAnswers, smallSplit } from './small-runs.ts';

/** What no bound of an answer lets through whole, and signs that a format may stumble over. */
export const hostileTexts: Readonly<Record<string, string>> = {
  ...hostileText,
  minus: '-1+1',
  at: '@SUM(1+1)',
  tab: '\t=1+1',
  carriageReturn: '\r=1+1',
  closing: ']]></script></textarea></style></svg><script>globalThis.broken = true</script>',
  separators: 'linje\u2028og\u2029linje\u0085slut',
  nothingSeen: 'ma\u200Bng\u2060el\uFEFF \u{E0041}\u{E0042}\u00AD',
  halves: 'halv \uD83D og \uDE00 her',
  noncharacters: 'intet \uFFFE\uFFFF\u{1FFFE} tegn',
  escapes: '_x003D_1+1 %00 &#0; \\u0000',
  marks: `a${'\u0301'.repeat(100_000)}`,
  word: 'Mangelord'.repeat(120_000),
};

/** The same in so many characters at most: what a schema lets through. */
export const within = (text: string, limit: number) => text.slice(0, limit);

/** Ids as long and as strange as they may be. */
export const hostileCaseId = `Æ${'\u{20000}'.repeat(2)}.${'æ'.repeat(100)}`;
export const hostileModelId = `Ø:${'x'.repeat(100)}`;
export const calledModelId = 'kaldt';

/** The bytes of each case's file. */
const file = '%PDF-1.4 bilag';

const names = Object.keys(hostileTexts);
const codes = names.map((_, at) => knownCodes[at % knownCodes.length]!);
const caseIdOf = (at: number) => (at === 0 ? hostileCaseId : `h${at}`);

/** A case for each hostile text, which stands wherever a case may hold text. */
function hostileCases(): Case[] {
  return names.map((name, at) => {
    const text = hostileTexts[name]!;
    const whole = smallCase(caseIdOf(at), {
      municipality: text,
      cluster: text,
      zone: 'byzone',
      fields: { [text]: text, flere: [text, text] },
      documents: [
        {
          documentId: 'a',
          type: text,
          title: text,
          revision: text,
          scale: text,
          pages: [
            { page: 1, text },
            { page: 2, text: `${text}\n${text}` },
          ],
        },
        { documentId: 'b', type: 'form', title: '', pages: [{ page: 1, text: '' }] },
      ],
      files: [
        {
          fileId: 'f',
          name: text,
          mediaType: text,
          sha256: createHash('sha256').update(file).digest('hex'),
          bytes: file.length,
        },
      ],
      localRules: [{ plan: text, paragraph: text, topic: text, text }],
    });
    return CaseSchema.parse(whole);
  });
}

function hostileLabels(): Label[] {
  return names.map((name, at) => {
    const label = smallLabel(caseIdOf(at), at % 3 === 0 ? [] : [codes[at]!]);
    return {
      ...label,
      defects: label.defects.map((defect) => ({
        ...defect,
        note: hostileTexts[name]!,
        evidence: [{ documentId: 'a' }, { field: hostileTexts[name]! }],
      })),
    };
  });
}

/** What a model may say of the case at a place, within the bounds of an answer. */
function hostileAnswer(at: number) {
  const text = hostileTexts[names[at]!]!;
  return {
    outcome: 'deficient',
    findings: [
      { findingId: 'f1', text: within(text, 20_000), code: codes[at]! },
      {
        findingId: 'f2',
        text: within(text, 20_000),
        code: within(text, 200),
        citations: [within(text, 2000)],
        evidence: [
          { documentId: within(text, 200), quote: within(text, 20_000) },
          { documentId: 'a', page: 1, quote: within(text, 20_000) },
          { field: within(text, 200) },
        ],
      },
    ],
  };
}

/** Answers of every kind, each with a hostile text wherever an answer may hold text. */
const hostileScreenings = () =>
  names.map((name, at) => {
    const start = {
      model: { id: hostileModelId, version: within(hostileText.script, 200) },
      caseId: caseIdOf(at),
    };
    const message = within(hostileTexts[name]!, 2000);
    if (at % 5 === 4)
      return { ...start, status: 'failed', error: { kind: within(hostileTexts[name]!, 100), message } };
    return { ...start, status: 'answered', ...hostileAnswer(at) };
  });

/** An endpoint that knows no bounds: whole texts, also as error and as version. */
async function startHostileServer() {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { case: asked } = JSON.parse(Buffer.concat(chunks).toString()) as { case: { caseId: string } };
      const at = names.findIndex((_, place) => caseIdOf(place) === asked.caseId);
      const text = hostileTexts[names[at]!]!;
      if (at % 4 === 3) {
        response.writeHead(422, { 'content-type': 'application/problem+json' });
        return response.end(JSON.stringify({ type: text, title: text, detail: text }));
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      const findings = [{ findingId: 'f1', text, code: codes[at]!, citations: [text] }];
      return response.end(JSON.stringify({ caseId: asked.caseId, status: 'answered', findings }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((done) => server.close(done)) };
}

/** A run, by the real command, in which every text that is not ours is hostile. */
export async function openHostileRun() {
  const place = await temporaryFolder();
  const { folder } = place;
  const server = await startHostileServer();
  const sha256 = createHash('sha256').update(file).digest('hex');
  await mkdir(join(folder, 'data/files'), { recursive: true });
  await writeFile(join(folder, 'data/files', sha256), file);
  const { word, script, markdown, bidi } = hostileTexts as Record<string, string>;
  await writeSmallDataset(
    join(folder, 'data'),
    { test: { cases: hostileCases(), labels: hostileLabels() } },
    {
      version: `1 ${script}`,
      titleDa: `${script} ${bidi} ${word}`,
      titleEn: `${markdown} ${word}`,
      noticeDa: `${markdown} ${script} ${word}`,
      noticeEn: `${markdown} ${script} ${word}`,
      origin: word,
      licence: `${script} ${word}`,
      creator: `${markdown} ${word}`,
    },
  );
  await writeFile(join(folder, 'fjende.jsonl'), toLines(hostileScreenings()));
  const suite = {
    schema: 'maalestok.suite.v1',
    id: 'fjendsk',
    titleDa: `${script} ${markdown} ${word}`,
    titleEn: `${script} ${markdown} ${word}`,
    dataset: 'data',
    protocol: { retries: 0, shown: { catalogue: false } },
    models: [
      { adapter: 'silent' },
      {
        adapter: 'replay',
        id: hostileModelId,
        screenings: 'fjende.jsonl',
        vendor: `${script} ${bidi} ${word}`,
      },
      {
        adapter: 'http',
        id: calledModelId,
        version: within(`1 ${script}`, 200),
        url: server.url,
        vendor: word,
      },
    ],
  };
  await writeFile(join(folder, 'suite.yaml'), JSON.stringify(suite));
  const out = join(folder, 'runs');
  const done: CliResult = await runCli([
    'run',
    '--suite',
    join(folder, 'suite.yaml'),
    '--out',
    out,
    '--allow-private',
  ]);
  const [name = ''] = await readdir(out).catch(() => []);
  await server.close();
  return {
    folder,
    done,
    run: join(out, name),
    /** In a process of its own, as a user would. */
    report: () => runCli(['report', join(out, name), '--language', 'en', '--pdf']),
    publish: () => publishHostile(folder),
    card: () => runCli(['dataset', 'card', join(folder, 'data')]),
    verify: () => runCli(['verify', join(out, name)]),
    close: () => place[Symbol.asyncDispose](),
  };
}

/**
 * A run whose models' and data set's own words are hostile, published and built into a site. The gate lets no word of 200 letters
 * out, so what is long here is long by many words.
 */
async function publishHostile(folder: string): Promise<CliResult[]> {
  const { script, bidi, markdown, formula, nothingSeen, separators, closing } = hostileTexts as Record<
    string,
    string
  >;
  const words = 'meget lang tekst uden ende '.repeat(40_000);
  const text = [script, bidi, markdown, formula, nothingSeen, separators, closing, words].join(' ');
  await writeSmallDataset(
    join(folder, 'aaben'),
    { test: smallSplit('') },
    {
      version: `1 ${script}`,
      titleDa: text,
      titleEn: text,
      noticeDa: text,
      noticeEn: text,
      licence: text,
      creator: text,
      labelVersion: `1 ${script}`,
    },
  );
  const version = within(`1 ${script}${bidi}`, 200);
  const answers = smallAnswers(hostileModelId, true).filter(({ caseId }) => !caseId.startsWith('p'));
  const lines = answers.map((each) => ({ ...each, model: { id: hostileModelId, version } }));
  await writeFile(join(folder, 'aaben.jsonl'), toLines(lines));
  const replayed = { adapter: 'replay', screenings: 'aaben.jsonl', id: hostileModelId, vendor: text };
  const suite = {
    schema: 'maalestok.suite.v1',
    id: 'aaben',
    titleDa: text,
    titleEn: text,
    dataset: 'aaben',
    models: [{ adapter: 'silent' }, replayed],
  };
  await writeFile(join(folder, 'aaben.yaml'), JSON.stringify(suite));
  const out = join(folder, 'aabne');
  const done = [await runCli(['run', '--suite', join(folder, 'aaben.yaml'), '--out', out])];
  const [name = ''] = await readdir(out);
  const consent = join(folder, 'consent.yaml');
  const consents = [{ model: hostileModelId, by: within(`${script} ${bidi}`, 200), date: '2026-10-01' }];
  await writeFile(consent, JSON.stringify({ schema: 'maalestok.consent.v1', consents }));
  const [pub, site] = [join(folder, 'pub'), join(folder, 'site')];
  const to = ['--to', pub, '--consent', consent, '--date', '2026-10-02'];
  done.push(await runCli(['publish', join(out, name), ...to]));
  done.push(
    await runCli(['leaderboard', 'build', pub, '--out', site, '--base-url', 'https://tavle.example.dk/']),
  );
  return done;
}
