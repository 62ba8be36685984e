import type { RubricItem } from '../../rubric/schema';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';

/** What could prove an answer, what the item refers to, and where its topic comes from. */
export function ItemBackground({ item }: { readonly item: RubricItem }) {
  const { words } = usePane();
  const look = useLook();
  const { status, basis, derivedFrom } = item.provenance;
  return (
    <section aria-label={words('pane.background')}>
      <Disclosure title={words('pane.exampleEvidence')}>
        <ul className={look.list}>
          {item.evidence.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={words('pane.references')}>
        <ul className={look.list}>
          {item.references.map(({ text, confirmed }) => (
            <li key={text}>
              <span>{text}</span>{' '}
              {!confirmed && <span className={look.quiet}>{words('pane.unconfirmed')}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={words('pane.provenance')}>
        <div className={look.stack}>
          <p className={look.text}>{words(`pane.provenance-${status}`)}</p>
          <p className={look.text}>{basis}</p>
          <p className={look.text}>{derivedFrom}</p>
          <p className={look.quiet}>{words('pane.ownWording')}</p>
        </div>
      </Disclosure>
    </section>
  );
}
