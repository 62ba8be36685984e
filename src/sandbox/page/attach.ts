/**
 * The first script of the pane's page in the sandbox, before Office.js: the page around it puts the host on this
 * window, as Excel for Windows does on its own. In a tab of its own there is no host, and the pane says so.
 */
if (window.parent !== window) window.parent.attachHost?.(window);
