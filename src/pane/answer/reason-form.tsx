import { Button, Field, Textarea } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

export interface ReasonFormProps {
  /** The reason in the workbook, or null while the item is not N/A there. */
  readonly saved: string | null;
  readonly text: string;
  /** What somebody else wrote into the cell since; it stays there, above the reason. Empty where nobody did. */
  readonly meanwhile: string;
  readonly onChange: (text: string) => void;
  readonly onSave: (reason: string) => void;
  readonly onCancel: (() => void) | null;
}

/** N/A takes the item out of every score, so it asks for a reason; both are written together. */
export function ReasonForm({ saved, text, meanwhile, onChange, onSave, onCancel }: ReasonFormProps) {
  const words = useWords();
  const look = useLook();
  const reason = text.trim();
  return (
    <div className={look.stack}>
      <Field label={words('pane.reason')} hint={words('pane.reasonHint')}>
        <Textarea value={text} resize="vertical" onChange={(_, { value }) => onChange(value)} />
      </Field>
      <p role="status" className={look.quiet}>
        {meanwhile !== '' && words('pane.reasonMeanwhile', { note: meanwhile })}
      </p>
      {reason !== saved && (
        <div className={look.row}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={reason === '' && meanwhile === ''}
            onClick={() => onSave(reason)}
          >
            {words('pane.saveReason')}
          </Button>
          {onCancel && (
            <Button size="small" appearance="subtle" onClick={onCancel}>
              {words('pane.cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
