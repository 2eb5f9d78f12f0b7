import { type Audience, SITUATIONS, type Situation } from '../catalogue/types';
import { useTranslation } from './translation';

interface Props {
  situation: Situation;
  audience: Audience;
  onChange: (situation: Situation) => void;
}

/** A child gets a child's words for everything; school staff have no child of their own in it. */
function wordsFor(situation: Situation, audience: Audience): string {
  if (audience === 'child') return `situation.child.${situation}`;
  return audience === 'school-staff' && situation === 'own-image'
    ? 'situation.school-staff.own-image'
    : `situation.${situation}`;
}

/** One choice in plain words. */
export function SituationChoice({ situation, audience, onChange }: Props) {
  const t = useTranslation();
  return (
    <div class="field">
      <label for="situation">{t(audience === 'child' ? 'situation.label.child' : 'situation.label')}</label>
      <select id="situation" value={situation} onChange={(event) => onChange(event.currentTarget.value as Situation)}>
        {SITUATIONS.map((name) => (
          <option key={name} value={name} selected={name === situation}>
            {t(wordsFor(name, audience))}
          </option>
        ))}
      </select>
    </div>
  );
}
