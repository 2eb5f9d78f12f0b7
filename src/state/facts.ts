import { type Fact, listFacts } from '../catalogue/fact-list';
import { loadEverything } from './records';

/** Every fact with its source; many files, so they are loaded only when somebody asks to see them. */
export const loadFacts = async (): Promise<Fact[]> => listFacts(await loadEverything());
