import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useWish } from './use-wish';

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  /** Null: nothing is chosen, and nothing shows as chosen. */
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  /** A promise settles when the choice is kept or refused; until then it shows as chosen. */
  readonly onChoose: (value: Value) => unknown;
}

const useStyles = makeStyles({
  // Long choices must not widen a narrow pane: a native select is as wide as its longest option otherwise.
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** A labelled native dropdown. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, value, choices, onChoose } = props;
  const styles = useStyles();
  const [wish, follow] = useWish<Value>();
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <Select
        className={styles.select}
        value={wish ?? value ?? ''}
        onChange={(_, data) => {
          const choice = choices.find((one) => one.value === data.value);
          if (choice === undefined) return;
          const done = onChoose(choice.value);
          if (done instanceof Promise) follow(choice.value, done);
        }}
      >
        {value === null && <option value="" />}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
