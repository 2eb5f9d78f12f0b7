import type { Country, PlatformForPlan, ReportingBody, ReportRoute } from './types';

/**
 * What most records say, such as "not known": the packages leave it out and `withUsual` puts it back, so that the
 * popup loads a fifth less. `null` stays what it is, not known.
 */
const USUAL_BODY = {
  phone: null,
  sms: null,
  email: null,
  reportUrl: null,
  homeUrl: null,
  hours: null,
  anonymous: null,
  source: null,
  seen: null,
  who: 'anyone',
  evidence: 'official',
  accepts: [],
  doesNotAccept: [],
  refuses: [],
  formLanguages: [],
  inhopeMember: false,
  notes: '',
} satisfies Partial<ReportingBody>;

const USUAL_ROUTE = {
  label: '',
  accountNeeded: null,
  prefill: null,
  source: null,
  seen: null,
  evidence: 'official',
} satisfies Partial<ReportRoute>;

type LeftOut<Whole, Usual> = Omit<Whole, keyof Usual> & Partial<Pick<Whole, keyof Usual & keyof Whole>>;

export type PackedBody = LeftOut<ReportingBody, typeof USUAL_BODY>;
export type PackedRoute = LeftOut<ReportRoute, typeof USUAL_ROUTE>;
export type PackedPlatformRecord = Omit<PlatformForPlan, 'routes'> & { routes: PackedRoute[] };
/** A country or a part of one. */
export type PackedPlace<Place extends { bodies: ReportingBody[] } = Country> = Omit<Place, 'bodies'> & {
  bodies: PackedBody[];
};

function leaveOut<Whole extends object, Usual extends Partial<Whole>>(
  record: Whole,
  usual: Usual,
): LeftOut<Whole, Usual> {
  const says = (key: string, value: unknown) =>
    !(key in usual) || JSON.stringify(value) !== JSON.stringify(usual[key as keyof Usual]);
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => says(key, value))) as LeftOut<Whole, Usual>;
}

export function packPlace<Place extends { bodies: ReportingBody[] }>(place: Place): PackedPlace<Place> {
  return { ...place, bodies: place.bodies.map((body) => leaveOut(body, USUAL_BODY)) };
}

export function unpackPlace<Place extends { bodies: ReportingBody[] }>(place: PackedPlace<Place>): Place {
  return { ...place, bodies: place.bodies.map((body) => ({ ...USUAL_BODY, ...body })) } as unknown as Place;
}

export function packRecord(record: PlatformForPlan): PackedPlatformRecord {
  return { ...record, routes: record.routes.map((route) => leaveOut(route, USUAL_ROUTE)) };
}

export function unpackRecord(record: PackedPlatformRecord): PlatformForPlan {
  return { ...record, routes: record.routes.map((route): ReportRoute => ({ ...USUAL_ROUTE, ...route })) };
}
