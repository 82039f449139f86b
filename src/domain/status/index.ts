export { textOf, type AdfDoc, type AdfNode } from './adf';
export { deltaOf, type Delta } from './delta';
export { notesNodes, SECTIONS, sectionsOf, titleOf, type PageInput } from './document';
export { emptyExport, exportDocument } from './export-document';
export { issueUrl, jqlUrl } from './links';
export { editedSections, mergePage, showsWrites, type Marks, type Merged, type Section } from './managed';
export { backlogUpTo, queriesOf, type Queries } from './queries';
export { DEFAULT_TOLERANCES, type Tolerances } from './rag';
export { takeSnapshot } from './report';
export {
  MarksShape,
  parseProperty,
  snapshotOf,
  STATUS_PROPERTY,
  toProperty,
  type StatusProperty,
} from './property';
export * from './snapshot';
