/** The check did not pass. The message is for a person and says everything there is to say; a stack would add nothing. */
export class CheckFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CheckFailed';
  }
}
