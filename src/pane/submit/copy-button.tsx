import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

/** Copies a text, and says whether it did. `name` tells a screen reader what is copied. */
export function CopyButton({ text, name }: { readonly text: string; readonly name?: string }) {
  const words = useWords();
  const look = useLook();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // Some web views have no clipboard or forbid it; the text can still be selected by hand.
      setCopied('refused');
    }
  };
  const outcome =
    copied === 'yes' ? words('pane.copied') : copied === 'refused' ? words('pane.notCopied') : '';
  return (
    <div className={look.row}>
      <Button size="small" {...(name !== undefined && { 'aria-label': name })} onClick={() => void copy()}>
        {words('pane.copy')}
      </Button>
      <span role="status" className={look.quiet}>
        {outcome}
      </span>
    </div>
  );
}
