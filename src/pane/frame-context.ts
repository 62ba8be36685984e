import { createContext, useContext } from 'react';

export const TABS = ['answer', 'scores', 'check', 'submit'] as const;
export type TabId = (typeof TABS)[number];

export interface Frame {
  readonly active: TabId;
  /** Opens a tab; only ever on a user's click. */
  readonly show: (tab: TabId) => void;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A tab stands outside the frame');
  return frame;
}
