import { useEffect, useRef, useState } from 'preact/hooks';
import { searchNames } from '../catalogue/names';
import { useTranslation } from './translation';

export interface Findable {
  name: string;
  otherNames: string[];
}

interface Props<Item extends Findable> {
  label: string;
  hint?: string;
  nothingFound: string;
  items: Item[];
  /** Tells the items apart. */
  keyOf: (item: Item) => string;
  /** A word beside the name, such as "app". */
  noteOf?: (item: Item) => string | null;
  /** Most rows to show before something is typed. */
  atFirst?: number;
  onChoose: (item: Item) => void;
}

const MOST_ROWS = 40;

/** A search field over a list of names. Each row is a button, so that it needs no keys but Tab and Enter. */
export function SearchList<Item extends Findable>(props: Props<Item>) {
  const t = useTranslation();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = searchNames(typed, props.items);
  const shown = found.slice(0, typed ? MOST_ROWS : (props.atFirst ?? MOST_ROWS));
  return (
    <div class="stack">
      <div class="field">
        <label for="search">{props.label}</label>
        {props.hint && (
          <span class="field-hint" id="search-hint">
            {props.hint}
          </span>
        )}
        <input
          id="search"
          ref={field}
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={props.hint ? 'search-hint' : undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <p class="visually-hidden" role="status">
        {typed && t('results.count', { count: String(found.length) })}
      </p>
      {found.length === 0 && <p>{props.nothingFound}</p>}
      <ul class="list-plain search-list">
        {shown.map((item) => (
          <li key={props.keyOf(item)}>
            <button type="button" class="button button-wide search-row" onClick={() => props.onChoose(item)}>
              <bdi>{item.name}</bdi>
              {props.noteOf?.(item) && <span class="soft small">{props.noteOf(item)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
