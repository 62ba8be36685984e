import { randomBytes } from 'node:crypto';
import type { ReleaseSubject } from '../../service/release/draft-from-store';
import { makeRelease, previewRelease } from '../../service/release/release-command';
import { RULES } from '../../service/release/rules';
import type { OperatorStore } from '../../service/store/operator-store';
import { type CommandCall, type Outcome, refused } from '../command';
import { today } from './benchmark-command';
import { existingSigner } from './existing-signer';
import { cycleOf, type OperatedService, operatedService, withStore } from './operated-service';
import { previewText } from './preview-text';
import type { CycleSettings } from './service-settings';

/** What a release would publish and what each rule would hide, with exact counts: for the operator's eyes. */
export function preview(call: CommandCall): Promise<Outcome> | Outcome {
  return withSubject(call, async (subject, { cycle }) => {
    const previewed = await previewRelease(subject);
    if (!previewed.ok) return refused(previewed.failure);
    const out =
      call.given['json'] === true
        ? JSON.stringify({ cycle, ...previewed.value }, null, 2)
        : previewText(previewed.value, cycle, subject.rules, call.shipped.words);
    return { out: `${out}\n`, code: 0 };
  });
}

/** Makes the next release, prints its number and hash and where its report is. */
export function make(call: CommandCall): Promise<Outcome> | Outcome {
  const { words, published } = call.shipped;
  return withSubject(call, async (subject, { mode }, { place }) => {
    const signer = existingSigner(place.directory, words);
    if (!signer.ok) return refused(signer.failure);
    // Charts take a third of a second to load: only who draws them waits.
    const { renderReport } = await import('../../service/report/render-report');
    const made = await makeRelease({
      ...subject,
      signer: signer.value,
      random: randomBytes,
      renderReport: (material) => renderReport({ ...material, published, words, mode }),
    });
    if (!made.ok) return refused(made.failure);
    const { release, hash } = made.value;
    const report = `/report/${release.id}`;
    const json = call.given['json'] === true;
    const out = json
      ? JSON.stringify({ release: release.id, hash, report })
      : words('operator.releaseMade', { release: release.id, hash, report });
    return { out: `${out}\n`, ...(json ? {} : { error: words('operator.releaseNext') }), code: 0 };
  });
}

type NamedCycle = CycleSettings & { readonly cycle: string };

function withSubject(
  call: CommandCall,
  work: (subject: ReleaseSubject, cycle: NamedCycle, service: OperatedService) => Promise<Outcome>,
): Promise<Outcome> | Outcome {
  const service = operatedService(call);
  if ('code' in service) return service;
  const named = cycleOf(call, service);
  if ('code' in named) return named;
  const rubric = call.shipped.rubric(named.rubric);
  if (!rubric.ok) return refused(rubric.failure);
  const { cycle, closes } = named;
  const { words } = call.shipped;
  const subjectOver = (store: OperatorStore): ReleaseSubject => ({
    ...{ store, cycle, closes, words },
    rubric: rubric.value,
    today: today(),
    rules: RULES,
  });
  return withStore(service.place, call.shipped, (store) => work(subjectOver(store), named, service));
}
