/** Hands a file to the browser, which keeps it in the person's downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken hold of the content by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** `ABC risks 2026-07-20.csv`: project, register, date. */
export const fileName = (issueKey: string, register: string, date: string, extension: string): string =>
  `${issueKey.split('-')[0]} ${register.toLowerCase()} ${date}.${extension}`.replace(/[/\\:*?"<>|]/g, ' ');
