import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { checkPolicyText } from '../../src/policy/check-policy-text';
import { OUTPUTS } from '../../src/policy/outputs/all-outputs';
import { CHROME, type Deployment, firefoxAddOns, isChromeExtensionId } from '../../src/policy/outputs/deployment';
import { stableUuid } from '../../src/policy/outputs/stable-uuid';
import { parsePolicy } from '../../src/policy/parse-policy';
import { policySettings } from '../../src/policy/policy-settings';
import { NO_POLICY, type SchoolPolicy } from '../../src/policy/school-policy';
import { anyPolicyValue } from './any-policy-value';
import { SAMPLE_POLICIES } from './sample-policies';

const KNOWN = knownCodes();

function deploymentOf(policy: SchoolPolicy): Deployment {
  return {
    settings: policySettings(policy),
    extensionId: 'abcdefghijklmnopabcdefghijklmnop',
    updateUrl: CHROME.store,
    firefoxId: 'signpost@signpost.example',
    firefoxInstallUrl: firefoxAddOns('signpost@signpost.example'),
  };
}

const AWKWARD: SchoolPolicy = {
  ...NO_POLICY,
  country: 'US',
  audience: 'child',
  staffSwitch: false,
  schoolName: `St. "Mary's" & Sons <b>\\ %PATH% $env:X \`n ]]> '@ é 学校 🏫`,
  message: 'One.\n\nTwo \\n three.',
  contacts: [
    {
      name: 'Ms "A" \\',
      role: "O'B & C",
      phone: '+1 515-555-0100 ext. 9',
      email: "o'b@x.example",
      link: 'https://x.example/?a=1&b=%22',
      hours: null,
    },
  ],
  reportLink: 'https://x.example/a?b=c&d=%3C',
};

describe.each(OUTPUTS)('$id', ({ write }) => {
  it.each(SAMPLE_POLICIES)('says the same as the sample $name', ({ text }) => {
    const { policy } = checkPolicyText(text, KNOWN);
    expect(checkPolicyText(write(deploymentOf(policy!)), KNOWN)).toEqual({ policy, faults: [] });
  });

  it('carries quotes, markup, line breaks and other scripts through', () => {
    expect(checkPolicyText(write(deploymentOf(AWKWARD)), KNOWN)).toEqual({ policy: AWKWARD, faults: [] });
  });

  it('says the same as any policy that came through the check', () => {
    fc.assert(
      fc.property(anyPolicyValue, (value) => {
        const { policy } = parsePolicy(value, KNOWN);
        expect(checkPolicyText(write(deploymentOf(policy)), KNOWN)).toEqual({ policy, faults: [] });
      }),
      { numRuns: 150 },
    );
  });
});

describe('installation', () => {
  const written = Object.fromEntries(OUTPUTS.map(({ id, write }) => [id, write(deploymentOf(NO_POLICY))]));

  it('is forced and pinned in every output but Google Admin, where the console does it', () => {
    for (const id of OUTPUTS.map((output) => output.id)) {
      if (id === 'google-admin') continue;
      expect(written[id]).toContain('force_installed');
      expect(written[id]).toMatch(/force_pinned|force_shown|navbar/);
    }
  });

  it('is written as each browser reads it', () => {
    expect(JSON.parse(written['chrome-linux']!)).toEqual({
      ExtensionSettings: {
        abcdefghijklmnopabcdefghijklmnop: {
          installation_mode: 'force_installed',
          update_url: CHROME.store,
          toolbar_pin: 'force_pinned',
        },
      },
      '3rdparty': { extensions: { abcdefghijklmnopabcdefghijklmnop: {} } },
    });
    expect(written['chrome-registry']).toContain(
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionSettings\\abcdefghijklmnopabcdefghijklmnop]\r\n"installation_mode"="force_installed"\r\n',
    );
  });

  it('comes back for updates to the server it came from', () => {
    const own = { ...deploymentOf(NO_POLICY), updateUrl: 'https://school.example/updates.xml' };
    for (const { id, write } of OUTPUTS) {
      const isOfStore = id === 'google-admin' || id === 'firefox';
      expect([id, write(own).includes('override_update_url')]).toEqual([id, !isOfStore]);
      expect(written[id]).not.toContain('override_update_url');
    }
  });

  it('is plain ASCII where Windows would otherwise guess', () => {
    for (const { id, write } of OUTPUTS) {
      if (/registry|intune/.test(id)) expect(write(deploymentOf(AWKWARD))).toMatch(/^[\x20-\x7e\r\n]*$/);
    }
  });

  it('keeps the identity of a macOS profile', () => {
    expect(stableUuid('a')).toBe(stableUuid('a'));
    expect(stableUuid('a')).not.toBe(stableUuid('b'));
    expect(stableUuid('a')).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  });

  it('knows an extension id', () => {
    expect(isChromeExtensionId('abcdefghijklmnopabcdefghijklmnop')).toBe(true);
    expect(isChromeExtensionId('abcdefghijklmnopabcdefghijklmnoq')).toBe(false);
  });
});

