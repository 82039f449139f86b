export { isBlank, textOf, type AdfDoc, type AdfNode } from './adf';
export { ageingBounds, type AgeingBounds } from './ageing';
export { AUDIENCE_WORDS, forAudience, type Audience } from './audience';
export { changesOf } from './changes';
export { colourOf, shownColour } from './colours';
export { deltaOf, type Delta } from './delta';
export { earnedKind } from './document-money';
export { notesNodes, sectionsOf, type LeadWords, type PageInput } from './document';
export { heatBody } from './document-heat';
export { emptyExport, exportDocument } from './export-document';
export * from './facts';
export { FIGURE_NAMES, figureTitle, figureTitles } from './figure-titles';
export { issueUrl, jqlUrl } from './links';
export {
  editedSections,
  mergePage,
  ownBlock,
  showsWrites,
  withoutBlocks,
  type Marks,
  type Merged,
  type Section,
} from './managed';
export { EARNED, type EarnedName, type PlanFacts } from './money';
export {
  backlogUpTo,
  momentOf,
  ownedBy,
  ownedByOthers,
  projectJql,
  queriesOf,
  scopeOf,
  type Queries,
  type QueryPlan,
} from './queries';
export * from './register-queries';
export { overridden, ruled } from './override';
export { bold, grid, line, linked, type Words } from './parts';
export { takeSnapshot } from './report';
export { MarksShape, parseProperty, STATUS_PROPERTY, toProperty, type StatusProperty } from './property';
export * from './snapshot';
export { isBefore, lengthOf, spanName, type Span } from './span';
export { titleOf } from './title';
export * from './tolerances';
