import { FileDesk } from './file-desk';
import { OpenAssessment } from './open-assessment';
import { useOpenFile } from './use-open-file';

/** An assessment in a file of this computer: the way to one, then the pane over it. */
export function AssessmentView() {
  const desk = useOpenFile();
  return desk.opened ? (
    <OpenAssessment
      key={desk.opened.id}
      opened={desk.opened}
      onClose={desk.close}
      onSettle={desk.settle}
      failure={desk.failure}
    />
  ) : (
    <FileDesk desk={desk} />
  );
}
