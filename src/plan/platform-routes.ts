import { doubt, gradeOf, isForPlans, isWellGraded } from '../catalogue/grades';
import type {
  InProductSteps,
  PageKind,
  PlatformForPlan,
  ReportRoute,
  RoutePurpose,
  Situation,
} from '../catalogue/types';
import type { DetectedPage } from '../detect/detected-page';
import { fillTarget } from './fill-target';

/** Kinds of content that a platform takes reports of in the same way. */
const KIN: PageKind[][] = [
  ['video', 'short', 'live', 'story'],
  ['post', 'image', 'story', 'comment'],
  ['profile', 'channel'],
  ['group', 'server', 'channel'],
  ['file', 'folder'],
];

/** 0 same kind, 1 a kind that is reported the same way, 2 another. */
function distance(content: PageKind, wanted: PageKind): number {
  if (content === wanted) return 0;
  return KIN.some((kin) => kin.includes(content) && kin.includes(wanted)) ? 1 : 2;
}

/** The kinds of content to look for, best first: what happened tells more than the page the person is on now. */
function wantedKinds(page: DetectedPage, situation: Situation): PageKind[] {
  const kind = page.kind === null || page.kind === 'home' || page.kind === 'search' ? [] : [page.kind];
  if (situation === 'in-message') return ['message', ...kind];
  if (situation === 'livestream') return ['live', ...kind];
  if (situation === 'grooming' || situation === 'blackmail') return [...kind, 'message', 'profile'];
  return kind.length > 0 ? kind : ['post', 'video', 'image', 'profile'];
}

function purposeRank(purpose: RoutePurpose, situation: Situation): number {
  const order: RoutePurpose[] = ['child-sexual-abuse', 'child-safety', 'any-abuse', 'illegal-content-eu-dsa'];
  if (situation === 'livestream') order.unshift('livestream');
  if (situation === 'own-image') order.unshift('intimate-image');
  return order.indexOf(purpose);
}

const TYPE_RANK: Record<ReportRoute['type'], number> = { form: 0, 'help-page': 1, email: 2, 'in-product': 3, phone: 4 };

/** A route with the page's details in its address. */
export interface UsableRoute {
  route: ReportRoute;
  target: string;
}

/** The routes that may be linked, best first. */
export function usableRoutes(platform: PlatformForPlan, page: DetectedPage, situation: Situation): UsableRoute[] {
  const kinds = wantedKinds(page, situation);
  const scored = platform.routes.flatMap((route) => {
    const purpose = purposeRank(route.for, situation);
    if (purpose < 0 || !isForPlans(route) || (route.type === 'in-product' && page.link !== null)) return [];
    const grade = gradeOf(route);
    const target = fillTarget(route.target, page);
    if (target === null) return [];
    const fits =
      route.appliesTo.length === 0 ||
      route.appliesTo.some((kind) => kinds.some((wanted) => distance(kind, wanted) < 2));
    const score = [isWellGraded(grade) ? 0 : 1, purpose, fits ? 0 : 1, TYPE_RANK[route.type], doubt(grade)];
    return [{ route, target, score }];
  });
  return scored.sort((a, b) => {
    const at = a.score.findIndex((part, index) => part !== b.score[index]);
    return at < 0 ? 0 : (a.score[at] ?? 0) - (b.score[at] ?? 0);
  });
}

/** The path inside the product for what the person saw, on the surface where they saw it. */
export function inProduct(platform: PlatformForPlan, page: DetectedPage, situation: Situation): InProductSteps | null {
  const kinds = wantedKinds(page, situation);
  const surface = page.link !== null && !platform.appOnly ? 'web' : 'app';
  const cost = (steps: InProductSteps) =>
    Math.min(...kinds.map((kind, index) => distance(steps.content, kind) * 10 + index)) * 10 +
    (steps.surface === surface ? 0 : 5) +
    doubt(steps.evidence);
  let best: InProductSteps | null = null;
  for (const steps of platform.inProductSteps) if (best === null || cost(steps) < cost(best)) best = steps;
  return best;
}
