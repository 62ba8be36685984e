import type { Release } from '../../rubric/release';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';
import { ALL, type Group, groupName } from './groups';

export interface HeldBackProps {
  readonly groups: readonly Group[];
  readonly rules: Release['rules'];
}

/** The groups without figures, each with the reason; all and the team's own are told at once, the others to who asks. */
export function HeldBack({ groups, rules }: HeldBackProps) {
  const { words } = usePane();
  const look = useLook();
  const sentences = groups.flatMap(({ key, own, hidden }) => {
    if (hidden === null) return [];
    const values = { name: groupName(key, words), least: rules.leastRows };
    const first = own || key === ALL;
    return [{ key, first, text: words(`compare.group-${hidden}`, values) }];
  });
  const others = sentences.filter(({ first }) => !first);
  return (
    <>
      {sentences
        .filter(({ first }) => first)
        .map(({ key, text }) => (
          <p key={key} className={look.text}>
            {text}
          </p>
        ))}
      {others.length > 0 && (
        <Disclosure title={words('compare.heldBack')}>
          <ul className={look.list}>
            {others.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
