import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useAnswers, usePane, usePaneState } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useGoTo } from '../parts/use-go-to';
import { useLook } from '../parts/use-look';
import { groupIssues } from './group-issues';
import { IssueList } from './issue-list';
import { useCheck } from './use-check';

/** A first look often has one for nearly every item: they must not bury the rest. */
const WARNINGS_AT_ONCE = 5;

/** Everything that is wrong, can be repaired, or is left to do, in words; a click goes to the cell. */
export default function CheckView() {
  const { words } = usePane();
  const { assessment } = useAnswers();
  const { go, trouble } = useGoTo();
  const { findings, busy, failure, repaired, check, repair } = useCheck();
  const look = useLook();
  const { damaged } = usePaneState();
  // Whoever is sent here because something is gone wants to see what.
  useEffect(() => {
    if (damaged) check();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the view opens
  }, []);
  const groups = groupIssues(assessment.problems, findings ?? []);
  const repairable = groups.repairable.length;
  const open = groups.errors.length + repairable + groups.todo.length;
  const warnings = groups.warnings.length;
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <p className={look.text}>{words('pane.checkWhat')}</p>
        <Button
          appearance={repairable > 0 ? 'secondary' : 'primary'}
          className={look.start}
          disabledFocusable={busy}
          onClick={check}
        >
          {words('pane.checkAnswers')}
        </Button>
        {busy && <Progress label={words('pane.checking')} />}
      </div>
      {failure && (
        <Notice
          intent="error"
          title={words('pane.checkFailedTitle')}
          action={{ label: words('pane.tryAgain'), run: check }}
        >
          {failure.message}
        </Notice>
      )}
      {repaired && repairable === 0 && (
        <Notice intent="success" title={words('pane.repairedTitle')}>
          {words('pane.repaired')}
        </Notice>
      )}
      {repaired && repairable > 0 && (
        <Notice intent="warning" title={words('pane.notRepairedTitle')}>
          {words('pane.notRepaired')}
        </Notice>
      )}
      {findings && open === 0 && (
        <Notice
          intent="success"
          title={words(warnings > 0 ? 'pane.onlyWarningsTitle' : 'pane.allClearTitle')}
        >
          {words(
            groups.accepted.length > 0
              ? 'pane.allClearBut'
              : warnings > 0
                ? 'pane.onlyWarnings'
                : 'pane.allClear',
          )}
        </Notice>
      )}
      {trouble}
      <p role="status" className={look.hidden}>
        {findings ? words('pane.issueCount', { count: open + warnings }) : ''}
      </p>
      <IssueList title={words('pane.errorsTitle')} issues={groups.errors} onGo={go} />
      <IssueList title={words('pane.repairableTitle')} issues={groups.repairable} onGo={go}>
        <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={repair}>
          {words('pane.repair', { count: repairable })}
        </Button>
        <p className={look.quiet}>{words('pane.repairWhat')}</p>
      </IssueList>
      <IssueList title={words('pane.todoTitle')} issues={groups.todo} onGo={go} />
      <IssueList
        title={words('pane.warningsTitle')}
        issues={groups.warnings}
        onGo={go}
        atOnce={WARNINGS_AT_ONCE}
      >
        <p className={look.quiet}>{words('pane.warningsWhat')}</p>
      </IssueList>
      <IssueList title={words('pane.acceptTitle')} issues={groups.accepted} onGo={go} />
    </div>
  );
}
