import { writeFileSync } from 'node:fs';

/** Loaded before a program: writes its peak of resident memory, in MB, to the file that the environment names. */
process.on('exit', () => {
  const file = process.env.MAALESTOK_BENCH_PEAK;
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
