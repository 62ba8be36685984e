import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

/** Rows and records are a few kilobytes; whatever is much larger was chosen by mistake. */
const BYTES_AT_MOST = 65_536;

const useStyles = makeStyles({
  zone: { borderRadius: tokens.borderRadiusMedium },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '4px' },
  text: { '& textarea': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 } },
});

export interface TextIntakeProps {
  readonly label: string;
  readonly hint: string;
  /** Names of the two ways in. */
  readonly chooseFile: string;
  readonly usePasted: string;
  readonly disabled?: boolean;
  readonly onText: (text: string) => void;
}

/** Takes a text that is pasted, dropped or read from a file. Nothing is judged here but whether the file can be read. */
export function TextIntake({
  label,
  hint,
  chooseFile,
  usePasted,
  disabled = false,
  onText,
}: TextIntakeProps) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file || disabled) return;
    const content = file.size > BYTES_AT_MOST ? 'too-large' : await contentOf(file);
    if (typeof content === 'string') {
      setTrouble(words(content === 'too-large' ? 'handover.fileTooLarge' : 'handover.fileUnreadable'));
      return;
    }
    setText('');
    setTrouble(null);
    onText(content.text);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const dropped = event.dataTransfer.getData('text/plain');
    if (file) void take(file);
    else if (dropped !== '') setText(dropped);
  }

  return (
    <div
      className={mergeClasses(look.stack, styles.zone, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field
        label={label}
        hint={hint}
        {...(trouble !== null && { validationState: 'error' as const, validationMessage: trouble })}
      >
        <Textarea
          className={styles.text}
          value={text}
          rows={3}
          resize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => {
            setText(value);
            setTrouble(null);
          }}
        />
      </Field>
      <div className={look.row}>
        <Button size="small" disabledFocusable={disabled} onClick={() => input.current?.click()}>
          {chooseFile}
        </Button>
        {text.trim() !== '' && (
          <Button size="small" appearance="primary" disabledFocusable={disabled} onClick={() => onText(text)}>
            {usePasted}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file chosen again is a new choice.
            void take(file).finally(() => (currentTarget.value = ''));
          }}
        />
      </div>
    </div>
  );
}

function contentOf(file: File): Promise<{ readonly text: string } | 'unreadable'> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ text: reader.result as string });
    reader.onerror = () => resolve('unreadable');
    reader.readAsText(file);
  });
}
