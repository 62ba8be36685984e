import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../words/result';

const useStyles = makeStyles({
  code: { '& textarea': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300 } },
});

export interface CodeFieldProps<T> {
  readonly label: string;
  readonly hint: string;
  /** What a text means, or why it means nothing, in words. */
  readonly read: (text: string) => Result<T> | Promise<Result<T>>;
  /** Called after each change with what the text means now; null while it means nothing. */
  readonly onRead: (value: T | null) => void;
}

/** A code to be typed or pasted. It counts at once when it is right; what is wrong is said when the typing ends. */
export function CodeField<T>({ label, hint, read, onRead }: CodeFieldProps<T>) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const latest = useRef('');
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  async function understand(typed: string, ended: boolean): Promise<void> {
    latest.current = typed;
    const outcome = typed.trim() === '' ? null : await read(typed);
    if (!alive.current || latest.current !== typed) return;
    onRead(outcome?.ok ? outcome.value : null);
    if (outcome === null || outcome.ok) setWrong(null);
    else if (ended) setWrong(outcome.failure.message);
  }

  return (
    <Field
      label={label}
      hint={hint}
      {...(wrong !== null && { validationState: 'error' as const, validationMessage: wrong })}
    >
      <Textarea
        className={styles.code}
        value={text}
        rows={2}
        resize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => {
          setText(value);
          void understand(value, false);
        }}
        onBlur={() => void understand(text, true)}
      />
    </Field>
  );
}
