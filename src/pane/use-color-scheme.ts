import { useSyncExternalStore } from 'react';

/** Light or dark, as the user's system wants it now. */
export function useColorScheme(dark: MediaQueryList): 'light' | 'dark' {
  const subscribe = (listener: () => void) => {
    dark.addEventListener('change', listener);
    return () => dark.removeEventListener('change', listener);
  };
  return useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
}
