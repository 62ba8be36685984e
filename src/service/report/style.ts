/** The one style sheet of every page of the report. No resource, no address; A4 for print. */
export const STYLE = `
:root { --ink: #1f2a37; --muted: #566270; --line: #d5dce3; --soft: #f4f7f9; --deep: #17394d; --accent: #1c6479; --warn: #9a3412; --warn-soft: #fdf1e7; color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.55 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: break-word; }
main, .foot { width: min(700px, 100% - 32px); margin: 0 auto; }
main { padding-top: 48px; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3 { color: var(--deep); line-height: 1.25; text-wrap: balance; }
h1 { font-size: 34px; font-weight: 650; letter-spacing: -0.01em; margin: 4px 0 24px; }
h2 { font-size: 24px; font-weight: 650; margin: 0 0 12px; }
h3 { font-size: 18px; font-weight: 650; margin: 36px 0 8px; }
p { margin: 0 0 14px; max-width: 68ch; }
section { border-top: 1px solid var(--line); margin-top: 48px; padding-top: 28px; }
.over { color: var(--accent); font-weight: 600; font-size: 15px; margin: 0; }
.lead { font-size: 18px; }
.warning { border-left: 4px solid var(--warn); background: var(--warn-soft); padding: 12px 16px; max-width: none; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(112px, 1fr)); gap: 12px 16px; margin: 0 0 24px; padding: 14px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; }
.facts dt { font-weight: 400; font-size: 13px; color: var(--muted); }
.facts dd { font-weight: 600; }
.points, .rules { margin: 0; }
.points > div, .rules > div { display: grid; grid-template-columns: 132px 1fr; gap: 4px 20px; padding: 12px 0; border-top: 1px solid var(--line); }
.rules > div { padding: 9px 0; font-size: 15px; }
.points > div:first-child, .rules > div:first-child { border-top: 0; padding-top: 4px; }
.points > div:first-child dd { font-size: 18px; }
.points dt { color: var(--deep); }
.contents { margin: 28px 0 0; font-size: 15px; }
.contents ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 0; }
.terms > div { margin: 0 0 12px; }
.terms { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 4px 28px; margin: 24px 0 0; font-size: 14px; }
figure { margin: 16px 0 20px; }
figcaption { font-size: 13px; color: var(--muted); margin-top: 8px; max-width: 80ch; }
.chart { display: block; max-width: 100%; height: auto; }
.chart.narrow { display: none; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 10px; padding: 0; font-size: 13px; color: var(--ink); }
.legend li { display: flex; align-items: center; gap: 6px; }
.legend svg { flex: none; }
.scroll { overflow-x: auto; margin: 16px 0 24px; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; color: var(--deep); padding: 0 0 8px; font-size: 14px; }
th, td { padding: 6px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; }
tr > :last-child { padding-right: 2px; }
thead th { font-weight: 600; font-size: 12.5px; color: var(--muted); vertical-align: bottom; border-bottom: 1px solid #9aa7b3; }
thead th.group { text-align: center; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 400; min-width: 12em; }
caption span { display: block; position: sticky; left: 0; max-width: calc(100vw - 32px); }
tr.leading th, tr.leading td { font-weight: 600; background: var(--soft); }
tr.leading th:first-child { padding-left: 6px; }
.number { text-align: right; }
td.number, td.whole { white-space: nowrap; }
.gap { color: var(--muted); }
.id { color: var(--muted); font-size: 0.92em; white-space: nowrap; }
.note { font-size: 13px; color: var(--muted); margin-top: -14px; }
small { display: block; color: var(--muted); font-size: 12px; }
.sources { font-size: 13px; color: var(--muted); padding-left: 18px; max-width: 80ch; }
.sources li { margin-bottom: 6px; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.rules + p { margin-top: 12px; font-size: 15px; }
.prints dd { margin-bottom: 10px; }
.foot { margin-top: 48px; padding-top: 20px; padding-bottom: 48px; border-top: 1px solid var(--line); font-size: 13px; color: var(--muted); }
.foot p { max-width: 84ch; }
.releases { list-style: none; padding: 0; }
.releases li { padding: 12px 0; border-top: 1px solid var(--line); }
@media screen and (max-width: 640px) {
  main { padding-top: 28px; }
  h1 { font-size: 27px; }
  .points > div, .rules > div { grid-template-columns: 1fr; }
  tbody th { min-width: 10em; }
  .chart.wide { display: none; }
  .chart.narrow { display: block; width: 100%; }
}
@media (forced-colors: active) {
  figure .chart, .legend svg { forced-color-adjust: none; background: #fff; }
  tr.leading th, tr.leading td { border-bottom-width: 2px; }
}
@page { size: A4; margin: 12mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Arial, sans-serif; color: #566270; } }
@media print {
  body { font-size: 10pt; line-height: 1.42; }
  p, figcaption, .sources, .foot p { max-width: none; }
  p { margin-bottom: 6pt; }
  main, .foot { width: auto; }
  main { padding-top: 0; }
  h1 { font-size: 22pt; margin-bottom: 14pt; }
  h2 { font-size: 15pt; }
  h3 { font-size: 12pt; margin: 12pt 0 4pt; }
  h2, h3, h2 + p, h3 + p, caption, .legend { break-after: avoid; }
  #domains, #changes { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
  p, li, figure, .points > div, .rules > div, .terms > div, tr { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  section { margin-top: 20pt; padding-top: 12pt; }
  figure { margin: 6pt 0 8pt; }
  .terms { font-size: 8pt; margin-top: 8pt; line-height: 1.35; grid-template-columns: repeat(4, 1fr); gap: 4pt 12pt; }
  .terms > div { margin-bottom: 4pt; }
  .published { break-inside: avoid; }
  .published tbody th { white-space: nowrap; }
  .sources { margin: 4pt 0 0; line-height: 1.35; }
  .lead, .points > div:first-child dd { font-size: 11.5pt; }
  .over, .contents { font-size: 9.5pt; }
  .scroll { overflow: visible; margin: 8pt 0 10pt; }
  .sources li { margin-bottom: 2pt; }
  table { font-size: 8.5pt; }
  .rules > div { padding: 4pt 0; font-size: 9pt; line-height: 1.38; }
  caption { font-size: 9pt; }
  thead { display: table-header-group; }
  .note { margin-top: -6pt; }
  thead th, small, .note, figcaption, .legend, .sources, .facts dt { font-size: 8pt; }
  th, td { padding: 3pt 5pt; }
  .domain, .dimension { break-inside: avoid; }
  caption span { position: static; max-width: none; }
  .foot { break-inside: avoid; break-before: avoid; margin-top: 14pt; padding-top: 8pt; padding-bottom: 0; font-size: 8pt; line-height: 1.35; }
  .foot p { margin-bottom: 4pt; }
  a { color: inherit; }
}
`;
