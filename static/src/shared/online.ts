import { useSyncExternalStore } from 'react';

function onConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether the browser has a connection at all. */
export const useOnline = (): boolean => useSyncExternalStore(onConnection, () => navigator.onLine);

/** Calls back when somebody comes back to the window, or the connection does. @returns the end of it. */
export function onReturn(returned: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) returned();
  };
  window.addEventListener('focus', look);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.removeEventListener('focus', look);
    window.removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
  };
}
