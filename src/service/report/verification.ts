import type { Edition } from './edition';
import { element, type Html } from './html';
import { section } from './section';

const COMMAND = 'npm run benchmark -- verify';

/** The figures as files, and how anybody checks that they are what the service signed. */
export function verificationSection({ release, hash, words }: Edition): Html {
  const prints: readonly (readonly [string, string])[] = [
    [words('report.printHash'), hash],
    [words('report.printKey'), release.keyId],
    [words('report.printRoot'), release.tree.root],
    [words('report.printPrevious'), release.previous ?? words('report.firstRelease')],
  ];
  const link = (href: string, text: string) => element('li', {}, element('a', { href }, text));
  return section(
    'data',
    words('report.data'),
    element('p', {}, words('report.dataAbout')),
    element(
      'ul',
      {},
      link(`../v1/releases/${release.id}`, words('report.linkJson')),
      link(`../v1/releases/${release.id}.csv`, words('report.linkCsv')),
      link('../docs', words('report.linkDocs')),
    ),
    element('h3', {}, words('report.verify')),
    element('p', {}, words('report.verifyAbout')),
    element('p', {}, element('code', {}, COMMAND)),
    element('p', {}, words('report.verifyKey')),
    element('p', {}, words('report.verifyRow')),
    element(
      'dl',
      { class: 'prints' },
      ...prints.flatMap(([name, print]) => [
        element('dt', {}, name),
        element('dd', {}, element('code', {}, print)),
      ]),
    ),
  );
}
