import type { Clock } from '../ports.ts';

/** Failures in a row after which a service is taken to be down. */
const failuresToOpen = 20;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** `go`: ask. `probe`: ask, alone, to see whether the service is back. `ended`: it stayed down; ask no more. */
export type Admission = 'go' | 'probe' | 'ended';

/**
 * Stands before each attempt at one model. After 20 failures in a row it opens: nobody asks but one probe at a time,
 * after 1, 2, 4 … 60 seconds, until a probe is answered (closed again), or no attempt has been answered for
 * `giveUpAfterMs` (ended, for good). A pause that the service asks for holds all attempts back, too.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #giveUpAfterMs: number;
  readonly #onOpen: () => void;
  #failures = 0;
  #pauseMs = firstPauseMs;
  #pausedUntil = 0;
  #open = false;
  #ended = false;
  /** When the first of the failures in a row was told. */
  #downSince = 0;
  #probe: PromiseWithResolvers<void> | undefined;

  /**
   * @param onOpen is told each time that the service is taken to be down
   * @param before failures in a row with which another process left the service. They may open it from the start; that it stayed
   *   down is to be seen anew, since others may have been answered in between
   */
  constructor(clock: Clock, giveUpAfterMs: number, onOpen: () => void = () => undefined, before = 0) {
    this.#clock = clock;
    this.#giveUpAfterMs = giveUpAfterMs;
    this.#onOpen = onOpen;
    this.#failures = before;
    this.#downSince = clock.elapsedMs();
    this.#open = before >= failuresToOpen;
  }

  /** In a row; 0 after an answer. */
  get failures(): number {
    return this.#failures;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Holds all attempts back for so long, a pause that is longer already left as it is. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.elapsedMs() + ms);
  }

  giveUp(): void {
    this.#ended = true;
  }

  /** Resolves when an attempt may be made. Each admission but `ended` is followed by `answered`, `failed` or `released`. */
  async enter(): Promise<Admission> {
    for (;;) {
      if (this.#ended) return 'ended';
      const wait = this.#pausedUntil - this.#clock.elapsedMs();
      if (wait > 0) {
        await this.#clock.sleep(wait);
      } else if (!this.#open) {
        return 'go';
      } else if (this.#probe === undefined) {
        this.#probe = Promise.withResolvers();
        return 'probe';
      } else {
        await this.#probe.promise;
      }
    }
  }

  /** The service lives, whatever it said. */
  answered(admission: Admission): void {
    this.#failures = 0;
    this.#open = false;
    this.#pauseMs = firstPauseMs;
    this.#endProbe(admission);
  }

  failed(admission: Admission): void {
    const now = this.#clock.elapsedMs();
    if (this.#failures === 0) this.#downSince = now;
    this.#failures += 1;
    if (admission === 'probe' || (!this.#open && this.#failures >= failuresToOpen)) {
      if (!this.#open) this.#onOpen();
      this.#open = true;
      this.pause(this.#pauseMs);
      this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
      if (admission === 'probe' && now - this.#downSince >= this.#giveUpAfterMs) this.#ended = true;
    }
    this.#endProbe(admission);
  }

  /** No attempt was made, so nothing is known. */
  released(admission: Admission): void {
    this.#endProbe(admission);
  }

  #endProbe(admission: Admission): void {
    if (admission !== 'probe') return;
    this.#probe?.resolve();
    this.#probe = undefined;
  }
}
