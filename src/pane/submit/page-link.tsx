import { Link } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

/** The way to the benchmark's own page, in a tab of its own that learns nothing of this one. */
export function PageLink({ page }: { readonly page: string | null }) {
  const words = useWords();
  const look = useLook();
  if (page === null) return <p className={look.text}>{words('handover.noPage')}</p>;
  return (
    <p className={look.text}>
      <Link href={page} target="_blank" rel="noopener noreferrer" inline>
        {words('handover.openPage', { page })}
      </Link>
    </p>
  );
}
