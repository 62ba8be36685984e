import { Button } from '@fluentui/react-components';
import type { Profile } from '../../assessment/assessment';
import { DETAILS, ORGANIZATIONS, SIZES } from '../../assessment/vocabulary';
import { useFrame } from '../frame-context';
import { useAnswers, usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import type { FormProps } from './submit-steps';

const CHOICES = { organization: ORGANIZATIONS, size: SIZES, detail: DETAILS } as const;

/** The two coarse segments and how much to send, kept in the workbook; then the review. */
export function SubmitForm({ busy, failure, onReview }: FormProps) {
  const { words, benchmark } = usePane();
  const { show } = useFrame();
  const look = useLook();
  const aboutAnswers = failure?.code === 'row-invalid' || failure?.code === 'row-unanswered';
  return (
    <div className={look.view}>
      <p className={look.text}>{words('pane.submitWhat')}</p>
      <div className={look.card}>
        <ProfileField field="organization" />
        <ProfileField field="size" />
        <ProfileField field="detail" />
      </div>
      {failure && (
        <Notice
          intent={aboutAnswers ? 'warning' : 'error'}
          title={words(aboutAnswers ? 'pane.notReadyTitle' : 'pane.reviewFailedTitle')}
          action={
            aboutAnswers
              ? { label: words('pane.checkAnswers'), run: () => show('check') }
              : { label: words('pane.tryAgain'), run: onReview }
          }
        >
          {failure.message}
        </Notice>
      )}
      <div className={look.stack}>
        <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={onReview}>
          {words('pane.reviewAndSubmit')}
        </Button>
        {busy && <Progress label={words('pane.preparing')} />}
        <p className={look.quiet}>{words('pane.reviewFirst', { endpoint: benchmark.endpoint })}</p>
      </div>
    </div>
  );
}

function ProfileField({ field }: { readonly field: keyof Profile }) {
  const { words, store } = usePane();
  const { profile } = useAnswers().assessment;
  const codes: readonly Profile[typeof field][] = CHOICES[field];
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
