import { useEffect, useMemo, useState } from 'preact/hooks';
import { onPolicyChange, readPolicy } from '../../browser/managed-policy';
import type { CountryName } from '../../catalogue/names';
import { knownCodes } from '../../policy/known-codes';
import { parsePolicy } from '../../policy/parse-policy';
import { policySettings } from '../../policy/policy-settings';
import type { SchoolPolicy } from '../../policy/school-policy';
import { useTranslation } from '../../ui/translation';
import { DevicePolicy } from './device-policy';
import { FinishedPolicies } from './finished-policies';
import { ImportPolicy } from './import-policy';
import { BLANK_DRAFT, draftOf, faultsOfDraft, type PolicyDraft, settingsInDraft } from './policy-draft';
import { PolicyForm } from './policy-form';
import { Preview } from './preview';

interface Props {
  countries: CountryName[];
  /** Unchecked, as the browser gives it. */
  devicePolicy: unknown;
  /** Id of this extension in Chrome and Edge, empty where it is not known. */
  extensionId: string;
  firefoxId: string;
}

/** The page on which an administrator makes, checks and copies a policy. It stores and sends nothing. */
export function AdminPage({ countries, devicePolicy: first, extensionId, firefoxId }: Props) {
  const t = useTranslation();
  const known = useMemo(() => knownCodes(countries), [countries]);
  const [devicePolicy, setDevicePolicy] = useState(first);
  const [draft, setDraft] = useState<PolicyDraft>(BLANK_DRAFT);

  useEffect(() => onPolicyChange(async () => setDevicePolicy(await readPolicy())), []);

  const { policy, faults } = useMemo(() => parsePolicy(settingsInDraft(draft), known), [draft, known]);
  const settings = useMemo(() => policySettings(policy), [policy]);
  const fillIn = (imported: SchoolPolicy) => setDraft(draftOf(imported));

  return (
    <main class="page stack admin">
      <header class="stack">
        <h1>{t('admin.title')}</h1>
        <p>{t('admin.intro')}</p>
      </header>
      <DevicePolicy value={devicePolicy} known={known} onUse={fillIn} />
      <ImportPolicy known={known} onUse={fillIn} />
      <div class="admin-columns">
        <PolicyForm
          draft={draft}
          faults={faultsOfDraft(draft, faults)}
          countries={countries}
          known={known}
          onChange={setDraft}
        />
        <Preview policy={policy} />
      </div>
      <FinishedPolicies settings={settings} extensionId={extensionId} firefoxId={firefoxId} />
    </main>
  );
}
