/** Why a well-formed row is refused: a stable code, the field (JSON pointer, RFC 6901), a sentence for its sender. */
export interface RowFault {
  readonly code: 'unknown-rubric' | 'wrong-cycle' | 'cycle-closed' | 'wrong-items' | 'wrong-scores';
  readonly pointer: string;
  readonly detail: string;
}
