import { gradeOf, isForPlans, isWellGraded } from '../catalogue/grades';
import type {
  InProductSteps,
  PageKind,
  PlatformForPlan,
  ReportRoute,
  RoutePurpose,
  Situation,
} from '../catalogue/types';
import type { DetectedPage } from '../detect/detected-page';
import type { Message } from '../locales/translate';
import type { HowLine, PlanRequest, PlanStep } from './report-plan';

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
const GRADE_RANK = { official: 0, 'third-party': 1, code: 2, memory: 3 } as const;

/**
 * The route's address with the page's own details filled in, or null where a part that is needed is not known.
 * An unfilled query parameter is left out; an unfilled path is no address.
 */
function fill(target: string, page: DetectedPage): string | null {
  const known: Record<string, string | null> = {
    id: page.id,
    username: page.username,
    link: page.link,
    host: page.link !== null && target.includes('{host}') ? new URL(page.link).host : null,
  };
  let missing = false;
  const value = (name: string) => known[name] ?? null;
  const [path = '', query] = target.split(/\?(.*)/s);
  const filledPath = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const found = value(name);
    if (found === null) missing = true;
    return name === 'host' ? (found ?? '') : encodeURIComponent(found ?? '');
  });
  if (missing) return null;
  if (query === undefined) return filledPath;
  const parameters = query.split('&').flatMap((parameter) => {
    const names = [...parameter.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    if (names.some((name) => value(name) === null)) return [];
    return [parameter.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name) ?? ''))];
  });
  return parameters.length > 0 ? `${filledPath}?${parameters.join('&')}` : filledPath;
}

interface UsableRoute {
  route: ReportRoute;
  target: string;
}

/** The routes that may be linked, best first. */
function usableRoutes(platform: PlatformForPlan, page: DetectedPage, situation: Situation): UsableRoute[] {
  const kinds = wantedKinds(page, situation);
  const scored = platform.routes.flatMap((route) => {
    const purpose = purposeRank(route.for, situation);
    if (purpose < 0 || !isForPlans(route) || (route.type === 'in-product' && page.link !== null)) return [];
    const grade = gradeOf(route);
    const target = fill(route.target, page);
    if (target === null) return [];
    const fits =
      route.appliesTo.length === 0 ||
      route.appliesTo.some((kind) => kinds.some((wanted) => distance(kind, wanted) < 2));
    const score = [isWellGraded(grade) ? 0 : 1, purpose, fits ? 0 : 1, TYPE_RANK[route.type], GRADE_RANK[grade]];
    return [{ route, target, score }];
  });
  return scored.sort((a, b) => {
    const at = a.score.findIndex((part, index) => part !== b.score[index]);
    return at < 0 ? 0 : (a.score[at] ?? 0) - (b.score[at] ?? 0);
  });
}

/** The path inside the product for what the person saw, on the surface where they saw it. */
function inProduct(platform: PlatformForPlan, page: DetectedPage, situation: Situation): InProductSteps | null {
  const kinds = wantedKinds(page, situation);
  const surface = page.link !== null && !platform.appOnly ? 'web' : 'app';
  const cost = (steps: InProductSteps) =>
    Math.min(...kinds.map((kind, index) => distance(steps.content, kind) * 10 + index)) * 10 +
    (steps.surface === surface ? 0 : 5) +
    GRADE_RANK[steps.evidence];
  let best: InProductSteps | null = null;
  for (const steps of platform.inProductSteps) if (best === null || cost(steps) < cost(best)) best = steps;
  return best;
}

function howLines(routes: UsableRoute[], steps: InProductSteps | null): HowLine[] {
  const lines: HowLine[] = [];
  const [first] = routes;
  if (first?.route.accountNeeded) lines.push({ key: 'plan.how.account-needed' });
  if (first && (first.route.type === 'form' || first.route.type === 'email')) lines.push({ key: 'plan.how.no-files' });
  if (steps) {
    lines.push({ key: steps.surface === 'web' ? 'plan.how.on-the-page' : 'plan.how.in-the-app' });
    lines.push(...steps.steps.map((text) => ({ text })));
    if (!isWellGraded(gradeOf(steps))) lines.push({ key: 'plan.how.menus-may-differ' });
  } else if (!first) {
    lines.push({ key: 'plan.how.look-for-report' });
  }
  return lines;
}

const ACTION: Record<ReportRoute['type'], string> = {
  form: 'plan.action.form',
  'help-page': 'plan.action.help-page',
  email: 'plan.action.email',
  'in-product': 'plan.action.site',
  phone: 'plan.action.call',
};

function action({ route, target }: UsableRoute): Message {
  const contact = target.replace(/^\w+:/, '');
  if (route.type === 'email') return { key: ACTION.email, values: { address: contact } };
  if (route.type === 'phone') return { key: ACTION.phone, values: { number: contact } };
  return { key: ACTION[route.type] };
}

function prefilled({ route, target }: UsableRoute, page: DetectedPage): string | null {
  if (!route.prefill?.parameters || route.prefill.evidence === 'memory' || !target.startsWith('https:')) return null;
  const address = new URL(target);
  let filled = false;
  for (const [parameter, template] of Object.entries(route.prefill.parameters)) {
    const name = /^\{(\w+)\}$/.exec(template)?.[1];
    const value = name === 'link' ? page.link : name === 'id' ? page.id : name === 'username' ? page.username : null;
    if (value === null) continue;
    address.searchParams.set(parameter, value);
    filled = true;
  }
  return filled ? address.href : null;
}

/** The platform's own route: its best form or page, else the path inside its product. A closed platform only says so. */
export function platformStep(request: PlanRequest, platform: PlatformForPlan): PlanStep {
  const { page, situation } = request;
  const closed = platform.status === 'closed';
  const routes = closed ? [] : usableRoutes(platform, page, situation);
  const steps = closed ? null : inProduct(platform, page, situation);
  const [first] = routes;
  const others = routes.filter(
    ({ route, target }) =>
      target !== first?.target &&
      isWellGraded(gradeOf(route)) &&
      (route.for === 'illegal-content-eu-dsa' ? request.country.inEuropeanUnion : route.type !== first?.route.type),
  );
  const fact = first?.route ?? steps;
  const forWhom = request.audience === 'child' ? 'plan.purpose.platform.child' : 'plan.purpose.platform';
  const purpose = closed ? 'plan.purpose.platform-closed' : forWhom;
  return {
    role: 'platform',
    body: platform.id,
    name: platform.name,
    label: { key: closed ? 'plan.closed' : 'plan.tell', values: { name: platform.name } },
    action: first ? action(first) : null,
    purpose: { key: purpose, values: { name: platform.name } },
    need: null,
    target: first?.target ?? null,
    alsoBy: others.slice(0, 2).map((other) => ({ label: action(other), target: other.target })),
    evidence: fact?.evidence ?? 'memory',
    source: fact?.source ?? null,
    seen: fact?.seen ?? null,
    how: closed ? [] : howLines(routes, steps),
    prefilled: first ? prefilled(first, page) : null,
    rank: 'main',
  };
}

/** Whether the step of a platform leads to no form, help page or mailbox that somebody has seen, only into the product. */
export function isWithoutForm({ role, target, action, evidence }: PlanStep): boolean {
  return role === 'platform' && (target === null || action?.key === ACTION['in-product'] || evidence === 'memory');
}
