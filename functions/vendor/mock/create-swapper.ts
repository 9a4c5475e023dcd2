import type { Reply } from './reply.ts';

const waitForPartnerMs = 100;

/** Gives two questions that are answered at once each other's answers; a question alone gets its own. */
export function createSwapper(): (own: Promise<Reply>) => Promise<Reply> {
  let partner: ((theirs: Promise<Reply>) => void) | undefined;
  let waiting: Promise<Reply> | undefined;
  return async (own) => {
    if (partner !== undefined && waiting !== undefined) {
      const theirs = waiting;
      partner(own);
      [partner, waiting] = [undefined, undefined];
      return theirs;
    }
    waiting = own;
    return new Promise<Reply>((done) => {
      const alone = setTimeout(() => {
        [partner, waiting] = [undefined, undefined];
        done(own);
      }, waitForPartnerMs);
      partner = (theirs) => {
        clearTimeout(alone);
        done(theirs);
      };
    });
  };
}
