/** The browser's own, called on `window` as it demands. */
export const browserFetch = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
