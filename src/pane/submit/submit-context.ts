import { createContext, useContext } from 'react';
import type { SubmitPorts } from './submit-parts';

export const SubmitContext = createContext<SubmitPorts | null>(null);

/** What the views of a submission stand on. */
export function useSubmit(): SubmitPorts {
  const ports = useContext(SubmitContext);
  if (!ports) throw new Error('A view of the submission stands where no row can come from');
  return ports;
}
