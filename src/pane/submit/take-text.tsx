import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Result } from '../../words/result';
import type { HandOverPort } from '../ports';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';

/** Something to do with a text, and what to say once it is done. */
export interface Taking {
  readonly label: string;
  readonly done: string;
  readonly run: () => Promise<Result<void>>;
}

/** Buttons that take a text out of the pane, and one line that says how the last of them went. */
export function TakeText({ ways }: { readonly ways: readonly Taking[] }) {
  const words = useWords();
  const look = useLook();
  const [said, setSaid] = useState('');
  const take = async ({ run, done }: Taking) => {
    setSaid('');
    const taken = await asked(words, run);
    setSaid(taken.ok ? done : taken.failure.message);
  };
  return (
    <div className={look.stack}>
      <div className={look.row}>
        {ways.map((way) => (
          <Button key={way.label} onClick={() => void take(way)}>
            {way.label}
          </Button>
        ))}
      </div>
      <p role="status" className={said === '' ? look.hidden : look.quiet}>
        {said}
      </p>
    </div>
  );
}

/** Saving a text under a name, as one of the ways. */
export function useSaving(handOver: Pick<HandOverPort, 'save'>) {
  const words = useWords();
  return (label: string, name: string, text: string): Taking => ({
    label,
    done: words('handover.savedAs', { name }),
    run: () => handOver.save(name, text),
  });
}
