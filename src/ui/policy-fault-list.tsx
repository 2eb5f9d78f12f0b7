import { faultSentence, type PolicyFault } from '../policy/policy-fault';
import { useTranslation } from './translation';

/** Every fault of a policy in plain words: where, what was wrong, what is used instead. Needs the sentences of policy.json. */
export function PolicyFaultList({ faults }: { faults: readonly PolicyFault[] }) {
  const t = useTranslation();
  if (faults.length === 0) return <p class="notice notice-good">{t('policy.faults.none')}</p>;
  return (
    <div class="notice stack">
      <p class="strong">
        {t(faults.length === 1 ? 'policy.faults.one' : 'policy.faults.many', { count: String(faults.length) })}
      </p>
      <ul class="list-bullets policy-faults">
        {faults.map((fault, index) => (
          <li key={index}>
            <code dir="ltr">{fault.key || t('policy.faults.whole')}</code>: {faultSentence(fault, t)}
          </li>
        ))}
      </ul>
    </div>
  );
}
