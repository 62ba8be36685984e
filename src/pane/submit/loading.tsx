import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

/** While what was sent before is read. */
export function Loading() {
  const words = useWords();
  const look = useLook();
  return (
    <p role="status" className={look.view}>
      {words('pane.loading')}
    </p>
  );
}
