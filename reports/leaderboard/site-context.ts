import type { Language } from '../../datasets/language.ts';
import type { Board } from '../../evals/publishing/board.ts';
import { formatDate } from '../render/format-date.ts';
import type { Wording } from '../wording/wording.ts';
import { wordingOf } from '../wording/wording-of.ts';
import { type SitePaths, siteHref, sitePaths } from './site-paths.ts';

/** What every page of the site is written from. */
export interface SiteContext {
  language: Language;
  words: Wording;
  paths: SitePaths;
  boards: readonly Board[];
  /** Where the site will lie, ending in `/`; absent: no feed, whose ids must be absolute. */
  baseUrl?: string | undefined;
}

export function siteContextOf(
  language: Language,
  boards: readonly Board[],
  baseUrl: string | undefined,
): SiteContext {
  return { language, words: wordingOf(language), paths: sitePaths(language), boards, baseUrl };
}

/** `Konstruerede byggesager, version 3.0.0`. */
export function boardTitle(
  { words, language }: SiteContext,
  { dataset }: { dataset: Pick<Board['dataset'], 'titleDa' | 'titleEn' | 'version'> },
): string {
  const title = language === 'da' ? dataset.titleDa : dataset.titleEn;
  return words.leaderboard.boardTitle(title, dataset.version);
}

export function splitName({ words }: SiteContext, split: string): string {
  const { splits } = words.leaderboard;
  return Object.hasOwn(splits, split) ? splits[split]! : split;
}

/** `nr. 1–2`, or that it is placed nowhere. */
export function rankText(
  { words }: Pick<SiteContext, 'words'>,
  { low, high }: Board['entries'][number]['rank'],
): string {
  if (low === null || high === null) return words.leaderboard.unplaced;
  return words.leaderboard.place(low, high);
}

export function dayText(context: Pick<SiteContext, 'words'>, date: string): string {
  return formatDate(context, date);
}

/** The same page in the other language. */
export function otherLanguage(language: Language): Language {
  return language === 'da' ? 'en' : 'da';
}

export const href = siteHref;
