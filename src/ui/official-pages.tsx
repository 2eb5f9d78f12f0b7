import { useTranslation } from './translation';

export interface OfficialPage {
  id: string;
  /** What stands beside the button. */
  text: string;
  /** Whose page it is, read out with the button; null where the text has said it. */
  name: string | null;
  /** Null where there is nothing to open. */
  target: string | null;
}

interface Props {
  /** Of the title, and with it of this section alone. */
  id: string;
  title: string;
  pages: readonly OfficialPage[];
  /** What stands on every button. */
  action: string;
  onOpen: (address: string) => void;
}

/** Where to go next, one official page a line; nothing at all where there is none. */
export function OfficialPages({ id, title, pages, action, onOpen }: Props) {
  const t = useTranslation();
  if (pages.length === 0) return null;
  return (
    <section class="stack section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="list-plain stack">
        {pages.map(({ id: page, text, name, target }) => (
          <li key={page} class="row row-apart">
            <span>{text}</span>
            {target && (
              <button type="button" class="button" onClick={() => onOpen(target)}>
                {action}
                <span class="visually-hidden">
                  {name && `: ${name}`}, {t('step.opens-new-tab')}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
