import { describe, expect, it } from 'vitest';
import { NO_PAGE } from '../../src/detect/detected-page';
import { isOfficialPage } from '../../src/plan/official-page';
import type { PlanStep } from '../../src/plan/report-plan';

const step = (target: string | null, ...alsoBy: string[]) =>
  ({ target, alsoBy: alsoBy.map((way) => ({ label: { key: 'x' }, target: way })) }) as PlanStep;

const STEPS = [
  step('https://www.facebook.com/help/contact/567360146613371'),
  step('https://www.ceop.police.uk/ceop-reporting/', 'tel:101', 'mailto:desk@example.org'),
  step(null, 'https://report.iwf.org.uk/org/'),
  step('tel:999'),
];

describe('a page that the steps lead to', () => {
  it.each([
    ['the form itself', null, 'https://www.ceop.police.uk/ceop-reporting/'],
    ['a page that the form led on to', null, 'https://www.ceop.police.uk/safety-centre/?lang=en'],
    ['another way to the same body', null, 'https://report.iwf.org.uk/org/thanks'],
    ['a form on the platform’s own host', 'facebook', 'https://www.facebook.com/help/contact/567360146613371?ref=a'],
  ])('is %s', (_, platform, link) => {
    expect(isOfficialPage({ ...NO_PAGE, platform, link }, STEPS)).toBe(true);
  });

  it.each([
    ['what is reported on the platform’s own host', 'facebook', 'https://www.facebook.com/someone/posts/1'],
    ['a host that only ends alike', null, 'https://not-www.ceop.police.uk/ceop-reporting/'],
    ['a website', null, 'https://example.org/999'],
    ['no page', null, null],
  ])('is not %s', (_, platform, link) => {
    expect(isOfficialPage({ ...NO_PAGE, platform, link }, STEPS)).toBe(false);
  });
});
