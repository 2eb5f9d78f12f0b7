import { gradeOf, isWellGraded } from '../catalogue/grades';
import type { InProductSteps, PlatformForPlan, ReportRoute } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { prefilledTarget } from './fill-target';
import { inProduct, type UsableRoute, usableRoutes } from './platform-routes';
import type { HowLine, PlanRequest, PlanStep } from './report-plan';

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
    prefilled: first ? prefilledTarget(first.target, first.route.prefill, page) : null,
    rank: 'main',
  };
}

/** Whether the step of a platform leads to no form, help page or mailbox that somebody has seen, only into the product. */
export function isWithoutForm({ role, target, action, evidence }: PlanStep): boolean {
  return role === 'platform' && (target === null || action?.key === ACTION['in-product'] || evidence === 'memory');
}
