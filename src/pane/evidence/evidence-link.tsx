import { makeStyles, tokens } from '@fluentui/react-components';
import { webAddress } from './web-address';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    '&:hover': { color: tokens.colorBrandForegroundLinkHover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** Words that lead to a page, in a window of its own that learns nothing of this one; plain where there is no page. */
export function EvidenceLink({ address, text }: { readonly address: string; readonly text: string }) {
  const styles = useStyles();
  const page = webAddress(address);
  // Titles come from elsewhere: their writing direction must not turn the words around them.
  const words = <bdi>{text}</bdi>;
  if (page === null) return words;
  return (
    <a className={styles.link} href={page.href} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  );
}
