import { detect } from '../../datasets/privacy/detect.ts';
import type { Half } from './halves.ts';
import { makeCorpus } from './make-corpus.ts';
import { measureSpeed } from './measure-speed.ts';
import { renderScore, summariseScore } from './render-score.ts';
import { scoreCorpus } from './score-corpus.ts';

/** Identifiers of each of 20 groups; as many look-alikes as identifiers. */
const perGroup = 150;

/** `npm run bench:gate`: the held-out half with its seed; `-- --tuning` the half that the detectors were tuned on. */
const half: Half = process.argv.includes('--tuning') ? 'tuning' : 'held-out';
const texts = makeCorpus(half === 'tuning' ? '1' : 'held-out-2026', half, perGroup);
const score = scoreCorpus(texts, detect);
process.stdout.write(`${renderScore(score, texts)}\n`);
if (process.argv.includes('--misses')) {
  for (const { kind, text } of [...score.missed, ...score.wrong])
    process.stdout.write(`${kind}: ${text.replace(/\s+/gu, ' ')}\n`);
}
process.stdout.write(`${measureSpeed(texts.map(({ text }) => text))}\n`);
process.stdout.write(`${JSON.stringify(summariseScore(score))}\n`);
