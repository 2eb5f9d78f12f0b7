import { describe, expect, it } from 'vitest';
import { loadPlanCatalogue, planRequest } from '../../scripts/plan-case';
import { type PlatformForPlan, type ReportRoute, SITUATIONS } from '../../src/catalogue/types';
import { platformStep } from '../../src/plan/platform-step';

const catalogue = loadPlanCatalogue();
const request = (country = 'GB') =>
  planRequest(
    { url: 'https://x.example/a?b=c', platform: null, country, audience: 'adult', situation: 'seen-online' },
    catalogue,
  );
const route = (facts: Partial<ReportRoute>): ReportRoute => ({
  label: 'a form',
  type: 'form',
  target: 'https://x.example/report',
  for: 'any-abuse',
  appliesTo: [],
  accountNeeded: null,
  prefill: null,
  evidence: 'official',
  source: 'https://x.example/help',
  seen: null,
  ...facts,
});
const platform = (routes: ReportRoute[], facts: Partial<PlatformForPlan> = {}): PlatformForPlan => ({
  id: 'x-example',
  name: 'X Example',
  status: 'live',
  appOnly: false,
  routes,
  inProductSteps: [],
  ...facts,
});
const target = (routes: ReportRoute[], country?: string) => platformStep(request(country), platform(routes)).target;

describe('the platform’s step', () => {
  it('takes child abuse before child safety before any abuse, and a form before a page before an address', () => {
    const abuse = route({ for: 'child-sexual-abuse', type: 'help-page', target: 'https://x.example/csa' });
    const safety = route({ for: 'child-safety', target: 'https://x.example/safety' });
    const mail = route({ for: 'child-sexual-abuse', type: 'email', target: 'mailto:csa@x.example' });
    expect(target([route({}), safety, mail, abuse])).toBe('https://x.example/csa');
    expect(target([route({}), safety])).toBe('https://x.example/safety');
  });

  it('never uses a route for accounts, nor a deep address from memory', () => {
    expect(target([route({ for: 'account' })])).toBeNull();
    expect(target([route({ evidence: 'memory' })])).toBeNull();
    expect(target([route({ evidence: 'memory', target: 'https://x.example/' })])).toBe('https://x.example/');
    expect(target([route({ evidence: 'code', source: 'a list somebody kept' })])).toBeNull();
  });

  it('takes a route from public code only where nothing better is known', () => {
    const code = route({ evidence: 'code', for: 'child-sexual-abuse', target: 'https://x.example/code' });
    expect(target([code])).toBe('https://x.example/code');
    expect(target([code, route({})])).toBe('https://x.example/report');
  });

  it('fills in what the page tells, leaves out a parameter it does not, and drops an address it cannot build', () => {
    expect(target([route({ target: 'https://x.example/r?u={link}&n={username}' })])).toBe(
      'https://x.example/r?u=https%3A%2F%2Fx.example%2Fa%3Fb%3Dc',
    );
    expect(target([route({ target: 'https://x.example/{id}/report' })])).toBeNull();
    expect(target([route({ target: 'https://{host}/about' })])).toBe('https://x.example/about');
    expect(target([route({ target: 'https://x.example/r?u={something}' })])).toBe('https://x.example/r');
  });

  it('carries no username and no link of any platform’s page into a form unless a person chose that', () => {
    const filled = /\{(username|link)\}/;
    const found: string[] = [];
    for (const { shapes, routes } of catalogue.platforms.values()) {
      const beginnings = routes.filter(({ target }) => filled.test(target)).map(({ target }) => target.split('{')[0]!);
      if (beginnings.length === 0) continue;
      const asTheyStand = new Set(routes.map(({ target }) => target));
      for (const { address } of shapes.flatMap(({ examples }) => examples)) {
        for (const situation of SITUATIONS) {
          const given = { url: address, platform: null, country: 'DE', audience: 'adult', situation } as const;
          const plan = planRequest(given, catalogue);
          if (plan.platform?.routes !== routes) continue;
          const { target, alsoBy } = platformStep(plan, plan.platform);
          const ways = [target, ...alsoBy.map((way) => way.target)].filter((way) => way !== null);
          found.push(...ways.filter((way) => !asTheyStand.has(way) && beginnings.some((text) => way.startsWith(text))));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('offers the name of a Scratch profile for its form as a choice, and opens the form without it', () => {
    const url = 'https://scratch.mit.edu/users/griffpatch/';
    const given = { url, platform: null, country: 'GB', audience: 'adult', situation: 'grooming' } as const;
    const step = platformStep(planRequest(given, catalogue), catalogue.platforms.get('scratch')!);
    expect(step).toMatchObject({
      target: 'https://scratch.mit.edu/contact-us/',
      prefilled: 'https://scratch.mit.edu/contact-us/?profile=griffpatch',
    });
  });

  it('offers the form under the Digital Services Act in the European Union alone', () => {
    const dsa = route({ for: 'illegal-content-eu-dsa', target: 'https://x.example/dsa' });
    const also = (country: string) =>
      platformStep(request(country), platform([route({}), dsa])).alsoBy.map((way) => way.target);
    expect(also('DE')).toEqual(['https://x.example/dsa']);
    expect(also('GB')).toEqual([]);
  });

  it('says what is wrong with a closed platform, and how to find the menu where nothing is known', () => {
    const closed = platformStep(request(), platform([route({})], { status: 'closed' }));
    expect(closed).toMatchObject({ target: null, action: null, label: { key: 'plan.closed' } });
    expect(platformStep(request(), platform([])).how).toEqual([{ key: 'plan.how.look-for-report' }]);
  });

  it('overrides a form that asks for files, and says when menus may differ', () => {
    expect(platformStep(request(), platform([route({})])).how).toContainEqual({ key: 'plan.how.no-files' });
    const steps = {
      content: 'post',
      surface: 'web',
      steps: ['More', 'Report'],
      evidence: 'memory',
      source: null,
      seen: null,
    } as const;
    const { how } = platformStep(request(), platform([], { inProductSteps: [{ ...steps, steps: [...steps.steps] }] }));
    expect(how).toEqual([
      { key: 'plan.how.on-the-page' },
      { text: 'More' },
      { text: 'Report' },
      { key: 'plan.how.menus-may-differ' },
    ]);
  });
});
