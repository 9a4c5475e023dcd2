import { expect, test } from 'vitest';
import { figureText, intervalText } from '../../../reports/render/render-figure.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { bareFigure, figureOf } from '../../support/figures.ts';

const context = { words: wordingOf('da'), language: 'da' as const };

test('each unit has its own form, and an end with a sign stands apart from the dash', () => {
  const units = ['share', 'mean', 'distance', 'difference'] as const;
  const figure = figureOf(0.125, 0.05, 0.2, 20);
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  expect(
    units.map((unit) => [figureText(figure, context, unit), intervalText(figure, context, unit)].map(plain)),
  ).toEqual([
    ['12,5 %', '5,0–20,0 %'],
    ['0,13', '0,05–0,20'],
    ['12,5 point', '5,0–20,0'],
    ['+12,5 point', '+5,0 – +20,0'],
  ]);
  const below = figureOf(-0.125, -0.2, 0.05, 20);
  expect(
    units.filter((unit) => unit !== 'distance').map((unit) => plain(intervalText(below, context, unit))),
  ).toEqual(['−20,0 – 5,0 %', '−0,20 – 0,05', '−20,0 – +5,0']);
});

test('why there is no interval or no value; a reason that nobody worded is shown as it is called', () => {
  const say = (value: number | null, reason: string) =>
    intervalText(bareFigure(value, reason as 'undefined'), context, 'share', 'intet at regne på');
  expect([
    say(null, 'undefined'),
    say(null, 'tooFewAlike'),
    say(0.5, 'tooFewAlike'),
    say(0.5, 'brandNew'),
    say(null, 'brandNew'),
    say(0.5, 'toString'),
  ]).toEqual([
    'intet at regne på',
    'under halvdelen af sagerne har en anden sag af samme type',
    'intet interval: under halvdelen af sagerne har en anden sag af samme type',
    'intet interval: brandNew',
    'brandNew',
    'intet interval: toString',
  ]);
});
