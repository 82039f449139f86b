/** Of its own, so that the page's entry carries the name of the tab and nothing else of it. */
export const tab = 'Reports';
