/** The one door to the wire format that both sides share; screens import it from here and nothing else of `src/`. */
export { admin, messages, registers, settings, status } from '../../../src/contract';
export type { Call } from '../../../src/contract';
export { Problem } from '../../../src/contract/answer';
export { RecordView } from '../../../src/contract/registers';
export type { FieldView, RegisterView, StateView } from '../../../src/contract/registers';
export type { MessageView } from '../../../src/contract/messages';
export type { ProjectSettings } from '../../../src/contract/settings';
export type { StatusView } from '../../../src/contract/status';
export type { RunView } from '../../../src/contract/admin';
