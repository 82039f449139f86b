/** A part of the form: what its controls hold, and how they change it. */
export interface Part<Input> {
  readonly input: Input;
  readonly onChange: (change: Partial<Input>) => void;
}
