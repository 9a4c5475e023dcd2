import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTemplates } from '../../../functions/promptfoo/escape-templates.ts';

// The engine that promptfoo brings, set as it sets it.
const require = createRequire(createRequire(import.meta.url).resolve('promptfoo'));
const engine = require('nunjucks').configure({ autoescape: false });
const render = (text: string): string => engine.renderString(text, { caseId: 'c1', env: { KEY: 'secret' } });

const braces = fc
  .array(
    fc.constantFrom(
      '{',
      '{{',
      '}',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '"',
      "'",
      '-',
      '\\',
      '\n',
      ' ',
      'env.KEY',
      'raw',
      'x',
      'æ',
    ),
  )
  .map((parts) => parts.join(''));

describe('escaped text', () => {
  it('is rendered back to itself, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(braces, fc.string({ unit: 'binary' })), (text) => {
        expect(render(escapeTemplates(text, {}))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives away nothing that the engine knows', () => {
    const text = '{{ env.KEY }} {% for x in [1] %}{{ caseId }}{% endfor %} {# gone #}';
    expect(render(text)).toContain('secret');
    expect(render(escapeTemplates(text, {}))).toBe(text);
  });

  it('is left alone where the engine is off', () => {
    expect(escapeTemplates('{{ x }}', { PROMPTFOO_DISABLE_TEMPLATING: 'true' })).toBe('{{ x }}');
    expect(escapeTemplates('{{ x }}', { PROMPTFOO_DISABLE_TEMPLATING: '0' })).not.toBe('{{ x }}');
  });
});
