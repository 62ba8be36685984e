import { Component, lazy, type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../pane-context';
import { Notice } from './notice';
import { useLook } from './use-look';

export type LoadView = () => Promise<{ readonly default: ComponentType }>;

/**
 * A view that is fetched when it is first shown. When the fetch or the view fails, a sentence and *Try again* stand
 * in its place and the rest of the pane goes on.
 */
export function LazyView({ load }: { readonly load: LoadView }) {
  const words = useWords();
  const look = useLook();
  const [{ View, attempt }, setLoaded] = useState(() => ({ View: lazy(load), attempt: 0 }));
  // A lazy component remembers that its fetch failed: trying again takes a new one.
  const loadAgain = () => {
    setLoaded({ View: lazy(load), attempt: attempt + 1 });
  };
  const again = { label: words('pane.tryAgain'), run: loadAgain };
  const sorry = (
    <div className={look.view}>
      <Notice intent="error" title={words('pane.viewFailedTitle')} action={again}>
        {words('pane.viewFailed')}
      </Notice>
    </div>
  );
  return (
    <ViewGuard key={attempt} sorry={sorry}>
      <Suspense fallback={<p className={look.view}>{words('pane.loading')}</p>}>
        <View />
      </Suspense>
    </ViewGuard>
  );
}

interface GuardProps {
  readonly sorry: ReactNode;
  readonly children: ReactNode;
}

class ViewGuard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.sorry : this.props.children;
  }
}
