import type { Language } from '../../datasets/language.ts';
import { type Html, html, trustedHtml } from './html.ts';
import { printMargins, type Running } from './print-margins.ts';
import { style } from './style.ts';

/** No script, no request of any kind; only the style sheet in the page itself. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page up to and with the opening of its main part. */
export function renderPageStart(page: {
  language: Language;
  title: string;
  skip: string;
  head: Html;
  running: Running;
}): Html {
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustedHtml(contentSecurityPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Målestok">
<title>${page.title}</title>
<style>${trustedHtml(style)}${trustedHtml(printMargins(page.running))}</style>
</head>
<body>
<a class="skip" href="#indhold">${page.skip}</a>
<header><div class="wrap">${page.head}</div></header>
<main id="indhold" tabindex="-1"><div class="wrap">
`;
}

/** The page from the end of its main part. */
export function renderPageEnd(foot: Html): Html {
  return html`</div></main>
<footer><div class="wrap">${foot}</div></footer>
</body>
</html>
`;
}
