import { useState } from 'preact/hooks';
import { QrCode } from './qr-code';
import { useTranslation } from './translation';

/** Most of this is met on a phone, where the person is signed in: the same official page, to be opened there. */
export function PhoneCode({ address, name }: { address: string; name: string }) {
  const t = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div class="stack">
      <button type="button" class="button button-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('panel.phone')}
        <span class="visually-hidden">: {name}</span>
      </button>
      {open && (
        <>
          <p class="small">{t('panel.phone.hint', { name })}</p>
          <QrCode address={address} label={t('panel.phone.code', { address })} />
          <p class="small soft">
            <bdi dir="ltr">{address}</bdi>
          </p>
        </>
      )}
    </div>
  );
}
