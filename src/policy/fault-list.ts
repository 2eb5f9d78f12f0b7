import type { Message } from '../locales/translate';
import { FAULT_LIMIT, type PolicyFault } from './policy-fault';

/** What Signpost does about a value that is no use. */
export const LEFT_OUT: Message = { key: 'policy.instead.left-out' };
/** The same for a contact or a helpline. */
export const ENTRY_LEFT_OUT: Message = { key: 'policy.instead.entry-left-out' };

/** Collects the faults of one policy, `FAULT_LIMIT` of them by name and the rest as a number. */
export class FaultList {
  readonly #faults: PolicyFault[] = [];
  #unnamed = 0;

  /** @param key path of the value, such as `contacts[2].phone`; empty for the policy as a whole */
  add(key: string, problem: Message, instead: Message): void {
    if (this.#faults.length < FAULT_LIMIT) this.#faults.push({ key, problem, instead });
    else this.#unnamed += 1;
  }

  listed(): PolicyFault[] {
    if (this.#unnamed === 0) return this.#faults;
    const problem = { key: 'policy.problem.more-faults', values: { count: String(this.#unnamed) } };
    return [...this.#faults, { key: '', problem, instead: LEFT_OUT }];
  }
}
