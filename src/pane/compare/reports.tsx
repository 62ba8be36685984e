import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';

/** The published reports behind the reference lines, each with its source. */
export function Reports() {
  const { words, published } = usePane();
  const look = useLook();
  if (published.length === 0) return null;
  return (
    <section className={look.card} aria-labelledby="compare-reports">
      <h3 id="compare-reports" className={look.heading}>
        {words('compare.referencesTitle')}
      </h3>
      <p className={look.text}>{words('compare.referencesWhat')}</p>
      {published.map(({ id, title, source }) => (
        <div key={id}>
          <p className={look.text}>
            <strong>{title}</strong>
          </p>
          <p className={look.quiet}>{source}</p>
        </div>
      ))}
    </section>
  );
}
