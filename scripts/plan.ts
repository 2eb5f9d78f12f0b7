import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { languagesSentence } from '../src/locales/language-names';
import { createTranslator } from '../src/locales/translate';
import type { HowLine, ReportPlan } from '../src/plan/report-plan';
import { loadMessages } from './load-messages';
import { CaseError, loadPlanCatalogue, type PlanCase, planCase, readCase, readLine } from './plan-case';

const USAGE = `npm run -s plan -- [--country GB] [--audience adult] [--situation seen-online] [--platform ID] [--json] ADDRESS
npm run -s plan -- [the same options as defaults] --batch FILE   (- reads the standard input)

Prints the plan that the extension would show. --country takes a subdivision too, such as US-IA; without it the plan
is the one for any country. --platform stands in for the address where something was seen in an app.
--batch reads one case a line, a bare address or {"url","platform","country","audience","situation"}, and writes one
JSON object a line; a line that cannot be read gives {"error": "..."}, and the exit status is 1 at the end.`;

const translate = createTranslator(loadMessages());
function howText(line: HowLine): string {
  if ('text' in line) return line.text;
  return translate('key' in line ? line : languagesSentence(line.languages));
}

function asJson(plan: ReportPlan) {
  return {
    page: plan.page,
    country: plan.country,
    subdivision: plan.subdivision,
    audience: plan.audience,
    situation: plan.situation,
    emergencyNumber: plan.emergencyNumber,
    steps: plan.steps.map((step) => ({
      role: step.role,
      body: step.body,
      label: translate(step.label),
      purpose: step.purpose && translate(step.purpose),
      target: step.target,
      alsoBy: step.alsoBy.map((way) => way.target),
      evidence: step.evidence,
      source: step.source,
      rank: step.rank,
      how: step.how.map(howText),
    })),
    checklist: plan.checklist.map((line) => ({ id: line.id, text: translate(line.text) })),
    followUp: plan.followUp.map((line) => ({ id: line.id, text: translate(line.text), target: line.target })),
  };
}

function asText(plan: ReportPlan): string {
  const { page } = plan;
  const lines = [
    `${plan.platformName ?? (page.link ? 'A website' : 'No page')}${page.kind ? ` · ${page.kind}` : ''}${page.username ? ` · ${page.username}` : ''}`,
    ...(page.link ? [page.link] : []),
    `${plan.subdivision ?? plan.country} · ${plan.audience} · ${plan.situation} · emergency ${plan.emergencyNumber ?? 'not known'}`,
    '',
  ];
  let number = 0;
  for (const step of plan.steps) {
    const mark = step.rank === 'main' ? `${++number}.` : '-';
    lines.push(`${mark} ${translate(step.label)}  [${step.role}, ${step.body}, ${step.evidence}]`);
    if (step.purpose) lines.push(`   ${translate(step.purpose)}`);
    for (const target of [step.target, ...step.alsoBy.map((way) => way.target)]) if (target) lines.push(`   ${target}`);
    for (const line of step.how) lines.push(`     ${howText(line)}`);
  }
  lines.push('', ...plan.checklist.map((line) => `${line.id}  ${translate(line.text)}`), '');
  for (const line of plan.followUp) lines.push(`${translate(line.text)}${line.target ? `  ${line.target}` : ''}`);
  return lines.join('\n');
}

/** Lines end at a line feed alone: readline also ends them at U+2028, which may stand inside a JSON string. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  input.setEncoding('utf8');
  let parts: string[] = [];
  for await (const chunk of input as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    parts.push(first);
    for (const next of others) {
      yield parts.join('');
      parts = [next];
    }
  }
  const last = parts.join('');
  if (last !== '') yield last;
}

/** @returns how many lines could not be read */
async function batch(file: string, defaults: PlanCase): Promise<number> {
  let failed = 0;
  for await (const line of linesOf(file)) {
    let result: unknown;
    try {
      result = asJson(planCase(readLine(line, catalogue, defaults), catalogue));
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      failed++;
      result = { error: error.message };
    }
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
  return failed;
}

const catalogue = loadPlanCatalogue();
// Whoever reads the output may stop early (`| head`): that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      country: { type: 'string' },
      audience: { type: 'string' },
      situation: { type: 'string' },
      platform: { type: 'string' },
      batch: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { batch: file, json, help, ...given } = values;
  if (help || positionals.length > 1 || (file !== undefined && positionals.length > 0)) {
    console.error(USAGE);
    process.exitCode = help ? 0 : 2;
  } else if (file !== undefined) {
    if ((await batch(file, readCase(given, catalogue))) > 0) process.exitCode = 1;
  } else {
    const plan = planCase(readCase({ ...given, url: positionals[0] ?? null }, catalogue), catalogue);
    console.log(json ? JSON.stringify(asJson(plan), null, 2) : asText(plan));
  }
} catch (error) {
  // A wrong option or value or a file that is not there: one line is enough. Anything else is a fault of ours.
  if (!(error instanceof CaseError) && !(error as NodeJS.ErrnoException).code) throw error;
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
