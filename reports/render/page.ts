import { createHash } from 'node:crypto';
import type { Language } from '../../datasets/language.ts';
import { type Html, html, trustedHtml } from './html.ts';
import { printMargins, type Running } from './print-margins.ts';
import { style } from './style.ts';

/** No script, no request of any kind; only the style sheet in the page itself. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The policy of a page with scripts of ours: these by their hashes, and what they load themselves; files of the
 * page's own place and no other.
 */
export function policyWith(scripts: readonly string[]): string {
  if (scripts.length === 0) return contentSecurityPolicy;
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return `${contentSecurityPolicy}; script-src ${hashes.join(' ')} 'strict-dynamic'; connect-src 'self'; img-src 'self' blob:; font-src 'self' data:`;
}

export interface PageStart {
  language: Language;
  title: string;
  skip: string;
  head: Html;
  running: Running;
  /** Beside the style sheet of every page. */
  style?: string;
  /** The scripts that the page ends with (`renderPageEnd`). */
  scripts?: readonly string[];
}

/** The page up to and with the opening of its main part. */
export function renderPageStart(page: PageStart): Html {
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustedHtml(policyWith(page.scripts ?? []))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Målestok">
<title>${page.title}</title>
<style>${trustedHtml(style)}${trustedHtml(page.style ?? '')}${trustedHtml(printMargins(page.running))}</style>
</head>
<body>
<a class="skip" href="#indhold">${page.skip}</a>
<header><div class="wrap">${page.head}</div></header>
<main id="indhold" tabindex="-1"><div class="wrap">
`;
}

/** The page from the end of its main part, with these scripts of ours. */
export function renderPageEnd(foot: Html, scripts: readonly string[] = []): Html {
  return html`</div></main>
<footer><div class="wrap">${foot}</div></footer>
${scripts.map((script) => html`<script>${trustedHtml(script)}</script>\n`)}</body>
</html>
`;
}
