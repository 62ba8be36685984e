import type { Profile } from '../../assessment/assessment';
import { DETAILS, ORGANIZATIONS, SIZES } from '../../assessment/vocabulary';
import { useAnswers, usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { useLook } from '../parts/use-look';

const CHOICES = { organization: ORGANIZATIONS, size: SIZES, detail: DETAILS } as const;

/** The two coarse segments and how much the row says, kept in the workbook. */
export function ProfileCard() {
  const look = useLook();
  return (
    <div className={look.card}>
      <ProfileField field="organization" />
      <ProfileField field="size" />
      <ProfileField field="detail" />
    </div>
  );
}

function ProfileField({ field }: { readonly field: keyof Profile }) {
  const { words, store } = usePane();
  const { profile } = useAnswers().assessment;
  const codes: readonly NonNullable<Profile[typeof field]>[] = CHOICES[field];
  return (
    <ChoiceField
      label={words(`profile.${field}`)}
      hint={words(`pane.hint-${field}`)}
      value={profile[field]}
      choices={codes.map((code) => ({ value: code, text: words(`profile.${code}`) }))}
      onChoose={(code) => store.write([{ profile: field, value: words(`profile.${code}`) }])}
    />
  );
}
