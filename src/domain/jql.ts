/** A JQL string literal. Text from people is data, never syntax: what somebody named a project cannot end it. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
