/**
 * Asks again every 50 ms until the answer is truthy, and gives that answer.
 *
 * @param what Said in the error: `"…" did not come true within 15 s`.
 * @throws {Error} when the time is over; a failing question counts as "not yet", its last error is named.
 */
export async function poll<T>(
  what: string,
  question: () => Promise<T>,
  milliseconds = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  let failure: unknown = null;
  do {
    try {
      const answer = await question();
      if (answer) return answer;
      failure = null;
    } catch (error) {
      failure = error;
    }
    await new Promise((resume) => setTimeout(resume, 50));
  } while (Date.now() < end);
  throw new Error(
    `"${what}" did not come true within ${milliseconds / 1000} s`,
    failure ? { cause: failure } : undefined,
  );
}
