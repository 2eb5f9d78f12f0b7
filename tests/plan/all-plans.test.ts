import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../scripts/load-messages';
import { loadPlanCatalogue, type PlanCase, planCase, planRequest } from '../../scripts/plan-case';
import { bodyAddress, isBareHomePage } from '../../src/catalogue/grades';
import { telephone } from '../../src/catalogue/telephone';
import { AUDIENCES, type ReportingBody, SITUATIONS } from '../../src/catalogue/types';
import type { PlanStep, ReportPlan } from '../../src/plan/report-plan';

const catalogue = loadPlanCatalogue();
const messages = loadMessages();
const countries = [...catalogue.countries.values()];
const bodies = new Map<string, ReportingBody>();
for (const country of countries) {
  for (const body of [...country.bodies, ...(country.subdivisions ?? []).flatMap((part) => part.bodies)]) {
    bodies.set(body.id, body);
  }
}

const PAGES: Pick<PlanCase, 'url' | 'platform'>[] = [
  { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', platform: null },
  { url: 'https://a-website-of-nobody.example/page', platform: null },
  { url: null, platform: 'whatsapp' },
];
const places = countries.flatMap((country) => [
  country.code,
  ...(country.subdivisions ?? []).map((subdivision) => subdivision.code),
]);

/** Made once: every place, situation, audience and kind of page. */
const plans: { plan: ReportPlan; one: PlanCase }[] = places.flatMap((country) =>
  SITUATIONS.flatMap((situation) =>
    AUDIENCES.flatMap((audience) =>
      PAGES.map((page) => {
        const one: PlanCase = { ...page, country, situation, audience };
        return { one, plan: planCase(one, catalogue) };
      }),
    ),
  ),
);

function everyPlan(check: (plan: ReportPlan, one: PlanCase) => void) {
  for (const { plan, one } of plans) check(plan, one);
}

/** Called for tens of thousands of plans: an ordinary error is far cheaper than an assertion that holds. */
function hold(holds: boolean, what: string) {
  if (!holds) throw new Error(what);
}

const told = (one: PlanCase, step?: PlanStep) =>
  `${one.country} ${one.situation} ${one.audience} ${one.url ?? one.platform} ${step?.body ?? ''}`;

/** What refusing means, stated here a second time on purpose: the plan must not be its own judge. */
const REFUSALS: Record<string, string[]> = {
  material: ['imagery-links', 'reports', 'under-18-images'],
  device: ['imagery-on-device', 'reports', 'under-18-images'],
  contact: ['contact-with-child', 'reports'],
  live: ['reports', 'under-18-images'],
  'own-image': ['under-18-images', 'reports'],
  life: ['offline-abuse', 'reports'],
};

/** Territories served by another country's bodies, with a telephone network of their own. */
const ACROSS_THE_SEA = ['BQ', 'FO', 'GL', 'IO', 'NC', 'PF', 'PM', 'TK', 'WF'];

describe('every country, situation and audience', () => {
  it('covers all countries of the facts, the states of the United States and the default', () => {
    expect(countries.length).toBe(244);
    expect(places.filter((place) => place.startsWith('US-')).length).toBe(56);
    expect(catalogue.countries.has('ZZ')).toBe(true);
  });

  it('is never empty, and has something to do at once', () => {
    everyPlan((plan, one) => {
      hold(
        plan.steps.some((step) => step.rank === 'main'),
        told(one),
      );
      hold(
        plan.steps.some((step) => step.target !== null),
        told(one),
      );
    });
  });

  it('has a sentence for every label, line and purpose, with every value filled', () => {
    everyPlan((plan, one) => {
      const lines = [
        ...plan.steps.flatMap((step) => [
          step.label,
          step.purpose,
          step.action,
          ...step.alsoBy.map((way) => way.label),
          ...step.how.flatMap((line) => ('key' in line ? [line] : [])),
        ]),
        ...plan.checklist.map((line) => line.text),
        ...plan.followUp.map((line) => line.text),
      ];
      for (const line of lines) {
        if (!line) continue;
        const sentence = messages[line.key];
        if (sentence === undefined) throw new Error(`${told(one)}: no sentence for ${line.key}`);
        for (const [, name] of sentence.matchAll(/\{(\w+)\}/g)) {
          if (!line.values?.[name!]) throw new Error(`${told(one)}: ${line.key} lacks ${name}`);
        }
      }
    });
  });

  it('names no body that refuses the case, takes no reports of it, or is there for somebody else', () => {
    everyPlan((plan, one) => {
      for (const step of plan.steps) {
        const body = bodies.get(step.body);
        if (!body || step.need === null || step.body === 'default-local-police') continue;
        const where = told(one, step);
        const refused = REFUSALS[step.need] ?? [];
        if (body.refuses.some((code) => refused.includes(code))) throw new Error(`${where} refuses`);
        if (one.situation === 'immediate-danger' && body.refuses.includes('child-in-danger')) {
          throw new Error(`${where} is no body for a child in danger`);
        }
        if (body.listedFor && step.need !== 'crisis' && step.need !== 'advice')
          throw new Error(`${where} is listed for something else`);
        if (body.who === 'professionals' && one.audience !== 'school-staff')
          throw new Error(`${where} is for professionals`);
        if (one.audience === 'child' && body.who === 'over-18') throw new Error(`${where} is for adults`);
        const forChild = body.who === 'under-18' && one.audience !== 'child' && body.role !== 'takedown';
        if (forChild && step.purpose?.key !== 'plan.purpose.talk-for-the-child')
          throw new Error(`${where} is for children`);
      }
    });
  });

  it('shows a takedown service only for the picture of the person or their child', () => {
    everyPlan((plan, one) => {
      if (one.situation === 'own-image' || one.situation === 'blackmail') return;
      hold(!plan.steps.some((step) => step.role === 'takedown'), told(one));
    });
  });

  it('links nothing that its grade does not allow', () => {
    everyPlan((plan, one) => {
      for (const step of plan.steps) {
        const body = bodies.get(step.body);
        for (const { target } of [step, ...step.alsoBy]) {
          if (!target) continue;
          if (!/^(https|tel|mailto):/.test(target)) throw new Error(`${told(one, step)} ${target}`);
          if (target.includes('{') || target.includes('%7B')) throw new Error(`${told(one, step)} unfilled ${target}`);
        }
        if (body && step.target?.startsWith('https:') && step.body !== 'default-local-police') {
          const address = bodyAddress(body)!;
          const known = address.grade === 'official' || address.grade === 'third-party';
          hold(known || isBareHomePage(step.target), told(one, step));
        }
        if (step.evidence === 'memory' && step.target?.startsWith('https:')) {
          hold(isBareHomePage(step.target), `${told(one, step)} ${step.target}`);
        }
      }
    });
  });

  it('puts the emergency number of the country first, alone, where a child is in danger', () => {
    everyPlan((plan, one) => {
      const request = planRequest(one, catalogue);
      const number = request.country.emergency[0]?.number ?? null;
      if (plan.emergencyNumber !== number) throw new Error(`${told(one)}: ${plan.emergencyNumber}`);
      if (one.situation !== 'immediate-danger') return;
      const main = plan.steps.filter((step) => step.rank === 'main');
      expect(
        main.map((step) => step.role),
        told(one),
      ).toEqual(['emergency']);
      expect(plan.steps[0]?.target ?? null).toBe(number === null ? null : `tel:${number.replace(/ /g, '')}`);
    });
  });

  it('says everything once', () => {
    everyPlan((plan, one) => {
      const ids = plan.steps.map((step) => step.body);
      const targets = plan.steps.flatMap((step) => step.target ?? []);
      if (new Set(ids).size !== ids.length) throw new Error(`${told(one)}: ${ids.join(' ')}`);
      if (new Set(targets).size !== targets.length) throw new Error(`${told(one)}: ${targets.join(' ')}`);
    });
  });

  it('keeps what a child sees short, and starts with a grown-up', () => {
    everyPlan((plan, one) => {
      if (one.audience !== 'child' || one.situation === 'immediate-danger') return;
      hold(plan.steps[0]?.role === 'school', told(one));
      hold(plan.steps.filter((step) => step.rank === 'main').length <= 4, told(one));
      hold(
        plan.steps.some((step) => step.role === 'helpline'),
        told(one),
      );
    });
  });

  it('gives a child somebody to call wherever the records know a number for a child', () => {
    everyPlan((plan, one) => {
      if (one.audience !== 'child') return;
      const { country, parentCountry, subdivision } = planRequest(one, catalogue);
      const part = country.subdivisions?.find(({ code }) => code === subdivision);
      const parents = ACROSS_THE_SEA.includes(country.code) ? [] : (parentCountry?.bodies ?? []);
      const lines = [...country.bodies, ...parents, ...(part?.bodies ?? [])].filter(
        (body) => body.role === 'helpline' && !body.listedFor && body.who !== 'over-18' && body.who !== 'professionals',
      );
      const known = lines.filter(
        (body) => (body.shortCode ?? body.phone) && (body.phoneEvidence ?? body.evidence) !== 'memory',
      );
      const called = plan.steps.find(({ role, target }) => role === 'helpline' && target?.startsWith('tel:'));
      if (known.some(({ source }) => source?.startsWith('http'))) hold(called !== undefined, told(one));
      const line = plan.checklist.find(({ id }) => id === 'K8')!;
      const number = line.text.values?.helplineNumber;
      if (line.text.key !== 'checklist.k8') return;
      const numbers = plan.steps.flatMap((step) => [step.target, ...step.alsoBy.map((way) => way.target)]);
      hold(numbers.includes(telephone(String(number))), `${told(one)}: the checklist names ${number}, no step does`);
    });
  });

  it('gives no short number of another country to a territory with a network of its own', () => {
    everyPlan((plan, one) => {
      if (!ACROSS_THE_SEA.includes(one.country)) return;
      for (const step of plan.steps) {
        if (step.role === 'emergency') continue;
        for (const { target } of [step, ...step.alsoBy]) {
          hold(!target?.startsWith('tel:') || target.startsWith('tel:+'), told(one, step));
        }
        hold(
          step.how.every((line) => !('key' in line) || line.key !== 'plan.how.number'),
          told(one, step),
        );
      }
    });
  });

  it('puts child protection among the first steps of staff who have a duty of their own to report there', () => {
    everyPlan((plan, one) => {
      if (one.audience !== 'school-staff' || !['grooming', 'blackmail', 'own-image'].includes(one.situation)) return;
      if (!/^US|^IE$/.test(one.country)) return;
      // No number of American Samoa's is known well enough; Childhelp finds the agency there and in "the whole country".
      const finds = ['US', 'US-AS'].includes(one.country);
      const state = finds ? 'us-childhelp' : `${one.country.toLowerCase()}-child-protection`;
      const line = one.country === 'IE' ? 'tusla' : state;
      hold(plan.steps.find(({ body }) => body === line)?.rank === 'main', told(one));
    });
  });

  it('lets a child go alone, at once, to a body whose own pages say that a child may', () => {
    everyPlan((plan, one) => {
      if (one.audience !== 'child' || !['grooming', 'blackmail'].includes(one.situation)) return;
      const alone = { GB: 'ceop', US: 'cybertipline', CA: 'cybertip-ca' }[one.country.slice(0, 2)];
      if (!alone) return;
      const step = plan.steps.find(({ body }) => body === alone);
      hold(step?.rank === 'main' && step.purpose?.key === 'plan.purpose.contact.child', told(one, step));
    });
  });

  it('offers no hotline for addresses where there is none to give: on a device, or a child in danger', () => {
    everyPlan((plan, one) => {
      for (const step of plan.steps) {
        const body = bodies.get(step.body);
        if (!body || (body.role !== 'hotline' && body.role !== 'regulator')) continue;
        const takesContact = body.accepts.includes('grooming') && body.accepts.includes('sexual-contact');
        if (one.situation === 'on-device') hold(takesContact, told(one, step));
        if (one.situation === 'immediate-danger' && (one.url === null || one.audience === 'child')) {
          hold(takesContact, told(one, step));
        }
      }
    });
  });

  it('is in a hurry where abuse is live: the emergency number among the first steps, before the platform', () => {
    everyPlan((plan, one) => {
      if (one.situation !== 'livestream') return;
      const main = plan.steps.filter((step) => step.rank === 'main').map((step) => step.role);
      hold(main.includes('emergency'), told(one));
      if (one.audience === 'adult') hold(main[0] === 'emergency', told(one));
      if (one.audience === 'school-staff') hold(main[1] === 'emergency', told(one));
    });
  });

  it('names police to whom an adult can go, beside units that only read reports', () => {
    everyPlan((plan, one) => {
      // In danger, or where the emergency number is the only one of the police's, the call comes first.
      if (one.audience === 'child' || plan.steps.some((step) => step.role === 'emergency')) return;
      const goesThere = plan.steps.some((step) => {
        if (step.body === 'local-police' || step.body === 'default-local-police') return true;
        const body = bodies.get(step.body);
        const { country, parentCountry } = planRequest(one, catalogue);
        const numbers = [...country.nonEmergencyPolice, ...(parentCountry?.nonEmergencyPolice ?? [])].map(
          ({ number }) => telephone(number),
        );
        if ([step.target, ...step.alsoBy.map((way) => way.target)].some((way) => numbers.includes(way ?? '')))
          return true;
        const federal = ['fbi-tips', 'icac', 'know2protect'].includes(step.body);
        return body?.role === 'police' && !federal && body.accepts.includes('csam-on-device');
      });
      hold(goesThere, told(one));
    });
  });

  it('asks for few things first, and gives crime tip lines no part in protecting a child', () => {
    everyPlan((plan, one) => {
      const main = plan.steps.filter((step) => step.rank === 'main');
      hold(main.length <= (one.audience === 'school-staff' ? 6 : 5), `${told(one)} ${main.length}`);
      for (const { body } of main) hold(!/^crimestoppers|^kh-1288$|^ng-naptip$|^ec-1800delito$/.test(body), told(one));
    });
  });

  it('sends staff to their safeguarding lead first', () => {
    everyPlan((plan, one) => {
      if (one.audience !== 'school-staff' || one.situation === 'immediate-danger') return;
      hold(plan.steps[0]?.body === 'safeguarding-lead', told(one));
    });
  });

  it('always has the IWF and CEOP in the United Kingdom for something seen online, and CyberTipline in the United States', () => {
    everyPlan((plan, one) => {
      const ids = plan.steps.map((step) => step.body);
      if (one.country.startsWith('GB') && one.situation === 'seen-online') {
        expect(ids, told(one)).toEqual(expect.arrayContaining(['iwf', 'ceop']));
        for (const step of plan.steps) if (['iwf', 'ceop'].includes(step.body)) expect(step.purpose).not.toBeNull();
      }
      if (one.country === 'US' || one.country.startsWith('US-')) expect(ids, told(one)).toContain('cybertipline');
    });
  });

  it('does not begin with a platform that has no form to open, on any of the platforms', () => {
    // Bodies stand for themselves here: whoever is neither the platform nor the school nor the emergency number.
    const leads = ({ role }: PlanStep) => !['platform', 'emergency', 'school'].includes(role);
    let later = 0;
    for (const platform of catalogue.platforms.values()) {
      for (const country of ['GB', 'US', 'DE', 'NG', 'ZZ']) {
        for (const situation of SITUATIONS) {
          const one: PlanCase = { url: null, platform: platform.id, country, situation, audience: 'adult' };
          const main = planCase(one, catalogue).steps.filter(({ rank }) => rank === 'main');
          const own = main.findIndex(({ role }) => role === 'platform');
          if (own < 0 || (main[own]!.target !== null && main[own]!.action?.key !== 'plan.action.site')) continue;
          hold(main.slice(0, own).some(leads) || !main.some(leads), told(one));
          later++;
        }
      }
    }
    expect(later).toBeGreaterThan(500);
  });

  it('links placeholders only on the platform’s own hosts', () => {
    for (const platform of catalogue.platforms.values()) {
      const own = platform.hosts.map((host) => host.split('/')[0]!);
      for (const { target } of platform.routes) {
        if (!target?.includes('{') || target.startsWith('https://{host}')) continue;
        const host = new URL(target.replace(/\{\w+\}/g, 'x')).hostname;
        const registrable = (name: string) => name.split('.').slice(-2).join('.');
        expect(
          own.some((name) => registrable(name) === registrable(host)),
          `${platform.id} ${target}`,
        ).toBe(true);
      }
    }
  });
});
