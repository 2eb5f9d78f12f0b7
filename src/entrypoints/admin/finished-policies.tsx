import { useState } from 'preact/hooks';
import { copyText } from '../../browser/clipboard';
import { OUTPUTS, type OutputId } from '../../policy/outputs/all-outputs';
import { CHROME_WEB_STORE, firefoxAddOns, isChromeExtensionId } from '../../policy/outputs/deployment';
import type { PolicySettings } from '../../policy/policy-settings';
import { useTranslation } from '../../ui/translation';

interface Props {
  settings: PolicySettings;
  extensionId: string;
  firefoxId: string;
}

/** The finished policy for one system at a time, ready to copy, with where it goes. */
export function FinishedPolicies({ settings, ...ids }: Props) {
  const t = useTranslation();
  const [outputId, setOutputId] = useState<OutputId>('google-admin');
  const [extensionId, setExtensionId] = useState(ids.extensionId);
  const [updateUrl, setUpdateUrl] = useState(CHROME_WEB_STORE);
  const [firefoxId, setFirefoxId] = useState(ids.firefoxId);
  const [firefoxInstallUrl, setFirefoxInstallUrl] = useState(firefoxAddOns(ids.firefoxId));
  const [said, setSaid] = useState('');

  const output = OUTPUTS.find(({ id }) => id === outputId)!;
  const needsChromeId = outputId !== 'firefox' && outputId !== 'google-admin';
  const problem = needsChromeId && !isChromeExtensionId(extensionId) ? t('admin.extensionId.problem') : null;
  const text = problem ? '' : output.write({ settings, extensionId, updateUrl, firefoxId, firefoxInstallUrl });

  async function copy(): Promise<void> {
    setSaid(t((await copyText(text)) ? 'admin.copied' : 'admin.not-copied'));
  }

  return (
    <section class="section stack" aria-labelledby="finished">
      <h2 id="finished">{t('admin.finished.title')}</h2>
      <div class="field">
        <label for="output">{t('admin.output')}</label>
        <select
          id="output"
          value={outputId}
          onChange={(event) => {
            setOutputId(event.currentTarget.value as OutputId);
            setSaid('');
          }}
        >
          {OUTPUTS.map(({ id }) => (
            <option key={id} value={id}>
              {t(`admin.output.${id}`)}
            </option>
          ))}
        </select>
      </div>
      <p>{t(`admin.output.${outputId}.how`)}</p>
      {needsChromeId && (
        <>
          <Field id="extensionId" value={extensionId} onChange={setExtensionId} problem={problem} />
          <Field id="updateUrl" value={updateUrl} onChange={setUpdateUrl} />
        </>
      )}
      {outputId === 'firefox' && (
        <>
          <Field id="firefoxId" value={firefoxId} onChange={setFirefoxId} />
          <Field id="firefoxInstallUrl" value={firefoxInstallUrl} onChange={setFirefoxInstallUrl} />
        </>
      )}
      <div class="field">
        <label for="finished-text">{t('admin.finished.text', { file: output.file })}</label>
        <textarea id="finished-text" class="admin-code" rows={16} readOnly spellcheck={false} value={text} />
      </div>
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={text ? undefined : true}
          onClick={() => text && copy()}
        >
          {t('admin.copy')}
        </button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}

function Field({
  id,
  value,
  onChange,
  problem,
}: {
  id: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | null;
}) {
  const t = useTranslation();
  return (
    <div class="field">
      <label for={id}>{t(`admin.${id}`)}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-invalid={Boolean(problem)}
        onInput={(event) => onChange(event.currentTarget.value.trim())}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {t(`admin.${id}.hint`)}
      </p>
      <div role="status">{problem && <p class="admin-fault">{problem}</p>}</div>
    </div>
  );
}
