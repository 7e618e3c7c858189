/**
 * The rounds of a long test that this run has to do. `npm run test:long` does all of them; with `--tenth` only those
 * whose number ends in the digit that the commit's hash chose, so that ten commits see them all.
 *
 * @param count how many rounds there are, a multiple of ten
 * @returns the numbers of the rounds to run, each the seed of its round
 */
export function rounds(count: number): readonly number[] {
  if (count % 10 !== 0) throw new RangeError(`${count} rounds cannot be cut into ten equal parts`);
  const tenth = process.env['COMAIL_TENTH'];
  const all = Array.from({ length: count }, (_, i) => i);
  return tenth === undefined ? all : all.filter((round) => round % 10 === Number(tenth));
}
