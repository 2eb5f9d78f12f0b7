const ROUNDS = 25;
const WARM_UPS = 3;

export interface Job<Given> {
  name: string;
  run(given: Given): unknown;
}

export interface Ratios {
  name: string;
  /** One a round: the job's time over that of the first job in the same round. */
  ratios: number[];
}

/**
 * Times jobs by turns in whatever engine runs this; machines are shared and noisy, so only ratios count.
 * @param jobs the first is the reference of all
 * @param given in each round every job is run once on each of these
 */
export function timeSideBySide<Given>(jobs: Job<Given>[], given: Given[]): Ratios[] {
  const ratios = jobs.map(({ name }): Ratios => ({ name, ratios: [] }));
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    const times = jobs.map((job) => timeOf(job, given));
    if (round < 0) continue;
    for (const [at, time] of times.entries()) ratios[at]!.ratios.push(time / times[0]!);
  }
  return ratios;
}

/** In milliseconds. */
function timeOf<Given>({ run }: Job<Given>, given: Given[]): number {
  let result: unknown;
  const start = performance.now();
  for (const one of given) result = run(one);
  const time = performance.now() - start;
  // Looked at, so that no run can be optimised away.
  return result === given ? Number.NaN : time;
}
