import { isPolicySet } from '../../policy/is-policy-set';
import type { KnownCodes } from '../../policy/known-codes';
import { parsePolicy } from '../../policy/parse-policy';
import type { SchoolPolicy } from '../../policy/school-policy';
import { PolicyFaultList } from '../../ui/policy-fault-list';
import { useTranslation } from '../../ui/translation';

interface Props {
  value: unknown;
  known: KnownCodes;
  onUse: (policy: SchoolPolicy) => void;
}

/** What this device is configured with, and what is wrong with it. */
export function DevicePolicy({ value, known, onUse }: Props) {
  const t = useTranslation();
  const { policy, faults } = parsePolicy(value, known);
  return (
    <section class="section stack" aria-labelledby="device-policy">
      <h2 id="device-policy">{t('admin.device.title')}</h2>
      {isPolicySet(value) ? (
        <>
          <PolicyFaultList faults={faults} />
          <div class="row">
            <button type="button" class="button" onClick={() => onUse(policy)}>
              {t('admin.device.use')}
            </button>
          </div>
        </>
      ) : (
        <p>{t('admin.device.none')}</p>
      )}
    </section>
  );
}
