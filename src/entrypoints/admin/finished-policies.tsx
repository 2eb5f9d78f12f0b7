import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../browser/clipboard';
import { OUTPUTS, type OutputId } from '../../policy/outputs/all-outputs';
import { firefoxAddOns, isChromeExtensionId } from '../../policy/outputs/deployment';
import type { PolicySettings } from '../../policy/policy-settings';
import { SaidLine, useSaid } from '../../ui/said';
import { useTranslation } from '../../ui/translation';
import { TextField } from './fields';

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
  /** Null until somebody types one: then each browser's own store. */
  const [typedUrl, setTypedUrl] = useState<string | null>(null);
  const [firefoxId, setFirefoxId] = useState(ids.firefoxId);
  const [firefoxInstallUrl, setFirefoxInstallUrl] = useState(firefoxAddOns(ids.firefoxId));
  const [said, say] = useSaid();

  const output = OUTPUTS.find(({ id }) => id === outputId)!;
  const updateUrl = typedUrl ?? output.browser?.store ?? '';
  const problems = output.browser && !isChromeExtensionId(extensionId) ? [t('admin.extensionId.problem')] : [];
  const text =
    problems.length > 0 ? '' : output.write({ settings, extensionId, updateUrl, firefoxId, firefoxInstallUrl });

  // What was copied is not what stands there now.
  useEffect(() => say('', true), [text]);

  async function copy(): Promise<void> {
    const done = await copyText(text);
    say(t(done ? 'admin.copied' : 'admin.not-copied'), done);
  }

  const field = (path: string, value: string, onChange: (value: string) => void) => (
    <TextField
      path={path}
      value={value}
      problems={path === 'extensionId' ? problems : []}
      spellcheck={false}
      onChange={(typed) => onChange(typed.trim())}
    />
  );

  return (
    <section class="section stack" aria-labelledby="finished">
      <h2 id="finished">{t('admin.finished.title')}</h2>
      <div class="field">
        <label for="output">{t('admin.output')}</label>
        <select id="output" value={outputId} onChange={(event) => setOutputId(event.currentTarget.value as OutputId)}>
          {OUTPUTS.map(({ id }) => (
            <option key={id} value={id}>
              {t(`admin.output.${id}`)}
            </option>
          ))}
        </select>
      </div>
      <p>{t(`admin.output.${outputId}.how`)}</p>
      {output.browser && (
        <>
          {field('extensionId', extensionId, setExtensionId)}
          {field('updateUrl', updateUrl, setTypedUrl)}
        </>
      )}
      {outputId === 'firefox' && (
        <>
          {field('firefoxId', firefoxId, setFirefoxId)}
          {field('firefoxInstallUrl', firefoxInstallUrl, setFirefoxInstallUrl)}
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
      </div>
      <SaidLine said={said} />
    </section>
  );
}
