import { type Audience, SITUATIONS, type Situation } from '../catalogue/types';
import { useTranslation } from './translation';

interface Props {
  situation: Situation;
  audience: Audience;
  onChange: (situation: Situation) => void;
}

/** One choice in plain words; a child gets a child's words. */
export function SituationChoice({ situation, audience, onChange }: Props) {
  const t = useTranslation();
  const child = audience === 'child';
  return (
    <div class="field">
      <label for="situation">{t(child ? 'situation.label.child' : 'situation.label')}</label>
      <select id="situation" value={situation} onChange={(event) => onChange(event.currentTarget.value as Situation)}>
        {SITUATIONS.map((name) => (
          <option key={name} value={name} selected={name === situation}>
            {t(child ? `situation.child.${name}` : `situation.${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
