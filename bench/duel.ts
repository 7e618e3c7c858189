import { type Spread, spread } from './statistics.js';

/** What one round took. */
export interface Round {
  readonly seconds: number;
  /** Processor time of the sender, where it is known. */
  readonly cpuSeconds: number | null;
}

/** One of the two that are compared. */
export interface Side {
  /** Sends so many messages; throws when the sink did not get exactly these. */
  round(count: number): Promise<Round>;
}

/** How a duel is fought. */
export interface DuelRules {
  readonly rounds: number;
  /** What a round lasts at least; the number of messages follows from it. */
  readonly seconds: number;
  /** Messages per side before anything counts. */
  readonly warmUp: number;
  /** Called after each round with one character to show that work goes on. */
  readonly progress: () => void;
}

/** What one side reached. */
export interface Score {
  /** Messages per second. */
  readonly rate: Spread;
  /** Processor time per message in microseconds, where it is known. */
  readonly cpuMicroseconds: number | null;
  /** Messages per round. */
  readonly count: number;
}

/** What came out. */
export interface DuelResult {
  readonly ours: Score;
  readonly rival: Score;
  /** Our rate over the rival's, round by round: drift of the machine between rounds cancels out. */
  readonly ratio: Spread;
}

/** Both sides are warmed up, then they take turns: A B A B. */
export async function duel(ours: Side, rival: Side, rules: DuelRules): Promise<DuelResult> {
  const ourCount = await prepare(ours, rules);
  const rivalCount = await prepare(rival, rules);
  const ourRounds: Round[] = [];
  const rivalRounds: Round[] = [];
  for (let round = 0; round < rules.rounds; round++) {
    ourRounds.push(await ours.round(ourCount));
    rules.progress();
    rivalRounds.push(await rival.round(rivalCount));
    rules.progress();
  }
  const ourScore = score(ourRounds, ourCount);
  const rivalScore = score(rivalRounds, rivalCount);
  const ratio = spread(ourScore.rates.map((rate, round) => rate / (rivalScore.rates[round] ?? Number.NaN)));
  return { ours: ourScore, rival: rivalScore, ratio };
}

/** Warms a side up and finds out how many messages fill a round. */
async function prepare(side: Side, { warmUp, seconds, progress }: DuelRules): Promise<number> {
  await side.round(warmUp);
  progress();
  let count = warmUp;
  let took = (await side.round(count)).seconds;
  // A short probe says little about a long round, so the count grows until the probe is of the right order.
  while (took < seconds / 2) {
    count = Math.max(count + 1, Math.ceil(count * Math.min(8, (seconds / took) * 1.05)));
    took = (await side.round(count)).seconds;
  }
  progress();
  return Math.ceil((count * seconds * 1.1) / took);
}

function score(rounds: readonly Round[], count: number): Score & { readonly rates: readonly number[] } {
  const rates = rounds.map(({ seconds }) => count / seconds);
  const cpu = rounds.map(({ cpuSeconds }) => cpuSeconds).filter((value) => value !== null);
  const cpuMicroseconds = cpu.length === 0 ? null : (spread(cpu).median / count) * 1e6;
  return { rate: spread(rates), cpuMicroseconds, count, rates };
}
