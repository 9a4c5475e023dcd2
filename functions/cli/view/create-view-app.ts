import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Language } from '../../../datasets/language.ts';
import { reportFiles } from '../../../reports/render/report-files.ts';
import { renderRunList } from '../../../reports/run-list/render-run-list.ts';
import { drawSheets } from './draw-sheets.ts';
import { findRun, findRuns } from './find-runs.ts';
import { readCaseFile } from './read-case-file.ts';

/** What a browser is told of every answer: nothing from elsewhere, nothing guessed, in no frame. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

const script = { 'content-type': 'text/javascript; charset=utf-8' };

/**
 * The explorer over run folders: the list of runs, their reports as they lie on disk, and the files of their cases.
 * It reads and changes nothing, and answers only who asks for this machine by its name.
 * @param folder a run's folder, or a folder that holds runs
 */
export function createViewApp(folder: string, language: Language): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) await next();
    else context.res = context.text('Forbidden', 403);
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return;
  });
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', (context) => context.text('Method not allowed', 405));

  const runOf = (name: string) => findRun(folder, name);

  app.get('/', async (context) => context.html(renderRunList(await findRuns(folder), language)));
  app.get('/maalestok/sheets.mjs', (context) => context.body(drawSheets, 200, script));
  app.get('/maalestok/pdfjs.mjs', async (context) => {
    const path = join(dirname(createRequire(import.meta.url).resolve('unpdf')), 'pdfjs.mjs');
    return context.body(await readFile(path), 200, script);
  });
  app.get('/:run', (context) => context.redirect(`/${encodeURIComponent(context.req.param('run'))}/`));
  app.get('/:run/', async (context) => {
    const run = await runOf(context.req.param('run'));
    const name = run?.reports.includes(language) ? language : run?.reports[0];
    if (run === null || name === undefined) return context.notFound();
    return context.redirect(`/${encodeURIComponent(run.name)}/report/${reportFiles[name].report}`);
  });
  app.get('/:run/files/:sha256', async (context) => {
    const run = await runOf(context.req.param('run'));
    const file = run === null ? null : await readCaseFile(run, context.req.param('sha256'));
    if (file === null) return context.notFound();
    return context.body(file.bytes, 200, {
      'content-type': file.mediaType,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  });
  app.get('/:run/report/*', async (context, next) => {
    const run = await runOf(context.req.param('run'));
    if (run === null) return context.notFound();
    const path = context.req.path.slice(context.req.path.indexOf('/report/', 1) + 1);
    if (!isReportPath(path)) return context.notFound();
    const serve = serveStatic({ root: run.folder, path });
    return serve(context, next);
  });
  return app;
}

/** Whether a path consists of names that a report's files have; none of them leads up. */
function isReportPath(path: string): boolean {
  return path.split('/').every((name) => /^[\w.~-]*$/u.test(name) && name !== '.' && name !== '..');
}
