import { type Fact, listFacts } from '../catalogue/fact-list';

/** Every fact with its source; large, so it is loaded only when somebody asks to see it. */
export const loadFacts = (): Promise<Fact[]> =>
  import('virtual:signpost/facts').then(({ default: records }) => listFacts(records));
