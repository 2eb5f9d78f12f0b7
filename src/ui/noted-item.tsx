import type { NotedItem as Item } from '../notes/report-notes';
import { CopyButton } from './copy-button';
import { useTranslation } from './translation';

interface Props {
  item: Item;
  platformName: string | null;
  onCopy: (text: string, what: string) => void;
  onRemove: () => void;
  /** Makes a report of its own of it; null where it is the only one. */
  onMove: (() => void) | null;
}

/** One page of the report: always text, never a link, so that nobody is led back to it. */
export function NotedItem({ item, platformName, onCopy, onRemove, onMove }: Props) {
  const t = useTranslation();
  const lines: [label: string, value: string | null][] = [
    [t('panel.item.place'), platformName],
    [t('panel.item.link'), item.link],
    [t('panel.item.username'), item.username],
    [t('panel.item.id'), item.id],
  ];
  return (
    <li class="stack noted-item">
      <dl>
        {lines.map(
          ([label, value]) =>
            value && (
              <div key={label} class="noted-line">
                <dt class="soft small">{label}</dt>
                <dd>
                  <bdi dir="ltr">{value}</bdi>
                </dd>
                <dd class="noted-copy">
                  <CopyButton what={label} text={value} onCopy={onCopy} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <div class="row">
        <button type="button" class="button button-quiet" onClick={onRemove}>
          {t('panel.item.remove')}
          <span class="visually-hidden">: {item.link ?? platformName}</span>
        </button>
        {onMove && (
          <button type="button" class="button button-quiet" onClick={onMove}>
            {t('reports.move')}
            <span class="visually-hidden">: {item.link ?? platformName}</span>
          </button>
        )}
      </div>
    </li>
  );
}