describe('reading a file', () => {
  const faultsOf = (text: string) => checkPolicyText(text, KNOWN).faults.map((fault) => fault.problem.key);

  it.each(['', 'hello', '<html></html>', '# a comment'])('names a text that is no policy: %j', (text) => {
    expect(faultsOf(text)).toEqual(['policy.problem.not-a-policy']);
  });

  it('names broken JSON', () => {
    expect(faultsOf('{"country": "GB",}')).toEqual(['policy.problem.not-json']);
  });

  it('names a file that configures something else', () => {
    expect(faultsOf('{"policies": {"DisableTelemetry": true}}')).toEqual(['policy.problem.no-values']);
    expect(faultsOf('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n"a"="b"')).toEqual(
      ['policy.problem.no-values'],
    );
    expect(faultsOf('<?xml version="1.0"?><plist version="1.0"><dict/></plist>')).toEqual(['policy.problem.no-values']);
  });

  it('finds Signpost among other extensions', () => {
    const text = JSON.stringify({
      '3rdparty': { extensions: { a: { toOverwrite: {} }, b: { country: 'GB', audience: 'child' } } },
    });
    expect(checkPolicyText(text, KNOWN)).toMatchObject({ policy: { country: 'GB' }, faults: [] });
  });

  it('reads lists that stand as numbered keys in the registry', () => {
    const key =
      'HKEY_LOCAL_MACHINE\\Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\abcdefghijklmnopabcdefghijklmnop\\policy';
    const text = `Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"countryLocked"=dword:00000001\r\n"country"="GB"\r\n[${key}\\contacts\\1]\r\n"name"="Ms A"\r\n[${key}\\hiddenSections]\r\n"1"="options"`;
    const { policy, faults } = checkPolicyText(text, KNOWN);
    expect(faults).toEqual([]);
    expect(policy).toMatchObject({
      country: 'GB',
      countryLocked: true,
      contacts: [{ name: 'Ms A' }],
      hiddenSections: ['options'],
    });
  });

  it('names the faults inside a finished policy too', () => {
    const wrapped = '{"country": {"Value": "UK"}, "schoolName": {"Value": 5}}';
    expect(checkPolicyText(wrapped, KNOWN).faults.map((fault) => fault.key)).toEqual(['country', 'schoolName']);
  });

  it.each(['', 'hello', '{"country": "GB",}', '[]', '["GB"]', '"GB"', '{"name": "x", "version": "1"}'])(
    'gives no policy where the text holds none, so that nothing is filled in from it: %s',
    (text) => {
      const { policy, faults } = checkPolicyText(text, KNOWN);
      expect(policy).toBeNull();
      expect(faults.length).toBeGreaterThan(0);
    },
  );

  it('gives the rest of a policy of which something is wrong', () => {
    expect(checkPolicyText('{"schoolName": "Hill School", "country": 5}', KNOWN).policy).toMatchObject({
      schoolName: 'Hill School',
      country: null,
    });
    expect(checkPolicyText('{}', KNOWN)).toEqual({ policy: NO_POLICY, faults: [] });
  });

  it('never throws', () => {
    const starts = ['', '{', '[', 'Windows Registry Editor Version 5.00\n', '<plist>', "@'\n"];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.string({ unit: 'binary', maxLength: 300 }), (start, rest) => {
        expect(() => checkPolicyText(start + rest, KNOWN)).not.toThrow();
      }),
    );
    expect(() => checkPolicyText(`<plist>${'<array>'.repeat(100_000)}`, KNOWN)).not.toThrow();
    expect(() => checkPolicyText('['.repeat(100_000), KNOWN)).not.toThrow();
  });
});
