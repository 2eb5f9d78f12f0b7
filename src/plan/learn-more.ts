import { bodyAddress } from '../catalogue/grades';
import type { PlanRequest } from './report-plan';

/** A place to learn more, when the report is made. It takes none. */
export interface LearnMore {
  body: string;
  name: string;
  target: string;
}

/** The country's bodies that teach, with an address that may be shown. */
export function learnMore({ country, parentCountry }: Pick<PlanRequest, 'country' | 'parentCountry'>): LearnMore[] {
  return [...country.bodies, ...(parentCountry?.bodies ?? [])]
    .filter(({ role, listedFor }) => role === 'education' || listedFor === 'education')
    .flatMap((body) => {
      const address = bodyAddress(body);
      return address ? [{ body: body.id, name: body.name, target: address.url }] : [];
    });
}
