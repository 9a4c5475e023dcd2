import type { Card } from '../../datasets/card.ts';
import { unlabelledNotice } from '../../datasets/intake/compose-card.ts';

type Notices = Pick<Card, 'noticeDa' | 'noticeEn'>;

const someUnlabelled: Notices = {
  noticeDa: 'Nogle af sagerne har endnu intet facit; resten er gennemgået af sagsbehandlere.',
  noticeEn: 'Some of the cases have no labels yet; caseworkers labelled the others.',
};
const labelledByPeople: Notices = {
  noticeDa: 'Facit er lavet af sagsbehandlere; ændringsloggen siger hvordan.',
  noticeEn: 'Caseworkers made the labels; the change log says how.',
};

/** A card that says that its cases have no labels, after a split got its first. Other notices stay as they are. */
export function noticeOfLabels(card: Notices, allLabelled: boolean): Notices {
  const now = allLabelled ? labelledByPeople : someUnlabelled;
  const renew = (name: keyof Notices) =>
    card[name].replace(unlabelledNotice[name], now[name]).replace(someUnlabelled[name], now[name]);
  return { noticeDa: renew('noticeDa'), noticeEn: renew('noticeEn') };
}
