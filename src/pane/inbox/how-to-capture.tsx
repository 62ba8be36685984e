import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';
import { useInbox } from './inbox-context';

/** Where a capture starts, and why there is no button for it here: only those three let the extension see a page (activeTab). */
export function HowToCapture({ isEmpty }: { readonly isEmpty: boolean }) {
  const { words } = useInbox();
  const look = useLook();
  const ways = (
    <div className={look.stack}>
      <p className={look.text}>{words('panel.captureFirst')}</p>
      <ul className={look.list}>
        <li>{words('panel.captureIcon')}</li>
        <li>{words('panel.captureShortcut')}</li>
        <li>{words('panel.captureMenu')}</li>
      </ul>
      <p className={look.text}>{words('panel.captureTakes')}</p>
      <p className={look.quiet}>{words('panel.captureWhy')}</p>
    </div>
  );
  if (!isEmpty) return <Disclosure title={words('panel.captureHow')}>{ways}</Disclosure>;
  return (
    <section className={look.card}>
      <h2 className={look.heading}>{words('panel.emptyTitle')}</h2>
      {ways}
    </section>
  );
}
