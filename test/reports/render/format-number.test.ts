import { expect, test } from 'vitest';
import {
  formatCount,
  formatDkk,
  formatNumber,
  formatPoints,
  formatSeconds,
  formatShare,
  formatShareRange,
  nbsp,
} from '../../../reports/render/format-number.ts';

test('numbers are written as Danish and English readers write them', () => {
  expect([
    formatNumber(1234567.891, 'da', 2),
    formatNumber(1234567.891, 'en', 2),
    formatNumber(-0.5, 'da', 1),
    formatNumber(-0.01, 'da', 1),
    formatNumber(999, 'da'),
  ]).toEqual(['1.234.567,89', '1,234,567.89', '−0,5', '0,0', '999']);
});

test('seconds and kroner', () => {
  expect([
    formatSeconds(420, 'da'),
    formatSeconds(3_140, 'en'),
    formatSeconds(125_400, 'da'),
    formatDkk(12.4, 'da'),
    formatDkk(1234.5, 'en'),
    formatDkk(0.0665, 'da'),
    formatDkk(0, 'da'),
  ]).toEqual([
    `0,42${nbsp}s`,
    `3.1${nbsp}s`,
    `125${nbsp}s`,
    `12,40${nbsp}kr.`,
    `DKK${nbsp}1,234.50`,
    `0,0665${nbsp}kr.`,
    `0,00${nbsp}kr.`,
  ]);
});

test('shares, points, ranges and counts', () => {
  expect([
    formatShare(0.714, 'da'),
    formatShare(0.714, 'en'),
    formatShareRange(0.62, 0.793, 'da'),
    formatPoints(0.042, 'da'),
    formatPoints(-0.06, 'en'),
    formatPoints(0, 'da'),
    formatCount(2.5, 'da'),
    formatCount(32, 'da'),
  ]).toEqual([`71,4${nbsp}%`, '71.4%', `62,0–79,3${nbsp}%`, '+4,2', '−6.0', '0,0', '2,5', '32']);
});
