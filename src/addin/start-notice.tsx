export interface StartNoticeProps {
  readonly title: string;
  readonly text: string;
}

/** What stands in place of the pane when it cannot start: plain HTML, for nothing else may be there to draw it. */
export function StartNotice({ title, text }: StartNoticeProps) {
  return (
    <main className="start-notice" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}
